import { Inside, Name } from './Bars.tsx';
import type { KeyLife } from './keyLives.ts';
import { BAR, RunsOn } from './RunsOn.tsx';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface KeyBarsProps {
  readonly keys: readonly KeyLife[];
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rowHeight: number;
  readonly isNarrow: boolean;
}

/** Long-term keys: bars that go on beyond the edge, unless somebody has ended them. */
export function KeyBars({ keys, scale, left, room, rowHeight, isNarrow }: KeyBarsProps) {
  return keys.map(({ id, name, endedAt }, row) => {
    const top = row * rowHeight + 5;
    return (
      <g key={id}>
        <Name {...{ left, top, isNarrow, name }} />
        {endedAt === undefined ? (
          <RunsOn className={styles.key} x={left} width={room} {...{ top }}>
            {!isNarrow && 'no end of its own'}
          </RunsOn>
        ) : (
          <rect
            className={styles.key}
            x={left}
            y={top}
            width={Math.max(2, scale.place(endedAt))}
            height={BAR}
          />
        )}
        {isNarrow && <Inside x={left} top={top} name={name} isDark />}
      </g>
    );
  });
}
