import { Suspense, useEffect } from 'react';

import { changedKnobs } from '#content/knob.ts';
import { SCENARIOS, findScenario } from '#content/scenarios/all.ts';
import { setKnobs } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { Bench } from './Bench.tsx';
import { MissingPage } from './MissingPage.tsx';

/** A lab's page: finds the scenario its place names. */
export function LabPage({ place }: { readonly place: LabPlace }) {
  const scenario = findScenario(place.lab, place.scenario);
  useEffect(() => {
    if (!scenario) return;
    document.title = `${scenario.title} · Shortlived`;
    const changed = changedKnobs(scenario.knobs, place.knobs);
    // A link may name knobs that stand at their start: they are no changes.
    if (Object.keys(changed).length < Object.keys(place.knobs).length) setKnobs(changed);
  }, [scenario, place.knobs]);
  if (!scenario) return <MissingPage asked={`lab/${place.lab}/${place.scenario}`} />;
  return (
    <Suspense fallback={<main>Opening the lab…</main>}>
      <Bench key={scenario.id} scenario={scenario} place={place} scenarios={SCENARIOS.filter(({ lab }) => lab === scenario.lab)} />
    </Suspense>
  );
}
