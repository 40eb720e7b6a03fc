import { parseAuthorization } from './authorization.ts';
import { canonicalHeaders, withHost } from './canonicalHeaders.ts';
import { canonicalPath } from './canonicalPath.ts';
import { recode } from './encode.ts';
import { parseQuery } from './query.ts';
import { signingDate } from './signingDate.ts';
import { type Verification, verification } from './verification.ts';
import type { VerifyInput } from './verify.ts';

/** A call as it arrived, with its Authorization header; `payloadHash` is the one the service goes by. */
export interface VerifyHeadersInput extends VerifyInput {
  readonly payloadHash: string;
}

/**
 * Recomputes the signature in a call's Authorization header (sig-v4-header-based-auth); undefined when the
 * headers lack a part of the claim or a date, which earlier checks refuse.
 */
export function verifyHeaders(input: VerifyHeadersInput): Verification | undefined {
  const headers = canonicalHeaders(withHost(input.host, input.headers));
  const authorization = parseAuthorization(headers.get('authorization') ?? '');
  const date = signingDate(headers);
  if (!authorization || date === undefined) return undefined;
  return verification(
    {
      method: input.method,
      path: canonicalPath(recode(input.rawPath, 'path'), input.pathMode ?? 's3'),
      query: parseQuery(input.rawQuery),
      headers,
      payloadHash: input.payloadHash,
    },
    { ...authorization, date },
    input,
  );
}
