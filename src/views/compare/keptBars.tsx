import type { BarsProps } from '../timeline/Bars.tsx';
import { topOf } from '../timeline/rows.ts';
import styles from './Compare.module.css';
import type { LifeBeside } from './livesBeside.ts';

/** The bars of the kept run as frames over those of the new one, with a mark where one ends at another time. */
export const keptBars = (beside: readonly LifeBeside[]) => (place: BarsProps) => {
  const { lives, scale, left, room, rows, firstRow } = place;
  let row = firstRow;
  return lives.map((life) => {
    row += life.kind === 'url' ? 2 : 1;
    const before = beside.find(({ now }) => now?.id === life.id)?.kept;
    if (!before) return null;
    const top = topOf(rows, row - 1);
    const from = Math.max(0, scale.place(before.from));
    const until = scale.place(before.until);
    const end = left + until;
    return (
      <g key={life.id}>
        <rect
          className={styles.keptBar}
          x={left + from}
          width={Math.max(2, until - from)}
          y={top - 2.5}
          height={rows.bar + 5}
          rx={6}
        />
        {before.until !== life.until && scale.moment(room) >= before.until && (
          <>
            <path className={styles.keptEdge} d={`M${end} ${top - 6}v${rows.bar + 12}`} />
            <path className={styles.keptEnd} d={`M${end} ${top - 6}v${rows.bar + 12}`} />
          </>
        )}
      </g>
    );
  });
};
