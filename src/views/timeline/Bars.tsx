import { timeBeside } from '#content/words.ts';
import type { Lifetime } from '#engine/lifetimes.ts';

import { BAR, RunsOn } from './RunsOn.tsx';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface BarsProps {
  readonly lives: readonly Lifetime[];
  readonly nameOf: (life: Lifetime) => string;
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rowHeight: number;
  readonly isNarrow: boolean;
  /** How many rows stand above these. */
  readonly firstRow: number;
}

/** Why a link ends early, where it is not because of its session. */
const ENDS: Readonly<Record<string, string>> = {
  change: 'ends here because of the change',
  limit: 'never accepted: seven days are the most',
};

/** One bar a session; two a URL: as asked and in truth, with the bracket that shows why it ends early. */
export function Bars({
  lives,
  nameOf,
  scale,
  left,
  room,
  rowHeight,
  isNarrow,
  firstRow,
}: BarsProps) {
  const end = scale.moment(room);
  let row = firstRow;
  return lives.map((life) => {
    const top = row * rowHeight + 5;
    row += life.kind === 'url' ? 2 : 1;
    const from = Math.max(0, scale.place(life.from));
    const until = scale.place(life.until);
    const name = nameOf(life);
    if (life.kind === 'session') {
      return (
        <Session
          key={life.id}
          x={left + from}
          width={until - from}
          ends={life.until > end ? `until ${timeBeside(life.until, end)}` : undefined}
          {...{ left, top, isNarrow, name }}
        />
      );
    }
    const asked = scale.place(life.asked);
    const second = top + rowHeight;
    const early = life.endedBy !== undefined;
    const because = ENDS[life.endedBy ?? ''] ?? 'ends here because the session ends here';
    const roomRight = asked - until;
    return (
      <g key={life.id}>
        <Name {...{ left, top, isNarrow }} name={`${name}, as asked`} />
        <rect
          className={styles.asked}
          x={left + from}
          width={Math.max(2, asked - from)}
          y={top}
          height={BAR}
          rx={5}
        />
        {isNarrow && <Inside x={left + from} top={top} name={`${name}, as asked`} />}
        <Name {...{ left, isNarrow }} top={second} name={`${name}, in truth`} />
        <rect
          className={styles.truth}
          x={left + from}
          width={Math.max(2, until - from)}
          y={second}
          height={BAR}
          rx={5}
        />
        {isNarrow && <Inside x={left + from} top={second} name={`${name}, in truth`} isDark />}
        {early && (
          <>
            <rect
              className={styles.dead}
              x={left + until}
              width={roomRight}
              y={second}
              height={BAR}
            />
            <line
              className={styles.bracket}
              x1={left + until}
              x2={left + until}
              y1={2}
              y2={second + BAR + 2}
            />
            {!isNarrow && roomRight > 270 && (
              <text
                className={styles.because}
                x={left + until + Math.min(roomRight, room) / 2}
                y={second + 15}
                textAnchor="middle"
              >
                {because}
              </text>
            )}
          </>
        )}
      </g>
    );
  });
}

interface SessionProps extends NameProps {
  readonly x: number;
  readonly width: number;
  /** When it ends, where that lies beyond the edge. */
  readonly ends: string | undefined;
}

function Session({ x, width, ends, ...name }: SessionProps) {
  const { top, isNarrow } = name;
  return (
    <g>
      <Name {...name} />
      {ends === undefined ? (
        <rect
          className={styles.session}
          width={Math.max(2, width)}
          y={top}
          height={BAR}
          rx={5}
          {...{ x }}
        />
      ) : (
        <RunsOn className={styles.session} {...{ x, width, top }}>
          {!isNarrow && ends}
        </RunsOn>
      )}
      {isNarrow && <Inside name={name.name} isDark {...{ x, top }} />}
    </g>
  );
}

interface NameProps {
  readonly left: number;
  readonly top: number;
  readonly name: string;
  readonly isNarrow: boolean;
}

export function Name({ left, top, name, isNarrow }: NameProps) {
  if (isNarrow) return null;
  return (
    <text
      className={styles.name}
      x={0}
      y={top + 15}
      textLength={name.length > 20 ? left - 8 : undefined}
      lengthAdjust="spacingAndGlyphs"
    >
      {name}
    </text>
  );
}

export function Inside({
  x,
  top,
  name,
  isDark = false,
}: {
  x: number;
  top: number;
  name: string;
  isDark?: boolean;
}) {
  return (
    <text className={styles.inside} data-dark={isDark} x={x + 8} y={top + 15}>
      {name}
    </text>
  );
}
