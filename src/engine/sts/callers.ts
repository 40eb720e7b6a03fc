import { stsError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import type { Principal } from '../principal.ts';
import type { SignedAct } from './context.ts';

type Kind = Principal['kind'];
type Action = SignedAct['kind'];

const LONG_TERM: readonly Kind[] = ['user', 'root'];
const ANY_BUT_LIMITED: readonly Kind[] = ['user', 'root', 'role-session'];

/** Which callers an operation takes (IAM User Guide, comparing the STS operations; sts.md 4). */
export const CALLERS: Readonly<Record<Action, readonly Kind[]>> = {
  'sts:AssumeRole': ['user', 'user-session', 'role-session'],
  'sts:AssumeRoot': ['user', 'role-session'],
  'sts:DecodeAuthorizationMessage': ANY_BUT_LIMITED,
  'sts:GetAccessKeyInfo': ANY_BUT_LIMITED,
  'sts:GetCallerIdentity': [...ANY_BUT_LIMITED, 'user-session', 'root-session', 'federated-user'],
  'sts:GetDelegatedAccessToken': ANY_BUT_LIMITED,
  'sts:GetFederationToken': LONG_TERM,
  'sts:GetSessionToken': LONG_TERM,
  'sts:GetWebIdentityToken': ANY_BUT_LIMITED,
};

/** What STS tells a caller of a kind that an operation does not take; undefined where it takes it. */
export function callerRefusal(action: Action, kind: Kind): AwsError | undefined {
  if (CALLERS[action].includes(kind)) return undefined;
  const name = action.slice('sts:'.length);
  if (action === 'sts:AssumeRole' && (kind === 'root' || kind === 'root-session')) {
    return stsError('AccessDenied', 'Roles may not be assumed by root accounts.', 'observed');
  }
  // https://github.com/aws/aws-sdk-js/issues/3670, https://github.com/fwdcloudsec/granted/issues/151
  if (action === 'sts:GetSessionToken' || action === 'sts:GetFederationToken') {
    return stsError('AccessDenied', `Cannot call ${name} with session credentials`, 'observed');
  }
  return stsError('AccessDenied', `Cannot call ${name} with these credentials`, 'modelled');
}
