import { Suspense, lazy } from 'react';

import type { RawKnobs } from '#content/knob.ts';
import type { Variation } from '#content/scenario.ts';
import { nextAfter } from '#content/scenarios/catalogue.ts';
import { closeActs } from '#stores/opened.ts';
import { judge, moveTo, setKnobs } from '#stores/stage.ts';
import { Ending } from '#views/ending/Ending.tsx';

import { endQuestion } from './endQuestion.ts';
import { listedTitle } from './listedTitle.ts';
import { MECHANISMS_START } from './mechanismsRoute.ts';
import { formatRoute } from './route.ts';
import type { Scene } from './useRun.ts';

const FlipPanel = lazy(() =>
  import('./FlipPanel.tsx').then((module) => ({ default: module.FlipPanel })),
);

const AblationPanel = lazy(() =>
  import('./AblationPanel.tsx').then((module) => ({ default: module.AblationPanel })),
);

/** Plays another setting of the knobs from the start. */
function restart(knobs: RawKnobs): void {
  setKnobs(knobs);
  moveTo(undefined);
}

/** Plays another way to see it: what comes of it waits again, where outcomes wait. */
function tellAnew({ knobs }: Variation, { isGated }: Scene): void {
  if (isGated) closeActs();
  restart(knobs);
}

/** The stories that ask why a certificate, and not something else. */
const ASKS_WHY: readonly string[] = ['key-file', 'whole-journey', 'stolen-disk'];

const COMPARISON = {
  title: 'Why not SAML, OIDC or an access key? One job, four ways',
  href: formatRoute({ place: { ...MECHANISMS_START, view: 'compare' } }),
};

/** The end of a run: what would turn it around, one question, other ways to see it, and the scenario that comes next. */
export function RunEnd({
  scene,
  knobs,
  onFlip,
}: {
  readonly scene: Scene;
  readonly knobs: RawKnobs;
  readonly onFlip: (knobs: RawKnobs) => void;
}) {
  const { scenario, run } = scene;
  const next = nextAfter(scenario);
  return (
    <Ending
      scenario={scenario}
      trace={run.trace}
      knobs={knobs}
      questionHref={endQuestion(scene)}
      predictHref={formatRoute({
        place: {
          page: 'quiz',
          view: 'predict',
          scope: `${scenario.lab}.${scenario.id}`,
        },
      })}
      next={
        next && {
          title: listedTitle(next, scene.isGated),
          href: formatRoute({
            place: { page: 'lab', lab: next.lab, scenario: next.id, knobs: {}, mode: 'study' },
          }),
        }
      }
      beside={ASKS_WHY.includes(scenario.id) ? COMPARISON : undefined}
      onVariation={(variation) => tellAnew(variation, scene)}
      onJudge={() => judge(scenario, knobs)}
    >
      <Suspense>
        <FlipPanel {...{ scenario, run, knobs }} onApply={onFlip} />
        {scenario.attacker !== undefined && <AblationPanel {...{ scenario, knobs }} />}
      </Suspense>
    </Ending>
  );
}
