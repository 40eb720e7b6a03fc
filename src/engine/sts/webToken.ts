import { base64Decode, base64Encode } from '../sigv4/base64.ts';
import { secondsBetween } from '../time.ts';
import type { Instant } from '../time.ts';
import type { IdentityToken, Json } from './acts.ts';
import { standInSignature } from './standInSignature.ts';

/** JSON Web Tokens: three parts of base64url between dots (RFC 7519). */

const EPOCH = 0 as Instant;

/** Seconds since 1970, as tokens write dates. */
export const epochSeconds = (at: Instant): number => Math.floor(secondsBetween(EPOCH, at));

const toUrl = (base64: string): string =>
  base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function fromUrl(text: string): string | undefined {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return base64Decode(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='));
}

/** The claims of a token as its payload holds them. */
export const claimsOf = (token: IdentityToken): Readonly<Record<string, Json>> => ({
  iss: token.issuer,
  sub: token.subject,
  aud: token.audience,
  iat: epochSeconds(token.issuedAt),
  exp: epochSeconds(token.expiresAt),
  ...token.claims,
});

/** Writes a token; a text stays as it is. */
export function formatWebToken(token: IdentityToken | string): string {
  if (typeof token === 'string') return token;
  const { algorithm, signedBy } = token;
  const header = { alg: algorithm, ...(signedBy !== undefined && { kid: signedBy }), typ: 'JWT' };
  const signed = [header, claimsOf(token)]
    .map((part) => toUrl(base64Encode(JSON.stringify(part))))
    .join('.');
  const signature = signedBy === undefined ? 'unsigned' : standInSignature(signedBy, signed);
  return `${signed}.${toUrl(base64Encode(signature))}`;
}

/** Reads a token; undefined unless it has the form and the registered claims with whole-number dates. */
export function parseWebToken(token: IdentityToken | string): IdentityToken | undefined {
  if (typeof token !== 'string') return token;
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  if (signature === undefined || rest.length > 0) return undefined;
  const { alg, kid } = parseObject(fromUrl(header)) ?? {};
  const claimed = readClaims(parseObject(fromUrl(payload)) ?? {});
  if (!claimed || typeof alg !== 'string') return undefined;
  const isSigned =
    typeof kid === 'string' && fromUrl(signature) === standInSignature(kid, `${header}.${payload}`);
  return { ...claimed, algorithm: alg, ...(isSigned && { signedBy: kid }) };
}

function readClaims({
  iss,
  sub,
  aud,
  iat,
  exp,
  ...claims
}: Readonly<Record<string, Json>>): Omit<IdentityToken, 'algorithm'> | undefined {
  const issuedAt = readDate(iat);
  const expiresAt = readDate(exp);
  if (typeof iss !== 'string' || typeof sub !== 'string' || !isAudience(aud)) return undefined;
  if (issuedAt === undefined || expiresAt === undefined) return undefined;
  return { issuer: iss, subject: sub, audience: aud, issuedAt, expiresAt, claims };
}

const isAudience = (value: Json | undefined): value is string | readonly string[] =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** The texts in a claim that is a list of them. */
export const textsAt = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === 'string') : [];

const readDate = (value: Json | undefined): Instant | undefined =>
  // Seconds since 1970 are a moment.
  Number.isInteger(value) ? (((value as number) * 1000) as Instant) : undefined;

function parseObject(text: string | undefined): Readonly<Record<string, Json>> | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, Json>>)
      : undefined;
  } catch {
    return undefined;
  }
}
