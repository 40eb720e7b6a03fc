import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { narrate } from '#content/narrate.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';

import { laneCentres, linesIn, placeRows, widthOf } from './layout.ts';

const SEED = 20_261_123;
const scales = fc.double({ min: 0.5, max: 3, noNaN: true });

const traces = SCENARIOS.flatMap((scenario) =>
  [{}, ...scenario.variations.map(({ knobs }) => knobs)].map((raw) => scenario.play(raw).trace),
);

describe('rows', () => {
  test('they stand in the order of the run, one below the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...traces), scales, ({ steps }, scale) => {
        const rows = placeRows(steps, scale);
        expect(rows.map(({ step }) => step)).toEqual(steps);
        for (const [index, row] of rows.entries()) {
          const above = rows[index - 1];
          expect(row.height).toBeGreaterThan(0);
          expect(row.top).toBeGreaterThanOrEqual(above ? above.top + above.height : 0);
        }
      }),
      { seed: SEED },
    );
  });

  test('they leave a little air between two acts, and none within one', () => {
    for (const { steps } of traces) {
      const rows = placeRows(steps);
      for (const [index, row] of rows.entries()) {
        const above = rows[index - 1];
        const isSameAct = !above || above.step.act.id === row.step.act.id;
        expect(row.top > (above ? above.top + above.height : row.top)).toBe(!isSameAct);
      }
    }
  });

  test('they grow with the room', () => {
    const [trace] = traces;
    const steps = trace?.steps ?? [];
    for (const [index, { top, height }] of placeRows(steps, 2).entries()) {
      const small = placeRows(steps)[index];
      expect([top, height]).toEqual([(small?.top ?? 0) * 2, (small?.height ?? 0) * 2]);
    }
  });

  test('they do not move when a later step is added', () => {
    const { steps } = traces[0] ?? { steps: [] };
    for (let count = 0; count < steps.length; count += 1) {
      expect(placeRows(steps).slice(0, count)).toEqual(placeRows(steps.slice(0, count)));
    }
  });

  test('they are tall enough for a finger', () => {
    for (const { steps } of traces) {
      for (const { height } of placeRows(steps)) expect(height).toBeGreaterThanOrEqual(24);
    }
  });

  test('they are none where nothing happens', () => {
    expect(placeRows([])).toEqual([]);
  });
});

describe('lanes', () => {
  test('they stand within the width, from left to right, evenly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 280, max: 2400 }),
        (count, width) => {
          const centres = laneCentres(count, width);
          expect(centres).toHaveLength(count);
          expect(centres.every((x) => x >= 0 && x <= width)).toBe(true);
          const gaps = centres.slice(1).map((x, index) => x - (centres[index] ?? 0));
          expect(gaps.every((gap) => gap > 0)).toBe(true);
          expect(Math.max(0, ...gaps) - Math.min(Infinity, ...gaps)).toBeLessThanOrEqual(1);
        },
      ),
      { seed: SEED },
    );
  });

  test('they are as far from one edge as from the other', () => {
    for (const count of [1, 2, 3, 4, 5, 7]) {
      const centres = laneCentres(count, 720);
      expect(Math.abs((centres[0] ?? 0) - (720 - (centres.at(-1) ?? 0)))).toBeLessThanOrEqual(
        count === 1 ? 720 : 1,
      );
    }
  });
});

describe('words', () => {
  test('they are parted at a space near their middle, and only where one line has no room', () => {
    const label = 'the trust policy allows sts:TagSession';
    expect(linesIn(label, 400, 1)).toEqual([label]);
    expect(linesIn(label, 200, 1)).toEqual(['the trust policy', 'allows sts:TagSession']);
    expect(linesIn('headquarters', 20, 1)).toEqual(['headquarters']);
  });

  test('nothing of them is lost, and a larger scale needs more room', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(300), scales, (text, room, scale) => {
        expect(linesIn(text, room, scale).join(' ')).toBe(text);
        expect(widthOf(text, scale * 2)).toBeCloseTo(widthOf(text, scale) * 2);
      }),
      { seed: SEED },
    );
  });
});

describe('the words of an arrow or a band', () => {
  const labels = SCENARIOS.flatMap((scenario) =>
    scenario
      .play({})
      .trace.steps.filter(({ row }) => row === 'call' || row === 'answer' || row === 'clock')
      .map((step) => narrate(step, scenario).label),
  );

  test.each([
    ['as it is', 616, 1.5],
    ['at 150 %', 410, 1.5],
    ['at 200 %', 308, 1.15],
  ])('fit the drawing on an old projector with its text %s', (_, width, scale) => {
    const tooLong = labels
      .flatMap((label) => linesIn(label, width - 12, scale))
      .filter((line) => widthOf(line, scale) > width - 8);
    expect(tooLong).toEqual([]);
  });

  test('stand in two lines only where one has no room', () => {
    const inTwo = (room: number) => labels.filter((label) => linesIn(label, room, 1.5).length > 1);
    expect(inTwo(604)).toEqual([]);
    expect(inTwo(398)).not.toEqual([]);
  });
});
