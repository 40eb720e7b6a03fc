import type { Act, OpenUrl } from '#engine/act.ts';
import { isStsAct } from '#engine/sts/acts.ts';
import { unreachable } from '#engine/never.ts';
import type { Check } from '#engine/judge.ts';
import type { RuleId } from '#engine/rules.ts';
import { secondsBetween } from '#engine/time.ts';
import type {
  AnswerStep,
  Artifact,
  CallStep,
  ClockStep,
  NotReachedStep,
  Step,
  WorkStep,
} from '#engine/trace.ts';

import type { RuleWords, Said } from './ruleText.ts';
import { RULE_WORDS } from './ruleWords.ts';
import { sayChange } from './sayChange.ts';
import { isAsking, sayAnswered, sayAsking } from './sayConsole.ts';
import { sayStsAnswer, sayStsCall } from './saySts.ts';
import type { Party } from './scenario.ts';
import { clockTime, spokenLength, spokenList, timeBeside } from './words.ts';

/** Steps in sentences. Captions, announcements, transcripts and the diagram all use these. */

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
export function narrate(step: Step, parties: readonly Party[]): Narration {
  const said = sayStep(step, parties);
  const verdict = verdictOf(step);
  const spoken = verdict
    ? `${verdict.word}${verdict.code === undefined ? '' : ` ${verdict.code}`}: `
    : '';
  return { ...said, ...(verdict && { verdict }), announcement: `${spoken}${said.caption}` };
}

function sayStep(step: Step, parties: readonly Party[]): Said {
  switch (step.row) {
    case 'call':
      return sayCall(step, parties);
    case 'check':
      return sayCheck(step.check);
    case 'not-reached':
      return sayNotReached(step);
    case 'answer':
      return sayAnswer(step, parties);
    case 'work':
      return sayWork(step, parties);
    case 'clock':
      return sayClock(step);
    default:
      return unreachable(step);
  }
}

function verdictOf(step: Step): Verdict | undefined {
  if (step.row === 'check') {
    const { error } = step.check;
    return error ? { tone: 'bad', word: 'FAIL', code: error.code } : { tone: 'good', word: 'PASS' };
  }
  if (step.row === 'not-reached') return { tone: 'not-reached', word: 'NOT REACHED' };
  if (step.row !== 'answer') return undefined;
  return step.outcome.kind === 'granted'
    ? { tone: 'good', word: 'GRANTED' }
    : { tone: 'bad', word: 'REFUSED', code: step.outcome.error.code };
}

const spoken = (parties: readonly Party[], id: string): string =>
  parties.find((party) => party.id === id)?.spoken ?? id;

const atStart = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A check in words: each rule says its own evidence. */
export function sayCheck(check: Check): Said {
  // The table holds each rule's text under the rule's own id, so text and evidence are of one kind.
  const words = RULE_WORDS[check.rule] as RuleWords<RuleId>;
  return words.says(check.evidence, check.result === 'pass');
}

function sayNotReached({ rules }: NotReachedStep): Said {
  const names = rules.map((rule) => RULE_WORDS[rule].name);
  const label =
    names.length > 3
      ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
      : spokenList(names);
  return {
    label: `not reached: ${label}`,
    title: 'The rest was never checked',
    caption: 'The first check that fails ends the request, so the checks after it were never made.',
    because: `Not reached: ${spokenList(names)}.`,
  };
}

function sayCall({ act, from, to, world, artifacts }: CallStep, parties: readonly Party[]): Said {
  const who = atStart(spoken(parties, from));
  if (isStsAct(act)) return sayStsCall(act, who);
  if (isAsking(act)) return sayAsking(act, who, spoken(parties, to));
  if (act.kind === 'open-url') return sayOpen(act, artifacts, { who, to: spoken(parties, to) });
  const url = act.kind === 'hand-over' ? world.presignedUrls[act.url] : undefined;
  return {
    label: url ? `link, asks for ${spokenLength(url.expires)}` : 'message',
    title: `${who} gives the link away`,
    caption: `${who} passes the link to ${spoken(parties, to)}; nothing in it says when the signer’s credentials end.`,
    because: url ? `The link says X-Amz-Expires=${url.expires}.` : '',
  };
}

/** The request that is sent: with the changes somebody made to the link. */
function sayOpen(
  act: OpenUrl,
  artifacts: readonly Artifact[],
  { who, to }: { who: string; to: string },
): Said {
  const sent = artifacts.find(({ kind }) => kind === 'url')?.text ?? '';
  const changed = act.edits.length > 0;
  return {
    label: `${act.method} ${sent.split('?')[0]?.replace(/^https:\/\/[^/]+\//, '') ?? ''}`,
    title: `${who} uses the link`,
    caption: changed
      ? `${who} changes the link and sends it to ${to} as a ${act.method} request.`
      : `${who} sends the link to ${to} as a ${act.method} request.`,
    because: 'A presigned URL is a bearer token: whoever holds it can send it.',
  };
}

/** AWS's own words at the end of a sentence; some of its messages have a full stop, some have none. */
const quoted = (message: string): string =>
  message.endsWith('.') ? `“${message}”` : `“${message}”.`;

function sayAnswer(
  { act, from, to, outcome, status, world }: AnswerStep,
  parties: readonly Party[],
): Said {
  const who = atStart(spoken(parties, from));
  if (outcome.kind === 'refused') {
    const { code, message } = outcome.error;
    return {
      label: `${status} ${code}`,
      title: `Refused: ${code}`,
      caption: `${who} answers ${spoken(parties, to)} with status ${status}: ${quoted(message)}`,
      because: sayCheck(outcome.check).because,
    };
  }
  if (isStsAct(act)) return sayStsAnswer(act, who, world);
  if (isAsking(act)) return sayAnswered(act, who, status, world);
  return {
    label: status === 204 ? '204 No Content' : `${status} OK`,
    title: 'S3 serves the request',
    caption: `${who} answers ${spoken(parties, to)} with status ${status}.`,
    because: 'Every check passed at the moment the request arrived.',
  };
}

function sayWork({ act, by, world }: WorkStep, parties: readonly Party[]): Said {
  const who = atStart(spoken(parties, by));
  if (act.kind === 'presign') {
    const url = world.presignedUrls[act.id];
    const length = url ? spokenLength(url.expires) : '';
    return {
      label: `signs a ${act.method} link itself: no call leaves`,
      title: 'A link is signed, and AWS does not notice',
      caption: `${who} computes a signature for a ${act.method} link that asks for ${length}; no call is made and no permission is checked.`,
      because: `Signing is arithmetic with the secret key; X-Amz-Date is ${url ? clockTime(url.date) : ''} by the signer’s clock.`,
    };
  }
  return act.kind === 'change' ? sayChange(act.change, who) : sayUnknown(act);
}

const sayUnknown = (act: Act): Said => ({
  label: act.kind,
  title: act.kind,
  caption: act.kind,
  because: '',
});

function sayClock({ from, until }: ClockStep): Said {
  const moved = until > from;
  const to = timeBeside(until, from);
  return {
    label: moved ? `clock moves ${clockTime(from)} → ${to}` : 'no time passes',
    title: moved ? `It is ${to} now` : 'The link is used at once',
    caption: moved
      ? `The clock moves from ${clockTime(from)} to ${to}, and lifetimes run down.`
      : 'No time passes before the link is used.',
    because: moved
      ? `${spokenLength(secondsBetween(from, until))} have passed.`
      : 'The moment of use is the moment of signing.',
  };
}
