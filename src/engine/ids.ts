import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import type { AccountId } from './arn.ts';
import { remembered } from './remembered.ts';

/** Ids, secrets and tokens derived from labels, so that a run reproduces to the byte. */

export type LongTermKeyId = `AKIA${string}`;
export type TemporaryKeyId = `ASIA${string}`;
export type AccessKeyId = LongTermKeyId | TemporaryKeyId;

/** Whether a text begins as the id of an access key does. */
export const isAccessKeyId = (text: string): text is AccessKeyId => /^(?:AKIA|ASIA)/.test(text);

/** The prefixes of the ids made here (IAM User Guide, unique identifiers). */
export type IdPrefix = 'AKIA' | 'ASIA' | 'AIDA' | 'AROA';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const FREE_BITS = 39n;

/**
 * An id that decodes to its account: the prefix, then base32 of a set bit, 40 bits of account id
 * and 39 bits of the label's hash (A. Steele, AWS access key ID formats): 20 characters for a key, 21 for a user or role.
 */
export function uniqueId<P extends IdPrefix>(
  prefix: P,
  account: AccountId,
  label: string,
): `${P}${string}` {
  const free = hashBits(`${prefix} ${account} ${label}`) & ((1n << FREE_BITS) - 1n);
  const tail = prefix === 'AROA' || prefix === 'AIDA' ? BASE32.charAt(Number(free & 31n)) : '';
  return `${prefix}${base32((1n << 79n) | (BigInt(account) << FREE_BITS) | free)}${tail}`;
}

/** The account inside a key id; undefined for ids of other lengths and for old ids that do not carry it. */
export function accountInKeyId(id: string): AccountId | undefined {
  if (!/^[A-Z]{4}[A-Z2-7]{16,17}$/.test(id)) return undefined;
  let bits = 0n;
  for (const character of id.slice(4, 20)) bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
  if (bits >> 79n === 0n) return undefined;
  const account = (bits >> FREE_BITS) & ((1n << 40n) - 1n);
  return account < 1_000_000_000_000n ? account.toString().padStart(12, '0') : undefined;
}

/** A secret access key of 40 characters that ends in EXAMPLEKEY, as AWS's published ones do. */
export const secretAccessKey = (label: string): string =>
  `${hashText(`secret ${label}`, 30)}EXAMPLEKEY`;

const NEW_TOKEN = { version: 2, minimum: 0 } as const;

/**
 * An opaque session token of 184 characters, of 152 in version 1, or of as many as it is padded to; the first ones are
 * those that real tokens begin with.
 */
export function sessionToken(
  label: string,
  { version, minimum }: { readonly version: 1 | 2; readonly minimum: number } = NEW_TOKEN,
): string {
  const [start, length] =
    version === 2 ? ['IQoJb3JpZ2luX2VjEXAMPLE', 184] : ['FQoDYXdzEXAMPLE', 152];
  const rest = Math.max(length, minimum) - start.length - 2;
  return `${start}${hashText(`token ${label}`, rest)}==`;
}

/** A request id in the form AWS services use. */
export function requestId(label: string): string {
  const digits = hashBits(`request ${label}`).toString(16).padStart(32, '0').slice(-32);
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
}

/** The `x-amz-request-id` S3 sends: 16 capital letters and digits. */
export const s3RequestId = (label: string): string => base32(hashBits(`s3 ${label}`));

/** The `x-amz-id-2` S3 sends: base64 text. */
export const s3HostId = (label: string): string => `${hashText(`host ${label}`, 75)}=`;

/** The id of an object's version: 32 characters. */
export const s3VersionId = (label: string): string =>
  hashText(`version ${label}`, 32).replace(/[+/]/g, '_');

/** 80 bits as 16 characters. */
function base32(bits: bigint): string {
  let text = '';
  for (let left = bits; text.length < 16; left >>= 5n) {
    text = BASE32.charAt(Number(left & 31n)) + text;
  }
  return text;
}

const itself = (label: string): string => label;

const hashBits = remembered((label) => {
  let bits = 0n;
  for (const byte of sha256(utf8ToBytes(label))) bits = (bits << 8n) | BigInt(byte);
  return bits;
}, itself);

/** Characters of base64 made from a label, 32 of them a block. */
function hashBlocks(label: string, blocks: number): string {
  let text = '';
  for (let block = 0; block < blocks; block += 1) {
    for (const byte of sha256(utf8ToBytes(`${label} ${block}`))) text += BASE64.charAt(byte & 63);
  }
  return text;
}

/** As many characters as nearly every text needs: tokens of a size that was asked for are longer. */
const REMEMBERED = 192;
const hashCharacters = remembered((label) => hashBlocks(label, REMEMBERED / 32), itself);

const hashText = (label: string, length: number): string =>
  (length > REMEMBERED ? hashBlocks(label, Math.ceil(length / 32)) : hashCharacters(label)).slice(
    0,
    length,
  );
