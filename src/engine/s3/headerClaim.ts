import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { parseAuthorization } from '../sigv4/authorization.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { type CredentialScope, formatCredential, TERMINAL } from '../sigv4/credentialScope.ts';
import { signingDate } from '../sigv4/signingDate.ts';
import { ALGORITHM } from '../sigv4/stringToSign.ts';
import { amzDate, isoDate, parseAmzDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { HttpCall } from '../wire/http.ts';
import { findBucket } from '../world.ts';
import type { World } from '../world.ts';
import { HEADER_SKEW } from './limits.ts';

/**
 * What an Authorization header claims, by the names it has in a query, so that the same rules read both; or S3's
 * error about the header or its date (S3 error responses; presigned-urls.md 5.3). The order of these checks is modelled.
 */
export function headerClaim(
  world: World,
  { headers: sent }: HttpCall,
  place: { readonly bucket: string; readonly region?: string },
): ReadonlyMap<string, string> | AwsError {
  const headers = canonicalHeaders(sent);
  const authorization = parseAuthorization(headers.get('authorization') ?? '');
  if (!authorization) return malformed(MALFORMED_CREDENTIAL, 'modelled');
  const { scope, signedHeaders, provided } = authorization;
  const region = findBucket(world, place.bucket)?.bucket.region ?? place.region ?? 'us-east-1';
  const misdirected = scopeError(scope, region);
  if (misdirected) return misdirected;
  const date = parseAmzDate(signingDate(headers) ?? '');
  if (date === undefined) return UNDATED;
  if (Math.abs(world.now - date) > HEADER_SKEW * 1000) return skewed(date, world.now);
  const token = headers.get('x-amz-security-token');
  return new Map([
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', formatCredential(scope)],
    ['X-Amz-Date', amzDate(date)],
    ['X-Amz-SignedHeaders', signedHeaders],
    ['X-Amz-Signature', provided],
    ...(token === undefined ? [] : [['X-Amz-Security-Token', token] as const]),
  ]);
}

const MALFORMED_CREDENTIAL =
  'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';

const malformed = (
  what: string,
  wording: AwsError['wording'],
  details: AwsError['details'] = [],
): AwsError =>
  s3Error(
    'AuthorizationHeaderMalformed',
    `The authorization header is malformed; ${what}`,
    wording,
    details,
  );

function scopeError(scope: CredentialScope, region: string): AwsError | undefined {
  if (scope.terminal !== TERMINAL) {
    return malformed(
      `incorrect terminal "${scope.terminal}". This endpoint uses "${TERMINAL}".`,
      'modelled',
    );
  }
  if (scope.service !== 's3') {
    return malformed(
      `incorrect service "${scope.service}". This endpoint belongs to "s3".`,
      'modelled',
    );
  }
  if (scope.region === region) return undefined;
  return malformed(`the region '${scope.region}' is wrong; expecting '${region}'`, 'observed', [
    ['Region', region],
  ]);
}

const UNDATED = s3Error(
  'AccessDenied',
  'AWS authentication requires a valid Date or x-amz-date header',
  'modelled',
);

const skewed = (date: Instant, now: Instant): AwsError =>
  s3Error(
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    'observed',
    [
      ['RequestTime', amzDate(date)],
      ['ServerTime', isoDate(now)],
      ['MaxAllowedSkewMilliseconds', `${HEADER_SKEW * 1000}`],
    ],
  );
