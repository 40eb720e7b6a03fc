import { uriEncode } from '../sigv4/encode.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { amzDate, amzDay } from '../time.ts';
import type { Trace } from '../trace.ts';
import type { Headers, HttpCall } from '../wire/http.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import type { Certificate, Fingerprint } from '../x509/certificate.ts';
import type { CreateSession } from './acts.ts';
import { findCertificate } from './find.ts';
import { algorithmOf, formatAuthorization, textToSign } from './signature.ts';
import type { SignatureClaim } from './signature.ts';
import { standIn } from './standIn.ts';

/** The HTTP request of CreateSession as AWS's credential helper writes it (roles-anywhere.md 3.1). */

const HOSTS: Readonly<Record<NonNullable<CreateSession['endpoint']>, (region: string) => string>> =
  {
    'dual-stack': (region) => `rolesanywhere.${region}.api.aws`,
    fips: (region) => `rolesanywhere-fips.${region}.amazonaws.com`,
  };

/** Where a call is sent. */
export const hostOf = ({ region, endpoint }: Pick<CreateSession, 'region' | 'endpoint'>): string =>
  endpoint ? HOSTS[endpoint](region) : `rolesanywhere.${region}.amazonaws.com`;

/** What the helper puts into the query: the three ARNs; the rest stands in the body. */
const queryOf = ({ profileArn, roleArn, trustAnchorArn }: CreateSession): string =>
  Object.entries({ profileArn, roleArn, trustAnchorArn })
    .map(([name, value]) => `${name}=${uriEncode(value)}`)
    .join('&');

const bodyOf = ({ durationSeconds, roleSessionName }: CreateSession): string =>
  JSON.stringify({ durationSeconds, roleSessionName });

/** The request without its signature. */
function unsigned(world: World, act: CreateSession, leaf: Certificate | undefined): HttpCall {
  const host = hostOf(act);
  const chain = act.chain.flatMap((id) => findCertificate(world, id)?.der ?? []);
  const headers: Headers = [
    ['Host', host],
    ['Content-Type', 'application/json'],
    ['X-Amz-Date', amzDate(clockOf(world, act.by))],
    ...(leaf ? [['X-Amz-X509', leaf.der] as const] : []),
    ...(chain.length > 0 ? [['X-Amz-X509-Chain', chain.join(',')] as const] : []),
  ];
  return {
    method: 'POST',
    host,
    path: '/sessions',
    query: queryOf(act),
    headers,
    body: bodyOf(act),
  };
}

/** What the service derives from a request, and what its caller signed. */
export interface ToSign {
  /** The certificate that is sent, and the one whose private key signs. */
  readonly certificate: Fingerprint;
  readonly signer: Fingerprint;
  readonly signs: string;
  /** Another text where the request was changed on its way. */
  readonly arrives: string;
}

/** The request as it arrives, and what its caller has to sign: every header it has; undefined where no key can. */
function signingOf(world: World, act: CreateSession) {
  const leaf = findCertificate(world, act.certificate);
  const call = unsigned(world, act, leaf);
  const algorithm = leaf && algorithmOf(leaf.publicKey);
  if (!leaf || !algorithm) return { call };
  const signedHeaders = call.headers.map(([name]) => name.toLowerCase()).toSorted();
  const claim: SignatureClaim = {
    algorithm,
    serial: leaf.serialNumber.decimal,
    scope: `${amzDay(clockOf(world, act.by))}/${act.region}/rolesanywhere/aws4_request`,
    signedHeaders,
  };
  const arrives = textToSign(call, claim);
  const signs = act.signedAs
    ? textToSign(unsigned(world, { ...act, ...act.signedAs }, leaf), claim)
    : arrives;
  const work: ToSign = {
    certificate: leaf.id,
    signer: act.signedWith ?? leaf.id,
    signs,
    arrives,
  };
  return { call, claim, work };
}

/** The signature that was really made for this; undefined as long as none was. */
function madeOf(world: World, { signer, signs }: ToSign): string | undefined {
  const texts = world.x509?.texts ?? [];
  if (texts.length === 0) return undefined;
  const hash = sha256Hex(signs);
  return texts.find(({ certificate, text }) => certificate === signer && text === hash)?.signature;
}

/** The signed request. */
export function requestOf(world: World, act: CreateSession): HttpCall {
  const { call, claim, work } = signingOf(world, act);
  if (!claim) return call;
  const signature = madeOf(world, work) ?? standIn(work.signer, work.signs);
  return {
    ...call,
    headers: [...call.headers, ['Authorization', formatAuthorization({ ...claim, signature })]],
  };
}

/** What is still to be signed in a run: until then its requests carry stand-ins. */
export const unsignedIn = ({ steps }: Pick<Trace, 'steps'>): readonly ToSign[] =>
  steps.flatMap(({ row, act, world }) => {
    if (row !== 'call' || act.kind !== 'rolesanywhere:CreateSession') return [];
    const { work } = signingOf(world, act);
    return work && madeOf(world, work) === undefined ? [work] : [];
  });

/** A signature that was really made, and whether it verifies with the certificate that was sent. */
export interface MadeSignature extends ToSign {
  readonly signature: string;
  readonly verifies: boolean;
}

/** The signature of a request, where it was really made. */
export function madeSignature(world: World, act: CreateSession): MadeSignature | undefined {
  const { work } = signingOf(world, act);
  const signature = work && madeOf(world, work);
  if (!work || signature === undefined) return undefined;
  const hash = sha256Hex(work.arrives);
  const verified = world.x509?.texts.find(
    (one) =>
      one.certificate === work.certificate && one.text === hash && one.signature === signature,
  );
  return { ...work, signature, verifies: verified?.result === 'valid' };
}
