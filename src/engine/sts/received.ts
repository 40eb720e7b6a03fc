import { parseAuthorization } from '../sigv4/authorization.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { parseCredential } from '../sigv4/credentialScope.ts';
import type { CredentialScope } from '../sigv4/credentialScope.ts';
import { parseQuery, queryValue } from '../sigv4/query.ts';
import { signingDate } from '../sigv4/signingDate.ts';
import { ALGORITHM } from '../sigv4/stringToSign.ts';
import type { Verification } from '../sigv4/verification.ts';
import { verify } from '../sigv4/verify.ts';
import { verifyHeaders } from '../sigv4/verifyHeaders.ts';
import { parseAmzDate } from '../time.ts';
import type { HttpCall } from '../wire/http.ts';
import type { World } from '../world.ts';
import type { Received } from './context.ts';
import { payloadHash } from './request.ts';

/** A header of a request, by its name in lower case. */
export const headerOf = ({ headers }: HttpCall, name: string): string | undefined =>
  canonicalHeaders(headers).get(name);

/** What a request says of its own signature, in its Authorization header or, presigned, in its query. */
export interface Claim {
  readonly signedIn: 'header' | 'query';
  readonly scope: CredentialScope;
  /** As X-Amz-Date has it. */
  readonly date?: string;
  readonly sessionToken?: string;
}

/** Who says to have signed a request, and when; undefined where the claim is missing or broken. */
export const claimOf = (call: HttpCall): Claim | undefined =>
  headerOf(call, 'authorization') === undefined ? queryClaim(call) : headerClaim(call);

function headerClaim(call: HttpCall): Claim | undefined {
  const authorization = parseAuthorization(headerOf(call, 'authorization') ?? '');
  const date = signingDate(canonicalHeaders(call.headers));
  const sessionToken = headerOf(call, 'x-amz-security-token');
  return (
    authorization && { signedIn: 'header', scope: authorization.scope, ...said(date, sessionToken) }
  );
}

/** The claim of a presigned call, such as GetCallerIdentity that proves to somebody else who one is (sigv4-query-string-auth). */
function queryClaim({ query }: HttpCall): Claim | undefined {
  const parameters = parseQuery(query);
  const [algorithm, credential, date, sessionToken, ...rest] = CLAIMED.map((name) =>
    queryValue(parameters, name),
  );
  const scope = parseCredential(credential ?? '');
  if (algorithm !== ALGORITHM || !scope || rest.includes(undefined)) return undefined;
  return { signedIn: 'query', scope, ...said(date, sessionToken) };
}

const CLAIMED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Security-Token',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
] as const;

const said = (date: string | undefined, sessionToken: string | undefined) => ({
  ...(date !== undefined && { date }),
  ...(sessionToken !== undefined && { sessionToken }),
});

/**
 * What a request says of its signature, verified with the secret AWS knows; undefined where a part of it is missing.
 * STS holds presigned calls to the same 15 minutes as others, whatever X-Amz-Expires says, which is modelled.
 */
export function receivedFrom(world: World, call: HttpCall): Received | undefined {
  const claim = claimOf(call);
  const date = parseAmzDate(claim?.date ?? '');
  if (!claim || date === undefined) return undefined;
  const { accessKeyId } = claim.scope;
  const key = Object.hasOwn(world.accessKeys, accessKeyId)
    ? world.accessKeys[accessKeyId]
    : undefined;
  const verification = key && verified(call, claim, key.secretAccessKey);
  const { sessionToken } = claim;
  return {
    date,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(verification && { verification }),
  };
}

function verified(
  call: HttpCall,
  { signedIn }: Claim,
  secretAccessKey: string,
): Verification | undefined {
  const input = {
    method: call.method,
    host: call.host,
    rawPath: call.path,
    rawQuery: call.query,
    headers: call.headers,
    payloadHash: payloadHash(call.body),
    secretAccessKey,
    pathMode: 'generic',
  } as const;
  return signedIn === 'query' ? verify(input) : verifyHeaders(input);
}
