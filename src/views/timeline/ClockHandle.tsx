import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

import { clockTime, calendarDay } from '#content/words.ts';
import { after, minutes, seconds } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface ClockHandleProps {
  readonly left: number;
  readonly room: number;
  readonly height: number;
  readonly scale: TimeScale;
  readonly clock: { readonly at: Instant; readonly min: Instant; readonly max: Instant };
  readonly moments: readonly Instant[];
  /** What the clock turns. */
  readonly label: string;
  readonly text: string;
  readonly onClock: (at: Instant) => void;
}

/** How far one key press moves the clock. */
export const TICK = minutes(5);

/** A moment moved by some ticks, on whole ticks, within its bounds. */
export function tickFrom({ at, min, max }: ClockHandleProps['clock'], count: number): Instant {
  const step = TICK * 1000;
  const onGrid = count > 0 ? Math.floor(at / step) : Math.ceil(at / step);
  const moved = after(0 as Instant, seconds((onGrid + count) * TICK));
  return moved < min ? min : moved > max ? max : moved;
}

/** The next moment that matters after the clock, or the one before it: a second past an end, so that it is over. */
export function eventFrom(
  { at, min, max }: ClockHandleProps['clock'],
  moments: readonly Instant[],
  direction: 1 | -1,
): Instant {
  const stops = moments
    .flatMap((moment) => [moment, after(moment, seconds(1))])
    .filter((stop) => stop >= min && stop <= max);
  const found =
    direction > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  return found ?? (direction > 0 ? max : min);
}

/** The draggable now: a slider by pointer and by keys. Page keys are left to the run, for clickers. */
export function ClockHandle({
  left,
  room,
  height,
  scale,
  clock,
  moments,
  label,
  text,
  onClock,
}: ClockHandleProps) {
  const frame = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const x = scale.place(clock.at);
  const shown = `${calendarDay(clock.at) === calendarDay(clock.min) ? '' : `${calendarDay(clock.at)} `}${clockTime(clock.at)}`;
  const drag = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const at = scale.moment(Math.max(0, Math.min(room, event.clientX - box.left)));
    const minute = Math.round(at / 60_000) * 60_000;
    // A whole minute near a moment is a moment.
    onClock(Math.max(clock.min, Math.min(clock.max, minute)) as Instant);
  };
  const press = (event: KeyboardEvent): void => {
    const count = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const end = { Home: clock.min, End: clock.max }[event.key];
    if (count === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (end !== undefined) onClock(end);
    else if (count !== undefined) {
      const direction = count > 0 ? 1 : -1;
      onClock(event.shiftKey ? eventFrom(clock, moments, direction) : tickFrom(clock, count));
    }
  };
  return (
    <div
      className={styles.track}
      ref={frame}
      style={{ insetInlineStart: left, inlineSize: room, blockSize: height }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Else the browser selects text from here, and the next drag carries that text away.
        event.preventDefault();
        slider.current?.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onDragStart={(event) => event.preventDefault()}
      onPointerMove={(event) => {
        if (event.buttons === 1) drag(event);
      }}
    >
      <div
        className={styles.now}
        ref={slider}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.round((clock.max - clock.min) / 60_000)}
        aria-valuenow={Math.round((clock.at - clock.min) / 60_000)}
        aria-valuetext={text}
        style={{ insetInlineStart: x, blockSize: height }}
        onKeyDown={press}
      >
        <span className={styles.head}>
          <span className={styles.grip} aria-hidden="true" />
          <span className={styles.flag} data-side={x > room - 110 ? 'left' : 'right'}>
            {shown}
          </span>
        </span>
      </div>
    </div>
  );
}
