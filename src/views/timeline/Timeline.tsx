import type { ReactNode } from 'react';

import type { Scenario } from '#content/scenario.ts';
import { dayAndTime, timeBeside } from '#content/words.ts';
import { worldAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { useWidth } from '../ui/useWidth.ts';
import { Axis } from './Axis.tsx';
import { Bars } from './Bars.tsx';
import type { BarsProps } from './Bars.tsx';
import { CertificateBars } from './CertificateBars.tsx';
import { certificatesShown } from '#content/certificateLives.ts';
import type { CertificateLife } from '#content/certificateLives.ts';
import { ClockHandle } from './ClockHandle.tsx';
import { KeyBars } from './KeyBars.tsx';
import { keysIn } from './keyLives.ts';
import type { KeyLife } from './keyLives.ts';
import { lifeName } from '#content/lifeName.ts';
import { RowNames } from './RowNames.tsx';
import { MANY, rowsFor } from './rows.ts';
import { timeScale } from './scale.ts';
import { ticksOf } from './ticks.ts';
import styles from './Timeline.module.css';

interface TimelineProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly cursor: Cursor;
  /** The moment the clock knob stands at, and what it may be. */
  readonly clock: { readonly at: Instant; readonly min: Instant; readonly max: Instant };
  readonly onClock: (at: Instant) => void;
  /** The lifetimes of another run, and what draws them over these. */
  readonly beside?: Beside | undefined;
}

export interface Beside {
  readonly world: World;
  readonly draw: (place: BarsProps) => ReactNode;
}

/** Where there are many bars, they scroll, and by keys too. */
const SCROLLS = { role: 'group', 'aria-label': 'All lifetimes', tabIndex: 0 };

/** Lifetimes as bars with a draggable now: dragging it replays the run at that moment. */
export function Timeline({ scenario, trace, cursor, clock, onClock, beside }: TimelineProps) {
  const [frame, width] = useWidth<HTMLDivElement>(1100);
  const world = worldAt(trace, cursor);
  const whole = trace.steps.at(-1)?.world ?? trace.start;
  // Of the whole run: no bar moves when another joins it.
  const most = rowCount(scenario, trace, trace.steps.length);
  const rows = rowsFor(most, width);
  const left = rows.isNarrow ? 0 : 132;
  const room = Math.max(160, width - left - 28);
  const moments = momentsOf(whole, clock, beside);
  const scale = timeScale(moments, room, unitOf(whole, moments));
  const reach = scale.place(clock.min);
  const step = world.now !== clock.at && cursor > 0 ? scale.place(world.now) : undefined;
  const keys = keysIn(scenario, world);
  const certificates = certificatesShown(trace, cursor);
  const lives = lifetimesOf(world);
  const height = rows.head + Math.max(2, rowCount(scenario, trace, cursor)) * rows.row + 6;
  const ticks = ticksOf(scale, moments, room);
  const drawn = { width, height };
  const firstRow = keys.length + certificates.length;
  const bars = { firstRow, lives, scale, left, room, rows };
  const names = (
    <RowNames {...{ scenario, world, keys, certificates, lives, rows, left, room, scale }} />
  );
  return (
    <div className={styles.scroller} {...(most > MANY && SCROLLS)}>
      <div className={styles.frame} ref={frame}>
        <svg
          className={styles.drawing}
          role="img"
          aria-label={summaryOf(scenario, world, lives, [
            ...keysSaid(keys),
            ...certificatesSaid(certificates),
          ])}
          {...drawn}
        >
          <defs>
            <pattern
              id="dead"
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className={styles.hatch} width="2.4" height="7" />
            </pattern>
          </defs>
          <g transform={`translate(${left},0)`}>
            {reach > 0 && <rect className={styles.past} width={reach} height={height} />}
            {scale.breaks.map(({ left: x, right }) => (
              <rect key={x} className={styles.compressed} width={right - x} {...{ x, height }} />
            ))}
            {ticks.map(({ x }) => (
              <line key={x} className={styles.grid} x1={x} x2={x} y1={0} y2={height} />
            ))}
            {step !== undefined && (
              <line className={styles.stepLine} x1={step} x2={step} y1={0} y2={height} />
            )}
          </g>
          <KeyBars {...{ keys, scale, left, room, rows }} />
          <CertificateBars
            lives={certificates}
            firstRow={keys.length}
            {...{ scale, left, room, rows }}
          />
          <Bars {...bars} />
          {beside?.draw(bars)}
          <g transform={`translate(${left},0)`}>
            {scale.breaks.flatMap(({ left: start, right }) =>
              (right < room - 1 ? [start, right] : [start]).map((x) => (
                <BreakMark key={x} {...{ x, height }} />
              )),
            )}
          </g>
          {!rows.isNarrow && names}
        </svg>
        <ClockHandle
          label={`Clock: ${scenario.clockSays}`}
          text={valueText(scenario, whole, clock.at)}
          {...{ left, room, height, scale, clock, moments, onClock }}
        />
        {rows.isNarrow && (
          // Over the clock's line: no line goes through a name.
          <svg className={styles.names} aria-hidden="true" {...drawn}>
            {names}
          </svg>
        )}
        <Axis {...{ ticks, step, left, room }} />
      </div>
    </div>
  );
}

/** How many bars a run has up to a cursor. */
function rowCount(scenario: Scenario, trace: Trace, cursor: Cursor): number {
  const world = worldAt(trace, cursor);
  return lifetimesOf(world).reduce(
    (count, life) => count + (life.kind === 'url' ? 2 : 1),
    keysIn(scenario, world).length + certificatesShown(trace, cursor).length,
  );
}

/** Two strokes where the scale changes. */
const BreakMark = ({ x, height }: { x: number; height: number }) => (
  <path className={styles.break} d={`M${x - 4} ${height}l4-${height}M${x} ${height}l4-${height}`} />
);

/** Why a link ends early, where it is not because of its session. */
const WHY: Readonly<Record<string, string>> = {
  change: 'because of the change made then',
  limit: 'because S3 takes no link for more than seven days',
};

/** The moments that shape the scale, from the earliest issue on: none of them moves when the clock is dragged. */
function momentsOf(
  whole: World,
  clock: TimelineProps['clock'],
  beside: Beside | undefined,
): readonly Instant[] {
  const worlds = beside ? [whole, beside.world] : [whole];
  const lives = worlds
    .flatMap(lifetimesOf)
    .flatMap((life) =>
      life.kind === 'url' ? [life.from, life.until, life.asked] : [life.from, life.until],
    );
  const all = [clock.min, ...lives, clock.max].filter((at) => at <= clock.max);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** What must be readable, in milliseconds: the shortest life, or the whole axis where that is shorter. */
function unitOf(world: World, moments: readonly Instant[]): number {
  const lengths = lifetimesOf(world).flatMap((life) => [
    life.until - life.from,
    ...(life.kind === 'url' ? [life.asked - life.from] : []),
  ]);
  const axis = Number(moments.at(-1)) - Number(moments[0]);
  return Math.min(axis, ...lengths.filter((length) => length > 0));
}

const keysSaid = (keys: readonly KeyLife[]): readonly string[] =>
  keys.map(({ name, endedAt }) =>
    endedAt === undefined ? `${name}: no end of its own` : `${name}: ended ${dayAndTime(endedAt)}`,
  );

const certificatesSaid = (lives: readonly CertificateLife[]): readonly string[] =>
  lives.map(
    ({ name, from, until }) =>
      `${name.replace('cert.', 'certificate')}: valid from ${dayAndTime(from)} until ${dayAndTime(until)}`,
  );

function summaryOf(
  scenario: Scenario,
  world: World,
  lives: readonly Lifetime[],
  others: readonly string[],
): string {
  if (lives.length + others.length === 0) return 'Lifetimes: nothing lives yet.';
  const said = lives.map((life) => {
    const name = lifeName(scenario, world, life);
    if (life.kind === 'session') return `${name}: until ${dayAndTime(life.until)}`;
    const early =
      life.endedBy === undefined
        ? ''
        : `, but ends ${dayAndTime(life.until)} ${WHY[life.endedBy ?? ''] ?? 'because the session ends then'}`;
    return `${name}: asked for until ${dayAndTime(life.asked)}${early}`;
  });
  return `Lifetimes: ${[...others, ...said].join('; ')}.`;
}

/** The clock's value for a screen reader: the time, and who still lives then. */
function valueText(scenario: Scenario, world: World, at: Instant): string {
  const said = lifetimesOf(world).map(
    (life) =>
      `${lifeName(scenario, world, life)}: ${at > life.until ? 'ended' : 'until'} ${timeBeside(life.until, at)}`,
  );
  return [`${dayAndTime(at)} UTC`, ...said].join(', ');
}
