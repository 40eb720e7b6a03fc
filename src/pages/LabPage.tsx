import { Suspense, lazy, useEffect } from 'react';

import { NO_SUCH_KNOB, changedKnobs } from '#content/knob.ts';
import { SCENARIOS, findScenario } from '#content/scenarios/all.ts';
import { addNotice, setKnobs } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { Bench } from './Bench.tsx';

const MissingPage = lazy(() =>
  import('./MissingPage.tsx').then((module) => ({ default: module.MissingPage })),
);

/** A lab's page: finds the scenario its place names. */
export function LabPage({ place }: { readonly place: LabPlace }) {
  const scenario = findScenario(place.lab, place.scenario);
  useEffect(() => {
    if (!scenario) {
      document.title = 'Not found · Shortlived';
      return;
    }
    document.title = `${scenario.title} · Shortlived`;
    const changed = changedKnobs(scenario.knobs, place.knobs);
    const names = Object.keys(place.knobs);
    if (names.some((name) => !Object.hasOwn(scenario.knobs, name))) addNotice(NO_SUCH_KNOB);
    // A link may name knobs that stand at their start: they are no changes.
    if (Object.keys(changed).length < names.length) setKnobs(changed);
  }, [scenario, place.knobs]);
  if (!scenario) {
    return (
      <Suspense>
        <MissingPage asked={`lab/${place.lab}/${place.scenario}`} />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<main>Opening the lab…</main>}>
      <Bench
        key={scenario.id}
        scenario={scenario}
        place={place}
        scenarios={SCENARIOS.filter(({ lab }) => lab === scenario.lab)}
      />
    </Suspense>
  );
}
