import { useEffect, useRef } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { Layer } from '../ui/Layer.tsx';
import styles from './Layers.module.css';

interface GoToProps {
  readonly trace: Trace;
  readonly telling: Telling;
  readonly current: StepId | undefined;
  readonly onStep: (step: StepId) => void;
  readonly onClose: () => void;
}

/** Every step of the run by number and name. */
export function GoTo({ trace, telling, current, onStep, onClose }: GoToProps) {
  const chosen = useRef<HTMLButtonElement>(null);
  useEffect(() => chosen.current?.focus(), []);
  const focused = current ?? trace.steps[0]?.id;
  return (
    <Layer title="Go to a step" onClose={onClose}>
      <ol className={styles.steps}>
        {trace.steps.map((step, index) => (
          <li key={step.id}>
            <button
              type="button"
              className={styles.step}
              ref={step.id === focused ? chosen : undefined}
              aria-current={step.id === current ? 'step' : undefined}
              onClick={() => {
                onStep(step.id);
                onClose();
              }}
            >
              <span>{index + 1}</span> {narrate(step, telling).label}
            </button>
          </li>
        ))}
      </ol>
    </Layer>
  );
}
