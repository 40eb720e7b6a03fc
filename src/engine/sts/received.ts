import { parseAuthorization } from '../sigv4/authorization.ts';
import type { Authorization } from '../sigv4/authorization.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { signingDate } from '../sigv4/signingDate.ts';
import { verifyHeaders } from '../sigv4/verifyHeaders.ts';
import { parseAmzDate } from '../time.ts';
import type { HttpCall } from '../wire/http.ts';
import type { World } from '../world.ts';
import type { Received } from './context.ts';
import { payloadHash } from './request.ts';

/** A header of a request, by its name in lower case. */
export const headerOf = ({ headers }: HttpCall, name: string): string | undefined =>
  canonicalHeaders(headers).get(name);

/** Who says to have signed a request; undefined where the header is missing or broken. */
export const authorizationOf = (call: HttpCall): Authorization | undefined =>
  parseAuthorization(headerOf(call, 'authorization') ?? '');

/** What a request says of its signature, verified with the secret AWS knows; undefined where a part of it is missing. */
export function receivedFrom(world: World, call: HttpCall): Received | undefined {
  const authorization = authorizationOf(call);
  const date = parseAmzDate(signingDate(canonicalHeaders(call.headers)) ?? '');
  if (!authorization || date === undefined) return undefined;
  const { accessKeyId } = authorization.scope;
  const key = Object.hasOwn(world.accessKeys, accessKeyId)
    ? world.accessKeys[accessKeyId]
    : undefined;
  const sessionToken = headerOf(call, 'x-amz-security-token');
  const verification =
    key &&
    verifyHeaders({
      method: call.method,
      host: call.host,
      rawPath: call.path,
      rawQuery: call.query,
      headers: call.headers,
      payloadHash: payloadHash(call.body),
      secretAccessKey: key.secretAccessKey,
      pathMode: 'generic',
    });
  return {
    date,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(verification && { verification }),
  };
}
