import { isEdit, needsParser } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import { pilesFor } from '#content/judge/papers/papers.ts';
import type { Pile } from '#content/judge/papers/paper.ts';
import { isModelledSetting } from '#content/premises.ts';
import type { Scenario } from '#content/scenario.ts';
import { findListed } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import type { ActId } from '#engine/act.ts';
import type { Artifact, Trace } from '#engine/trace.ts';
import type { BePlace } from '#stores/stage.ts';
import { actsToJudge, hearingOf } from '#study/judge/hearing.ts';
import type { Hearing } from '#study/judge/hearing.ts';
import { requestId } from '#study/judge/request.ts';
import { plainKnobs } from '#study/predict/prediction.ts';

import { storyOf } from './loaders.ts';

/** A request before the service that decides on it. */
export interface Laid {
  readonly id: string;
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  readonly trace: Trace;
  readonly act: ActId;
  readonly hearing: Hearing;
  readonly piles: readonly Pile[];
  /** What had to be put right in the knobs of the link. */
  readonly notices: readonly string[];
}

/** The act that is meant: the one that is named, or the one that the story is about. */
function meantIn(
  { decides }: Scenario,
  trace: Trace,
  named: string | undefined,
): ActId | undefined {
  const acts = actsToJudge(trace);
  if (named !== undefined) return acts.find((act) => act === named);
  return acts.find((act) => decides.startsWith(`${act}.`)) ?? acts.at(-1);
}

/** What the service reads out of a request. */
const decodedIn = ({ steps }: Trace, act: ActId): readonly Artifact[] =>
  steps
    .filter((step) => step.row === 'check' && step.act.id === act)
    .flatMap(({ artifacts }) => artifacts)
    .filter(({ kind }) => kind === 'assertion' || kind === 'claims');

/** Plays a run of the lab and takes one request out of it; undefined where there is none to be judged. */
export async function loadRequest(run: NonNullable<BePlace['run']>): Promise<Laid | undefined> {
  const { lab, scenario: name, knobs } = run;
  const listed = findListed(lab, name);
  if (!listed) return undefined;
  const scenario = await loadReady(await storyOf(listed));
  const parser = needsParser(scenario.knobs, knobs) ? await import('#engine/policy/parse.ts') : {};
  const { trace, notices } = scenario.play(knobs, parser);
  const act = meantIn(scenario, trace, run.act);
  const hearing = act === undefined ? undefined : hearingOf(trace, act);
  if (act === undefined || !hearing || isModelledSetting(scenario, knobs)) return undefined;
  const evidence = hearing.checks.flatMap(({ check }) => check?.evidence ?? []);
  const edits = Object.entries(knobs).filter(([name]) => isEdit(name));
  const plain = { ...plainKnobs(scenario.knobs, knobs), ...Object.fromEntries(edits) };
  return {
    id: requestId({ lab: scenario.lab, scenario: scenario.id, act, knobs: plain }),
    piles: pilesFor(hearing.call, decodedIn(trace, act), evidence),
    knobs: plain,
    scenario,
    trace,
    act,
    hearing,
    notices,
  };
}
