import { parseAuthorization } from '../sigv4/authorization.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { parseQuery, queryValue } from '../sigv4/query.ts';
import type { Verification } from '../sigv4/verification.ts';
import { verify } from '../sigv4/verify.ts';
import { verifyHeaders } from '../sigv4/verifyHeaders.ts';
import type { HttpCall } from '../wire/http.ts';
import { BOX_IDS, derivation } from './derivation.ts';
import type { Box, BoxId } from './derivation.ts';
import { callOf, partsOf } from './part.ts';
import type { Part, Tampering } from './part.ts';
import { payloadHashOf, signRequest } from './signing.ts';
import type { SigningInputs, Unsignable } from './signing.ts';

/** A signed request, what happened to it on its way, and the secret that its verifier knows. */
export interface Study {
  readonly inputs: SigningInputs;
  readonly tampering: Tampering;
  /** The secret AWS has for the key id; undefined is the signer's own. */
  readonly knownSecret?: string;
}

/** Both derivations of a study. */
export interface Examined {
  readonly kind: 'examined';
  readonly parts: readonly Part[];
  /** The request that arrives. */
  readonly call: HttpCall;
  readonly signer: readonly Box[];
  /** Undefined where the request no longer says how it was signed: AWS refuses it before it computes anything. */
  readonly verifier?: readonly Box[];
  readonly differing: readonly BoxId[];
  /** Whether the signature that came is the one the verifier computes. */
  readonly matches: boolean;
}

/** Signs, sends and verifies: both lanes, from their inputs to their signatures (sig-v4-header-based-auth). */
export function examine(study: Study): Examined | Unsignable {
  const { inputs, tampering } = study;
  const signed = signRequest(inputs);
  if (signed.kind === 'unsignable') return signed;
  const parts = partsOf(signed.sent, tampering);
  const call = callOf(parts);
  const checked = verified(study, call);
  const signer = derivation(signed.signature, signed.signature.signature);
  const verifier =
    checked && derivation({ ...checked, signature: checked.expected }, checked.provided);
  return {
    kind: 'examined',
    parts,
    call,
    signer,
    ...(verifier && { verifier }),
    differing: verifier ? BOX_IDS.filter((_, at) => signer[at]?.text !== verifier[at]?.text) : [],
    matches: checked?.matches ?? false,
  };
}

function verified({ inputs, knownSecret }: Study, call: HttpCall): Verification | undefined {
  const { service, signedIn, secretAccessKey } = inputs;
  const input = {
    method: call.method,
    host: call.host,
    rawPath: call.path,
    rawQuery: call.query,
    headers: call.headers,
    secretAccessKey: knownSecret ?? secretAccessKey,
    payloadHash: payloadHashOf({ service, signedIn }, call.headers),
    pathMode: service === 's3' ? 's3' : 'generic',
  } as const;
  return signedIn === 'query' ? verify(input) : verifyHeaders(input);
}

/** The names of the headers that a request says are signed. */
export function signedNames(call: HttpCall): ReadonlySet<string> {
  const inQuery = queryValue(parseQuery(call.query), 'X-Amz-SignedHeaders');
  const inHeader = parseAuthorization(canonicalHeaders(call.headers).get('authorization') ?? '');
  return new Set((inQuery ?? inHeader?.signedHeaders ?? '').split(';'));
}

const SCOPE = ['string-to-sign', 'k-date', 'k-region', 'k-service'] as const;
const SIGNED = ['canonical-request'] as const;

/** The boxes a part goes into by itself; none for a header that nobody signed (sig-v4-header-based-auth). */
export function feeds(
  { kind, sent, arrived }: Part,
  signed: ReadonlySet<string>,
): readonly BoxId[] {
  const { name = '' } = arrived ?? sent ?? {};
  if (kind === 'parameter') return PARAMETER_FEEDS.get(name) ?? SIGNED;
  if (kind !== 'header') return SIGNED;
  const header = name.toLowerCase();
  if (header === 'authorization') return [...SIGNED, ...SCOPE, 'claim'];
  if (!signed.has(header)) return [];
  return header === 'x-amz-date' ? [...SIGNED, 'string-to-sign'] : SIGNED;
}

const PARAMETER_FEEDS: ReadonlyMap<string, readonly BoxId[]> = new Map([
  ['X-Amz-Signature', ['claim']],
  ['X-Amz-Credential', [...SIGNED, ...SCOPE]],
  ['X-Amz-Date', [...SIGNED, 'string-to-sign']],
]);
