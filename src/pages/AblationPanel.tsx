import { useMemo } from 'react';

import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { switchesOff } from '#study/ablation.ts';
import { Ablation } from '#views/ending/Ablation.tsx';
import { focusMain } from '#views/ui/focusMain.ts';

import { watch } from './guard.ts';

interface AblationPanelProps {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
}

/** The safeguards that stopped an attack, each to be switched off. */
export function AblationPanel({ scenario, knobs }: AblationPanelProps) {
  const switches = useMemo(
    () => switchesOff(scenario, knobs, (raw) => scenario.play(raw, { parsePolicy }).trace),
    [scenario, knobs],
  );
  return (
    <Ablation
      switches={switches}
      onSwitch={(chosen) => {
        focusMain();
        watch(chosen.knobs);
      }}
    />
  );
}
