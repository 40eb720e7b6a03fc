import { Suspense, act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import { at } from '#engine/time.ts';
import type { LabPlace } from '#stores/stage.ts';

import type { Scene } from './useRun.ts';
import { useRun } from './useRun.ts';

const sevenDays = readyNow(written);

const LAB: LabPlace = {
  page: 'lab',
  lab: 'presigned',
  scenario: 'seven-days',
  knobs: {},
  mode: 'study',
};

let host: HTMLElement;
let root: Root;
let scene: Scene | undefined;

const onScene = (found: Scene): void => {
  scene = found;
};

function Probe({ place }: { readonly place: LabPlace }) {
  const found = useRun(sevenDays, place);
  useEffect(() => onScene(found), [found]);
  return <textarea readOnly value={`${found.cursor}`} />;
}

const show = (place: Partial<LabPlace>) =>
  act(async () =>
    root.render(
      <Suspense fallback="waiting">
        <Probe place={{ ...LAB, ...place }} />
      </Suspense>,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  scene = undefined;
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('a scene', () => {
  test('it is the run of the place, with its cursor and its clock', async () => {
    await show({ step: 'sign.done', knobs: { used: '20260115T124500Z' } });
    expect(scene?.run.trace).toEqual(sevenDays.play({ used: '20260115T124500Z' }).trace);
    expect(scene?.run.trace.steps[(scene.cursor ?? 0) - 1]?.id).toBe('sign.done');
    expect(scene?.clock).toEqual({
      at: at('2026-01-15T12:45:00Z'),
      min: at('2026-01-15T12:00:00Z'),
      max: at('2026-01-24T12:00:00Z'),
    });
    expect(scene?.notices).toEqual([]);
  });

  test('it is played once for the same knobs: a step is no new run', async () => {
    const knobs = {};
    await show({ knobs });
    const { run } = scene ?? {};
    await show({ knobs, step: 'sign.done' });
    expect(scene?.run).toBe(run);
  });

  test.each([
    ['20250101T000000Z', '2026-01-15T12:00:00Z'],
    ['20990101T000000Z', '2026-01-24T12:00:00Z'],
    ['garbage', '2026-01-15T13:05:00Z'],
  ])('its clock stands where the run does: %s', async (used, stands) => {
    await show({ knobs: { used } });
    expect(scene?.clock.at).toBe(at(stands));
    expect(scene?.run.trace.steps.find(({ id }) => id === 'wait.clock')?.world.now).toBe(
      at(stands),
    );
    expect(scene?.notices).toHaveLength(1);
  });
});

describe('a step the run does not have', () => {
  test('it is said when the page was opened there, until somebody moves', async () => {
    await show({ step: 'no-such-act.answer' });
    expect(scene?.notices).toEqual([
      'This run does not have the step that the link names; it stands at the nearest one.',
    ]);
    expect(scene?.cursor).toBe(0);
    await show({ step: 'sign.done' });
    expect(scene?.notices).toEqual([]);
  });

  test('it is nothing to speak of when a knob took it away', async () => {
    await show({ step: 'open-url.answer' });
    await show({ step: 'open-url.answer', knobs: { trusted: 'off' } });
    expect(scene?.notices).toEqual([]);
    expect(scene?.cursor).toBe(scene?.run.trace.steps.length);
  });
});

describe('an edited policy', () => {
  const permissions = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
  });

  /** Until the parser is there. */
  const loaded = () => act(async () => vi.waitFor(() => import('#engine/policy/parse.ts')));

  // First of the two: later the parser is there already.
  test('it does not take the page away while it is typed', async () => {
    await show({});
    const field = host.querySelector('textarea');
    field?.focus();
    const seen: (string | null)[] = [];
    const observer = new MutationObserver(() => seen.push(host.textContent));
    observer.observe(host, { childList: true, subtree: true, attributes: true });
    await show({ knobs: { permissions: '{' } });
    await loaded();
    observer.disconnect();
    expect(scene?.notices.join()).toContain('cannot be read');
    expect(host.querySelector('textarea')).toBe(field);
    expect(document.activeElement).toBe(field);
    expect(seen.filter((text) => text?.includes('waiting'))).toEqual([]);
  });

  test('it is played once its parser is there', async () => {
    await show({ knobs: { permissions, signer: 'user' } });
    await loaded();
    expect(scene?.run.trace.outcomes['open-url']).toMatchObject({
      kind: 'refused',
      rule: 's3.signer-allowed',
    });
    expect(scene?.notices).toEqual([]);
  });
});
