import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import type { StepId } from '#engine/trace.ts';
import { KEPT, alignSteps } from '#study/compare/alignSteps.ts';
import { partingOf } from '#study/compare/parting.ts';

import { timeScale } from '../timeline/scale.ts';
import { rowsFor } from '../timeline/rows.ts';
import { EndsOfLife } from './EndsOfLife.tsx';
import { keptBars } from './keptBars.tsx';
import { livesBeside } from './livesBeside.ts';
import { PairWords } from './PairWords.tsx';
import { Sides } from './Sides.tsx';
import { Twin } from './Twin.tsx';

const sevenDays = readyNow(written);
const was = sevenDays.play({}).trace;
const now = sevenDays.play({ used: '20260115T124500Z', session: '7200' }).trace;
const pairs = alignSteps(was.steps, now.steps);
const parting = partingOf(pairs, sevenDays)?.index ?? -1;
const after = parting + 1;

const host = document.createElement('div');
const root = createRoot(host);
const show = (node: React.ReactNode): void => act(() => root.render(node));
const onStep = vi.fn<(step: StepId) => void>();

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
});
afterAll(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

const twin = (cursor: number) => (
  <Twin title="A" telling={sevenDays} {...{ pairs, cursor, parting, onStep }} />
);
const items = () => [...host.querySelectorAll('ol li')];
const textOf = (element: Element | null | undefined) =>
  element?.textContent.replaceAll(/\s+/g, ' ').trim();

describe('two runs side by side', () => {
  test('the rows to come are absent, and so is the sign where they part', () => {
    show(twin(parting));
    expect(items()).toHaveLength(parting);
    expect(host.textContent).not.toMatch(/runs part|no such step/);
  });

  test('a row in which they are alike is said once, another one for each of them', () => {
    show(twin(pairs.length));
    expect(textOf(items()[1])).toBe('PASS: parameters within the API’s limits');
    expect(textOf(items()[parting])).toBe(
      'Here the runs part. Kept run: FAIL: session credentials ended 5 min ago New run: PASS: the session has 1 h 15 min left',
    );
    expect(textOf(items()[after])).toMatch(/^Kept run: not reached.* New run: no such step$/);
  });

  test('both drawings hold the rows of their run, and the parting is framed', () => {
    show(twin(pairs.length));
    const drawing = host.querySelector('svg[role=img]');
    expect(drawing?.querySelectorAll('g[transform] > g[data-tone=bad]')).toHaveLength(0);
    expect(drawing?.querySelectorAll('svg > g[data-tone=bad]').length).toBeGreaterThan(0);
    expect(textOf(drawing)).toContain('here the runs part');
  });

  test('a row that only the kept run has leads to itself', () => {
    show(twin(pairs.length));
    act(() => items()[after]?.querySelector('button')?.click());
    expect(onStep).toHaveBeenLastCalledWith(`${KEPT}open-url.not-reached`);
  });

  test.each([
    [2, ['Both runs']],
    [after, ['Kept run', 'New run']],
  ])('row %d has words for %j', (cursor, runs) => {
    const pair = pairs[cursor - 1];
    show(pair && <PairWords pair={pair} telling={sevenDays} />);
    expect([...host.querySelectorAll('h3 span')].map(textOf)).toEqual(runs);
  });
});

test('either run is looked at closely, and no more', () => {
  const onCloser = vi.fn<(run: 'kept' | 'new' | undefined) => void>();
  const press = (run: string): void =>
    act(() =>
      host.querySelector<HTMLElement>(`[aria-label="Look closer at the ${run} run"]`)?.click(),
    );
  show(
    <Sides
      kept={[]}
      now={['“Session duration”: 2 h']}
      isEach={false}
      closer="kept"
      {...{ onCloser }}
    />,
  );
  expect(textOf(host.querySelector('[aria-pressed=true]')?.closest('div'))).toMatch(/^Kept run/);
  press('new');
  press('kept');
  expect(onCloser.mock.calls).toEqual([['new'], [undefined]]);
});

describe('lives of two runs', () => {
  test('each is compared with the one of its own name', () => {
    const chained = sevenDays.play({ signer: 'chained' }).trace;
    const world = chained.steps.at(-1)?.world ?? chained.start;
    const lives = livesBeside(sevenDays, was.steps.at(-1)?.world ?? was.start, world);
    expect(lives.filter(({ kept: old, now: young }) => old && young)).toHaveLength(2);
    const [alone] = lives.filter(({ kept: old }) => !old);
    expect(alone?.name).toBe('first session');
  });

  const [kept, young] = [
    was.steps.at(-1)?.world ?? was.start,
    now.steps.at(-1)?.world ?? now.start,
  ];
  const beside = livesBeside(sevenDays, kept, young);

  test('what ends at another time is said, and what does not is not', () => {
    show(<EndsOfLife lives={beside} />);
    expect(textOf(host)).toBe(
      'Dashed frames: the kept run. Role session ends 13:00 in the kept run, 14:00 in the new one; link ends 13:00 in the kept run, 14:00 in the new one.',
    );
    show(<EndsOfLife lives={livesBeside(sevenDays, kept, kept)} />);
    expect(textOf(host)).toBe('');
    show(<EndsOfLife lives={livesBeside(sevenDays, kept, was.start)} />);
    expect(textOf(host)).toContain('Role session lives only in the kept run');
  });

  test('each has a frame over its bar, and a mark where it ends at another time', () => {
    const scale = timeScale([was.start.now, kept.now], 500);
    const place = {
      lives: beside.flatMap((life) => life.now ?? []),
      scale,
      left: 0,
      room: 500,
      rows: rowsFor(2, 900),
      firstRow: 0,
    };
    const drawn = (lives: typeof beside) => {
      show(<svg>{keptBars(lives)(place)}</svg>);
      return [host.querySelectorAll('rect').length, host.querySelectorAll('path').length];
    };
    expect(drawn(beside)).toEqual([2, 4]);
    expect(drawn(beside.map((life) => ({ ...life, ...(life.now && { kept: life.now }) })))).toEqual(
      [2, 0],
    );
    expect(drawn([])).toEqual([0, 0]);
  });
});
