import { stsError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import type { AccessRequest } from '../policy/decide.ts';
import type { Principal } from '../principal.ts';
import { CALLERS, callerRefusal } from '../sts/callers.ts';
import { closedTo } from './closedTo.ts';
import { closedError } from './closedError.ts';

/** Why a caller of a kind may not make a call at all: no policy is read, so none can help. */
export const SHUT_OUT_REASONS = [
  'root-assumes-no-role',
  'federated-user',
  'no-mfa',
  'session',
  'no-role-yet',
  'unsigned',
  'other-kind',
] as const;
export type ShutOut = (typeof SHUT_OUT_REASONS)[number];

// What goes with an AssumeRoleWith… call; an identity provider's word opens nothing else.
const OWN_CALLS = {
  'saml-identity': ['AssumeRoleWithSAML', 'TagSession', 'SetSourceIdentity'],
  'web-identity': ['AssumeRoleWithWebIdentity', 'TagSession', 'SetSourceIdentity'],
} as const;

export type Refusal = { readonly why: ShutOut; readonly error: AwsError };

/** What refuses a request before any policy is read; undefined where policies decide (sts.md 4). */
export function shutOut(request: AccessRequest): Refusal | undefined {
  const { principal, action } = request;
  switch (principal.kind) {
    case 'saml-identity':
    case 'web-identity': {
      const isOwn = OWN_CALLS[principal.kind].some((own) => isSame(`sts:${own}`, action));
      return isOwn ? undefined : { why: 'no-role-yet', error: UNSIGNED };
    }
    case 'anonymous':
      return signedAction(action) && { why: 'unsigned', error: UNSIGNED };
    case 'service':
      return undefined;
    default:
      return shutOutSigner(request);
  }
}

function shutOutSigner({ principal, action, context }: AccessRequest): Refusal | undefined {
  const [service = '', operation = ''] = action.toLowerCase().split(':', 2);
  if (service === 'sts') return refusedBySts(action, principal.kind);
  const closed = closedTo({ owner: principal }, service, operation);
  if (!closed || (closed === 'no-mfa' && hasMfa(context))) return undefined;
  return { why: closed, error: closedError(closed, service, operation) };
}

// The common errors of AWS's query APIs; that a federated identity gets it is modelled.
const UNSIGNED = stsError(
  'MissingAuthenticationToken',
  'Request is missing Authentication Token',
  'modelled',
);

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The signed operation of STS that an action is; actions ignore case. */
const signedAction = (action: string) =>
  // The keys of a record over a union are that union.
  (Object.keys(CALLERS) as (keyof typeof CALLERS)[]).find((each) => isSame(each, action));

function refusedBySts(action: string, kind: Principal['kind']): Refusal | undefined {
  const signed = signedAction(action);
  const error = signed && callerRefusal(signed, kind);
  return error && { why: whyNot(signed, kind), error };
}

function whyNot(action: string, kind: Principal['kind']): ShutOut {
  switch (kind) {
    case 'root':
    case 'root-session':
      return action === 'sts:AssumeRole' ? 'root-assumes-no-role' : 'other-kind';
    case 'federated-user':
      return 'federated-user';
    case 'user-session':
    case 'role-session':
      return 'session';
    default:
      return 'other-kind';
  }
}

/** Whether the request says that its session was opened with MFA. */
const hasMfa = (context: AccessRequest['context']): boolean =>
  Object.entries(context).some(
    ([key, value]) => isSame(key, 'aws:MultiFactorAuthPresent') && value === 'true',
  );
