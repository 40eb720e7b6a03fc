import { timeBeside } from '#content/words.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { Instant } from '#engine/time.ts';

import { RunsOn } from './RunsOn.tsx';
import { topOf } from './rows.ts';
import type { Rows } from './rows.ts';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

/** What bars are drawn with. */
export interface BarsProps {
  readonly lives: readonly Lifetime[];
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rows: Rows;
  /** How many rows stand above these. */
  readonly firstRow: number;
}

/** Why a link ends early, where it is not because of its session. */
const ENDS: Readonly<Record<string, string>> = {
  change: 'ends here because of the change',
  limit: 'never accepted: seven days are the most',
};

/** What is said of a life that goes on beyond the end of the axis. */
export const beyond = ({ until }: Lifetime, end: Instant): string | undefined =>
  until > end ? `until ${timeBeside(until, end)}` : undefined;

/** One bar a session; two a URL: as asked and in truth, with the bracket that shows why it ends early. */
export function Bars({ lives, scale, left, room, rows, firstRow }: BarsProps) {
  const end = scale.moment(room);
  const { bar, isNarrow } = rows;
  let row = firstRow;
  return lives.map((life) => {
    const top = topOf(rows, row);
    row += life.kind === 'url' ? 2 : 1;
    const from = Math.max(0, scale.place(life.from));
    const until = scale.place(life.until);
    const x = left + from;
    if (life.kind === 'session') {
      const ends = beyond(life, end);
      return ends === undefined ? (
        <rect
          key={life.id}
          className={styles.session}
          width={Math.max(2, until - from)}
          y={top}
          height={bar}
          rx={5}
          x={x}
        />
      ) : (
        <RunsOn key={life.id} className={styles.session} width={until - from} {...{ x, top, bar }}>
          {!isNarrow && ends}
        </RunsOn>
      );
    }
    const asked = scale.place(life.asked);
    const second = topOf(rows, row - 1);
    const because = ENDS[life.endedBy ?? ''] ?? 'ends here because the session ends here';
    const roomRight = asked - until;
    return (
      <g key={life.id}>
        <rect
          className={styles.asked}
          x={x}
          width={Math.max(2, asked - from)}
          y={top}
          height={bar}
          rx={5}
        />
        <rect
          className={styles.truth}
          x={x}
          width={Math.max(2, until - from)}
          y={second}
          height={bar}
          rx={5}
        />
        {life.endedBy !== undefined && (
          <>
            <rect
              className={styles.dead}
              x={left + until}
              width={roomRight}
              y={second}
              height={bar}
            />
            <line
              className={styles.bracket}
              x1={left + until}
              x2={left + until}
              y1={2}
              y2={second + bar + 2}
            />
            {!isNarrow && roomRight > 270 && (
              <text
                className={styles.because}
                x={left + until + Math.min(roomRight, room) / 2}
                y={second + bar - 5}
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
