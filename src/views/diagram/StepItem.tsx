import { memo } from 'react';
import type { KeyboardEvent } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';
import type { StepId } from '#engine/trace.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Diagram.module.css';
import type { RowPlace } from './layout.ts';

interface StepItemProps {
  readonly place: RowPlace;
  readonly telling: Telling;
  readonly isCurrent: boolean;
  readonly onStep: (step: StepId) => void;
  /** Whether Tab stops here: it stops at one step of the list, and the arrow keys go on from there. */
  readonly isStop: boolean;
}

/** Moves the focus to the step above or below by the arrow keys. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const to = {
    ArrowDown: item?.nextElementSibling,
    ArrowUp: item?.previousElementSibling,
  }[event.key];
  const next = to?.querySelector('button');
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** One step in words: a button over its row of the drawing. Remembered, since only two of them change with a step. */
export const StepItem = memo(function StepItem({
  place,
  telling,
  isCurrent,
  isStop,
  onStep,
}: StepItemProps) {
  const { step, top, height } = place;
  const { label, verdict } = narrate(step, telling);
  return (
    <li style={{ insetBlockStart: top, blockSize: height }}>
      <button
        type="button"
        className={styles.step}
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onStep(step.id)}
        onKeyDown={walk}
      >
        <Mark tone={verdict?.tone ?? 'work'} />
        <span className={styles.words}>
          {verdict && verdict.tone !== 'not-reached' && (
            <span className="visually-hidden">{verdict.word}: </span>
          )}
          {label}
        </span>
      </button>
    </li>
  );
});
