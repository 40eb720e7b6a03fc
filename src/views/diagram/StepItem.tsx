import { memo } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Party } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Diagram.module.css';
import type { RowPlace } from './layout.ts';

interface StepItemProps {
  readonly place: RowPlace;
  readonly parties: readonly Party[];
  readonly isCurrent: boolean;
  readonly onStep: (step: StepId) => void;
}

/** One step in words: a button over its row of the drawing. Remembered, since only two of them change with a step. */
export const StepItem = memo(function StepItem({
  place,
  parties,
  isCurrent,
  onStep,
}: StepItemProps) {
  const { step, top, height } = place;
  const { label, verdict } = narrate(step, parties);
  return (
    <li style={{ insetBlockStart: top, blockSize: height }}>
      <button
        type="button"
        className={styles.step}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={() => onStep(step.id)}
      >
        <Mark tone={verdict?.tone ?? 'work'} />
        <span className={styles.words}>
          {verdict && <span className="visually-hidden">{verdict.word}: </span>}
          {label}
        </span>
      </button>
    </li>
  );
});
