import fc from 'fast-check';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import { ClockHandle, TICK, eventFrom, tickFrom } from './ClockHandle.tsx';
import { timeScale } from './scale.ts';

const MIN = at('2026-01-15T12:00:00Z');
const MAX = after(MIN, days(9));
const SESSION_ENDS = after(MIN, hours(1));
const LINK_ENDS = after(MIN, days(7));
const MOMENTS = [MIN, SESSION_ENDS, LINK_ENDS, MAX];

const clockAt = (when: Instant) => ({ at: when, min: MIN, max: MAX });
const inside = fc.integer({ min: 0, max: days(9) }).map((length) => after(MIN, seconds(length)));

describe('a tick of the clock', () => {
  test.each([
    ['a whole tick on', '12:10:00', 1, '12:15:00'],
    ['a whole tick back', '12:10:00', -1, '12:05:00'],
    ['to the next whole tick from between two', '12:11:30', 1, '12:15:00'],
    ['to the one before from between two', '12:11:30', -1, '12:10:00'],
    ['nowhere from the start', '12:00:00', -1, '12:00:00'],
  ])('it goes %s', (_, from, count, to) => {
    expect(tickFrom(clockAt(at(`2026-01-15T${from}Z`)), count)).toBe(at(`2026-01-15T${to}Z`));
  });

  test('it stays in its bounds and on whole ticks', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: -50, max: 50 }), (when, count) => {
        const moved = tickFrom(clockAt(when), count);
        expect(moved).toBeGreaterThanOrEqual(MIN);
        expect(moved).toBeLessThanOrEqual(MAX);
        expect(moved % (TICK * 1000)).toBe(0);
      }),
      { seed: 20_261_123 },
    );
  });

  test('it comes back where it was', () => {
    const there = tickFrom(clockAt(at('2026-01-15T13:00:00Z')), 1);
    expect(tickFrom(clockAt(there), -1)).toBe(at('2026-01-15T13:00:00Z'));
    expect(tickFrom(clockAt(MAX), 1)).toBe(MAX);
  });
});

describe('an event of the clock', () => {
  const stops = [
    MIN,
    after(MIN, seconds(1)),
    SESSION_ENDS,
    after(SESSION_ENDS, seconds(1)),
    LINK_ENDS,
    after(LINK_ENDS, seconds(1)),
    MAX,
  ];

  test('it stops at each moment and a second after it, when it is over', () => {
    const forward: Instant[] = [MIN];
    while (forward.at(-1) !== MAX && forward.length < 20) {
      forward.push(eventFrom(clockAt(forward.at(-1) ?? MAX), MOMENTS, 1));
    }
    expect(forward).toEqual(stops);
    const back: Instant[] = [MAX];
    while (back.at(-1) !== MIN && back.length < 20) {
      back.push(eventFrom(clockAt(back.at(-1) ?? MIN), MOMENTS, -1));
    }
    expect(back).toEqual(stops.toReversed());
  });

  test('it goes to the bounds where there is no moment left', () => {
    expect(eventFrom(clockAt(after(MIN, hours(2))), [], 1)).toBe(MAX);
    expect(eventFrom(clockAt(after(MIN, hours(2))), [], -1)).toBe(MIN);
    expect(eventFrom(clockAt(MAX), MOMENTS, 1)).toBe(MAX);
  });

  test('it leaves out moments beyond the bounds', () => {
    expect(eventFrom(clockAt(after(MIN, hours(2))), [after(MIN, days(30))], 1)).toBe(MAX);
  });

  test('it always moves, but at the ends', () => {
    fc.assert(
      fc.property(inside, (when) => {
        expect(when === MAX || eventFrom(clockAt(when), MOMENTS, 1) > when).toBe(true);
        expect(when === MIN || eventFrom(clockAt(when), MOMENTS, -1) < when).toBe(true);
      }),
      { seed: 20_261_123 },
    );
  });
});

describe('the handle', () => {
  const onClock = vi.fn<(when: Instant) => void>();
  const host = document.createElement('div');
  const root = createRoot(host);

  const show = (when: Instant) =>
    act(() =>
      root.render(
        <ClockHandle
          left={100}
          room={900}
          height={60}
          scale={timeScale(MOMENTS, 900)}
          clock={clockAt(when)}
          moments={MOMENTS}
          label="Clock: it happens then"
          text="now"
          onClock={onClock}
        />,
      ),
    );

  const slider = (): HTMLElement => host.querySelector<HTMLElement>('[role=slider]') ?? host;
  const press = (key: string, shiftKey = false): boolean =>
    slider().dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    );

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    document.body.append(host);
    onClock.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('it is a slider that says its name, its range in minutes and its value in words', () => {
    show(SESSION_ENDS);
    const { role, tabIndex } = slider();
    expect({ role, tabIndex }).toEqual({ role: 'slider', tabIndex: 0 });
    expect(slider().getAttribute('aria-label')).toBe('Clock: it happens then');
    expect(
      ['min', 'now', 'max', 'text'].map((name) => slider().getAttribute(`aria-value${name}`)),
    ).toEqual(['0', '60', '12960', 'now']);
  });

  test.each([
    ['ArrowRight', false, after(SESSION_ENDS, minutes(5))],
    ['ArrowUp', false, after(SESSION_ENDS, minutes(5))],
    ['ArrowLeft', false, after(SESSION_ENDS, minutes(-5))],
    ['ArrowDown', false, after(SESSION_ENDS, minutes(-5))],
    ['ArrowRight', true, after(SESSION_ENDS, seconds(1))],
    ['ArrowLeft', true, after(MIN, seconds(1))],
    ['Home', false, MIN],
    ['End', false, MAX],
  ])('it moves by %s (with Shift: %s)', (key, shiftKey, to) => {
    show(SESSION_ENDS);
    expect(press(key, shiftKey)).toBe(false);
    expect(onClock.mock.calls).toEqual([[to]]);
  });

  test.each(['PageUp', 'PageDown', ' ', 'Enter', 'p', 'Tab'])('it leaves %j to the page', (key) => {
    show(SESSION_ENDS);
    expect(press(key)).toBe(true);
    expect(onClock).not.toHaveBeenCalled();
  });

  test('it follows the pointer while a button is held, in whole minutes and within its bounds', () => {
    show(SESSION_ENDS);
    const track = slider().parentElement ?? host;
    track.setPointerCapture = vi.fn<() => void>();
    const point = (type: string, clientX: number, buttons: number) =>
      track.dispatchEvent(new PointerEvent(type, { clientX, buttons, bubbles: true }));
    point('pointermove', 10, 0);
    expect(onClock).not.toHaveBeenCalled();
    point('pointerdown', 40, 1);
    for (const x of [-500, 123, 5000]) point('pointermove', x, 1);
    const moments = onClock.mock.calls.map(([when]) => when);
    expect(moments).toHaveLength(4);
    expect(moments.every((when) => when % 60_000 === 0)).toBe(true);
    expect([moments[1], moments[3]]).toEqual([MIN, MAX]);
  });

  test('it shows the time, with its day when that is another', () => {
    show(SESSION_ENDS);
    expect(host.textContent).toBe('13:00');
    show(after(MIN, days(2)));
    expect(host.textContent).toBe('17 Jan 12:00');
  });
});
