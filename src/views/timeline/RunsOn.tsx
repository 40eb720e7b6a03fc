import styles from './Timeline.module.css';

export const BAR = 20;

const TIP = 10;

interface RunsOnProps {
  readonly className: string | undefined;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** What is said at its tip. */
  readonly children: React.ReactNode;
}

/** A bar with a tip: it runs on beyond the edge. */
export function RunsOn({ className, x, width, top, children }: RunsOnProps) {
  const body = Math.max(2, width - TIP);
  return (
    <>
      <path
        className={className}
        d={`M${x} ${top}h${body}l${TIP} ${BAR / 2}l${-TIP} ${BAR / 2}H${x}z`}
      />
      <text className={styles.endless} x={x + body - 6} y={top + 15} textAnchor="end">
        {children}
      </text>
    </>
  );
}
