import { useMemo } from 'react';

import type { RawKnobs } from '#content/knob.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';
import { goalOf } from '#study/flip/goal.ts';
import { sayChange } from '#study/flip/sayChange.ts';
import { Flip } from '#views/flip/Flip.tsx';
import { focusMain } from '#views/ui/focusMain.ts';

import { useFlip } from './useFlip.ts';

interface FlipPanelProps {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  readonly run: Run;
  /** A check that failed: the panel is there only where this is the one that decided. */
  readonly at?: StepId;
  readonly onApply: (knobs: RawKnobs) => void;
}

/** What would turn the end of a run around; nothing where it ends as it should. */
export function FlipPanel({ run: { trace }, at, ...rest }: FlipPanelProps) {
  const { scenario } = rest;
  const goal = useMemo(() => goalOf(scenario, trace), [scenario, trace]);
  const check = trace.steps.find(({ id }) => id === at);
  if (!goal || (check && (goal.kind === 'stop' || check.act.id !== goal.act))) return null;
  return <SearchedFlip does={goal.kind === 'stop' ? 'stops it' : 'flips it'} {...rest} />;
}

function SearchedFlip({
  scenario,
  knobs,
  does,
  onApply,
}: Pick<FlipPanelProps, 'scenario' | 'knobs' | 'onApply'> & { readonly does: string }) {
  const found = useFlip(scenario, knobs);
  const { changes = [], knobs: changed = knobs } = found?.flip ?? {};
  return (
    <Flip
      does={does}
      changes={found && changes.map((change) => sayChange(scenario.knobs, knobs, change))}
      onApply={() => {
        focusMain();
        onApply(changed);
      }}
    />
  );
}
