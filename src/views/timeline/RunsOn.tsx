import styles from './Timeline.module.css';

const TIP = 10;

interface RunsOnProps {
  readonly bar: number;
  readonly className: string | undefined;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** What is said at its tip. */
  readonly children: React.ReactNode;
}

/** A bar with a tip: it runs on beyond the edge. */
export function RunsOn({ className, x, width, top, bar, children }: RunsOnProps) {
  const body = Math.max(2, width - TIP);
  return (
    <>
      <path
        className={className}
        d={`M${x} ${top}h${body}l${TIP} ${bar / 2}l${-TIP} ${bar / 2}H${x}z`}
      />
      <text className={styles.endless} x={x + body - 6} y={top + bar - 5} textAnchor="end">
        {children}
      </text>
    </>
  );
}
