import { clampCursor } from '#engine/cursor.ts';
import { changeSettings } from '#stores/settings.ts';
import { openActs, runName } from '#stores/opened.ts';
import { setGate } from '#stores/stage.ts';
import { Button } from '#views/ui/Button.tsx';

import type { Scene } from './useRun.ts';

/** The acts of which more is on screen than the request. */
const shownActs = ({ run: { trace }, cursor }: Scene) => {
  const seen = trace.steps.slice(0, clampCursor(trace, cursor));
  return seen.flatMap(({ act, row }) => (row === 'call' ? [] : act.id));
};

/** Turns on and off that outcomes wait for a prediction. What is on screen already waits for none. */
export function GateSwitch({ scene }: { readonly scene: Scene }) {
  const { scenario, isGated } = scene;
  return (
    <Button
      kind="chip"
      aria-pressed={isGated}
      title="Outcomes wait until you have said what you expect"
      onClick={() => {
        if (!isGated) openActs(runName(scenario), shownActs(scene));
        const gate = isGated ? 'off' : 'on';
        changeSettings({ gate });
        setGate(gate);
      }}
    >
      Predict first
    </Button>
  );
}
