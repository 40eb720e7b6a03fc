import { sha256Hex } from '../sigv4/stringToSign.ts';
import { amzDate, amzDay } from '../time.ts';
import type { Headers, HttpCall } from '../wire/http.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { CreateSession } from './acts.ts';
import { findCertificate } from './find.ts';
import { algorithmOf, formatAuthorization, textToSign } from './signature.ts';
import { MARK } from './standIn.ts';
import { uriEncode } from '../sigv4/encode.ts';

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

/** The signed request: every header it has is signed. */
export function requestOf(world: World, act: CreateSession): HttpCall {
  const leaf = findCertificate(world, act.certificate);
  const call = unsigned(world, act, leaf);
  const algorithm = leaf && algorithmOf(leaf.publicKey);
  if (!leaf || !algorithm) return call;
  const signedHeaders = call.headers.map(([name]) => name.toLowerCase()).toSorted();
  const date = clockOf(world, act.by);
  const claim = {
    algorithm,
    serial: leaf.serialNumber.decimal,
    scope: `${amzDay(date)}/${act.region}/rolesanywhere/aws4_request`,
    signedHeaders,
  };
  const text = textToSign(call, claim);
  const texts = world.x509?.texts ?? [];
  const hash = texts.length > 0 ? sha256Hex(text) : '';
  const signer = act.signedWith ?? leaf.id;
  const known = texts.find((one) => one.certificate === signer && one.text === hash);
  const signature = known?.signature ?? standIn(signer, text);
  return {
    ...call,
    headers: [...call.headers, ['Authorization', formatAuthorization({ ...claim, signature })]],
  };
}

/** What stands for a signature where nobody has made one: a mark, and a hash of whose key signs and of what is signed. */
const standIn = (key: string, text: string): string =>
  `${MARK}${sha256Hex(`${key}\n${text}`)}${sha256Hex(`${text}\n${key}`)}`;
