import { amzDate } from '../time.ts';
import { canonicalHeaders, withHost } from './canonicalHeaders.ts';
import { canonicalPath } from './canonicalPath.ts';
import { type CredentialScope, formatCredential } from './credentialScope.ts';
import { encodePath } from './encode.ts';
import { type Pair, queryParameter } from './query.ts';
import { type Signature, signMessage } from './signature.ts';
import { keyOf, scopeOf, type SigningInput } from './signer.ts';
import { ALGORITHM } from './stringToSign.ts';

export interface SignHeadersInput extends SigningInput {
  readonly payloadHash: string;
}

/** A call signed by its Authorization header; `headers` are all that must be sent, that one last. */
export interface SignedCall extends Signature {
  readonly authorization: string;
  readonly headers: readonly Pair[];
  readonly signedHeaders: string;
  readonly scope: CredentialScope;
}

/** The headers given, with the date and the session token unless they are among them. */
function headersToSign(input: SignHeadersInput): readonly Pair[] {
  const given = withHost(input.host, input.headers ?? []);
  const { sessionToken } = input.signer;
  const added: readonly Pair[] = [
    ['x-amz-date', amzDate(input.date)],
    ...(sessionToken === undefined ? [] : [['x-amz-security-token', sessionToken] as const]),
  ];
  const isGiven = (wanted: string) => given.some(([name]) => name.toLowerCase() === wanted);
  return [...given, ...added.filter(([name]) => !isGiven(name))];
}

/** Signs a call in its Authorization header, as SDKs do for STS (sig-v4-header-based-auth). */
export function signHeaders(input: SignHeadersInput): SignedCall {
  const { method, path, pathMode = 's3', payloadHash } = input;
  const scope = scopeOf(input);
  const sent = headersToSign(input);
  const headers = canonicalHeaders(sent);
  const names = [...headers.keys()];
  const query = (input.query ?? []).map(([name, value]) => queryParameter(name, value));
  const signed = signMessage(
    { method, path: canonicalPath(encodePath(path), pathMode), query, headers, payloadHash },
    { date: amzDate(input.date), signedHeaders: names, signingKey: keyOf(input, scope) },
  );
  const signedHeaders = names.join(';');
  const authorization = `${ALGORITHM} Credential=${formatCredential(scope)},SignedHeaders=${signedHeaders},Signature=${signed.signature}`;
  return {
    ...signed,
    authorization,
    headers: [...sent, ['authorization', authorization]],
    signedHeaders,
    scope,
  };
}
