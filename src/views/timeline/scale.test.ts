import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import { timeScale } from './scale.ts';
import { ticksOf } from './ticks.ts';

const SEED = 20_261_123;
const START = at('2026-01-15T12:00:00Z');

/** The story of the first scenario: an hour, seven days, nine days. */
const STORY = [START, after(START, hours(1)), after(START, days(7)), after(START, days(9))];

const lengths = fc.oneof(
  fc.integer({ min: 1, max: 120 }),
  fc.integer({ min: 60, max: 43_200 }),
  fc.integer({ min: 1, max: 700_000 }),
);

/** Two to eight moments in ascending order, near and far from each other. */
const moments: fc.Arbitrary<readonly Instant[]> = fc
  .array(lengths, { minLength: 1, maxLength: 7 })
  .map((gaps) =>
    gaps.reduce<Instant[]>(
      (found, gap) => [...found, after(found.at(-1) ?? START, seconds(gap))],
      [START],
    ),
  );

const widths = fc.integer({ min: 160, max: 2400 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

const first = (all: readonly Instant[]): Instant => all[0] ?? START;
const last = (all: readonly Instant[]): Instant => all.at(-1) ?? START;
const between = (all: readonly Instant[], share: number): Instant =>
  after(first(all), seconds(Math.round((share * (last(all) - first(all))) / 1000)));

describe('a time scale', () => {
  test('it begins at the left and ends at the right', () => {
    fc.assert(
      fc.property(moments, widths, (all, width) => {
        const { place } = timeScale(all, width);
        expect(place(first(all))).toBe(0);
        expect(place(last(all))).toBeCloseTo(width, 6);
      }),
      { seed: SEED },
    );
  });

  test('it never goes back: what is later is further right', () => {
    fc.assert(
      fc.property(moments, widths, shares, shares, (all, width, a, b) => {
        const { place } = timeScale(all, width);
        const [early, late] = [between(all, Math.min(a, b)), between(all, Math.max(a, b))];
        expect(Math.sign(place(late) - place(early))).toBe(Math.sign(late - early));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('it finds the moment that stands at a place, to the millisecond', () => {
    fc.assert(
      fc.property(moments, widths, shares, (all, width, share) => {
        const { place, moment } = timeScale(all, width);
        const when = between(all, share);
        expect(Math.abs(moment(place(when)) - when)).toBeLessThanOrEqual(1);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('it finds the place of a moment, as near as a millisecond is wide', () => {
    fc.assert(
      fc.property(moments, widths, shares, (all, width, share) => {
        const { place, moment } = timeScale(all, width);
        const x = share * width;
        const when = moment(x);
        const wide = place(after(when, seconds(0.001))) - place(after(when, seconds(-0.001)));
        expect(Math.abs(place(when) - x)).toBeLessThanOrEqual(wide + 1e-6);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('it stays at its ends beyond them', () => {
    const { place, moment } = timeScale(STORY, 900);
    expect(place(after(START, hours(-5)))).toBe(0);
    expect(place(after(START, days(99)))).toBeCloseTo(900, 6);
    expect(moment(-50)).toBe(START);
    expect(moment(2000)).toBe(after(START, days(9)));
  });

  test('it runs at one speed outside the breaks, and faster inside each of them', () => {
    fc.assert(
      fc.property(moments, widths, (all, width) => {
        const { moment, breaks } = timeScale(all, width);
        const ends = [0, ...breaks.flatMap(({ left, right }) => [left, right]), width];
        const speeds = ends.slice(1).map((right, index) => {
          const left = ends[index] ?? 0;
          return right - left < 1 ? undefined : (moment(right) - moment(left)) / (right - left);
        });
        const outside = speeds.filter(
          (speed, index) => speed !== undefined && index % 2 === 0,
        ) as number[];
        const inside = speeds.filter(
          (speed, index) => speed !== undefined && index % 2 === 1,
        ) as number[];
        const usual = Math.max(...outside);
        for (const speed of outside) expect(speed / usual).toBeCloseTo(1, 2);
        for (const speed of inside) expect(speed).toBeGreaterThan(usual);
      }),
      { seed: SEED },
    );
  });

  test('it breaks where time is long and empty: after the first hour, and at the end', () => {
    const { place, breaks } = timeScale(STORY, 900);
    expect(breaks).toHaveLength(2);
    const [middle, end] = breaks;
    expect(middle).toMatchObject({ from: after(START, hours(4)), until: after(START, days(7)) });
    expect(end?.from).toBe(after(after(START, days(7)), hours(3)));
    for (const { left, right, from, until } of breaks) {
      expect(left).toBeCloseTo(place(from), 6);
      expect(right).toBeCloseTo(place(until), 6);
    }
    expect(place(after(START, hours(4)))).toBeCloseTo(4 * place(after(START, hours(1))), 6);
    expect(place(after(START, minutes(30)))).toBeCloseTo(place(after(START, hours(1))) / 2, 6);
  });

  test('it does not break time that has nothing to be compared with', () => {
    expect(timeScale([START, after(START, days(9))], 900).breaks).toEqual([]);
    expect(timeScale([START, after(START, days(9))], 900).place(after(START, days(3)))).toBeCloseTo(
      300,
      6,
    );
  });

  test.each([
    { what: 'stretches of like length', ends: [0, 1, 2, 3] },
    { what: 'a console session of twelve hours beside one of an hour', ends: [0, 1, 12, 14] },
  ])('it draws an axis of a few lives at one speed: $what', ({ ends }) => {
    const moments = ends.map((hour) => after(START, hours(hour)));
    const { place, breaks } = timeScale(moments, 900);
    expect(breaks).toEqual([]);
    for (const moment of moments) {
      expect(place(moment)).toBeCloseTo((900 * (moment - START)) / (last(moments) - START), 6);
    }
  });

  test('it is ruled by the shortest life, not by the shortest wait between two moments', () => {
    const waits = [START, after(START, minutes(1)), after(START, minutes(20))];
    expect(timeScale(waits, 900).breaks).toHaveLength(1);
    const { place, breaks } = timeScale(waits, 900, Number(minutes(20)) * 1000);
    expect(breaks).toEqual([]);
    expect(place(after(START, minutes(1)))).toBeCloseTo(45, 6);
  });

  test('it counts a moment that is there twice once', () => {
    const twice = STORY.flatMap((moment) => [moment, moment]);
    expect(timeScale(twice, 900).breaks).toEqual(timeScale(STORY, 900).breaks);
  });
});

describe('ticks', () => {
  test('they never stand closer than their room, and always on the line', () => {
    fc.assert(
      fc.property(moments, widths, (all, width) => {
        const xs = ticksOf(timeScale(all, width), all, width)
          .map(({ x }) => x)
          .toSorted((a, b) => a - b);
        expect(xs.length).toBeGreaterThan(0);
        for (const [index, x] of xs.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(x - (xs[index - 1] ?? -84)).toBeGreaterThanOrEqual(84);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('they name the moment they stand at', () => {
    fc.assert(
      fc.property(moments, widths, (all, width) => {
        const scale = timeScale(all, width);
        for (const { x, text } of ticksOf(scale, all, width)) {
          expect(text).toMatch(/^(?:\d{1,2} [A-Z][a-z]{2} )?\d\d:\d\d(?::\d\d)?$/);
          const time = new Date(scale.moment(x)).toISOString().slice(11, 16);
          expect(
            text.includes(time) ||
              new Date(scale.moment(x) + 1).toISOString().slice(11, 16) ===
                /\d\d:\d\d/.exec(text)?.[0],
          ).toBe(true);
        }
      }),
      { seed: SEED },
    );
  });

  test('they begin with the ends and both sides of every break, with the day where it is another', () => {
    const texts = ticksOf(timeScale(STORY, 940), STORY, 940).map(({ text }) => text);
    expect(texts.slice(0, 5)).toEqual([
      '12:00',
      '24 Jan 12:00',
      '16:00',
      '22 Jan 12:00',
      '22 Jan 15:00',
    ]);
    expect(texts).toContain('13:00');
  });

  test('they leave room for a last label that names its day', () => {
    const night = [START, after(START, hours(1)), after(START, hours(13))];
    const xs = ticksOf(timeScale(night, 1240), night, 1240)
      .map(({ x }) => x)
      .toSorted((a, b) => a - b);
    expect((xs.at(-1) ?? 0) - (xs.at(-2) ?? 0)).toBeGreaterThanOrEqual(126);
  });

  test('they are none where there is no time', () => {
    expect(ticksOf(timeScale(STORY, 900), [], 900)).toEqual([]);
  });
});
