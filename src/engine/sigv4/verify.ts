import { type CanonicalHeaders, canonicalHeaders, withHost } from './canonicalHeaders.ts';
import { canonicalPath, type PathMode } from './canonicalPath.ts';
import { UNSIGNED_PAYLOAD } from './canonicalRequest.ts';
import { parseCredential } from './credentialScope.ts';
import { recode } from './encode.ts';
import { type Pair, parseQuery, type QueryParameter, queryValue } from './query.ts';
import type { DeriveKey } from './signingKey.ts';
import { type Verification, verification } from './verification.ts';

/** A call as it arrived: path and query still encoded; a Host among the headers is passed over for `host`. */
export interface VerifyInput {
  readonly method: string;
  readonly host: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly headers: readonly Pair[];
  /** The secret that belongs to the key id in X-Amz-Credential; looking it up is the caller's. */
  readonly secretAccessKey: string;
  /** How the signing key is derived from it; absent: anew each time. */
  readonly derive?: DeriveKey;
  readonly pathMode?: PathMode;
  readonly payloadHash?: string;
}

/** The query's parameters that stand in for a signed x-amz-* header the call did not bring. */
const hoisted = (
  query: readonly QueryParameter[],
  names: readonly string[],
  sent: CanonicalHeaders,
): readonly Pair[] =>
  query
    .map(({ name, value }): Pair => [name.toLowerCase(), value])
    .filter(([name]) => name.startsWith('x-amz-') && names.includes(name) && !sent.has(name));

/**
 * Recomputes a presigned URL's signature from the call that arrived, as S3 does (sigv4-query-string-auth);
 * undefined when the query lacks a part of the claim, which earlier checks refuse.
 * S3 reads a signed x-amz-* header from the query when it did not come as a header (localstack test_s3.py).
 */
export function verify(input: VerifyInput): Verification | undefined {
  const query = parseQuery(input.rawQuery);
  const scope = parseCredential(queryValue(query, 'X-Amz-Credential') ?? '');
  const date = queryValue(query, 'X-Amz-Date');
  const signedHeaders = queryValue(query, 'X-Amz-SignedHeaders');
  const provided = queryValue(query, 'X-Amz-Signature');
  if (!scope || date === undefined) return undefined;
  if (signedHeaders === undefined || provided === undefined) return undefined;

  const sent = withHost(input.host, input.headers);
  const fromQuery = hoisted(query, signedHeaders.split(';'), canonicalHeaders(sent));
  return verification(
    {
      method: input.method,
      path: canonicalPath(recode(input.rawPath, 'path'), input.pathMode ?? 's3'),
      // The one parameter that cannot be signed (sigv4-query-string-auth).
      query: query.filter(({ name }) => name !== 'X-Amz-Signature'),
      headers: canonicalHeaders([...sent, ...fromQuery]),
      payloadHash: input.payloadHash ?? UNSIGNED_PAYLOAD,
    },
    { scope, date, signedHeaders, provided },
    input,
  );
}
