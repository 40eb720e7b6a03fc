import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { s3Error } from '../errors.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import type { Verification } from '../sigv4/verification.ts';
import { keptKey, signWith } from '../sigv4/signingKey.ts';
import { verify } from '../sigv4/verify.ts';
import { verifyHeaders } from '../sigv4/verifyHeaders.ts';
import type { AccessKey } from '../world.ts';
import { keyOf, knownKey, parameterOf, scopeOf } from './received.ts';
import type { S3Context } from './received.ts';
import { signatureDifferences } from './signatureDifferences.ts';

/** S3's checks of who signed and what was signed (presigned-urls.md 5.1, steps 7 to 9). */

const isKnown = (key: AccessKey | undefined): boolean =>
  key?.kind === 'temporary' || key?.status === 'Active';

export const keyKnown: Rule<S3Context, 's3.key-known'> = {
  id: 's3.key-known',
  test: (context) => {
    const { accessKeyId } = scopeOf(context);
    const key = keyOf(context);
    // A temporary key id means nothing without its token: S3 answers as for an unknown key (presigned-urls.md 5.4).
    const lacksToken =
      key?.kind === 'temporary' && !context.received.parameters.has('X-Amz-Security-Token');
    const missing = [
      ...(isKnown(key) ? [] : [accessKeyId]),
      ...(lacksToken ? ['X-Amz-Security-Token'] : []),
    ];
    return finding(
      {
        kind: 'presence',
        wanted: key?.kind === 'temporary' ? [accessKeyId, 'X-Amz-Security-Token'] : [accessKeyId],
        missing,
        paths: [
          'url:X-Amz-Credential',
          'url:X-Amz-Security-Token',
          `credential:${accessKeyId}/status`,
        ],
      },
      missing.length > 0
        ? s3Error(
            'InvalidAccessKeyId',
            'The AWS Access Key Id you provided does not exist in our records.',
            // Which code an inactive key gets was not seen (presigned-urls.md 8, point 5).
            key?.kind === 'long-term' && key.status === 'Inactive' ? 'modelled' : 'observed',
            [['AWSAccessKeyId', accessKeyId]],
          )
        : undefined,
    );
  },
};

export const tokenAccepted: Rule<S3Context, 's3.token-accepted'> = {
  id: 's3.token-accepted',
  test: (context) => {
    const key = knownKey(context);
    const expected = key.kind === 'temporary' ? key.sessionToken : '';
    const actual = parameterOf(context, 'X-Amz-Security-Token');
    return finding(
      {
        kind: 'equality',
        what: 'X-Amz-Security-Token',
        expected,
        actual,
        paths: ['url:X-Amz-Security-Token'],
      },
      expected === actual
        ? undefined
        : s3Error(
            'InvalidToken',
            'The provided token is malformed or otherwise invalid.',
            key.kind === 'temporary' ? 'observed' : 'modelled',
            [['Token-0', actual]],
          ),
    );
  },
};

export const tokenAlive: Rule<S3Context, 's3.token-alive'> = {
  id: 's3.token-alive',
  test: (context) => {
    const { now } = context.world;
    const key = knownKey(context);
    const life = key.kind === 'temporary' ? { from: key.issuedAt, until: key.expiresAt } : {};
    const isExpired = key.kind === 'temporary' && now > key.expiresAt;
    return finding(
      { kind: 'window', at: now, ...life, paths: [`credential:${key.id}/expiresAt`, 'clock'] },
      isExpired
        ? s3Error('ExpiredToken', 'The provided token has expired.', 'observed', [
            ['Token-0', parameterOf(context, 'X-Amz-Security-Token')],
          ])
        : undefined,
    );
  },
};

export const headersSigned: Rule<S3Context, 's3.headers-signed'> = {
  id: 's3.headers-signed',
  test: (context) => {
    const signed = new Set(parameterOf(context, 'X-Amz-SignedHeaders').split(';'));
    const sent = context.received.headers.map(([name]) => name.toLowerCase());
    const mustBeSigned = (name: string): boolean =>
      name === 'host' ||
      (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256') ||
      // A signed Range would be worth nothing beside an If-Range that anybody may add (using-presigned-url).
      (name === 'if-range' && signed.has('range'));
    const found = sent.filter((name) => mustBeSigned(name) && !signed.has(name)).toSorted();
    return finding(
      {
        kind: 'absence',
        found,
        paths: ['url:X-Amz-SignedHeaders', ...sent.map((name) => `header:${name}` as const)],
      },
      found.length > 0
        ? s3Error(
            'AccessDenied',
            'There were headers present in the request which were not signed',
            'observed',
            [['HeadersNotSigned', found.join(', ')]],
          )
        : undefined,
    );
  },
};

/** The bytes of a text as S3 prints them: two lower-case hex digits each, apart by spaces. */
const hexBytes = (text: string): string =>
  bytesToHex(utf8ToBytes(text)).replace(/(..)(?=.)/g, '$1 ');

type Verified = Pick<
  Verification,
  'canonicalRequest' | 'stringToSign' | 'expected' | 'provided' | 'matches'
>;

/** The signature computed again, from the query or from the headers; those name the hash of their payload. */
function verified(context: S3Context, secretAccessKey: string): Verified | undefined {
  const { received } = context;
  const secret = { secretAccessKey, derive: keptKey };
  if (received.signedIn === 'form') return verifiedPolicy(context, secretAccessKey);
  if (received.signedIn === 'query') return verify({ ...received, ...secret });
  const payloadHash = canonicalHeaders(received.headers).get('x-amz-content-sha256') ?? '';
  return verifyHeaders({ ...received, ...secret, payloadHash });
}

/** A form's policy is what was signed; there is no canonical request (sigv4-authentication-HTTPPOST). */
function verifiedPolicy(context: S3Context, secretAccessKey: string): Verified {
  const stringToSign = parameterOf(context, 'policy');
  const expected = signWith(keptKey(secretAccessKey, scopeOf(context)), stringToSign);
  const provided = parameterOf(context, 'X-Amz-Signature');
  return {
    canonicalRequest: '',
    stringToSign,
    expected,
    provided,
    matches: expected === provided,
  };
}

/** What is known to have been changed after signing: a form’s policy, or parts of the request. */
function changedAfterSigning(
  { received, signed, signedPolicy }: S3Context,
  { canonicalRequest, stringToSign }: Verified,
): readonly string[] {
  if (received.signedIn === 'form') {
    return signedPolicy === undefined || signedPolicy === stringToSign ? [] : ['policy'];
  }
  return signed ? signatureDifferences(signed.canonicalRequest, canonicalRequest) : [];
}

export const signatureMatches: Rule<S3Context, 's3.signature-matches'> = {
  id: 's3.signature-matches',
  test: (context) => {
    const key = knownKey(context);
    const checked = promised(
      verified(context, key.secretAccessKey),
      's3.six-parameters and s3.credential-scope passed',
    );
    const { canonicalRequest, stringToSign, expected, provided } = checked;
    const evidence = {
      kind: 'signature',
      provided,
      expected,
      canonicalRequest,
      stringToSign,
      differs: changedAfterSigning(context, checked),
      paths: ['url:X-Amz-Signature', `credential:${key.id}/secretAccessKey`],
    } as const;
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    return finding(
      evidence,
      checked.matches
        ? undefined
        : s3Error('SignatureDoesNotMatch', message, 'observed', [
            ['AWSAccessKeyId', key.id],
            ['StringToSign', stringToSign],
            ['SignatureProvided', provided],
            ['StringToSignBytes', hexBytes(stringToSign)],
            ...(canonicalRequest === ''
              ? []
              : ([
                  ['CanonicalRequest', canonicalRequest],
                  ['CanonicalRequestBytes', hexBytes(canonicalRequest)],
                ] as const)),
          ]),
    );
  },
};
