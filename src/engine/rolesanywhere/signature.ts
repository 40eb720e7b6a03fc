import { canonicalHeaders, withHost } from '../sigv4/canonicalHeaders.ts';
import type { CanonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { canonicalPath } from '../sigv4/canonicalPath.ts';
import { canonicalRequest } from '../sigv4/canonicalRequest.ts';
import { recode } from '../sigv4/encode.ts';
import { parseQuery } from '../sigv4/query.ts';
import { sha256Hex, stringToSign } from '../sigv4/stringToSign.ts';
import type { HttpCall } from '../wire/http.ts';
import type { PublicKey } from '../x509/certificate.ts';

/** How CreateSession is signed: as SigV4 up to the string to sign, then with a private key (User Guide, signing process). */

export const ALGORITHMS = {
  rsa: 'AWS4-X509-RSA-SHA256',
  ec: 'AWS4-X509-ECDSA-SHA256',
  'ml-dsa': 'AWS4-X509-MLDSA',
} as const;
export type SigningAlgorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS];

/** The algorithm a key signs with; undefined for keys the service does not take. */
export const algorithmOf = ({ kind }: PublicKey): SigningAlgorithm | undefined =>
  kind === 'rsa' || kind === 'ec' || kind === 'ml-dsa' ? ALGORITHMS[kind] : undefined;

/** What a request says of its own signature. */
export interface SignatureClaim {
  readonly algorithm: SigningAlgorithm;
  /** The certificate's serial number, in decimal. */
  readonly serial: string;
  readonly scope: string;
  /** Names in lower case, in the order they are signed. */
  readonly signedHeaders: readonly string[];
}

/** A claim with the signature it is about, in lower-case hex. */
export interface Authorization extends SignatureClaim {
  readonly signature: string;
}

const isAlgorithm = (text: string | undefined): text is SigningAlgorithm =>
  Object.values<string | undefined>(ALGORITHMS).includes(text);

/** Writes the Authorization header (User Guide, signing process, task 4). */
export const formatAuthorization = (authorization: Authorization): string => {
  const { algorithm, serial, scope, signedHeaders, signature } = authorization;
  return `${algorithm} Credential=${serial}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
};

const HEADER =
  /^(?<algorithm>\S+) Credential=(?<serial>\d+)\/(?<scope>[^,\s]+), ?SignedHeaders=(?<names>[^,\s]+), ?Signature=(?<signature>[\da-fA-F]+)$/;

/** Reads an Authorization header; undefined unless it has the three parts in the order the guide gives them. */
export function parseAuthorization(header: string): Authorization | undefined {
  const { algorithm, serial, scope, names, signature } = HEADER.exec(header)?.groups ?? {};
  if (!isAlgorithm(algorithm) || serial === undefined || scope === undefined) return undefined;
  if (names === undefined || signature === undefined) return undefined;
  return {
    algorithm,
    serial,
    scope,
    signedHeaders: names.split(';'),
    signature: signature.toLowerCase(),
  };
}

/** The headers of a call as they are signed, by name in lower case. */
export const headersOf = ({ host, headers }: HttpCall): CanonicalHeaders =>
  canonicalHeaders(withHost(host, headers));

/** The canonical request of a call. */
export const canonicalOf = (call: HttpCall, signedHeaders: readonly string[]): string =>
  canonicalRequest(
    {
      method: call.method,
      path: canonicalPath(recode(call.path, 'path'), 'generic'),
      query: parseQuery(call.query),
      headers: headersOf(call),
      payloadHash: sha256Hex(call.body),
    },
    signedHeaders,
  );

/** The string that is signed: the claimed algorithm, the date that was sent, the claimed scope. */
export const textToSign = (
  call: HttpCall,
  {
    algorithm,
    scope,
    signedHeaders,
  }: Pick<SignatureClaim, 'algorithm' | 'scope' | 'signedHeaders'>,
): string =>
  stringToSign({
    algorithm,
    date: headersOf(call).get('x-amz-date') ?? '',
    scope,
    canonicalRequest: canonicalOf(call, signedHeaders),
  });
