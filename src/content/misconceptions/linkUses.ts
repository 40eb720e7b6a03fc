import type { Act, OpenUrl } from '#engine/act.ts';
import type { Trace } from '#engine/trace.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, ending, failingAt, stopping } from '../questions/claim.ts';
import {
  changeIn,
  isMethodChanged,
  isUsedLate,
  linkIn,
  sessionCallIn,
  usersIn,
} from '../questions/runFacts.ts';

/** Wrong ideas of what a link is worth when it is used, and of what ends it early. */

/** The last use of a link in a run. */
function lastUse(trace: Trace): OpenUrl | undefined {
  const act = trace.steps.findLast((step) => step.act.kind === 'open-url')?.act;
  return act?.kind === 'open-url' ? act : undefined;
}

/** Whether a link is used in another way than it was signed: another method, another text, other headers. */
function isUsedOtherwise(trace: Trace): boolean {
  const use = lastUse(trace);
  return isMethodChanged(trace) || (use !== undefined && use.edits.length + use.headers.length > 0);
}

/** Whether an act uses what another act of the run gave. */
const isBySession = (act: Act | undefined): boolean =>
  act !== undefined &&
  'credentials' in act &&
  act.credentials !== undefined &&
  'issuedBy' in act.credentials;

export const LINK_USES = {
  'links-work-once': {
    belief: 'A link works once.',
    truth: 'S3 counts no uses. A link works for as often as it is sent, until it ends.',
    trap: 'E6',
    about: ['link'],
    expects: (trace) => when(usersIn(trace).length > 1, answering(403, 'AccessDenied')),
  },
  'links-are-personal': {
    belief: 'A link works for the person it was made for.',
    truth: 'Nothing of the sender is signed, so it makes no difference who sends a link.',
    trap: 'E6',
    about: ['link'],
    expects: (trace) =>
      when(
        new Set(usersIn(trace)).size > 1,
        answering(403, 'SignatureDoesNotMatch'),
        stopping('s3.signature-matches'),
      ),
  },
  'rotation-replaces-keys': {
    belief: 'A new access key takes the place of the old one.',
    truth: 'A new access key leaves the old one as it is, until somebody switches that off.',
    trap: 'D10',
    about: ['link'],
    expects: (trace) =>
      when(
        changeIn(trace, 'create-key') !== undefined,
        answering(403, 'InvalidAccessKeyId'),
        stopping('s3.key-known'),
      ),
  },
  'every-expiry-is-denied': {
    belief: 'Whatever has expired, S3 answers AccessDenied.',
    truth:
      'S3 says AccessDenied where the link’s own time is over, and ExpiredToken where the session has ended.',
    about: ['link'],
    expects: (trace) => when(isUsedLate(trace), answering(403, 'AccessDenied')),
  },
  'expired-keys-are-unknown': {
    belief: 'AWS does not know a temporary key any more once its session has ended.',
    truth: 'AWS still knows a temporary key whose time is over.',
    about: ['link'],
    expects: (trace) =>
      when(isUsedLate(trace), answering(403, 'InvalidAccessKeyId'), stopping('s3.key-known')),
  },
  'expiry-breaks-the-signature': {
    belief: 'A signature stops matching when its time is over.',
    truth: 'The passing of time changes no byte of a request, so the signature still matches.',
    about: ['link'],
    expects: (trace) =>
      when(
        isUsedLate(trace),
        answering(403, 'SignatureDoesNotMatch'),
        stopping('s3.signature-matches'),
      ),
  },
  'permissions-are-frozen': {
    belief: 'A link keeps the permissions that its signer had when signing.',
    truth: 'S3 looks the signer’s permissions up when the link is used.',
    trap: 'E4',
    about: ['link'],
    expects: (trace) =>
      when(changeIn(trace, 'replace-policies') !== undefined, answering(200), stopping(undefined)),
  },
  'tokens-can-be-cancelled': {
    belief: 'Taking the permission away ends the session.',
    truth: 'A token is good until its end. What can be taken away is the permission.',
    trap: 'D1',
    about: ['link'],
    expects: (trace) =>
      when(
        changeIn(trace, 'replace-policies') !== undefined,
        answering(400, 'ExpiredToken'),
        stopping('s3.token-alive'),
      ),
  },
  'links-grant-every-action': {
    belief: 'A link lets its holder do whatever the signer may do.',
    truth: 'A link is good for the one request that was signed, and for no other.',
    trap: 'E15',
    about: ['link'],
    expects: (trace) => when(isUsedOtherwise(trace), answering(200), stopping(undefined)),
  },
  'methods-are-permissions': {
    belief: 'A link made for reading has no permission to write.',
    truth: 'The method is part of what was signed, so another one breaks the signature.',
    trap: 'E15',
    about: ['link'],
    expects: (trace) =>
      when(isMethodChanged(trace), answering(403, 'AccessDenied'), stopping('s3.signer-allowed')),
  },
  'methods-are-a-web-matter': {
    belief: 'A link refuses another method the way a web server does.',
    truth: 'S3 knows the method well. It is the signature that does not fit it.',
    trap: 'E15',
    about: ['link'],
    expects: (trace) => when(isMethodChanged(trace), answering(405, 'MethodNotAllowed')),
  },
  'revoking-hits-every-link': {
    belief: 'Revoking a role’s sessions stops the links of everyone who can assume the role.',
    truth: 'Revoking denies the role’s older sessions. Whoever else signed does not notice.',
    trap: 'D2',
    about: ['link'],
    expects: (trace) =>
      when(
        changeIn(trace, 'revoke-sessions') !== undefined,
        answering(403, 'AccessDenied'),
        stopping('s3.signer-allowed'),
      ),
  },
  'revoking-disables-keys': {
    belief: 'Revoking a role’s sessions switches off the keys that opened them.',
    truth: 'Revoking attaches a denial to the role, and every access key stays active.',
    trap: 'D2',
    about: ['link'],
    expects: (trace) =>
      when(
        changeIn(trace, 'revoke-sessions') !== undefined,
        answering(403, 'InvalidAccessKeyId'),
        stopping('s3.key-known'),
      ),
  },
  'public-block-stops-links': {
    belief: 'Block Public Access stops presigned URLs.',
    truth: 'A presigned request is one of its signer. The public never asked.',
    trap: 'E14',
    about: ['link'],
    expects: (trace) =>
      when(
        trace.steps.some(({ world }) =>
          Object.values(world.accounts).some(({ publicAccessBlock }) => publicAccessBlock),
        ),
        answering(403, 'AccessDenied'),
        stopping('s3.public-access'),
      ),
  },
  'signing-asks-aws': {
    belief: 'AWS checks the permission when the link is made.',
    truth: 'Signing is arithmetic on the signer’s own machine, and AWS takes no part in it.',
    trap: 'E3',
    about: [],
    expects: (trace) => {
      const link = linkIn(trace);
      return link ? [failingAt(link.id)] : [];
    },
  },
  'assuming-checks-everything': {
    belief: 'AssumeRole checks what the session is going to do.',
    truth: 'AssumeRole asks whether the caller may have the role, and nothing of what comes later.',
    about: [],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call ? [failingAt(call.id)] : [];
    },
  },
  'keys-take-sessions-along': {
    belief: 'Switching a key off ends the sessions it has opened.',
    truth: 'A session lives until its own end, whatever becomes of the key that opened it.',
    trap: 'D4',
    about: ['link', 'request'],
    expects: (trace) => {
      const change = changeIn(trace, 'deactivate-key') ?? changeIn(trace, 'delete-key');
      const act = trace.steps.at(-1)?.act;
      const isLink = act?.kind === 'open-url';
      if (!change || !(isLink || isBySession(act))) return [];
      return [
        ending(change.world.now),
        answering(403, isLink ? 'InvalidAccessKeyId' : 'InvalidClientTokenId'),
        stopping(isLink ? 's3.key-known' : 'api.key-known'),
      ];
    },
  },
} as const satisfies Record<string, Misconception>;
