import type { Check } from '#engine/judge.ts';
import { promised, unreachable } from '#engine/never.ts';
import type { RuleId } from '#engine/rules.ts';
import { secondsBetween } from '#engine/time.ts';
import { REASONS } from '#engine/wire/http.ts';
import type {
  AnswerStep,
  CallStep,
  ClockStep,
  NotReachedStep,
  Step,
  WorkStep,
} from '#engine/trace.ts';

import type { RuleWords, Said } from './ruleText.ts';
import type { Party } from './scenario.ts';
import type { Names, Subject } from './subjects/subject.ts';
import { clockTime, quoted, spokenLength, spokenList, timeBeside } from './words.ts';

/** Steps in sentences. Captions, announcements, transcripts and the diagram all use these. */

/** What a story is told with: who takes part, and the words of what they do. */
export interface Telling {
  readonly parties: readonly Party[];
  readonly subjects: readonly Subject[];
}

/** How a step ended, where it decided something. */
export interface Verdict {
  readonly tone: 'good' | 'bad' | 'not-reached';
  readonly word: string;
  readonly code?: string;
}

export interface Narration extends Said {
  readonly verdict?: Verdict;
  /** The one sentence a screen reader hears. */
  readonly announcement: string;
}

/** A step in words. */
export function narrate(step: Step, telling: Telling): Narration {
  const said = sayStep(step, telling);
  const verdict = verdictOf(step);
  const spoken = verdict
    ? `${verdict.word}${verdict.code === undefined ? '' : ` ${verdict.code}`}: `
    : '';
  return { ...said, ...(verdict && { verdict }), announcement: `${spoken}${said.caption}` };
}

function sayStep(step: Step, telling: Telling): Said {
  switch (step.row) {
    case 'call':
      return sayAct(step, telling, { from: step.from, to: step.to });
    case 'check':
      return sayCheck(step.check, telling);
    case 'not-reached':
      return sayNotReached(step, telling);
    case 'answer':
      return step.outcome.kind === 'refused'
        ? sayRefusal(step, telling)
        : sayAct(step, telling, { from: step.from, to: step.to });
    case 'work':
      return sayAct(step, telling, { from: step.by, to: step.by });
    case 'clock':
      return sayClock(step);
    default:
      return unreachable(step);
  }
}

function verdictOf(step: Step): Verdict | undefined {
  if (step.row === 'check') {
    const { result, error } = step.check;
    // The code of a check that fails may have to wait.
    return result === 'fail'
      ? { tone: 'bad', word: 'FAIL', ...(error && { code: error.code }) }
      : { tone: 'good', word: 'PASS' };
  }
  if (step.row === 'not-reached') return { tone: 'not-reached', word: 'NOT REACHED' };
  if (step.row !== 'answer') return undefined;
  return step.outcome.kind === 'granted'
    ? { tone: 'good', word: 'GRANTED' }
    : { tone: 'bad', word: 'REFUSED', code: bareAnswer(step) ?? step.outcome.error.code };
}

/** The names of two parties, as a sentence begins with one and goes on to the other. */
function namesOf({ parties }: Telling, from: string, to: string): Names {
  const spoken = (id: string) => parties.find((party) => party.id === id)?.spoken ?? id;
  const who = spoken(from);
  return { who: who.charAt(0).toUpperCase() + who.slice(1), to: spoken(to) };
}

/** The words of a rule, from the subject it belongs to. */
function wordsOf(rule: RuleId, { subjects }: Telling): RuleWords<RuleId> {
  const [words] = subjects.flatMap(({ rules }) => rules[rule] ?? []);
  // The table holds each rule's text under the rule's own id, so text and evidence are of one kind.
  return promised(words, `a subject has words for ${rule}`) as RuleWords<RuleId>;
}

/** What a rule checks, in two or three words. */
export const ruleName = (rule: RuleId, telling: Telling): string => wordsOf(rule, telling).name;

/** That a check fails, where more is not to be said yet. */
export const sayFailed = (rule: RuleId, telling: Telling): string =>
  `The check “${ruleName(rule, telling)}” fails.`;

/** A check in words: each rule says its own evidence. */
export const sayCheck = (check: Check, telling: Telling): Said =>
  wordsOf(check.rule, telling).says(check.evidence, check.result === 'pass');

function sayNotReached({ rules }: NotReachedStep, telling: Telling): Said {
  const names = rules.map((rule) => wordsOf(rule, telling).name);
  const label =
    names.length > 3 || spokenList(names).length > 50
      ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
      : spokenList(names);
  return {
    label: `not reached: ${label}`,
    title: 'The rest was never checked',
    caption: 'The first check that fails ends the request, so the checks after it were never made.',
    because: `Not reached: ${spokenList(names)}.`,
  };
}

function sayAct(
  step: CallStep | AnswerStep | WorkStep,
  telling: Telling,
  { from, to }: { readonly from: string; readonly to: string },
): Said {
  const names = namesOf(telling, from, to);
  const [said] = telling.subjects.flatMap(({ says }) => says(step, names) ?? []);
  return promised(said, `a subject has words for ${step.act.kind}`);
}

/** All that an answer to HEAD says: its status. Undefined for answers that have a body. */
const bareAnswer = ({ act, status }: AnswerStep): string | undefined =>
  act.kind === 'open-url' && act.method === 'HEAD'
    ? `${status} ${REASONS[status] ?? ''}`.trim()
    : undefined;

function sayRefusal(answer: AnswerStep, telling: Telling): Said {
  const { from, to, outcome, status } = answer;
  if (outcome.kind === 'granted') throw new Error('Broken promise: only refusals are said here');
  const { who, to: addressee } = namesOf(telling, from, to);
  const { code, message, service } = outcome.error;
  const bare = bareAnswer(answer);
  if (bare !== undefined) {
    return {
      label: bare,
      title: `Refused: ${bare}`,
      caption: `${who} answers ${addressee} with status ${status} and nothing else: an answer to HEAD has no body.`,
      because: sayCheck(outcome.check, telling).because,
    };
  }
  if (service === 'tool') {
    return {
      label: `no link: ${code}`,
      title: 'The tool signs nothing',
      caption: `${who} stops before it signs and tells ${addressee}: ${quoted(message)}`,
      because: sayCheck(outcome.check, telling).because,
    };
  }
  return {
    label: `${status} ${code}`,
    title: `Refused: ${code}`,
    caption: `${who} answers ${addressee} with status ${status}: ${quoted(message)}`,
    because: sayCheck(outcome.check, telling).because,
  };
}

const passed = (length: string): string =>
  `${length} ${/^1 \w+$/.test(length) ? 'has' : 'have'} passed.`;

function sayClock({ from, until }: ClockStep): Said {
  const to = timeBeside(until, from);
  return until > from
    ? {
        label: `clock moves ${clockTime(from)} → ${to}`,
        title: `It is ${to} now`,
        caption: `The clock moves from ${clockTime(from)} to ${to}, and lifetimes run down.`,
        because: passed(spokenLength(secondsBetween(from, until))),
      }
    : {
        label: 'no time passes',
        title: 'All at once',
        caption: 'No time passes before the next thing happens.',
        because: 'Both moments are the same.',
      };
}
