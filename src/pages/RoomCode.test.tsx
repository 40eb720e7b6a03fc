import { Suspense, act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, expect, test, vi } from 'vitest';

import { loadPacking } from '#platform/packing.ts';
import { useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import { readDrawn } from '#views/qr/readCode.fixture.ts';

import { RoomCode } from './RoomCode.tsx';
import { parseRoute } from './route.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
const root = createRoot(host);
afterAll(() => act(() => root.unmount()));

test('a phone that scans it opens exactly what the room sees', async () => {
  const packing = await loadPacking();
  const place: LabPlace = {
    page: 'lab',
    lab: 'presigned',
    scenario: 'seven-days',
    step: 'open-url.token-alive',
    knobs: { session: '7200', policy: '{ "Effect": "Deny — “never”" }' },
    mode: 'present',
    was: { knobs: { session: '900' }, isEach: false },
    tab: 'url',
  };
  useStage.setState({ place });
  await act(async () =>
    root.render(
      <Suspense>
        <RoomCode />
      </Suspense>,
    ),
  );
  await vi.waitFor(() => expect(host.querySelector('svg')).not.toBeNull());
  const link = readDrawn(new XMLSerializer().serializeToString(host));
  expect(link.startsWith(location.href.split('#')[0] ?? '')).toBe(true);
  expect(parseRoute(link.slice(link.indexOf('#')), packing).place).toEqual({
    ...place,
    mode: 'study',
  });
});
