import { cursorOf } from '#engine/cursor.ts';
import type { Step, Trace } from '#engine/trace.ts';

import type { Question, Shown, WrittenQuestion } from '../../question.ts';
import { entriesOf, writtenKey } from '../entries.ts';
import type { Place } from '../places/place.ts';
import { actOf, endOf, traceAt } from './proof.fixture.ts';
import type { Played, Proof, Wanted } from './proof.fixture.ts';

/** What is wrong with the proof of a question, in words: its key is not what the engine says, or something wrong is not refuted. */

type ProofOf<Kind extends Proof['kind']> = Extract<Proof, { kind: Kind }>;

const stepOf = (trace: Trace, { step }: Shown): Step | undefined => {
  const { cursor, exact } = cursorOf(trace, step);
  return exact ? trace.steps[cursor - 1] : undefined;
};

const wrongIds = (question: WrittenQuestion): readonly string[] =>
  entriesOf(question)
    .map(({ id }) => id)
    .filter((id) => !writtenKey(question).includes(id));

/** The place that refutes an entry. */
const refuting = ({ shows, refutes }: Place, entry: string): Shown | undefined =>
  refutes === 'here' ? shows : refutes?.[entry];

/** Every wrong entry has a step that exists. */
function linkFaults(ids: readonly string[], place: Place): readonly string[] {
  return ids.flatMap((id) => {
    const shown = refuting(place, id);
    if (!shown) return [`nothing refutes ${id}`];
    return stepOf(traceAt(shown), shown) ? [] : [`the run of ${id} has no step ${shown.step}`];
  });
}

/** Exactly one entry claims what the engine says, and it is the key. */
function claimFaults(
  question: WrittenQuestion,
  claims: Readonly<Record<string, string>>,
  said: string | undefined,
): readonly string[] {
  const ids = entriesOf(question).map(({ id }) => id);
  const right = ids.filter((id) => claims[id] === said);
  return [
    ...ids.filter((id) => claims[id] === undefined).map((id) => `nothing is claimed by ${id}`),
    ...(said !== undefined && right.join() === writtenKey(question).join()
      ? []
      : [`the engine says ${said}, as ${right.join() || 'nobody'} does`]),
  ];
}

const runFaults = (question: WrittenQuestion, place: Place, proof: ProofOf<'run'>) => [
  ...claimFaults(question, proof.claims, proof.reads(traceAt(proof.played ?? place.shows))),
  ...(proof.played ? [] : linkFaults(wrongIds(question), place)),
];

/** Whether a run is that of a place. */
export const isSame = (played: Played, shown: Shown): boolean =>
  typeof played === 'object' &&
  played.scenario === shown.scenario &&
  Object.keys(played.knobs).length === Object.keys(shown.knobs).length &&
  Object.entries(played.knobs).every(([name, text]) => shown.knobs[name] === text);

function runsFaults(
  question: WrittenQuestion,
  place: Place,
  { runs, claims }: ProofOf<'runs'>,
): readonly string[] {
  const said = runs.map(([played, act]) => endOf(traceAt(played), act).charAt(0)).join('');
  const ids = wrongIds(question);
  const unrefuted = ids.filter((id) => {
    const shown = refuting(place, id);
    return !runs.some(
      ([played, act], index) =>
        shown &&
        isSame(played, shown) &&
        act === actOf(shown.step) &&
        claims[id]?.charAt(index) !== said.charAt(index),
    );
  });
  return [
    ...claimFaults(question, claims, said),
    ...linkFaults(ids, place),
    ...unrefuted.map((id) => `its run (${said}) does not contradict ${id} (${claims[id]})`),
  ];
}

/** How the case of an entry ends; undefined where the step it leads to is not the one that ends it so. */
function caseFaults(
  id: string,
  played: Played,
  wanted: Wanted,
  isRight: boolean,
): readonly string[] {
  const trace = traceAt(played);
  const step = typeof played === 'function' ? undefined : stepOf(trace, played);
  if (typeof played === 'object' && !step) return [`the run of ${id} has no step ${played.step}`];
  const act = typeof played === 'function' ? 'call' : actOf(played.step);
  const isAsWanted = endOf(trace, act) === wanted;
  if (isAsWanted !== isRight) return [`${id} is ${endOf(trace, act)}`];
  const isDeciding = step?.row === 'check' && step.check.result === 'fail';
  return step?.row === 'check' && !isDeciding && endOf(trace, act) === 'refused'
    ? [`${id} is refused elsewhere than at ${step.id}`]
    : [];
}

function eachFaults(question: WrittenQuestion, place: Place, proof: ProofOf<'each'>) {
  const key = writtenKey(question);
  const { unplayed = [], wants } = proof;
  return entriesOf(question).flatMap(({ id }) => {
    const isRight = key.includes(id);
    if (unplayed.includes(id)) return [];
    const played = isRight ? proof.right[id] : (refuting(place, id) ?? proof.wrong?.[id]);
    if (!played) return [`nothing is played for ${id}`];
    const wanted = typeof wants === 'string' ? wants : wants[id];
    return wanted ? caseFaults(id, played, wanted, isRight) : [`nothing is wanted of ${id}`];
  });
}

function pairFaults(question: WrittenQuestion, place: Place, proof: ProofOf<'pairs'>) {
  const { says, reads, claims, runs = {}, unplayed = [] } = proof;
  const pairs =
    question.type === 'matching'
      ? question.prompts
      : [{ id: writtenKey(question)[0] ?? '', key: writtenKey(question)[0] ?? '' }];
  return pairs.flatMap(({ id, key }) => {
    if (unplayed.includes(id)) return [];
    const shown = typeof place.refutes === 'object' ? place.refutes[id] : undefined;
    const played = runs[id] ?? shown;
    if (!played) return [`nothing is played for ${id}`];
    const trace = traceAt(played);
    const said = reads(trace);
    const right = Object.keys(claims).filter((one) => claims[one] === said);
    return [
      ...(right.join() === (says === 'response' ? key : id)
        ? []
        : [`${id}: the engine says ${said}`]),
      ...(typeof played === 'object' && !stepOf(trace, played)
        ? [`the run of ${id} has no step ${played.step}`]
        : []),
    ];
  });
}

function orderFaults(question: WrittenQuestion, place: Place, { rows }: ProofOf<'order'>) {
  const trace = traceAt(place.shows);
  const found = writtenKey(question)
    .flatMap((id) => rows[id] ?? [])
    .map((step) => [step, trace.steps.findIndex(({ id }) => id === step)] as const);
  return [
    ...(found.length < 3 ? ['fewer than three steps have a row'] : []),
    ...found.filter(([, at]) => at === -1).map(([step]) => `the run has no row ${step}`),
    ...found.flatMap(([step, at], index) =>
      index > 0 && at <= (found[index - 1]?.[1] ?? -1) ? [`${step} comes too early`] : [],
    ),
  ];
}

function statementFaults(
  question: WrittenQuestion,
  place: Place,
  { holds }: ProofOf<'statements'>,
) {
  const trace = traceAt(place.shows);
  return [
    ...entriesOf(question).flatMap(({ id }) =>
      holds[id]?.(trace) === writtenKey(question).includes(id) ? [] : [`${id} is not so`],
    ),
    ...linkFaults(wrongIds(question), place),
  ];
}

/** What is wrong with a proof. */
export function proofFaults(
  question: Question,
  place: Place | undefined,
  proof: Proof,
): readonly string[] {
  if ('answer' in question) return ['its key is read from its run'];
  const seen: Place = place ?? { shows: NOWHERE };
  switch (proof.kind) {
    case 'run':
      return runFaults(question, seen, proof);
    case 'runs':
      return runsFaults(question, seen, proof);
    case 'each':
      return eachFaults(question, seen, proof);
    case 'pairs':
      return pairFaults(question, seen, proof);
    case 'order':
      return orderFaults(question, seen, proof);
    case 'statements':
      return statementFaults(question, seen, proof);
  }
}

/** A place for questions that are proved by calls alone. */
const NOWHERE: Shown = { lab: 'sts', scenario: '', knobs: {}, step: 'no.where' };
