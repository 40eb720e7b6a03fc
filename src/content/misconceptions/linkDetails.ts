import { hours } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { TemporaryKey } from '#engine/world.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, ending, failingAt, lasting } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import {
  changeIn,
  endWorld,
  isUsedLate,
  linkIn,
  openingIn,
  sessionCallIn,
  usersIn,
} from '../questions/runFacts.ts';

/** Wrong ideas of links that only written questions ask about: they speak of one case each, and predictions of many. */

/** The temporary keys of a run, in the order they were issued. */
const keysIn = (trace: Trace): readonly TemporaryKey[] =>
  Object.values(endWorld(trace).accessKeys)
    .filter((key) => key.kind === 'temporary')
    .toSorted((a, b) => a.issuedAt - b.issuedAt);

const endOf = (key: TemporaryKey | undefined): readonly Claim[] =>
  key === undefined ? [] : [ending(key.expiresAt)];

const isRefused = (trace: Trace): boolean => openingIn(trace)?.outcome.kind === 'refused';

/** Whether headers were sent with the last use of a link that nobody may have signed. */
const hasHeaders = (trace: Trace): boolean => {
  const act = openingIn(trace)?.act;
  return act?.kind === 'open-url' && act.headers.length > 0;
};

/** A link is refused once something has happened to it. */
const denying = (holds: (trace: Trace) => boolean) => (trace: Trace) =>
  when(holds(trace), answering(403, 'AccessDenied'));

export const LINK_DETAILS = {
  'rotation-ends-credentials': {
    belief: 'New credentials make the old ones invalid.',
    truth: 'Credentials work until their own end, whatever is issued after them.',
    trap: 'D10',
    about: [],
    expects: (trace) => {
      const [, next] = keysIn(trace);
      return next ? [ending(next.issuedAt)] : [];
    },
  },
  'links-last-as-credentials': {
    belief: 'A link lasts as long as the credentials that signed it.',
    truth: 'A link ends with its own date where that comes first.',
    trap: 'E1',
    about: [],
    expects: (trace) => endOf(keysIn(trace)[0]),
  },
  'links-follow-their-signer': {
    belief: 'A link follows its signer to new credentials.',
    truth: 'The credentials are in the link. What its signer gets later is not.',
    trap: 'E1',
    about: [],
    expects: (trace) => endOf(keysIn(trace)[1]),
  },
  'credentials-renew-themselves': {
    belief: 'SDKs renew whatever credentials they find.',
    truth: 'An SDK renews what it fetches itself, and nothing that somebody copied to it.',
    trap: 'D11',
    about: [],
    expects: (trace) => endOf(keysIn(trace)[1]),
  },
  'links-get-a-users-longest': {
    belief: 'A link lives as long as a user’s longest session.',
    truth: 'The 36 hours are for sessions that a user asks for in the user’s own name.',
    trap: 'B5',
    about: [],
    expects: (trace) => when(linkIn(trace) !== undefined, lasting(hours(36))),
  },
  'sts-signs-for-sessions': {
    belief: 'STS makes the signatures of sessions.',
    truth: 'Whoever holds a session’s keys signs alone. STS has no part in it.',
    trap: 'E3',
    about: [],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call ? [failingAt(call.id)] : [];
    },
  },
  'signatures-cover-policies': {
    belief: 'A signature covers the policies of the signer.',
    truth: 'A signature covers the request. Policies are looked up when it arrives.',
    trap: 'E4',
    about: [],
    expects: (trace) =>
      when(
        changeIn(trace, 'replace-policies') !== undefined,
        answering(403, 'SignatureDoesNotMatch'),
      ),
  },
  'links-go-on-working': {
    belief: 'A link that has worked goes on working.',
    truth: 'Each use is a request of its own, and everything is looked at again.',
    trap: 'E4',
    about: [],
    expects: (trace) => when(changeIn(trace, 'replace-policies') !== undefined, answering(200)),
  },
  'late-is-an-old-token': {
    belief: 'S3 reports every fault of time as an expired token.',
    truth: 'ExpiredToken is for a session that has ended. A link’s own end is AccessDenied.',
    trap: 'E1',
    about: [],
    expects: (trace) => when(isUsedLate(trace), answering(400, 'ExpiredToken')),
  },
  'edited-links-stay-broken': {
    belief: 'A link that was edited stays broken.',
    truth: 'S3 keeps nothing of what it refused. The text that was signed is good again.',
    trap: 'E15',
    about: [],
    expects: (trace) => when(isRefused(trace), answering(403, 'SignatureDoesNotMatch')),
  },
  'refusals-stop-the-clock': {
    belief: 'A link that was refused once gets its time back.',
    truth: 'A link ends at the moment that was signed, whatever happened before.',
    trap: 'E1',
    about: [],
    expects: (trace) => when(isUsedLate(trace), answering(200)),
  },
  'types-are-permissions': {
    belief: 'The content type of a link is a permission.',
    truth: 'A header is signed or it is not. What is not signed, S3 takes as it is sent.',
    trap: 'E15',
    about: [],
    expects: denying(hasHeaders),
  },
  'presigners-sign-everything': {
    belief: 'Whatever is given to a presigner is signed.',
    truth: 'X-Amz-SignedHeaders says what is signed, and some tools leave a type out.',
    trap: 'E15',
    about: [],
    expects: (trace) => when(hasHeaders(trace), answering(403, 'SignatureDoesNotMatch')),
  },
  'readers-need-permissions': {
    belief: 'Whoever opens a link needs permissions too.',
    truth: 'A presigned request is one of its signer. Who sends it is not asked.',
    trap: 'E6',
    about: [],
    expects: denying((trace) => usersIn(trace).length > 0),
  },
  'new-links-replace-old-ones': {
    belief: 'A new link replaces the old one.',
    truth: 'Each link is a signature for itself. Signing again changes no other.',
    trap: 'E6',
    about: [],
    expects: denying((trace) => linkIn(trace) !== undefined),
  },
} as const satisfies Record<string, Misconception>;
