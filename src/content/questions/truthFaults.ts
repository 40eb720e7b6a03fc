import { cursorOf } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { RuleAbout, RuleId } from '#engine/rules.ts';
import { OPEN_URL_RULES } from '#engine/s3/rules.ts';
import { receive } from '#engine/s3/received.ts';
import { ASSUME_ROLE_RULES } from '#engine/sts/assumeRoleRules.ts';
import type { CallStep, Trace } from '#engine/trace.ts';

import { MISCONCEPTIONS } from '../misconceptions.ts';
import type { Option, PlayedQuestion } from '../question.ts';
import { RULE_FACTS } from '../ruleFacts.ts';
import type { RuleFacts } from '../ruleText.ts';
import { SOURCES } from '../sources.ts';
import { decidingRule, traceOf } from './keyOf.ts';
import { playedScenario } from './played.ts';

/** Whether a question is true, and true for a reason that AWS documents or somebody saw: what is wrong, in words. */

/** What of the rules' texts is looked at. */
type Texts = Readonly<Record<RuleId, Pick<RuleFacts, 'basis'>>>;

/** How far a compared moment stays from the end of its window: the exact second is modelled. */
const CLEAR_OF_THE_EDGE_MS = 60_000;

function failing<Context>(
  rules: readonly RuleAbout<Context>[],
  context: Context,
): readonly string[] {
  return rules
    .filter((rule) => (rule.applies?.(context) ?? true) && !rule.test(context).pass)
    .map(({ id }) => id);
}

/** Every check that a call would fail, if none ended the request. */
function failingChecks({ act, world }: CallStep): readonly string[] {
  if (act.kind === 'sts:AssumeRole') return failing(ASSUME_ROLE_RULES, { world, act });
  return act.kind === 'open-url' ? failing(OPEN_URL_RULES, receive(world, act)) : [];
}

/** Where two checks could fail, the order decides, and AWS publishes no order. */
const orderFaults = (trace: Trace): readonly string[] =>
  trace.steps.flatMap((step) => {
    const failed = step.row === 'call' ? failingChecks(step) : [];
    return failed.length > 1 ? [`the order of checks decides: ${failed.join(', ')}`] : [];
  });

function edgeFaults(trace: Trace): readonly string[] {
  return trace.steps.flatMap((step) => {
    if (step.row !== 'check' || step.check.evidence.kind !== 'window') return [];
    const { at, from, until } = step.check.evidence;
    // What begins at its beginning is within: somebody who signs may send at once.
    const edges = [...(from !== undefined && at < from ? [from] : []), until];
    const isClose = edges.some(
      (edge) => edge !== undefined && Math.abs(edge - at) < CLEAR_OF_THE_EDGE_MS,
    );
    return isClose ? [`an exact second decides: ${step.id}`] : [];
  });
}

/** The verdict that decides, and the code a service answers with, must not be our choice. */
function basisFaults(question: PlayedQuestion, trace: Trace, texts: Texts): readonly string[] {
  const rule = decidingRule(question);
  if (rule === undefined) return [`no check at ${question.shows.step}`];
  const refusals = trace.steps.flatMap((step) =>
    step.row === 'answer' && step.outcome.kind === 'refused' ? [step.outcome] : [],
  );
  return [
    ...(texts[rule].basis.verdict === 'modelled' ? [`the verdict is modelled: ${rule}`] : []),
    ...refusals
      .filter(({ error }) => error.wording === 'modelled')
      .map(({ error }) => `the answer is modelled: ${error.code}`),
    ...refusals
      .filter((outcome) => outcome.rule !== rule)
      .map((outcome) => `${outcome.rule} decides, and ${rule} is shown`),
  ];
}

function optionFaults(option: Option, key: string, trace: Trace): readonly string[] {
  const { id, text, misconception } = option;
  if (id === key) return misconception === undefined ? [] : ['the key has a misconception'];
  if (misconception === undefined) return [`a distractor without a misconception: ${text}`];
  const claims: readonly string[] = MISCONCEPTIONS[misconception].expects(trace);
  return claims.includes(option.id)
    ? []
    : [`${option.misconception} claims ${claims.join(', ')}, not ${option.id}`];
}

/** What is wrong with the truth of a question. */
export function truthFaults(
  question: PlayedQuestion,
  texts: Texts = RULE_FACTS,
): readonly string[] {
  const { shows, source, options } = question;
  const scenario = playedScenario(shows.lab, shows.scenario);
  if (!scenario) return [`no scenario ${shows.lab}/${shows.scenario}`];
  const trace = traceOf(question);
  const key = question.answer(trace);
  const isAmongThem = options.filter(({ id }) => id === key).length === 1;
  if (key === undefined || !isAmongThem) return [`not one option is ${key}`];
  return [
    ...scenario.play(shows.knobs, { parsePolicy }).notices,
    ...(cursorOf(trace, shows.step).exact ? [] : [`the run has no step ${shows.step}`]),
    ...(Object.hasOwn(SOURCES, source) && /^20\d\d-\d\d-\d\d$/.test(SOURCES[source].checkedOn)
      ? []
      : [`no source ${source}`]),
    ...options.flatMap((option) => optionFaults(option, key, trace)),
    ...basisFaults(question, trace, texts),
    ...orderFaults(trace),
    ...edgeFaults(trace),
  ];
}
