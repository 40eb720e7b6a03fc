import { apiError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import type { Closed } from './closedTo.ts';
import { faultError } from './faults.ts';

/** What a session is told that is shut out; without MFA IAM does not know its key (https://github.com/cloudyr/aws.iam/issues/15). */
export function closedError(closed: Closed, service: string, operation: string): AwsError {
  if (service === 'iam') {
    return faultError('query', 'unknown-key', closed === 'no-mfa' ? 'observed' : 'modelled');
  }
  const isSeen = operation === 'GetSessionToken' || operation === 'GetFederationToken';
  const message = `Cannot call ${operation} with session credentials`;
  return apiError(
    'AccessDenied',
    message,
    isSeen && closed === 'session' ? 'observed' : 'modelled',
  );
}
