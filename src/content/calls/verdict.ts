import { hours } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Outcome } from '#engine/trace.ts';

import { sayCheck } from '../narrate.ts';
import { RULE_FACTS } from '../ruleFacts.ts';
import { CALLS, isStsCall } from './callIds.ts';
import type { Call, StsCall } from './callIds.ts';
import type { Choices } from './choices.ts';
import { CALL_FACTS, WANTED } from './facts.ts';
import { fits, unfit } from './fit.ts';
import type { Unfit, Verdict } from './fit.ts';
import { spokenHours } from './lengthWords.ts';
import { takes } from './script.ts';
import { TELLING, lifetimeIn, playCall } from './trial.ts';
import { otherVerdict, serviceVerdict } from './unplayed.ts';

/** Which calls fit what was chosen. Purposes are facts; who may call, for how long and with which proof the engine decides. */

/** What becomes of every call with these choices, in the order of the calls. */
export const verdicts = (choices: Choices): readonly Verdict[] =>
  CALLS.map((call) => verdictOf(call, choices));

/** What becomes of one call with these choices. */
export function verdictOf(call: Call, choices: Choices): Verdict {
  const { gives, serves } = CALL_FACTS[call];
  const says = serves[choices.target];
  if (says === undefined) {
    const why = `It gives ${gives}; wanted here is ${WANTED[choices.target]}.`;
    return { ...unfit(call, why), isMeant: false };
  }
  if (!isStsCall(call)) return otherVerdict(call, choices, says);
  if (choices.caller === 'service' && call === 'AssumeRole') return serviceVerdict(choices);
  const trace = playCall(call, choices);
  if (!trace) return unfit(call, nothingToSend(call, choices));
  const outcome = outcomeOf(trace);
  if (outcome.kind === 'refused') return refused(call, outcome);
  const note = lifeNote(call, choices, lifetimeIn(trace));
  const told = call === 'GetSessionToken' && choices.caller === 'root' ? AS_ROOT : says;
  return { ...fits(call, told), ...(note !== undefined && { note }) };
}

/** What GetSessionToken gives the root user (IAM User Guide, MFA-protected API access). */
const AS_ROOT =
  'The session is the root user, for an hour at most; MFA-protected API access does not work for root.';

/** The longest a console session lasts (IAM User Guide, custom identity broker). */
const LONGEST_CONSOLE = hours(12);

function nothingToSend(call: StsCall, { caller }: Choices): string {
  const { shows } = CALL_FACTS[call];
  if (call.startsWith('AssumeRoleWith') && shows !== undefined) {
    return `It takes ${shows}, and nobody gives the caller one.`;
  }
  return caller === 'service'
    ? 'A service signs with keys that nobody sees; all it does with them here is AssumeRole.'
    : 'It must be signed with AWS credentials, and this caller has none.';
}

function refused(
  call: StsCall,
  { rule, error, check }: Extract<Outcome, { kind: 'refused' }>,
): Unfit {
  const { source, basis } = RULE_FACTS[rule];
  const { title, because } = sayCheck(check, TELLING);
  const says = because === '' ? `${title}.` : because;
  return { ...unfit(call, says, { source, basis: basis.verdict }), code: error.code };
}

/** What a run says of the length of what it issued, beside what was asked for. */
function lifeNote(
  call: StsCall,
  { lasts, target }: Choices,
  life: Seconds | undefined,
): string | undefined {
  if (life === undefined) return lasts === 'default' ? undefined : 'It issues no credentials.';
  const spoken = spokenHours(life);
  const what = call === 'GetWebIdentityToken' ? 'token' : 'session';
  if (!takes(call, 'DurationSeconds')) {
    return `It takes no DurationSeconds; the customer’s request has set ${spoken}.`;
  }
  if (lasts === 'default') return `Without DurationSeconds the ${what} lasts ${spoken}.`;
  if (target === 'console' && life > LONGEST_CONSOLE) {
    return `The ${what} lasts the ${spoken} asked for; the console opened with it, 12 hours at most.`;
  }
  return life === Number(lasts)
    ? `The ${what} lasts the ${spoken} asked for.`
    : `The ${what} lasts only ${spoken}: STS cuts what the root user asks for, without an error.`;
}
