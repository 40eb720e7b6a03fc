import type { Basis } from '../basis.ts';
import { apiError, s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import type { Protocol } from './services.ts';

/** What is wrong with the credentials of a call. */
export type Fault = 'unknown-key' | 'unfit-token' | 'expired';

const INVALID = 'The security token included in the request is invalid';
const EXPIRED = 'The security token included in the request is expired';

type Answer = (wording: Basis) => AwsError;

// Seen: IAM's and STS's answers (sts.md 1.5), S3's (presigned-urls.md 5.4; https://github.com/aws/aws-cli/issues/8413)
// and DynamoDB's to an unknown key (https://github.com/jcabi/jcabi-dynamo/issues/101). The rest is modelled.
const ANSWERS: Readonly<Record<Protocol, Readonly<Record<Fault, Answer>>>> = {
  query: {
    'unknown-key': (wording) => apiError('InvalidClientTokenId', INVALID, wording),
    'unfit-token': () => apiError('InvalidClientTokenId', INVALID, 'modelled'),
    expired: (wording) => apiError('ExpiredToken', EXPIRED, wording),
  },
  ec2: {
    'unknown-key': () => unvalidated,
    'unfit-token': () => unvalidated,
    expired: () => apiError('RequestExpired', 'Request has expired.', 'modelled'),
  },
  json: {
    'unknown-key': (wording) => apiError('UnrecognizedClientException', `${INVALID}.`, wording),
    'unfit-token': () => apiError('UnrecognizedClientException', `${INVALID}.`, 'modelled'),
    expired: () => apiError('ExpiredTokenException', EXPIRED, 'modelled'),
  },
  s3: {
    'unknown-key': (wording) =>
      s3Error(
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
        wording,
      ),
    'unfit-token': (wording) =>
      s3Error('InvalidToken', 'The provided token is malformed or otherwise invalid.', wording),
    expired: (wording) => s3Error('ExpiredToken', 'The provided token has expired.', wording),
  },
};

const unvalidated = apiError(
  'AuthFailure',
  'AWS was not able to validate the provided access credentials',
  'modelled',
);

/** How a service answers to bad credentials; `wording` is the best that is known of the case. */
export const faultError = (protocol: Protocol, fault: Fault, wording: Basis): AwsError =>
  ANSWERS[protocol][fault](wording);

/** What a refusal says: in plain words, and encoded for those services that add it. */
interface Denial {
  readonly message: string;
  readonly encoded: string;
}

/** How a service refuses what policies do not allow. */
export function deniedError(
  protocol: Protocol,
  { message, encoded }: Denial,
  wording: Basis,
): AwsError {
  switch (protocol) {
    case 'query':
      return apiError('AccessDenied', message, wording);
    case 'ec2':
      return apiError(
        'UnauthorizedOperation',
        // Who called may show it to DecodeAuthorizationMessage (STS API).
        `You are not authorized to perform this operation. ${message}. Encoded authorization failure message: ${encoded}`,
        'modelled',
      );
    case 'json':
      return apiError('AccessDeniedException', message, wording);
    case 's3':
      return s3Error('AccessDenied', message, wording);
  }
}
