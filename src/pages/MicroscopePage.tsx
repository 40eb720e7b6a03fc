import { Suspense, lazy, use, useEffect } from 'react';

import { MICROSCOPE_PRESETS } from '#content/microscope/presets.ts';
import { TAMPER_IDS, tampered } from '#content/microscope/tampers.ts';
import type { MicroscopeTable } from '#content/microscope/table.ts';
import { promised } from '#engine/never.ts';
import { openedFrom } from '#stores/microscope.ts';
import { addNotice } from '#stores/stage.ts';
import type { MicroscopePlace, RunPlace } from '#stores/stage.ts';

import { MicroscopeBench } from './MicroscopeBench.tsx';
import type { LaidOutRun } from './microscopeRun.ts';

const MissingPage = lazy(() =>
  import('./MissingPage.tsx').then((module) => ({ default: module.MissingPage })),
);

const runs = new Map<string, Promise<LaidOutRun | undefined>>();

/** The request of a run, asked for once. */
function runOf(place: MicroscopePlace, run: RunPlace): Promise<LaidOutRun | undefined> {
  const key = openedFrom(place);
  const asked = runs.get(key) ?? import('./microscopeRun.ts').then(({ loadRun }) => loadRun(run));
  runs.set(key, asked);
  return asked;
}

/** What a place lays out: as it was before anything happened to it, as it is, and what its link asks for in vain. */
function laidOut({ preset, tamper }: MicroscopePlace): {
  readonly original: MicroscopeTable;
  readonly table: MicroscopeTable;
  readonly notices: readonly string[];
} {
  const found = MICROSCOPE_PRESETS.find(({ id }) => id === preset);
  const { table: original } = found ?? promised(MICROSCOPE_PRESETS[0], 'there is a preset');
  const known = TAMPER_IDS.find((id) => id === tamper);
  const table = known && tampered(original, known);
  return {
    original,
    table: table ?? original,
    notices: [
      ...(preset !== undefined && !found
        ? ['The link names a request that does not exist; here is the first one.']
        : []),
      ...(tamper !== undefined && !table
        ? ['The link asks for a change that cannot be made here; the request is untouched.']
        : []),
    ],
  };
}

/** The two-lane signature microscope. */
export function MicroscopePage({ place }: { readonly place: MicroscopePlace }) {
  const { run } = place;
  const played = run && use(runOf(place, run));
  const { original, table, notices } = played
    ? { original: played.table, table: played.table, notices: played.notices }
    : laidOut(place);
  const notice = notices.join(' ');
  useEffect(() => {
    if (notice !== '') addNotice(notice);
  }, [notice]);
  if (run && !played) {
    return (
      <Suspense>
        <MissingPage asked={`/microscope/${run.lab}/${run.scenario}/${run.step}`} />
      </Suspense>
    );
  }
  return <MicroscopeBench place={place} story={played?.title} fresh={{ table, original }} />;
}
