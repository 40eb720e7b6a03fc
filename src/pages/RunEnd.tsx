import type { RawKnobs } from '#content/knob.ts';
import { moveTo, setKnobs } from '#stores/stage.ts';
import { Ending } from '#views/ending/Ending.tsx';

import { endQuestion } from './endQuestion.ts';
import type { Scene } from './useRun.ts';

/** The end of a run: one question, and other ways to see it. */
export function RunEnd({ scene, knobs }: { readonly scene: Scene; readonly knobs: RawKnobs }) {
  return (
    <Ending
      scenario={scene.scenario}
      trace={scene.run.trace}
      knobs={knobs}
      questionHref={endQuestion(scene)}
      onVariation={(variation) => {
        setKnobs(variation.knobs);
        moveTo(undefined);
      }}
    />
  );
}
