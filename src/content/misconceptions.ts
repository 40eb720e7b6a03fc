import { askedDuration, DURATION_BOUNDS } from '#engine/sts/limits.ts';
import { hours, minutes, secondsBetween } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { answering, ending, failingAt, giving, lasting } from './questions/claim.ts';
import type { Claim } from './questions/claim.ts';
import {
  changeIn,
  isMethodChanged,
  isUsedLate,
  linkIn,
  roleMaximum,
  sessionCallIn,
  signerKind,
  usersIn,
} from './questions/runFacts.ts';
import type { Link } from './questions/runFacts.ts';
import type { TrapId } from './traps.ts';

/**
 * Wrong ideas that people really have. Each is a function from a run to what somebody who holds the idea would claim
 * about it: distractors of questions and predictions are made of these. An idea that a run gives no occasion for
 * claims nothing.
 */

export interface Misconception {
  /** The idea in one sentence, as its holder would say it. */
  readonly belief: string;
  readonly trap?: TrapId;
  /** At most one claim of a kind. */
  readonly expects: (trace: Trace) => readonly Claim[];
}

/** Claims about the link of a run, if it has one. */
const ofLink = (trace: Trace, claims: (link: Link) => readonly Claim[]): readonly Claim[] => {
  const link = linkIn(trace);
  return link ? claims(link) : [];
};

const when = (holds: boolean, ...claims: readonly Claim[]): readonly Claim[] =>
  holds ? claims : [];

/** The longest session that GetSessionToken and GetFederationToken give an IAM user. */
const LONGEST_USER_SESSION = hours(36);

/** The longest link that the S3 console makes. */
const LONGEST_CONSOLE_LINK = hours(12);

export const MISCONCEPTIONS = {
  'link-keeps-its-own-time': {
    belief: 'A link works for as long as it asks for.',
    trap: 'E1',
    expects: (trace) =>
      ofLink(trace, ({ from, asked }) => [
        lasting(secondsBetween(from, asked)),
        ending(asked),
        answering(200),
      ]),
  },
  'role-links-get-fifteen-minutes': {
    belief: 'A link that a role signs works for fifteen minutes.',
    trap: 'E2',
    expects: (trace) => when(signerKind(trace) === 'temporary', lasting(minutes(15))),
  },
  'user-links-get-an-hour': {
    belief: 'A link that an IAM user signs works for one hour.',
    trap: 'E2',
    expects: (trace) => when(signerKind(trace) === 'long-term', lasting(hours(1))),
  },
  'role-maximum-counts': {
    belief: 'A session lasts as long as its role allows.',
    trap: 'B2',
    expects: (trace) => {
      const most = roleMaximum(trace);
      return most === undefined ? [] : [lasting(most), giving(most)];
    },
  },
  'role-sessions-last-an-hour': {
    belief: 'A session of a role lasts one hour.',
    trap: 'B2',
    expects: (trace) => when(signerKind(trace) === 'temporary', lasting(hours(1))),
  },
  'signing-restarts-the-session': {
    belief: 'A session has its whole time from the moment it signs.',
    trap: 'E1',
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call && linkIn(trace) ? [lasting(askedDuration(call))] : [];
    },
  },
  'console-limit-counts': {
    belief: 'Twelve hours are the most a link can have.',
    trap: 'E8',
    expects: (trace) => ofLink(trace, () => [lasting(LONGEST_CONSOLE_LINK)]),
  },
  'user-session-limit-counts': {
    belief: 'What a user signs lives as long as the user’s longest session, 36 hours.',
    trap: 'B5',
    expects: (trace) => when(signerKind(trace) === 'long-term', lasting(LONGEST_USER_SESSION)),
  },
  'chained-sessions-get-the-least': {
    belief: 'A chained session gets the shortest time there is.',
    trap: 'B3',
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return when(
        call !== undefined && 'issuedBy' in call.credentials,
        giving(DURATION_BOUNDS.min),
      );
    },
  },
  'sts-shortens': {
    belief: 'STS cuts a duration that is too long.',
    trap: 'B1',
    expects: (trace) => {
      const call = sessionCallIn(trace);
      const most = roleMaximum(trace);
      return call && most !== undefined && askedDuration(call) > most ? [giving(most)] : [];
    },
  },
  'asked-is-given': {
    belief: 'STS gives the duration that the call asks for.',
    trap: 'B1',
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call ? [giving(askedDuration(call))] : [];
    },
  },
  'links-work-once': {
    belief: 'A link works once.',
    trap: 'E6',
    expects: (trace) => when(usersIn(trace).length > 1, answering(403, 'AccessDenied')),
  },
  'links-are-personal': {
    belief: 'A link works for the person it was made for.',
    trap: 'E6',
    expects: (trace) =>
      when(new Set(usersIn(trace)).size > 1, answering(403, 'SignatureDoesNotMatch')),
  },
  'rotation-replaces-keys': {
    belief: 'A new access key takes the place of the old one.',
    trap: 'D10',
    expects: (trace) =>
      when(changeIn(trace, 'create-key') !== undefined, answering(403, 'InvalidAccessKeyId')),
  },
  'every-expiry-is-denied': {
    belief: 'Whatever has expired, S3 answers AccessDenied.',
    expects: (trace) => when(isUsedLate(trace), answering(403, 'AccessDenied')),
  },
  'expired-keys-are-unknown': {
    belief: 'AWS does not know a temporary key any more once its session has ended.',
    expects: (trace) => when(isUsedLate(trace), answering(403, 'InvalidAccessKeyId')),
  },
  'expiry-breaks-the-signature': {
    belief: 'A signature stops matching when its time is over.',
    expects: (trace) => when(isUsedLate(trace), answering(403, 'SignatureDoesNotMatch')),
  },
  'permissions-are-frozen': {
    belief: 'A link keeps the permissions that its signer had when signing.',
    trap: 'E4',
    expects: (trace) => when(changeIn(trace, 'replace-policies') !== undefined, answering(200)),
  },
  'tokens-can-be-cancelled': {
    belief: 'Taking the permission away ends the session.',
    trap: 'D1',
    expects: (trace) =>
      when(changeIn(trace, 'replace-policies') !== undefined, answering(400, 'ExpiredToken')),
  },
  'links-grant-every-action': {
    belief: 'A link lets its holder do whatever the signer may do.',
    trap: 'E15',
    expects: (trace) => ofLink(trace, () => [answering(200)]),
  },
  'methods-are-permissions': {
    belief: 'A link made for reading has no permission to write.',
    trap: 'E15',
    expects: (trace) => when(isMethodChanged(trace), answering(403, 'AccessDenied')),
  },
  'methods-are-a-web-matter': {
    belief: 'A link refuses another method the way a web server does.',
    trap: 'E15',
    expects: (trace) => when(isMethodChanged(trace), answering(405, 'MethodNotAllowed')),
  },
  'revoking-hits-every-link': {
    belief: 'Revoking a role’s sessions stops the links of everyone who can assume the role.',
    trap: 'D2',
    expects: (trace) =>
      when(changeIn(trace, 'revoke-sessions') !== undefined, answering(403, 'AccessDenied')),
  },
  'revoking-disables-keys': {
    belief: 'Revoking a role’s sessions switches off the keys that opened them.',
    trap: 'D2',
    expects: (trace) =>
      when(changeIn(trace, 'revoke-sessions') !== undefined, answering(403, 'InvalidAccessKeyId')),
  },
  'keys-take-sessions-along': {
    belief: 'Switching a key off ends the sessions it has opened.',
    trap: 'D4',
    expects: (trace) => {
      const change = changeIn(trace, 'deactivate-key');
      return change ? [ending(change.world.now)] : [];
    },
  },
  'signing-asks-aws': {
    belief: 'AWS checks the permission when the link is made.',
    trap: 'E3',
    expects: (trace) => ofLink(trace, ({ id }) => [failingAt(id)]),
  },
  'assuming-checks-everything': {
    belief: 'AssumeRole checks what the session is going to do.',
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call ? [failingAt(call.id)] : [];
    },
  },
} as const satisfies Record<string, Misconception>;

export type MisconceptionId = keyof typeof MISCONCEPTIONS;
