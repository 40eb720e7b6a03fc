import type { ActId, AssumeRole } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { worldAt } from '#engine/cursor.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { AnswerStep, Step, Trace } from '#engine/trace.ts';
import { findRole } from '#engine/world.ts';
import type { World } from '#engine/world.ts';

/** Things one can find out about a run. What a run never came to is undefined. */

export type Link = Extract<Lifetime, { kind: 'url' }>;

/** The world as a run leaves it. */
export const endWorld = (trace: Trace): World => worldAt(trace, trace.steps.length);

/** The last link a run signs. */
export const linkIn = (trace: Trace): Link | undefined =>
  lifetimesOf(endWorld(trace)).findLast((life) => life.kind === 'url');

/** The last AssumeRole of a run: the one that gave the credentials, or should have. */
export function sessionCallIn(trace: Trace): AssumeRole | undefined {
  const act = trace.steps.findLast((step) => step.act.kind === 'sts:AssumeRole')?.act;
  return act?.kind === 'sts:AssumeRole' ? act : undefined;
}

/** The longest session that the role of that call allows. */
export function roleMaximum(trace: Trace): Seconds | undefined {
  const call = sessionCallIn(trace);
  return call && findRole(trace.start, call.roleArn)?.maxSessionDuration;
}

/** The answers of a run, in order. */
export const answersIn = (trace: Trace): readonly AnswerStep[] =>
  trace.steps.filter((step) => step.row === 'answer');

/** When an act of a run began. */
export const momentOf = ({ steps }: Trace, act: ActId): Instant | undefined =>
  steps.find((step) => step.act.id === act)?.world.now;

/** Whether the last request of a run is granted. */
export const isGranted = (trace: Trace): boolean =>
  answersIn(trace).at(-1)?.outcome.kind === 'granted';

/** A run up to the end of one of its acts. */
export function upTo(trace: Trace, act: ActId): Trace {
  const last = trace.steps.findLastIndex((step) => step.act.id === act);
  return { ...trace, steps: trace.steps.slice(0, last + 1) };
}

/** What S3 said when the link was last used. */
export const openingIn = (trace: Trace): AnswerStep | undefined =>
  answersIn(trace).findLast((step) => step.act.kind === 'open-url');

/** Who used the link of a run, a name for each time. */
export const usersIn = (trace: Trace): readonly string[] =>
  answersIn(trace).flatMap(({ act }) => (act.kind === 'open-url' ? [act.by] : []));

/** How AWS knows the signer of the link: by a key of its own, or by a session. */
export function signerKind(trace: Trace): 'long-term' | 'temporary' | undefined {
  const act = trace.steps.findLast((step) => step.act.kind === 'presign')?.act;
  return act?.kind === 'presign'
    ? credentialsOf(endWorld(trace), act.credentials)?.kind
    : undefined;
}

/** The row in which an administrator makes a change of this kind. */
export const changeIn = (trace: Trace, kind: WorldChange['kind']): Step | undefined =>
  trace.steps.find(({ act }) => act.kind === 'change' && act.change.kind === kind);

/** Whether the link is used after its own end, or the end of the session behind it. */
export function isUsedLate(trace: Trace): boolean {
  const link = linkIn(trace);
  return link !== undefined && endWorld(trace).now > link.until;
}

/** Whether the link is used with another method than the one it was signed for. */
export function isMethodChanged(trace: Trace): boolean {
  const acts = trace.steps.map(({ act }) => act);
  const signed = acts.findLast((act) => act.kind === 'presign');
  const used = acts.findLast((act) => act.kind === 'open-url');
  return signed !== undefined && used !== undefined && signed.method !== used.method;
}
