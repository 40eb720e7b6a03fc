import { amzDate, type Seconds } from '../time.ts';
import { canonicalHeaders, withHost } from './canonicalHeaders.ts';
import { canonicalPath } from './canonicalPath.ts';
import { UNSIGNED_PAYLOAD } from './canonicalRequest.ts';
import { type CredentialScope, formatCredential } from './credentialScope.ts';
import { encodePath } from './encode.ts';
import { formatPresignedUrl, hostHeader, type Scheme } from './presignedUrl.ts';
import { formatQuery, queryParameter, type QueryParameter, sortQuery } from './query.ts';
import { type Signature, signMessage } from './signature.ts';
import { keyOf, scopeOf, type SigningInput } from './signer.ts';
import { ALGORITHM } from './stringToSign.ts';

export interface PresignInput extends SigningInput {
  readonly scheme?: Scheme;
  readonly expires: Seconds;
  readonly payloadHash?: string;
}

/** A presigned URL and how it came about; `query` is in the URL's order, the signature last. */
export interface Presigned extends Signature {
  readonly url: string;
  readonly signedHeaders: string;
  readonly scope: CredentialScope;
  readonly query: readonly QueryParameter[];
}

interface Claim {
  readonly date: string;
  readonly credential: string;
  readonly signedHeaders: string;
}

function queryToSign(input: PresignInput, claim: Claim): readonly QueryParameter[] {
  const { sessionToken } = input.signer;
  return sortQuery([
    ...(input.query ?? []).map(([name, value]) => queryParameter(name, value)),
    queryParameter('X-Amz-Algorithm', ALGORITHM),
    queryParameter('X-Amz-Credential', claim.credential),
    queryParameter('X-Amz-Date', claim.date),
    queryParameter('X-Amz-Expires', String(input.expires)),
    ...(sessionToken === undefined ? [] : [queryParameter('X-Amz-Security-Token', sessionToken)]),
    queryParameter('X-Amz-SignedHeaders', claim.signedHeaders),
  ]);
}

/**
 * Presigns a URL: arithmetic that asks nobody and refuses nothing, not even a lifetime that S3 will
 * not accept (sigv4-query-string-auth; botocore signers.py checks no bound either).
 */
export function presign(input: PresignInput): Presigned {
  const { method, scheme = 'https', pathMode = 's3', payloadHash = UNSIGNED_PAYLOAD } = input;
  const date = amzDate(input.date);
  const scope = scopeOf(input);
  const host = hostHeader(scheme, input.host);
  const headers = canonicalHeaders(withHost(host, input.headers ?? []));
  const names = [...headers.keys()];
  const signedHeaders = names.join(';');
  const query = queryToSign(input, { date, credential: formatCredential(scope), signedHeaders });
  const rawPath = encodePath(input.path === '' ? '/' : input.path);
  const signed = signMessage(
    { method, path: canonicalPath(rawPath, pathMode), query, headers, payloadHash },
    { date, signedHeaders: names, signingKey: keyOf(input, scope) },
  );
  const sent = [...query, queryParameter('X-Amz-Signature', signed.signature)];
  const url = formatPresignedUrl({ scheme, host, rawPath, rawQuery: formatQuery(sent) });
  return { ...signed, url, signedHeaders, scope, query: sent };
}
