import type { Act } from '#engine/act.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { simulate } from '#engine/simulate.ts';
import { TOKEN_DURATION } from '#engine/sts/limits.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { TemporaryKey } from '#engine/world.ts';

import type { Telling } from '../narrate.ts';
import { SIGNIN } from '../subjects/signin.ts';
import { STS } from '../subjects/sts.ts';
import type { StsCall } from './callIds.ts';
import { CONSOLE_ACTS, actOf } from './script.ts';
import type { Trial } from './script.ts';
import { tinyWorld } from './tinyWorld.ts';

/** Playing a call in the tiny world, and what its run shows. */

/** What a trial is told with: nobody has a name in it. */
export const TELLING: Telling = { parties: [], subjects: [STS, SIGNIN] };
const SERVICES = TELLING.subjects.map(({ service }) => service);

/** Plays a call as somebody with these choices would make it; undefined where there is nothing to send. */
export function playCall(call: StsCall, choices: Trial): Trace | undefined {
  const act = actOf(call, choices);
  if (!act) return undefined;
  const script: readonly Act[] = choices.target === 'console' ? [act, ...CONSOLE_ACTS] : [act];
  return simulate(tinyWorld(choices), script, SERVICES);
}

/** The session a run's call issued; undefined where it issued none. */
export function sessionIn(trace: Trace): TemporaryKey | undefined {
  const world = trace.steps.at(-1)?.world ?? trace.start;
  const key = credentialsOf(world, { issuedBy: 'call' });
  return key?.kind === 'temporary' ? key : undefined;
}

/** How long what a run's call issued lasts, a session or a token; undefined where it issued nothing. */
export function lifetimeIn(trace: Trace): Seconds | undefined {
  const act = trace.steps[0]?.act;
  if (act?.kind === 'sts:GetWebIdentityToken') return act.durationSeconds ?? TOKEN_DURATION;
  const session = sessionIn(trace);
  return session && secondsBetween(session.issuedAt, session.expiresAt);
}
