import { describe, expect, test } from 'vitest';

import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import { premiseOf } from '#content/premises.ts';
import { QUESTIONS } from '#content/questions/all.ts';
import { LONGEST_SENTENCE, numberOf, sentences, words } from '#content/questions/wording.ts';
import { writtenFaults } from '#content/questions/writtenFaults.ts';
import { RULE_FACTS } from '#content/ruleFacts.ts';
import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { parseAmzDate } from '#engine/time.ts';
import type { AnswerStep, Step, StepId, Trace } from '#engine/trace.ts';

import { grade } from '../grade.ts';
import { predict } from './predict.ts';
import { predictionFor, predictionsFor } from './predictionFor.ts';
import { predictionId, readPredictionId } from './prediction.ts';
import type { Prediction } from './prediction.ts';
import { runOf } from './runOf.ts';
import { predictionOf, predictionsAbout } from './stream.ts';

const materials = { parsePolicy };

/** How many settings of each story are played, fewer where playing costs more: together they give five thousand predictions. */
const SETTINGS = { presigned: 50, sts: 130, rolesanywhere: 30 } as const;
const LEAST = 5000;

const BY_STORY: readonly (readonly [Scenario, readonly Prediction[]])[] = SCENARIOS.map(
  (scenario) => [scenario, predictionsAbout(scenario, SETTINGS[scenario.lab], materials)],
);
const ALL: readonly Prediction[] = BY_STORY.flatMap(([, made]) => made);

const scenarioOf = ({ asked: { lab, scenario } }: Prediction): Scenario => {
  const found = findScenario(lab, scenario);
  if (!found) throw new Error(`no scenario ${scenario}`);
  return found;
};

const traceOf = (prediction: Prediction): Trace =>
  runOf(scenarioOf(prediction), prediction.asked.knobs, materials).trace;

const stepIn = (trace: Trace, id: StepId | undefined): Step | undefined =>
  trace.steps.find((step) => step.id === id);

const answerIn = (prediction: Prediction): AnswerStep | undefined =>
  traceOf(prediction).steps.find(
    (step): step is AnswerStep => step.row === 'answer' && step.act.id === prediction.asked.act,
  );

/** The names of those of which something is wrong. */
const faulty = (isWrong: (prediction: Prediction) => boolean): readonly string[] =>
  ALL.filter(isWrong)
    .map(({ id }) => id)
    .slice(0, 5);

/** What of the checks for written questions is not for those that are made: ids are claims, and others come from no idea. */
const IS_FOR_WRITTEN =
  /^(?:its id is|the id of an entry|a wrong entry without one idea|its numbers do not ascend)/;

describe('five thousand predictions', () => {
  test('they are that many, of every story, and of two kinds at least', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(LEAST);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    const kinds = BY_STORY.map(([{ id }, made]) => [
      id,
      new Set(made.map(({ asked }) => asked.kind)).size,
    ]);
    expect(kinds.filter(([, count]) => Number(count) < 2)).toEqual([]);
  });

  test('one option alone is the key, and the key is what the run says', () => {
    expect(
      faulty(({ options, key }) => options.filter(({ id }) => id === key).length !== 1),
    ).toEqual([]);
    const isUntrue = (prediction: Prediction): boolean => {
      const { asked, key } = prediction;
      const answer = answerIn(prediction);
      if (asked.kind === 'stops') {
        const outcome = answer?.outcome;
        return key !== `stops-${outcome?.kind === 'refused' ? outcome.rule : 'nowhere'}`;
      }
      if (asked.kind !== 'answers' || !answer) return false;
      const code = answer.outcome.kind === 'refused' ? `-${answer.outcome.error.code}` : '';
      return key !== `answers-${answer.status}${code}`;
    };
    expect(faulty(isUntrue)).toEqual([]);
  });

  test('nothing modelled is a key', () => {
    const isModelled = (prediction: Prediction): boolean => {
      const outcome = answerIn(prediction)?.outcome;
      if (outcome?.kind !== 'refused' || prediction.asked.kind === 'caller') return false;
      const isGuess = RULE_FACTS[outcome.rule].basis.verdict === 'modelled';
      return (
        isGuess || (prediction.asked.kind === 'answers' && outcome.error.wording === 'modelled')
      );
    };
    expect(faulty(isModelled)).toEqual([]);
  });

  test('each shows the step that decides, and each step that refutes is in the run', () => {
    const isLost = (prediction: Prediction): boolean => {
      const trace = traceOf(prediction);
      const steps = [
        prediction.shows.step,
        ...prediction.options.flatMap(({ step }) => step ?? []),
      ];
      return steps.some((id) => stepIn(trace, id) === undefined);
    };
    expect(faulty(isLost)).toEqual([]);
    // A check that is named and was made is refuted by its own step.
    const isUnproved = ({ options, key, asked }: Prediction): boolean =>
      asked.kind === 'stops' &&
      options.some(({ id, step }) => id === 'stops-nowhere' && id !== key && step === undefined);
    expect(faulty(isUnproved)).toEqual([]);
  });

  test('they are written by the rules', () => {
    const faults = ALL.flatMap((prediction) =>
      // The run is looked at above.
      writtenFaults({ ...prediction, shows: undefined } as unknown as Prediction)
        .filter((fault) => !IS_FOR_WRITTEN.test(fault))
        .map((fault) => `${prediction.id}: ${fault}`),
    );
    expect(faults.slice(0, 8)).toEqual([]);
  });

  test('numbers ascend, and neither place nor length gives the key away', () => {
    const isMixed = ({ options, asked }: Prediction): boolean => {
      const numbers =
        asked.kind === 'ends'
          ? options.flatMap(({ id }) => parseAmzDate(id.slice('ends-'.length)) ?? [])
          : options.flatMap(({ text }) => numberOf(text) ?? []);
      return numbers.some((one, index) => (numbers[index - 1] ?? 0) > one);
    };
    expect(faulty(isMixed)).toEqual([]);
    const stops = ALL.filter(({ asked }) => asked.kind === 'stops');
    const places = [0, 1, 2].map(
      (place) => stops.filter(({ options, key }) => options[place]?.id === key).length,
    );
    expect(Math.min(...places) / stops.length).toBeGreaterThan(0.2);
    const granted = stops.filter(({ key }) => key === 'stops-nowhere').length / stops.length;
    expect(granted).toBeGreaterThan(0.25);
    expect(granted).toBeLessThan(0.75);
  });

  test('the situation is silent about the outcome', () => {
    const isTelling = ({ situation, given = [] }: Prediction): boolean =>
      /\b(?:refused|granted|dead|fails?|denied|GRANTED|REFUSED)\b/.test(situation) ||
      given.some(({ value }) => value === '');
    expect(faulty(isTelling)).toEqual([]);
  });

  test('every idea leads to a distractor, here or in a question that somebody wrote', () => {
    const written = QUESTIONS.flatMap((question) =>
      'options' in question ? question.options : [],
    );
    const used = new Set(
      [...ALL.flatMap(({ options }) => options), ...written].map(
        ({ misconception }) => misconception,
      ),
    );
    const idle = Object.keys(MISCONCEPTIONS).filter((id) => ![...used].some((one) => one === id));
    expect(idle).toEqual([]);
  });
});

describe('the premises', () => {
  test.each(SCENARIOS)('$id has one, in short sentences', ({ lab, id }) => {
    const premise = premiseOf({ lab, id }) ?? '';
    expect(premise).toMatch(/^[A-Z].*\.$/);
    const long = sentences(premise).filter((one) => words(one).length > LONGEST_SENTENCE);
    expect(long).toEqual([]);
  });
});

describe('one prediction', () => {
  const some = ALL.filter((_, index) => index % 250 === 0);

  test.each(some)('$id is made again from its name', (prediction) => {
    const asked = readPredictionId(prediction.id);
    expect(asked).toEqual(prediction.asked);
    if (!asked) return;
    expect(predictionId(asked)).toBe(prediction.id);
    const { knobs: raw, act, kind } = asked;
    expect(predict(scenarioOf(prediction), { raw, act, kind }, materials)).toEqual(prediction);
    expect(grade(prediction, [prediction.key]).isCorrect).toBe(true);
  });

  test.each(['predict/', 'predict/sts/x/y.z?', 'predict/sts/x/y.ends?a=%', 'second-role'])(
    '%s is the name of none',
    (id) => expect(readPredictionId(id)).toBeUndefined(),
  );

  const [sevenDays] = SCENARIOS;
  if (!sevenDays) throw new Error('no scenario');

  test('a seed gives the same one each time, and another seed another one', () => {
    const ids = ['1', '1', '2', '3'].map((seed) => predictionOf(sevenDays, seed, materials)?.id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  test('what cannot matter to an act is no part of its name', () => {
    const late = { raw: { used: '20260115T124500Z' }, act: 'assume-role', kind: 'ends' } as const;
    expect(predict(sevenDays, late, materials)?.asked.knobs).toEqual({});
  });

  test.each([
    ['two checks fail, and their order is modelled', { expires: '3600' }, 'stops'],
    ['the very second of an end decides', { used: '20260115T130000Z' }, 'stops'],
    ['the wording of a code is modelled', { signer: 'user', before: 'key-off' }, 'answers'],
  ] as const)('nothing is asked where %s', (_, raw, kind) =>
    expect(predict(sevenDays, { raw, act: 'open-url', kind }, materials)).toBeUndefined(),
  );

  test('of an error offers refusals alone, and says which check fails', () => {
    const error = (raw: RawKnobs) =>
      predict(sevenDays, { raw, act: 'open-url', kind: 'error' }, materials);
    const asked = error({});
    expect(asked?.situation).toMatch(/ The check “session lifetime” fails\.$/);
    expect(asked?.key).toBe('answers-400-ExpiredToken');
    expect(asked?.options.filter(({ id }) => !/^answers-4\d\d-[A-Z]/.test(id))).toEqual([]);
    expect(readPredictionId(asked?.id ?? '')).toEqual(asked?.asked);
    expect(error(sevenDays.working)).toBeUndefined();
    // Nothing else has that name: what is asked before the run keeps its own.
    const before = predict(sevenDays, { raw: {}, act: 'open-url', kind: 'answers' }, materials);
    expect(before?.id).not.toBe(asked?.id);
    expect(before?.options.map(({ id }) => id)).toContain('answers-200');
  });

  test('a gate asks about the step it stands at', () => {
    const asked = predictionFor(sevenDays, {}, 'open-url.token-alive', materials);
    expect(asked?.key).toBe('stops-s3.token-alive');
    expect(asked?.shows.step).toBe('open-url.token-alive');
    const all = predictionsFor(sevenDays, {}, 'open-url.token-alive', materials);
    expect(all.map(({ asked: { kind } }) => kind)).toEqual(['stops', 'answers']);
    expect(predictionFor(sevenDays, {}, 'share.done', materials)).toBeUndefined();
  });
});
