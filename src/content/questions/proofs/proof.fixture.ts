import type { ActId } from '#engine/act.ts';
import { promised } from '#engine/never.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { secondsBetween } from '#engine/time.ts';
import type { StepId, Trace } from '#engine/trace.ts';
import type { TemporaryKey } from '#engine/world.ts';

import type { StsCall } from '../../calls/callIds.ts';
import type { Trial } from '../../calls/script.ts';
import { playCall } from '../../calls/trial.ts';
import type { Shown } from '../../question.ts';
import { findScenario } from '../../scenarios/all.ts';
import { answering, ending, giving } from '../claim.ts';
import { answersIn, endWorld } from '../runFacts.ts';

/**
 * How the engine confirms the key of a written question. Nothing of a page imports this: the key that a learner meets is
 * the written one, and a test plays the runs and compares.
 */

/** A run of the lab, or one call of STS in the smallest world there is. */
export type Played = Shown | (() => Trace);

/** One run: every entry claims something about it, and the key alone claims what the engine says. */
interface OneRun {
  readonly kind: 'run';
  /** What is played, where it is not the place of the question. */
  readonly played?: Played;
  /** The act that wrong ideas are asked about, where the run goes on after it. */
  readonly about?: ActId;
  readonly reads: (trace: Trace) => string | undefined;
  readonly claims: Readonly<Record<string, string>>;
}

/** Several runs: what they say together, a letter for each, is claimed by the key alone. */
interface SeveralRuns {
  readonly kind: 'runs';
  /** Each with the act that counts there. */
  readonly runs: readonly (readonly [Played, act: string])[];
  readonly claims: Readonly<Record<string, string>>;
}

export type Wanted = 'granted' | 'refused';

/** Each entry is a case of its own: the right ones, and no others, end as it is asked. */
interface EachItsRun {
  readonly kind: 'each';
  /** How those end that are right; by the entry where the case asked for differs. */
  readonly wants: Wanted | Readonly<Record<string, Wanted>>;
  readonly right: Readonly<Record<string, Played>>;
  /** What is wrong and played without a lab. */
  readonly wrong?: Readonly<Record<string, Played>>;
  /** What no run plays, of what is wrong. */
  readonly unplayed?: readonly string[];
}

/** Each prompt has a run. What it says belongs to its response, or is the prompt itself, and to no other. */
interface Pairs {
  readonly kind: 'pairs';
  readonly reads: (trace: Trace) => string | undefined;
  readonly says: 'prompt' | 'response';
  readonly claims: Readonly<Record<string, string>>;
  readonly runs?: Readonly<Record<string, Played>>;
  readonly unplayed?: readonly string[];
}

/** The steps of an order are rows of the run, one after the other. */
interface InOrder {
  readonly kind: 'order';
  readonly rows: Readonly<Record<string, StepId>>;
}

/** Every entry is a statement about the run that holds or does not. */
interface Statements {
  readonly kind: 'statements';
  readonly holds: Readonly<Record<string, (trace: Trace) => boolean>>;
}

export type Proof = OneRun | SeveralRuns | EachItsRun | Pairs | InOrder | Statements;

export type Proofs = Readonly<Record<string, Proof>>;

/** A call of STS by a caller in the smallest world, where every policy allows it. */
export const calling =
  (call: StsCall, caller: Trial['caller'], trial: Partial<Trial> = {}) =>
  (): Trace =>
    promised(
      playCall(call, {
        caller,
        from: 'account',
        target: 'same-account',
        mfa: 'no',
        lasts: 'default',
        ...trial,
      }),
      `${caller} can send ${call}`,
    );

/** The trace of what is played. */
export function traceAt(played: Played): Trace {
  if (typeof played === 'function') return played();
  const scenario = promised(
    findScenario(played.lab, played.scenario),
    `there is a scenario ${played.scenario}`,
  );
  const { trace, notices } = scenario.play(played.knobs, { parsePolicy });
  promised(notices.length === 0 ? trace : undefined, `${played.scenario}: ${notices.join(' ')}`);
  return trace;
}

/** The act that a step belongs to. */
export const actOf = (step: StepId): string => step.slice(0, step.indexOf('.'));

/** How the act of a run ended. */
export function endOf(trace: Trace, act: string): Wanted {
  const answer = promised(
    answersIn(trace).find((step) => step.act.id === act),
    `there is an answer to ${act}`,
  );
  return answer.outcome.kind;
}

/** The key of the session that the last call of a run gave; undefined where it gave none. */
export function lastSession(trace: Trace, by?: string): TemporaryKey | undefined {
  const act =
    by ??
    answersIn(trace).findLast(({ act: { kind } }) => /^sts:|CreateSession/.test(kind))?.act.id;
  const key = Object.values(endWorld(trace).accessKeys).find(
    (one) => one.kind === 'temporary' && one.issuedBy === act,
  );
  return key?.kind === 'temporary' ? key : undefined;
}

/** How long the session lasts that the last call of a run gave. */
export function lastGives(trace: Trace): string {
  const key = lastSession(trace);
  return key ? giving(secondsBetween(key.issuedAt, key.expiresAt)) : 'gives-nothing';
}

/** When the session ends that the last call of a run gave. */
export function lastEnds(trace: Trace): string {
  const key = lastSession(trace);
  return key ? ending(key.expiresAt) : 'gives-nothing';
}

/** What the last request of a run is answered. */
export function lastAnswers(trace: Trace): string {
  const { outcome, status } = promised(answersIn(trace).at(-1), 'a run ends with an answer');
  return answering(status, outcome.kind === 'refused' ? outcome.error.code : undefined);
}
