import type { Tick } from './ticks.ts';
import styles from './Timeline.module.css';

interface AxisProps {
  readonly ticks: readonly Tick[];
  /** Where the step one looks at stands, unless the clock stands there, too. */
  readonly step: number | undefined;
  readonly left: number;
  readonly room: number;
}

export const AXIS = 20;

/** What the words “this step” and a label beside them need. */
const STEP_ROOM = 80;

/** The times under the bars: it stays in sight where many bars scroll. */
export function Axis({ ticks, step, left, room }: AxisProps) {
  const shown = ticks.filter(({ x }) => step === undefined || Math.abs(x - step) > STEP_ROOM);
  return (
    <svg className={styles.axis} width={left + room + 28} height={AXIS} aria-hidden="true">
      <g transform={`translate(${left},0)`}>
        {shown.map(({ x, text }) => (
          <text
            key={x}
            className={styles.tick}
            x={x}
            y={14}
            textAnchor={x < 20 ? 'start' : x > room - 30 ? 'end' : 'middle'}
          >
            {text}
          </text>
        ))}
        {step !== undefined && <StepNow x={step} isLeft={step > room - 80} />}
      </g>
    </svg>
  );
}

/** AWS's clock at the step one looks at, where the clock has gone further. */
function StepNow({ x, isLeft }: { readonly x: number; readonly isLeft: boolean }) {
  return (
    <g className={styles.step}>
      <path d={`M${x} 0l-5 7h10z`} />
      <text x={isLeft ? x - 8 : x + 8} y={14} textAnchor={isLeft ? 'end' : 'start'}>
        this step
      </text>
    </g>
  );
}
