import type { Party } from '#content/scenario.ts';

import { Lines } from '../diagram/Lines.tsx';
import styles from './Compare.module.css';

interface TwinHeadsProps {
  readonly lanes: readonly Party[];
  readonly centres: readonly number[];
  readonly width: number;
  readonly column: number;
  readonly gap: number;
}

/** The names over the lanes, once over each drawing. */
export function TwinHeads({ lanes, centres, width, column, gap }: TwinHeadsProps) {
  const room = Math.min(130, (column / lanes.length) * 0.94);
  return (
    <svg className={styles.heads} width={width} height={40} aria-hidden="true">
      {[0, column + gap].flatMap((left) =>
        lanes.map(({ id, name }, index) => {
          const x = left + (centres[index] ?? 0);
          return (
            <g key={`${id} ${left}`}>
              <rect
                className={styles.head}
                x={x - room / 2}
                y={2}
                width={room}
                height={34}
                rx={9}
              />
              <text className={styles.name} textAnchor="middle" x={x} y={24}>
                <Lines text={name} x={x} room={room - 6} scale={1} />
              </text>
            </g>
          );
        }),
      )}
    </svg>
  );
}
