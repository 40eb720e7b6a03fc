/** A stretch of a text, in UTF-16 units: `to` is the first one after it. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What a part is about: where the call goes, who signed, when, how, the signature, and the call itself. */
export const PART_ROLES = ['place', 'signer', 'time', 'signing', 'signature', 'call'] as const;
export type PartRole = (typeof PART_ROLES)[number];

export type PartKind =
  | 'scheme'
  | 'host'
  | 'path'
  | 'parameter'
  | 'fragment'
  | 'expiration'
  | 'condition';

/** How a condition of a POST policy compares. */
export type Match = 'eq' | 'starts-with' | 'range';

/** One part of what was pasted: where it stands, as it is written and as it is meant. */
export interface Part extends TextRange {
  readonly kind: PartKind;
  readonly role: PartRole;
  readonly name: string;
  /** Where the value begins: after the name and `=` of a parameter. */
  readonly valueFrom: number;
  readonly raw: string;
  readonly value: string;
  /** Only in a POST policy. */
  readonly match?: Match;
}

const ROLES: ReadonlyMap<string, PartRole> = new Map([
  ['x-amz-algorithm', 'signing'],
  ['x-amz-signedheaders', 'signing'],
  ['x-amz-region-set', 'signing'],
  ['x-amz-content-sha256', 'signing'],
  ['x-amz-credential', 'signer'],
  ['x-amz-security-token', 'signer'],
  ['awsaccesskeyid', 'signer'],
  ['key-pair-id', 'signer'],
  ['x-amz-date', 'time'],
  ['x-amz-expires', 'time'],
  ['expires', 'time'],
  ['expiration', 'time'],
  ['x-amz-signature', 'signature'],
  ['signature', 'signature'],
  ['bucket', 'place'],
  ['key', 'place'],
]);

/** What a parameter or a form field is about; all that signing does not know belongs to the call. */
export const roleOf = (name: string): PartRole => ROLES.get(name.toLowerCase()) ?? 'call';

/** The first parameter of this name, compared to the letter: AWS says nothing of other spellings, so this is modelled. */
export const parameter = (parts: readonly Part[], name: string): Part | undefined =>
  parts.find((part) => part.kind === 'parameter' && part.name === name);
