import { needsParser } from '#content/knob.ts';
import { tableOfStep } from '#content/microscope/fromRun.ts';
import type { MicroscopeTable } from '#content/microscope/table.ts';
import { findListed } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import type { RunPlace } from '#stores/stage.ts';

import { storyOf } from './loaders.ts';

/** A request of the lab: what lay on its bench at a step, and the name of its story. */
export interface LaidOutRun {
  readonly title: string;
  readonly table: MicroscopeTable;
  /** What had to be put right in the knobs of the link. */
  readonly notices: readonly string[];
}

/** Plays a run of the lab again and takes the request of a step out of it; undefined where there is none. */
export async function loadRun({
  lab,
  scenario,
  knobs,
  step,
}: RunPlace): Promise<LaidOutRun | undefined> {
  const listed = findListed(lab, scenario);
  if (!listed) return undefined;
  const story = await loadReady(await storyOf(listed));
  const materials = needsParser(story.knobs, knobs) ? await import('#engine/policy/parse.ts') : {};
  const { trace, notices } = story.play(knobs, materials);
  const table = tableOfStep(trace, step);
  return table && { title: story.title, table, notices };
}
