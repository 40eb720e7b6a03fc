import { credentialsOf } from '#engine/credentials.ts';
import { after, hours, minutes, secondsBetween } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import type { Misconception } from '../misconception.ts';
import { ending, giving } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import { endWorld, momentOf } from '../questions/runFacts.ts';

/** Wrong ideas of when the session ends that the last call of a run gives. */

const lastOf = ({ steps }: Trace) => steps.at(-1)?.act;

/** The session ends so long after the call, where the call is one of these. */
const endsAfter =
  (length: Seconds, ...kinds: readonly string[]) =>
  (trace: Trace): readonly Claim[] => {
    const act = lastOf(trace);
    const at = act && momentOf(trace, act.id);
    return act && at !== undefined && kinds.includes(act.kind)
      ? [giving(length), ending(after(at, length))]
      : [];
  };

/** The end of the session that signs the last call of a run. */
function parentEnd(trace: Trace): Instant | undefined {
  const act = lastOf(trace);
  if (!act || !('credentials' in act) || !act.credentials) return undefined;
  const key = credentialsOf(endWorld(trace), act.credentials);
  return key?.kind === 'temporary' ? key.expiresAt : undefined;
}

/** When what an identity provider said stops being good. */
function proofEnd(trace: Trace): Instant | undefined {
  const act = lastOf(trace);
  if (act?.kind === 'sts:AssumeRoleWithWebIdentity') {
    return typeof act.webIdentityToken === 'string' ? undefined : act.webIdentityToken.expiresAt;
  }
  if (act?.kind !== 'sts:AssumeRoleWithSAML') return undefined;
  return typeof act.sAMLAssertion === 'string' ? undefined : act.sAMLAssertion.notOnOrAfter;
}

/** The last call gives a session that ends then. */
function endingAt(trace: Trace, until: Instant | undefined): readonly Claim[] {
  const act = lastOf(trace);
  const at = act && momentOf(trace, act.id);
  return at === undefined || until === undefined
    ? []
    : [giving(secondsBetween(at, until)), ending(until)];
}

const ROLE_CALLS = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'rolesanywhere:CreateSession',
] as const;

const USER_CALLS = ['sts:GetSessionToken', 'sts:GetFederationToken'] as const;

export const SESSION_LIVES = {
  'chains-share-an-end': {
    belief: 'A session ends with the session that it was opened with.',
    truth: 'Each session has an end of its own, fixed when it is issued.',
    trap: 'B3',
    about: ['session'],
    expects: (trace) => endingAt(trace, parentEnd(trace)),
  },
  'proof-limits-session': {
    belief: 'A session ends with the token or the response that it was got with.',
    truth: 'A token or response counts once, when it is traded in. The session has its own end.',
    trap: 'B7',
    about: ['session'],
    expects: (trace) => endingAt(trace, proofEnd(trace)),
  },
  'profile-length-counts': {
    belief: 'A session from Roles Anywhere lasts as long as its profile says.',
    truth: 'A request can shorten what the profile allows.',
    trap: 'B9',
    about: ['session'],
    expects: (trace) => {
      const act = lastOf(trace);
      const at = act && momentOf(trace, act.id);
      if (act?.kind !== 'rolesanywhere:CreateSession' || at === undefined) return [];
      const profile = Object.values(endWorld(trace).accounts)
        .flatMap(({ rolesAnywhere }) => Object.values(rolesAnywhere?.profiles ?? {}))
        .find(({ arn }) => arn === act.profileArn);
      return profile
        ? [giving(profile.durationSeconds), ending(after(at, profile.durationSeconds))]
        : [];
    },
  },
  'every-session-lasts-an-hour': {
    belief: 'Every session lasts one hour by default.',
    truth: 'One hour is a default of calls for roles. A user’s own session gets twelve hours.',
    trap: 'B5',
    about: ['session'],
    expects: endsAfter(hours(1), ...USER_CALLS, ...ROLE_CALLS),
  },
  'roles-last-twelve-hours': {
    belief: 'A session of a role lasts twelve hours.',
    truth: 'Twelve hours is the most that a role can allow.',
    trap: 'B2',
    about: ['session'],
    expects: endsAfter(hours(12), ...ROLE_CALLS),
  },
  'user-sessions-last-longest': {
    belief: 'A user’s session lasts 36 hours.',
    truth: 'The 36 hours are the most that a user may ask for, and twelve is the default.',
    trap: 'B5',
    about: ['session'],
    expects: endsAfter(hours(36), ...USER_CALLS),
  },
  'sessions-last-fifteen-minutes': {
    belief: 'A session lasts fifteen minutes unless somebody extends it.',
    truth: 'Fifteen minutes is the least that can be asked for, and no session can be extended.',
    trap: 'B5',
    about: ['session'],
    expects: endsAfter(minutes(15), ...USER_CALLS, ...ROLE_CALLS),
  },
  'root-sessions-last-an-hour': {
    belief: 'A session of the root user lasts up to an hour.',
    truth: 'A session from AssumeRoot lasts 15 minutes at most.',
    trap: 'A14',
    about: ['session'],
    expects: endsAfter(hours(1), 'sts:AssumeRoot'),
  },
  'root-sessions-last-long': {
    belief: 'Every session may last twelve hours.',
    truth: 'Twelve hours is for roles that allow it. AssumeRoot gives 15 minutes at most.',
    trap: 'A14',
    about: ['session'],
    expects: endsAfter(hours(12), 'sts:AssumeRoot'),
  },
} as const satisfies Record<string, Misconception>;
