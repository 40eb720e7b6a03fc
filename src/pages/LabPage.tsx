import { Suspense, lazy, use, useDeferredValue, useEffect, useMemo, useState } from 'react';

import { NO_SUCH_KNOB, changedKnobs, isUnknown } from '#content/knob.ts';
import { CATALOGUE, findListed } from '#content/scenarios/catalogue.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import { addNotice, setKnobs } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { arriving } from '#views/ui/arriving.tsx';
import { Bench } from './Bench.tsx';
import { keptFor } from '#views/ui/kept.ts';
import { PAGES, storyOf } from './loaders.ts';
import { resting } from './resting.ts';
import { useAwake } from './useAwake.ts';

/** A run compared, embedded or handed out. */
const LabOther = lazy(() =>
  import('./LabOther.tsx').then((module) => ({ default: module.LabOther })),
);

const MissingPage = arriving(PAGES.missing);

const readyOf = keptFor(loadReady);

/** A lab's page: finds the scenario its place names. */
export function LabPage({ place }: { readonly place: LabPlace }) {
  const listed = findListed(place.lab, place.scenario);
  useEffect(() => {
    if (!listed) document.title = 'Not found · Shortlived';
  }, [listed]);
  if (!listed) {
    return (
      <Suspense>
        <MissingPage asked={`/lab/${place.lab}/${place.scenario}`} />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<main>Opening the lab…</main>}>
      <OpenScenario key={listed.id} listed={listed} place={place} />
    </Suspense>
  );
}

/**
 * One scenario of a lab; suspends until its story is loaded. What plays it is as much again: it comes when somebody
 * stirs, when the link names a step, or when the page has nothing else to do.
 */
function OpenScenario({ listed, place }: { readonly listed: Listed; readonly place: LabPlace }) {
  const written = use(storyOf(listed));
  const asksForRun =
    place.step !== undefined ||
    place.mode !== 'study' ||
    place.was !== undefined ||
    Object.keys(place.knobs).length > 0;
  const isAwake = useAwake() || asksForRun;
  // Deferred, so that the resting page stays until the players are there; a link to a step waits for them.
  const [isDue] = useState(isAwake);
  const isPlayed = useDeferredValue(isAwake) || isDue;
  const playable = isPlayed ? use(readyOf(written)) : undefined;
  const scenario = useMemo(() => playable ?? resting(written), [playable, written]);
  useEffect(() => {
    const changed = changedKnobs(scenario.knobs, place.knobs);
    const names = Object.keys(place.knobs);
    if (names.some((name) => isUnknown(scenario.knobs, name))) addNotice(NO_SUCH_KNOB);
    // A link may name knobs that stand at their start: they are no changes.
    if (Object.keys(changed).length < names.length) setKnobs(changed);
  }, [scenario, place.knobs]);
  const isPlain = place.mode === 'present' || (place.mode === 'study' && !place.was);
  const View = isPlain ? Bench : LabOther;
  return <View scenario={scenario} place={place} scenarios={LISTS[listed.lab] ?? []} />;
}

/** The lists of the labs: the same array each time. */
const LISTS: Readonly<Partial<Record<string, readonly Listed[]>>> = Object.fromEntries(
  CATALOGUE.map(({ lab }) => [lab, CATALOGUE.filter((listed) => listed.lab === lab)]),
);
