import { UNSIGNED_PAYLOAD } from '../sigv4/canonicalRequest.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { encodePath } from '../sigv4/encode.ts';
import { presign } from '../sigv4/presign.ts';
import { hostHeader } from '../sigv4/presignedUrl.ts';
import type { Pair } from '../sigv4/query.ts';
import { queryParameter } from '../sigv4/query.ts';
import type { Signing } from '../sigv4/signer.ts';
import { signHeaders } from '../sigv4/signHeaders.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { parseAmzDate, seconds } from '../time.ts';
import type { ScopedSignature } from './derivation.ts';

/** The services whose signatures lie under the microscope: they differ in the payload hash and the canonical URI. */
export const SIGNED_SERVICES = ['s3', 'sts'] as const;
export type SignedService = (typeof SIGNED_SERVICES)[number];

/** What a signer starts from, as somebody types it; `path` is decoded and begins with `/`. */
export interface SigningInputs {
  readonly signedIn: 'query' | 'header';
  readonly service: SignedService;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: readonly Pair[];
  /** Each of them is signed, beside Host. */
  readonly headers: readonly Pair[];
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Empty for a long-term key. */
  readonly sessionToken: string;
  readonly region: string;
  /** As X-Amz-Date has it. */
  readonly date: string;
  /** In seconds; not used by a signature in the headers. */
  readonly expires: string;
}

/** A request as it leaves its signer: path and query as they are on the wire, Host apart. */
export interface SentRequest {
  readonly method: string;
  readonly host: string;
  readonly rawPath: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
}

/** A signed request and how its signature came about. */
export interface SignedRequest {
  readonly kind: 'signed';
  readonly sent: SentRequest;
  readonly signature: ScopedSignature;
}

/** What keeps somebody from signing: a date or a lifetime that is none. */
export interface Unsignable {
  readonly kind: 'unsignable';
  readonly field: 'date' | 'expires';
}

/**
 * The payload hash a service goes by when no body is sent: S3 takes a literal in a query and the header's word
 * otherwise, other services hash the body (sigv4-query-string-auth; sig-v4-header-based-auth).
 */
export function payloadHashOf(
  { service, signedIn }: Pick<SigningInputs, 'service' | 'signedIn'>,
  headers: readonly Pair[],
): string {
  if (service !== 's3') return sha256Hex('');
  if (signedIn === 'query') return UNSIGNED_PAYLOAD;
  return canonicalHeaders(headers).get('x-amz-content-sha256') ?? '';
}

/** Signs what was typed, in the query or in the headers (sig-v4-authenticating-requests). */
export function signRequest(inputs: SigningInputs): SignedRequest | Unsignable {
  const date = parseAmzDate(inputs.date);
  if (date === undefined) return { kind: 'unsignable', field: 'date' };
  const { accessKeyId, secretAccessKey, sessionToken, service } = inputs;
  const signing: Signing = {
    signer: { accessKeyId, secretAccessKey, ...(sessionToken !== '' && { sessionToken }) },
    region: inputs.region,
    service,
    date,
  };
  return inputs.signedIn === 'query'
    ? signedInQuery(inputs, signing)
    : { kind: 'signed', ...signedInHeaders(inputs, signing) };
}

const messageOf = ({ method, host, path, query, headers, service }: SigningInputs) => ({
  method,
  host: hostHeader('https', host),
  path: path === '' ? '/' : path,
  query,
  headers,
  pathMode: service === 's3' ? ('s3' as const) : ('generic' as const),
});

function signedInQuery(inputs: SigningInputs, signing: Signing): SignedRequest | Unsignable {
  if (!/^\d{1,12}$/.test(inputs.expires)) return { kind: 'unsignable', field: 'expires' };
  const message = messageOf(inputs);
  const { query, ...signature } = presign({
    ...message,
    ...signing,
    expires: seconds(Number(inputs.expires)),
    payloadHash: payloadHashOf(inputs, inputs.headers),
  });
  const sent = {
    method: message.method,
    host: message.host,
    rawPath: encodePath(message.path),
    query: query.map(({ encodedName, encodedValue }): Pair => [encodedName, encodedValue]),
    headers: inputs.headers,
  };
  return { kind: 'signed', sent, signature };
}

function signedInHeaders(inputs: SigningInputs, signing: Signing) {
  const message = messageOf(inputs);
  const { headers, ...signature } = signHeaders({
    ...message,
    ...signing,
    payloadHash: payloadHashOf(inputs, inputs.headers),
  });
  const sent = {
    method: message.method,
    host: message.host,
    rawPath: encodePath(message.path),
    query: message.query.map(([name, value]): Pair => {
      const { encodedName, encodedValue } = queryParameter(name, value);
      return [encodedName, encodedValue];
    }),
    headers: headers.filter(([name]) => name.toLowerCase() !== 'host'),
  };
  return { sent, signature };
}
