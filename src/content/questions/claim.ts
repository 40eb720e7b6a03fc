import type { ActId } from '#engine/act.ts';
import type { RuleId } from '#engine/rules.ts';
import { amzDate, earliest, secondsBetween } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { answersIn, endWorld, linkIn, openingIn, sessionCallIn } from './runFacts.ts';

/**
 * What somebody says about a run, in a form that can be compared: the truth the engine computed, what a wrong idea
 * leads to, what a learner chose. A run that never came so far says nothing.
 */
export type Claim =
  | `lasts-${number}`
  | `ends-${string}`
  | `answers-${number}`
  | `answers-${number}-${string}`
  | `gives-${number}`
  | 'gives-nothing'
  | `fails-${ActId}`
  | 'fails-nowhere'
  | `stops-${RuleId}`
  | 'stops-nowhere'
  | `names-${string}`;

/** What a claim is about: claims of one kind can be ranked against each other. */
export const kindOf = (claim: string): string => claim.slice(0, claim.indexOf('-'));

/** A link works for so many seconds. */
export const lasting = (length: Seconds): Claim => `lasts-${length}`;

/** A link works until a moment. */
export const ending = (at: Instant): Claim => `ends-${amzDate(at)}`;

/** A service answers with a status and, where it refuses, a code. */
export const answering = (status: number, code?: string): Claim =>
  code === undefined ? `answers-${status}` : `answers-${status}-${code}`;

/** STS gives a session of so many seconds. */
export const giving = (length: Seconds): Claim => `gives-${length}`;

/** Something is refused, in an act or nowhere. */
export const failingAt = (act: ActId | undefined): Claim => `fails-${act ?? 'nowhere'}`;

/** A check refuses the request, or none does. */
export const stopping = (rule: RuleId | undefined): Claim => `stops-${rule ?? 'nowhere'}`;

/** The caller is known by an ARN. */
export const naming = (arn: string): Claim => `names-${arn}`;

/** The moment a link stops working: its end, or an earlier moment at which S3 refused it. */
function endIn(trace: Trace, until: Instant): Instant {
  const use = openingIn(trace);
  return use?.outcome.kind === 'refused' ? earliest(until, use.world.now) : until;
}

/** How long the link of a run works. */
export function linkLasts(trace: Trace): Claim | undefined {
  const link = linkIn(trace);
  return link && lasting(secondsBetween(link.from, endIn(trace, link.until)));
}

/** When the link of a run stops working. */
export function linkEnds(trace: Trace): Claim | undefined {
  const link = linkIn(trace);
  return link && ending(endIn(trace, link.until));
}

/** What S3 answers to the link of a run. */
export function s3Answers(trace: Trace): Claim | undefined {
  const use = openingIn(trace);
  if (!use) return undefined;
  return answering(use.status, use.outcome.kind === 'refused' ? use.outcome.error.code : undefined);
}

/** What the last AssumeRole of a run gives. */
export function callGives(trace: Trace): Claim | undefined {
  const call = sessionCallIn(trace);
  if (!call) return undefined;
  const keys = Object.values(endWorld(trace).accessKeys);
  const key = keys.find((one) => one.kind === 'temporary' && one.issuedBy === call.id);
  return key?.kind === 'temporary'
    ? giving(secondsBetween(key.issuedAt, key.expiresAt))
    : 'gives-nothing';
}

/** The longest session the last AssumeRole of a run may ask for: the smallest limit that STS compared. */
export function longestSession(trace: Trace): Claim | undefined {
  const call = sessionCallIn(trace);
  const limits = trace.steps.flatMap((step) =>
    step.row === 'check' && step.act.id === call?.id && step.check.evidence.kind === 'limit'
      ? step.check.evidence.limits.map(({ value }) => value)
      : [],
  );
  const [smallest] = limits.toSorted((a, b) => a - b);
  return smallest === undefined ? undefined : giving(smallest);
}

/** Where a run first meets a refusal. */
export const firstFailure = (trace: Trace): Claim =>
  failingAt(answersIn(trace).find((step) => step.outcome.kind === 'refused')?.act.id);
