import type { AccountId } from '../arn.ts';
import { accountInKeyId } from '../ids.ts';

/** What the first four characters of an id say (IAM User Guide, unique identifiers). */
export const KEY_KINDS = {
  AKIA: 'long-term',
  ASIA: 'temporary',
  ABIA: 'bearer',
  ACCA: 'context',
  AIDA: 'user',
  AROA: 'role',
} as const satisfies Readonly<Record<string, string>>;

export type KeyKind = (typeof KEY_KINDS)[keyof typeof KEY_KINDS] | 'other';

/** Who signed, as far as it can be read; `scope` is what the signature is good for. */
export interface SignerReading {
  readonly keyId: string;
  readonly kind: KeyKind;
  /** The account that the key id carries; not every id does. */
  readonly account?: AccountId;
  readonly hasToken: boolean;
  readonly scope?: ScopeReading;
}

/** Day, Region and service of a credential scope; SigV4A has no Region in it, but a set of them. */
export interface ScopeReading {
  readonly day: string;
  readonly region?: string;
  readonly regionSet?: string;
  readonly service: string;
  readonly terminal: string;
}

const isPrefix = (text: string): text is keyof typeof KEY_KINDS => Object.hasOwn(KEY_KINDS, text);

/** The kind of credentials an access key id names. */
export function keyKind(keyId: string): KeyKind {
  const prefix = keyId.slice(0, 4);
  return isPrefix(prefix) ? KEY_KINDS[prefix] : 'other';
}

/** Reads a key id: its kind, and its account if it carries one. */
export function readSigner(
  keyId: string,
  hasToken: boolean,
  scope: ScopeReading | undefined,
): SignerReading {
  const account = accountInKeyId(keyId);
  return {
    keyId,
    kind: keyKind(keyId),
    hasToken,
    ...(account !== undefined && { account }),
    ...(scope && { scope }),
  };
}
