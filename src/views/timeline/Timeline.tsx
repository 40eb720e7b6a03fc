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
import { Bars } from './Bars.tsx';
import { CertificateBars } from './CertificateBars.tsx';
import { certificatesShown } from './certificateLives.ts';
import type { CertificateLife } from './certificateLives.ts';
import { ClockHandle } from './ClockHandle.tsx';
import { KeyBars } from './KeyBars.tsx';
import { keysIn } from './keyLives.ts';
import type { KeyLife } from './keyLives.ts';
import { lifeName } from './lifeName.ts';
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
}

const ROW = 31;
/** What the words “this step” and a label beside them need. */
const STEP_ROOM = 80;

/** Lifetimes as bars with a draggable now: dragging it replays the run at that moment. */
export function Timeline({ scenario, trace, cursor, clock, onClock }: TimelineProps) {
  const [frame, width] = useWidth<HTMLDivElement>(1100);
  const isNarrow = width < 560;
  const left = isNarrow ? 0 : 132;
  const room = Math.max(160, width - left - 28);
  const world = worldAt(trace, cursor);
  const whole = trace.steps.at(-1)?.world ?? trace.start;
  const moments = momentsOf(whole, clock);
  const scale = timeScale(moments, room, unitOf(whole, moments));
  const reach = scale.place(clock.min);
  const step = world.now !== clock.at && cursor > 0 ? scale.place(world.now) : undefined;
  const keys = keysIn(scenario, world);
  const certificates = certificatesShown(trace, cursor);
  const lives = lifetimesOf(world);
  const first = keys.length + certificates.length;
  const rows = lives.reduce((count, life) => count + (life.kind === 'url' ? 2 : 1), first);
  const height = Math.max(2, rows) * ROW + 6;
  return (
    <div className={styles.frame} ref={frame}>
      <svg
        className={styles.drawing}
        width={width}
        height={height + 20}
        role="img"
        aria-label={summaryOf(scenario, world, lives, [
          ...keysSaid(keys),
          ...certificatesSaid(certificates),
        ])}
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
          {ticksOf(scale, moments, room).map(({ x, text }) => (
            <g key={x}>
              <line className={styles.grid} x1={x} x2={x} y1={0} y2={height} />
              {(step === undefined || Math.abs(x - step) > STEP_ROOM) && (
                <text
                  className={styles.tick}
                  x={x}
                  y={height + 14}
                  textAnchor={x < 20 ? 'start' : x > room - 30 ? 'end' : 'middle'}
                >
                  {text}
                </text>
              )}
            </g>
          ))}
          {step !== undefined && <StepNow x={step} {...{ height, room }} />}
        </g>
        <KeyBars keys={keys} {...{ scale, left, room, rowHeight: ROW, isNarrow }} />
        <CertificateBars
          lives={certificates}
          firstRow={keys.length}
          {...{ scale, left, room, rowHeight: ROW, isNarrow }}
        />
        <Bars
          lives={lives}
          firstRow={first}
          nameOf={(life) => lifeName(scenario, world, life)}
          {...{ scale, left, room, rowHeight: ROW, isNarrow }}
        />
        <g transform={`translate(${left},0)`}>
          {scale.breaks.flatMap(({ left: start, right }) =>
            (right < room - 1 ? [start, right] : [start]).map((x) => (
              <BreakMark key={x} {...{ x, height }} />
            )),
          )}
        </g>
      </svg>
      <ClockHandle
        left={left}
        room={room}
        height={height}
        scale={scale}
        clock={clock}
        moments={moments}
        label={`Clock: ${scenario.clockSays}`}
        text={valueText(scenario, whole, clock.at)}
        onClock={onClock}
      />
    </div>
  );
}

/** AWS's clock at the step one looks at, where the clock below has gone further. */
function StepNow({ x, height, room }: { x: number; height: number; room: number }) {
  const isLeft = x > room - 80;
  return (
    <g className={styles.step}>
      <line x1={x} x2={x} y1={0} y2={height} />
      <path d={`M${x} ${height}l-5 7h10z`} />
      <text x={isLeft ? x - 8 : x + 8} y={height + 14} textAnchor={isLeft ? 'end' : 'start'}>
        this step
      </text>
    </g>
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
function momentsOf(world: World, clock: TimelineProps['clock']): readonly Instant[] {
  const lives = lifetimesOf(world).flatMap((life) =>
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
