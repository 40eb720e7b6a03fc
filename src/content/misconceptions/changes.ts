import type { Act } from '#engine/act.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, ending, stopping } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import { changeIn, endWorld, isGranted } from '../questions/runFacts.ts';

/** Wrong ideas of what ends a session that is open, or shuts out whoever comes next. */

/** The last act of a run. */
const lastAct = ({ steps }: Trace): Act | undefined => steps.at(-1)?.act;

/** A service finds that the session has ended. */
const ended = (trace: Trace): readonly Claim[] =>
  lastAct(trace)?.kind === 'open-url'
    ? [answering(400, 'ExpiredToken'), stopping('s3.token-alive')]
    : [answering(403, 'ExpiredToken'), stopping('api.token-alive')];

/** Policies refuse the last request of a run. */
function denied(trace: Trace): readonly Claim[] {
  const kind = lastAct(trace)?.kind;
  if (kind === 'rolesanywhere:CreateSession') {
    return [answering(403, 'AccessDeniedException'), stopping('rolesanywhere.assume-role-allowed')];
  }
  const rule =
    kind === 'open-url'
      ? 's3.signer-allowed'
      : kind === 'sts:AssumeRole'
        ? 'sts.assume-role-allowed'
        : 'api.allowed';
  return [answering(403, 'AccessDenied'), stopping(rule)];
}

/** Whether the last act of a run uses a session that another act of it gave. */
function isBySession(trace: Trace): boolean {
  const act = lastAct(trace);
  return (
    act?.kind === 'open-url' ||
    (act !== undefined &&
      'credentials' in act &&
      act.credentials !== undefined &&
      'issuedBy' in act.credentials)
  );
}

/** The end of the certificate that the last session of Roles Anywhere was opened with. */
function certificateEnd(trace: Trace): Instant | undefined {
  const act = trace.steps.findLast((step) => step.act.kind === 'rolesanywhere:CreateSession')?.act;
  return act?.kind === 'rolesanywhere:CreateSession'
    ? endWorld(trace).x509?.certificates.find(({ id }) => id === act.certificate)?.notAfter
    : undefined;
}

const isSwitched = ({ steps }: Trace): boolean =>
  steps.some(
    ({ act }) =>
      act.kind === 'rolesanywhere:change' &&
      ['set-enabled', 'delete-resource', 'put-profile', 'put-crl'].includes(act.change.kind),
  );

export const CHANGE_IDEAS = {
  'revoking-locks-the-role': {
    belief: 'Revoking a role’s sessions locks the role.',
    truth: 'Revoking denies the sessions of the role that were issued before, and nothing else.',
    trap: 'D2',
    about: ['request'],
    expects: (trace) =>
      when(isGranted(trace) && changeIn(trace, 'revoke-sessions') !== undefined, ...denied(trace)),
  },
  'trust-holds-sessions': {
    belief: 'Changing the trust policy puts out who is in.',
    truth: 'A trust policy is read when a role is assumed. Sessions that are open go on.',
    trap: 'D3',
    about: ['request'],
    expects: (trace) =>
      when(
        isGranted(trace) && isBySession(trace) && changeIn(trace, 'put-trust-policy') !== undefined,
        ...denied(trace),
      ),
  },
  'maximum-cuts-sessions': {
    belief: 'A new maximum of the role counts for the sessions that are open.',
    truth: 'A session’s end is fixed when it is issued, whatever its role allows later.',
    about: ['link', 'request'],
    expects: (trace) =>
      when(changeIn(trace, 'set-max-session-duration') !== undefined, ...ended(trace)),
  },
  'identity-calls-can-be-denied': {
    belief: 'A Deny stops every call.',
    truth: 'GetCallerIdentity needs no permission, so no policy can deny it.',
    trap: 'A10',
    about: ['request'],
    expects: (trace) =>
      when(
        lastAct(trace)?.kind === 'sts:GetCallerIdentity',
        answering(403, 'AccessDenied'),
        stopping('sts.action-allowed'),
      ),
  },
  'sessions-end-with-certificates': {
    belief: 'A session ends with its certificate.',
    truth: 'The certificate counts when the session is asked for. The session keeps its own end.',
    trap: 'F10',
    about: ['link', 'session', 'request'],
    expects: (trace) => {
      const end = certificateEnd(trace);
      if (end === undefined) return [];
      const isOver = isBySession(trace) && endWorld(trace).now > end;
      return [ending(end), ...when(isOver, ...ended(trace))];
    },
  },
  'switches-end-sessions': {
    belief: 'Switching the trust anchor or the profile off ends its sessions.',
    truth: 'Anchor, profile and revocation list are asked when a session is issued, and not later.',
    trap: 'F8',
    about: ['link', 'request'],
    expects: (trace) => when(isBySession(trace) && isSwitched(trace), ...ended(trace)),
  },
} as const satisfies Record<string, Misconception>;
