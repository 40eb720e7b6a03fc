import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { loadPacking } from '#platform/packing.ts';
import {
  goTo,
  moveTo,
  setKnobs,
  setMode,
  setOverlay,
  setPlaying,
  useStage,
} from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { followAddress } from './followAddress.ts';
import { formatRoute, parseRoute } from './route.ts';

const LAB: LabPlace = {
  page: 'lab',
  lab: 'presigned',
  scenario: 'seven-days',
  knobs: {},
  mode: 'study',
};
const HASH = '#/lab/presigned/seven-days?v=1';

const stage = () => useStage.getState();
const push = vi.spyOn(history, 'pushState');
const replace = vi.spyOn(history, 'replaceState');

/** Whatever waits for a packing library or another promise. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const trailing = async (): Promise<void> => {
  await settled();
  await vi.advanceTimersByTimeAsync(350);
};

/** The user goes back, forward, or types a hash. */
async function goes(hash: string): Promise<void> {
  history.replaceState(null, '', `/${hash}`);
  replace.mockClear();
  dispatchEvent(new PopStateEvent('popstate'));
  await settled();
}

beforeAll(async () => {
  vi.useFakeTimers();
  history.replaceState(null, '', `/${HASH}&theme=dark&X=1`);
  await followAddress();
});

beforeEach(async () => {
  vi.useFakeTimers();
  await goes(HASH);
  await trailing();
  push.mockClear();
  replace.mockClear();
});

afterEach(() => vi.useRealTimers());

test('it begins where the address says', async () => {
  vi.resetModules();
  history.replaceState(null, '', `/${HASH}&theme=dark&X=1`);
  const { followAddress: follow } = await import('./followAddress.ts');
  const { useStage: fresh } = await import('#stores/stage.ts');
  await follow();
  expect(fresh.getState()).toMatchObject({
    place: LAB,
    linkTheme: 'dark',
    notices: ['A part of the link is damaged; it was left out.'],
  });
});

describe('the address', () => {
  test('it follows a step once that is drawn, in place of the current entry', async () => {
    moveTo('sign.done');
    await settled();
    expect(location.hash).toBe(HASH);
    await vi.advanceTimersByTimeAsync(50);
    expect(location.hash).toBe('#/lab/presigned/seven-days/sign.done?v=1');
    expect(push).not.toHaveBeenCalled();
  });

  test('it is written no more often than three times a second after a few: browsers refuse more than a hundred in half a minute', async () => {
    for (let minute = 10; minute < 60; minute += 1) {
      setKnobs({ used: `20260115T12${minute}00Z` });
      await vi.advanceTimersByTimeAsync(16);
    }
    await trailing();
    expect(replace.mock.calls.length).toBeLessThanOrEqual(12);
    expect(location.hash).toBe(`${HASH}&used=20260115T125900Z`);
  });

  test('it gets an entry of its own for another page or scenario, at once', async () => {
    goTo({ page: 'quiz' });
    await settled();
    expect(push).toHaveBeenCalledTimes(1);
    expect(location.hash).toBe('#/quiz');
    goTo({ ...LAB, scenario: 'another' });
    await settled();
    expect(push).toHaveBeenCalledTimes(2);
    expect(location.hash).toBe('#/lab/presigned/another?v=1');
  });

  test('it gets no entry of its own for a question, a mode or a knob', async () => {
    setMode('present');
    await trailing();
    setKnobs({ signer: 'user' });
    await trailing();
    expect(location.hash).toBe(`${HASH}&signer=user&mode=present`);
    expect(push).not.toHaveBeenCalled();
  });

  test('it does not change when nothing in the place does', async () => {
    setPlaying(true);
    setOverlay('help');
    await trailing();
    expect(replace).not.toHaveBeenCalled();
    expect(push).not.toHaveBeenCalled();
  });

  test('it waits for packing where a text needs it, and then says what the stage says', async () => {
    const policy = '{\n  "Statement": []\n}';
    setKnobs({ permissions: policy });
    await vi.waitFor(async () => {
      await trailing();
      expect(location.hash).toContain('permissions=z.');
    });
    expect(parseRoute(location.hash, await loadPacking()).place).toEqual({
      ...LAB,
      knobs: { permissions: policy },
    });
  });

  test('it is written before the page goes away', async () => {
    moveTo('sign.done');
    await settled();
    dispatchEvent(new Event('pagehide'));
    expect(location.hash).toBe('#/lab/presigned/seven-days/sign.done?v=1');
  });

  test('it is left alone when the page goes away and nothing waits', async () => {
    moveTo('sign.done');
    await trailing();
    replace.mockClear();
    dispatchEvent(new Event('pagehide'));
    expect(replace).not.toHaveBeenCalled();
  });
});

describe('a user who changes the address', () => {
  test('it is followed: place, theme and notices come from the new hash', async () => {
    setOverlay('help');
    setPlaying(true);
    await goes('#/lab/presigned/seven-days/sign.done?v=3&theme=projector&mode=present');
    expect(stage()).toMatchObject({
      place: { ...LAB, step: 'sign.done', mode: 'present' },
      linkTheme: 'projector',
      notices: ['The link was made by another version; it was read as well as possible.'],
      isPlaying: false,
    });
    expect(stage().overlay).toBeUndefined();
    await goes(HASH);
    expect(stage().linkTheme).toBeUndefined();
    expect(stage().notices).toEqual([]);
  });

  test('it never costs them an entry: going back to an address in other words keeps the way forward', async () => {
    await goes('');
    await trailing();
    expect(stage().place).toEqual({ page: 'start' });
    await goes('#/lab/presigned/seven-days');
    await trailing();
    expect(stage().place).toEqual(LAB);
    expect(push).not.toHaveBeenCalled();
    expect(location.hash).toBe(HASH);
  });

  test('it wins over a step that was waiting to be written', async () => {
    moveTo('sign.done');
    await settled();
    await goes('#/quiz');
    await trailing();
    expect(location.hash).toBe('#/quiz');
    expect(stage().place).toEqual({ page: 'quiz' });
  });

  test('it reads packed texts', async () => {
    const place = { ...LAB, knobs: { permissions: 'Größe 🧪' } };
    await goes(formatRoute({ place }, await loadPacking()));
    await vi.waitFor(() => expect(stage().place).toEqual(place));
  });
});

test('it opens the last of two addresses, however long the first one takes to read', async () => {
  vi.resetModules();
  let release = (): void => undefined;
  const real = await loadPacking();
  vi.doMock('#platform/packing.ts', async (original) => ({
    ...(await original<object>()),
    loadPacking: () =>
      new Promise((done) => {
        release = () => done(real);
      }),
  }));
  history.replaceState(null, '', '/#/quiz');
  const { followAddress: follow } = await import('./followAddress.ts');
  const { useStage: fresh } = await import('#stores/stage.ts');
  await follow();
  await goes(formatRoute({ place: { ...LAB, knobs: { permissions: ' ' } } }, real));
  await goes('#/');
  release();
  await settled();
  expect(fresh.getState().place).toEqual({ page: 'start' });
  vi.doUnmock('#platform/packing.ts');
});

test('a link that is followed in the presenter’s window leads the room there, and the window stays', async () => {
  await goes(`#/presenter/k3x9abcd/${HASH.slice(2)}`);
  expect(stage()).toMatchObject({ presenter: 'k3x9abcd', place: LAB });
  await goes('#/facts/limits');
  await trailing();
  expect(stage()).toMatchObject({ presenter: 'k3x9abcd', place: { page: 'facts' } });
  expect(location.hash).toBe('#/presenter/k3x9abcd/facts/limits');
  useStage.setState(({ presenter: _, ...rest }) => rest, true);
});
