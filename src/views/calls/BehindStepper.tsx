import { useEffect, useRef } from 'react';

import type { BehindRun } from '#content/calls/behindRuns.ts';
import { clampCursor, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';

import { Diagram } from '../diagram/Diagram.tsx';
import { Details } from '../inspector/Details.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Calls.module.css';

interface BehindStepperProps {
  readonly run: BehindRun;
  readonly cursor: Cursor;
  readonly tab: string | undefined;
  readonly backHref: string;
  readonly onStep: (step: StepId | undefined) => void;
  readonly onTab: (tab: string) => void;
}

/** The small run behind a row: the lab's diagram and inspector, and two buttons. */
export function BehindStepper({ run, cursor, tab, backHref, onStep, onTab }: BehindStepperProps) {
  const { trace, title } = run;
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where words and drawing stand side by side, the drawing follows.
    if (cursor === 0 || !matchMedia('(width >= 900px)').matches) return;
    stage.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const move = (to: Cursor) => () => {
    const place = clampCursor(trace, to);
    if (place !== cursor) onStep(stepAt(trace, place)?.id);
  };
  return (
    <div className={styles.stepper}>
      <div className={styles.stepperHead}>
        <h2>{title}</h2>
        <ButtonLink href={backHref}>All that goes on behind the scenes</ButtonLink>
      </div>
      <div className={styles.stage} ref={stage}>
        <Diagram title={title} telling={run} onStep={onStep} {...{ trace, cursor }} />
        {cursor === 0 && <p className={styles.invitation}>Press Next, or → on the keyboard.</p>}
      </div>
      <div className={styles.inspector}>
        <Inspector scenario={run} {...{ Details, trace, cursor, tab, onTab }} />
      </div>
      <div className={styles.transport} role="group" aria-label="Steps">
        <Button
          aria-keyshortcuts="ArrowLeft"
          aria-disabled={cursor === 0}
          onClick={move(cursor - 1)}
        >
          <Icon name="back" /> Back
        </Button>
        <Button
          kind="strong"
          aria-keyshortcuts="ArrowRight"
          aria-disabled={cursor === trace.steps.length}
          onClick={move(cursor + 1)}
        >
          Next <Icon name="next" />
        </Button>
        <Button
          aria-keyshortcuts="End"
          aria-disabled={cursor === trace.steps.length}
          onClick={move(trace.steps.length)}
        >
          <Icon name="last" /> To the end
        </Button>
        <span className={styles.place}>
          Step {cursor} of {trace.steps.length}
        </span>
      </div>
    </div>
  );
}
