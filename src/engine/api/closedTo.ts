import type { Instant } from '../time.ts';
import type { AccessKey, TemporaryKey } from '../world.ts';

/** Why a kind of session is shut out of a service, whatever policies say. */
export type Closed = 'no-mfa' | 'federated-user' | 'session';

/** The operations of STS that take long-term keys only (STS API, GetSessionToken and GetFederationToken). */
const LONG_TERM_ONLY: ReadonlySet<string> = new Set(['GetSessionToken', 'GetFederationToken']);

/** Why a session may not call an operation of a service, whatever policies say; undefined where it may (sts.md 4). */
export function closedTo(
  { owner, isConsole }: Pick<AccessKey, 'owner'> & Pick<TemporaryKey, 'isConsole'>,
  service: string,
  operation: string,
): Closed | undefined {
  switch (owner.kind) {
    case 'role-session':
      return service === 'sts' && LONG_TERM_ONLY.has(operation) ? 'session' : undefined;
    case 'federated-user':
      // In the console federated users may use IAM (IAM User Guide, comparing the AWS STS API operations).
      if (service === 'iam') return isConsole ? undefined : 'federated-user';
      return service === 'sts' && operation !== 'GetCallerIdentity' ? 'federated-user' : undefined;
    case 'user-session':
    case 'root-session':
      // Of these, GetSessionToken opened those that have no session policy.
      return owner.sessionPolicies ? undefined : closedToOwner(owner.mfaAt, service, operation);
    default:
      return undefined;
  }
}

/** What GetSessionToken's sessions may not call: IAM without MFA, and most of STS. */
function closedToOwner(
  mfaAt: Instant | undefined,
  service: string,
  operation: string,
): Closed | undefined {
  if (service === 'iam') return mfaAt === undefined ? 'no-mfa' : undefined;
  const isOpen = operation === 'AssumeRole' || operation === 'GetCallerIdentity';
  return service === 'sts' && !isOpen ? 'session' : undefined;
}
