import { endOutside } from '#content/certificateLives.ts';
import type { CertificateLife } from '#content/certificateLives.ts';
import { RunsOn } from './RunsOn.tsx';
import { topOf } from './rows.ts';
import type { Rows } from './rows.ts';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface CertificateBarsProps {
  readonly lives: readonly CertificateLife[];
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rows: Rows;
  /** How many rows stand above these. */
  readonly firstRow: number;
}

/** Certificates: how long each is valid, beside the sessions that it opened, which may outlive it. */
export function CertificateBars(props: CertificateBarsProps) {
  const { lives, scale, left, room, rows, firstRow } = props;
  const { bar, isNarrow } = rows;
  const [start, end] = [scale.moment(0), scale.moment(room)];
  return lives.map((life, index) => {
    const { id, from, until } = life;
    const top = topOf(rows, firstRow + index);
    const x = from <= start ? 0 : from >= end ? room - 2 : scale.place(from);
    const width = until <= start ? 2 : until > end ? room - x : scale.place(until) - x;
    const says = isNarrow ? undefined : endOutside(life, start, end);
    return (
      <g key={id}>
        {until > end ? (
          <RunsOn className={styles.certificate} x={left + x} {...{ width, top, bar }}>
            {width > 160 && says}
          </RunsOn>
        ) : (
          <rect
            className={styles.certificate}
            x={left + x}
            y={top}
            width={Math.max(2, width)}
            height={bar}
          />
        )}
        {until <= start && (
          <text className={styles.because} x={left + room - 4} y={top + bar - 5} textAnchor="end">
            {says}
          </text>
        )}
      </g>
    );
  });
}
