import { METHODS } from '../act.ts';
import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { decodeText } from '../sigv4/encode.ts';
import type { HttpCall } from '../wire/http.ts';
import type { World } from '../world.ts';
import { headerClaim } from './headerClaim.ts';
import { readAddress } from './host.ts';
import { parametersOf, SIX_PARAMETERS } from './received.ts';
import type { RequestContext } from './received.ts';

/** A request from the wire as S3's rules look at it, or the error that stands before them. */
export function contextOf(world: World, call: HttpCall): RequestContext | AwsError {
  const { host, path, query } = call;
  const address = readAddress(host, decodeText(path, 'path'));
  const method = METHODS.find((known) => known === call.method);
  // Only objects are served here, and access points lead to none.
  if (!address || !method || address.key === '') return NOT_SERVED;
  const parameters = parametersOf(query);
  const signedIn = signedInOf(call, parameters);
  const claim = signedIn === 'header' ? headerClaim(world, call, address) : parameters;
  if ('code' in claim) return claim;
  const received = {
    signedIn,
    method,
    host,
    rawPath: path,
    rawQuery: query,
    headers: call.headers,
    parameters: new Map([...parameters, ...claim]),
    body: call.body,
    ...address,
  };
  return { world, received };
}

/** One of the six parameters is enough for S3 to expect all of them (localstack test_s3.py, missing_sig_param). */
function signedInOf(
  call: HttpCall,
  parameters: ReadonlyMap<string, string>,
): RequestContext['received']['signedIn'] {
  if (SIX_PARAMETERS.some((name) => parameters.has(name))) return 'query';
  return canonicalHeaders(call.headers).has('authorization') ? 'header' : 'nothing';
}

const NOT_SERVED = s3Error(
  'MethodNotAllowed',
  'The specified method is not allowed against this resource.',
  'modelled',
);
