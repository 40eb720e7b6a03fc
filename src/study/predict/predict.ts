import type { RawKnobs } from '#content/knob.ts';
import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Misconception, MisconceptionId } from '#content/misconceptions.ts';
import { isModelledSetting } from '#content/premises.ts';
import type { Entry, Skill } from '#content/question.ts';
import { ending, kindOf } from '#content/questions/claim.ts';
import type { Claim } from '#content/questions/claim.ts';
import { endWorld, upTo } from '#content/questions/runFacts.ts';
import { textFaults } from '#content/questions/wording.ts';
import { echoesIn } from '#content/questions/writtenFaults.ts';
import type { Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Trace } from '#engine/trace.ts';

import { numbersFrom, shuffled } from '../shuffle.ts';
import { CALLER } from './caller.ts';
import type { Case, Key, Manner } from './case.ts';
import { ANSWERS, ERROR, STOPS } from './checks.ts';
import { isSettled } from './doubts.ts';
import { ENDS } from './ends.ts';
import { plainKnobs, predictionId, predictionPath } from './prediction.ts';
import type { Asked, PredictionKind } from './asked.ts';
import type { Prediction } from './prediction.ts';
import { marksOf, surveyOf } from './survey.ts';
import { givenOf, situationOf, titleOf } from './tell.ts';
import { runOf } from './runOf.ts';
import type { Reading } from './runOf.ts';

/** Makes a prediction from the run of a setting. */

const MANNERS: Readonly<Record<PredictionKind, Manner>> = {
  stops: STOPS,
  answers: ANSWERS,
  ends: ENDS,
  caller: CALLER,
  error: ERROR,
};

/** How many options a prediction has at most. */
const MOST_OPTIONS = 4;
const LEAST_OPTIONS = 3;

const IDEAS: readonly (readonly [string, Misconception])[] = Object.entries(MISCONCEPTIONS);

interface Wrong {
  readonly claim: Claim;
  readonly misconception?: MisconceptionId;
}

/** What somebody who is wrong might say, each thing once: by ideas first, then what other settings give. */
function* wrongsOf(about: Case, manner: Manner, key: Claim, seed: string): Generator<Wrong> {
  const said = new Set<Claim>([key]);
  for (const wrong of allWrongs(about, manner, key, seed)) {
    const claim = manner.fitted(wrong.claim, about, key);
    if (claim === undefined || said.has(claim)) continue;
    said.add(claim);
    yield { ...wrong, claim };
  }
}

// Most ideas are never asked what they expect: three or four options are enough.
function* allWrongs(about: Case, manner: Manner, key: Claim, seed: string): Generator<Wrong> {
  const matters = manner.matters(about);
  const fitting = IDEAS.filter(([, { about: of }]) => of.some((one) => matters.includes(one)));
  for (const [id, { expects }] of shuffled(fitting, seed)) {
    const claims = expects(about.trace).filter((claim) => kindOf(claim) === kindOf(key));
    // The names of the table are its ids.
    for (const claim of claims) yield { claim, misconception: id as MisconceptionId };
  }
  for (const group of manner.others(about)) {
    for (const claim of shuffled(group, seed)) yield { claim };
  }
}

function entryFor({ claim, misconception }: Wrong, about: Case, manner: Manner): Entry {
  const { why, step } = manner.refutation(claim, about);
  const truth = misconception === undefined ? '' : MISCONCEPTIONS[misconception].truth;
  return {
    id: claim,
    text: manner.text(claim, about),
    why: `${truth} ${kindOf(claim) === 'stops' || truth === '' ? why : ''}`.trim() || why,
    ...(misconception !== undefined && { misconception }),
    ...(step !== undefined && { step }),
  };
}

const keyEntry = ({ claim, why, step }: Key, about: Case, manner: Manner): Entry => ({
  id: claim,
  text: manner.text(claim, about),
  why,
  step,
});

/** How short a reason is none. */
const SHORTEST_WHY = 30;

/** Adds an entry where its text and its reason are not there yet. */
const withUnlike = (entries: readonly Entry[], entry: Entry): readonly Entry[] =>
  entry.why.length < SHORTEST_WHY ||
  entries.some(({ text, why }) => text === entry.text || why === entry.why)
    ? entries
    : [...entries, entry];

/**
 * How many options there are: four, and now and then three. It hangs on what is asked and on no setting, so that the
 * number says nothing.
 */
const mostFor = (asked: Asked): number =>
  numbersFrom(predictionPath(asked))() < 0.8 ? MOST_OPTIONS : LEAST_OPTIONS;

function optionsOf(about: Case, asked: Asked, manner: Manner, key: Key): readonly Entry[] {
  const seed = predictionId(asked);
  const most = mostFor(asked);
  const always = manner.always === key.claim ? undefined : manner.always;
  let options: readonly Entry[] = [keyEntry(key, about, manner)];
  for (const wrong of wrongsOf(about, manner, key.claim, seed)) {
    const left = most - options.length;
    const isKept = left === 1 && always !== undefined && !options.some(({ id }) => id === always);
    if (left === 0 || (isKept && wrong.claim !== always)) break;
    options = withUnlike(options, entryFor(wrong, about, manner));
  }
  const all =
    always === undefined
      ? options
      : withUnlike(options, entryFor({ claim: always }, about, manner));
  return shuffled(all, `order ${seed}`).toSorted((a, b) => rankOf(manner, a) - rankOf(manner, b));
}

// Ids of entries are the claims they make.
const rankOf = (manner: Manner, { id }: Entry): number => manner.rank(id as Claim) ?? 0;

function skillOf({ answer, act }: Case, kind: PredictionKind): Skill {
  if (kind === 'caller') return '4.1.3';
  const isPolicy =
    answer?.outcome.kind === 'refused' && answer.outcome.check.evidence.kind === 'policy';
  if (isPolicy) return '4.2.4';
  return act.kind.startsWith('rolesanywhere:') ? '4.2.1' : '4.1.2';
}

function made(about: Case, asked: Asked, manner: Manner, key: Key): Omit<Prediction, 'given'> {
  const id = predictionId(asked);
  const options = optionsOf(about, asked, manner, key);
  const { lab, scenario, knobs, kind } = asked;
  return {
    asked,
    id,
    version: 1,
    type: 'choice',
    topic: lab,
    title: titleOf(about),
    skill: skillOf(about, kind),
    traps: [
      ...new Set(
        options.flatMap(({ misconception }) => {
          const idea: Misconception | undefined =
            misconception === undefined ? undefined : MISCONCEPTIONS[misconception];
          return idea?.trap ?? [];
        }),
      ),
    ],
    difficulty: 2,
    situation: [situationOf(about), manner.known?.(about)].filter(Boolean).join(' '),
    stem: manner.stem(about),
    source: key.source,
    options,
    key: key.claim,
    shows: { lab, scenario, knobs, step: key.step },
  };
}

/** What is called by fixed names, which come back in any story: checks and codes. */
const NAMED: readonly PredictionKind[] = ['stops', 'error'];

/**
 * Whether the words of a prediction are as those of any question must be. What has a fixed name is asked about wherever
 * that comes back: else a name would tell that it is not the one.
 */
const isWellPut = (prediction: Prediction): boolean =>
  prediction.options.length >= LEAST_OPTIONS &&
  prediction.options.every(({ why }) => why.length >= SHORTEST_WHY && /[.?]”?$/.test(why)) &&
  textFaults(
    prediction,
    prediction.options.map(({ why }) => why),
  ).length === 0 &&
  (NAMED.includes(prediction.asked.kind) || echoesIn(prediction).length === 0);

function caseOf(
  scenario: Scenario,
  knobs: RawKnobs,
  run: Trace,
  act: ActId,
): Omit<Case, 'endings'> | undefined {
  const trace = upTo(run, act);
  const last = trace.steps.at(-1);
  if (last === undefined || last.act.id !== act) return undefined;
  return {
    scenario,
    knobs,
    trace,
    act: last.act,
    answer: last.row === 'answer' ? last : undefined,
    ends: lifetimesOf(endWorld(run)).map(({ until }) => ending(until)),
  };
}

/** The knobs of a setting that change anything up to the end of an act, so that one question has one name. */
function mattering(scenario: Scenario, knobs: RawKnobs, act: ActId, materials: Reading): RawKnobs {
  const known = surveyOf(scenario, materials).knobs.get(act);
  const markWith = (raw: RawKnobs) => marksOf(runOf(scenario, raw, materials).trace).get(act);
  const isKnown = (name: string): boolean => known?.has(name) ?? false;
  const doubtful = Object.keys(knobs).filter((name) => !isKnown(name));
  const sure = without(knobs, doubtful);
  // As a rule, what the survey never saw to matter does not matter here either.
  if (doubtful.length === 0 || markWith(sure) === markWith(knobs)) return sure;
  return doubtful.reduce((left, name) => {
    const less = without(left, [name]);
    return markWith(less) === markWith(left) ? less : left;
  }, knobs);
}

const without = (knobs: RawKnobs, names: readonly string[]): RawKnobs =>
  Object.fromEntries(Object.entries(knobs).filter(([name]) => !names.includes(name)));

/** What is asked of an act with some setting of a story. */
interface Wanted {
  readonly raw: RawKnobs;
  readonly act: ActId;
  readonly kind: PredictionKind;
}

/** What a prediction would be made from, and so its name, whether it can be made or not. */
export const askedOf = (
  scenario: Scenario,
  { raw, act, kind }: Wanted,
  materials: Reading,
): Asked => {
  const knobs = mattering(scenario, plainKnobs(scenario.knobs, raw), act, materials);
  return { lab: scenario.lab, scenario: scenario.id, knobs, act, kind };
};

/** A prediction in the making: what it is about, and what is right. */
interface Draft {
  readonly about: Case;
  readonly asked: Asked;
  readonly manner: Manner;
  readonly key: Key;
}

/** Looks at the act of a setting; undefined where it does not happen, or there is nothing to ask of it. */
function draftOf(scenario: Scenario, wanted: Wanted, materials: Reading): Draft | undefined {
  const asked = askedOf(scenario, wanted, materials);
  const { knobs, act, kind } = asked;
  const run = runOf(scenario, knobs, materials);
  const found = run.notices.length > 0 ? undefined : caseOf(scenario, knobs, run.trace, act);
  if (!found) return undefined;
  const endings = surveyOf(scenario, materials).endings.get(act) ?? [];
  const about: Case = { ...found, endings };
  const manner = MANNERS[kind];
  const key = manner.key(about);
  return key && { about, asked, manner, key };
}

function predictionFrom({ about, asked, manner, key }: Draft, materials: Reading): Prediction {
  const given = givenOf(about, surveyOf(about.scenario, materials));
  return { ...made(about, asked, manner, key), given };
}

/**
 * The prediction of a kind about an act, with some setting; undefined where there is nothing to ask: the act does not
 * happen, something modelled decides it, or too few wrong answers come to mind.
 */
export function predict(
  scenario: Scenario,
  wanted: Wanted,
  materials: Reading,
): Prediction | undefined {
  const draft = draftOf(scenario, wanted, materials);
  if (!draft || isModelledSetting(scenario, draft.about.knobs)) return undefined;
  if (!isSettled(draft.about.trace, wanted.kind)) return undefined;
  const prediction = predictionFrom(draft, materials);
  return isWellPut(prediction) ? prediction : undefined;
}

/** The same, without the evidence of a run that might have gone another way. */
const unproved = (manner: Manner): Manner => ({
  ...manner,
  refutation: (claim, about) => ({
    why: `The simulator does something else: ${manner.text(claim, about)}.`,
  }),
});

/**
 * The same wherever the act happens, also where something modelled decides it: then what it calls right is no more than
 * what the simulator does, and nobody is graded by it.
 */
export function supposed(
  scenario: Scenario,
  wanted: Wanted,
  materials: Reading,
): Prediction | undefined {
  const draft = draftOf(scenario, wanted, materials);
  return draft && predictionFrom({ ...draft, manner: unproved(draft.manner) }, materials);
}
