import { ENDLESS } from './keyLives.ts';
import type { KeyLife } from './keyLives.ts';
import { RunsOn } from './RunsOn.tsx';
import { topOf } from './rows.ts';
import type { Rows } from './rows.ts';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface KeyBarsProps {
  readonly keys: readonly KeyLife[];
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rows: Rows;
}

/** Long-term keys: bars that go on beyond the edge, unless somebody has ended them. */
export function KeyBars({ keys, scale, left, room, rows }: KeyBarsProps) {
  const { bar, isNarrow } = rows;
  return keys.map(({ id, endedAt }, row) => {
    const top = topOf(rows, row);
    return endedAt === undefined ? (
      <RunsOn key={id} className={styles.key} x={left} width={room} {...{ top, bar }}>
        {!isNarrow && ENDLESS}
      </RunsOn>
    ) : (
      <rect
        key={id}
        className={styles.key}
        x={left}
        y={top}
        width={Math.max(2, scale.place(endedAt))}
        height={bar}
      />
    );
  });
}
