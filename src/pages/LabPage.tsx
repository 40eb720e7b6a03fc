import { Suspense, lazy, use, useEffect } from 'react';

import { NO_SUCH_KNOB, changedKnobs } from '#content/knob.ts';
import { CATALOGUE, findListed } from '#content/scenarios/catalogue.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import type { Scenario } from '#content/scenario.ts';
import { addNotice, setKnobs } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { Bench } from './Bench.tsx';

const MissingPage = lazy(() =>
  import('./MissingPage.tsx').then((module) => ({ default: module.MissingPage })),
);

const loading = new Map<Listed, Promise<Scenario>>();

/** A scenario's promise, the same each time it is asked for. */
function scenarioOf(listed: Listed): Promise<Scenario> {
  const known = loading.get(listed);
  if (known) return known;
  const asked = listed.load();
  loading.set(listed, asked);
  return asked;
}

/** A lab's page: finds the scenario its place names. */
export function LabPage({ place }: { readonly place: LabPlace }) {
  const listed = findListed(place.lab, place.scenario);
  useEffect(() => {
    if (!listed) document.title = 'Not found · Shortlived';
  }, [listed]);
  if (!listed) {
    return (
      <Suspense>
        <MissingPage asked={`lab/${place.lab}/${place.scenario}`} />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<main>Opening the lab…</main>}>
      <OpenScenario key={listed.id} listed={listed} place={place} />
    </Suspense>
  );
}

/** One scenario of a lab; suspends until it is loaded. */
function OpenScenario({ listed, place }: { readonly listed: Listed; readonly place: LabPlace }) {
  const scenario = use(scenarioOf(listed));
  useEffect(() => {
    document.title = `${scenario.title} · Shortlived`;
    const changed = changedKnobs(scenario.knobs, place.knobs);
    const names = Object.keys(place.knobs);
    if (names.some((name) => !Object.hasOwn(scenario.knobs, name))) addNotice(NO_SUCH_KNOB);
    // A link may name knobs that stand at their start: they are no changes.
    if (Object.keys(changed).length < names.length) setKnobs(changed);
  }, [scenario, place.knobs]);
  return <Bench scenario={scenario} place={place} scenarios={LISTS[listed.lab] ?? []} />;
}

/** The lists of the labs: the same array each time. */
const LISTS: Readonly<Partial<Record<string, readonly Listed[]>>> = Object.fromEntries(
  CATALOGUE.map(({ lab }) => [lab, CATALOGUE.filter((listed) => listed.lab === lab)]),
);
