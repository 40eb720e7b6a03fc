import { BAR, Inside, Name } from './Bars.tsx';
import type { KeyLife } from './keyLives.ts';
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

const TIP = 10;

/** Long-term keys: bars that go on beyond the edge, unless somebody has ended them. */
export function KeyBars({ keys, scale, left, room, rowHeight, isNarrow }: KeyBarsProps) {
  return keys.map(({ id, name, endedAt }, row) => {
    const top = row * rowHeight + 5;
    const end = endedAt === undefined ? room : scale.place(endedAt);
    const isEndless = endedAt === undefined;
    return (
      <g key={id}>
        <Name {...{ left, top, isNarrow, name }} />
        <path
          className={styles.key}
          d={`M${left} ${top}h${Math.max(2, end - (isEndless ? TIP : 0))}${isEndless ? `l${TIP} ${BAR / 2}l${-TIP} ${BAR / 2}` : `v${BAR}`}H${left}z`}
        />
        {isNarrow && <Inside x={left} top={top} name={name} isDark />}
        {isEndless && !isNarrow && (
          <text className={styles.endless} x={left + 10} y={top + 15}>
            no end of its own
          </text>
        )}
      </g>
    );
  });
}
