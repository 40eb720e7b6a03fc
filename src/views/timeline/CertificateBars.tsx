import { dayAndTime, timeBeside } from '#content/words.ts';

import { Inside, Name } from './Bars.tsx';
import type { CertificateLife } from './certificateLives.ts';
import { BAR, RunsOn } from './RunsOn.tsx';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface CertificateBarsProps {
  readonly lives: readonly CertificateLife[];
  readonly scale: TimeScale;
  readonly left: number;
  readonly room: number;
  readonly rowHeight: number;
  readonly isNarrow: boolean;
  /** How many rows stand above these. */
  readonly firstRow: number;
}

/** Certificates: how long each is valid, beside the sessions that it opened, which may outlive it. */
export function CertificateBars(props: CertificateBarsProps) {
  const { lives, scale, left, room, rowHeight, isNarrow, firstRow } = props;
  const [start, end] = [scale.moment(0), scale.moment(room)];
  return lives.map(({ id, name, from, until }, index) => {
    const top = (firstRow + index) * rowHeight + 5;
    const x = from <= start ? 0 : from >= end ? room - 2 : scale.place(from);
    const width = until <= start ? 2 : until > end ? room - x : scale.place(until) - x;
    return (
      <g key={id}>
        <Name {...{ left, top, isNarrow, name }} />
        {until > end ? (
          <RunsOn className={styles.certificate} x={left + x} {...{ width, top }}>
            {!isNarrow && width > 160 && `valid until ${timeBeside(until, end)}`}
          </RunsOn>
        ) : (
          <rect
            className={styles.certificate}
            x={left + x}
            y={top}
            width={Math.max(2, width)}
            height={BAR}
          />
        )}
        {until <= start && (
          <text className={styles.because} x={left + room - 4} y={top + 15} textAnchor="end">
            {isNarrow && `${name} `}ended {dayAndTime(until)}
          </text>
        )}
        {isNarrow && until > start && <Inside x={left + x} top={top} name={name} isDark />}
      </g>
    );
  });
}
