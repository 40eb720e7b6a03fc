import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The algorithm of Signature Version 4 with a shared secret. */
export const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The lower-case hex SHA-256 of a text's UTF-8 bytes, the form of a payload hash (sig-v4-header-based-auth). */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What a string to sign is made of: `date` as X-Amz-Date has it, `scope` without the key id. */
export interface StringToSignParts {
  readonly algorithm: string;
  readonly date: string;
  readonly scope: string;
  readonly canonicalRequest: string;
}

/** Task 2 of Signature Version 4: algorithm, date, scope and the canonical request's hash, a line each (sig-v4-header-based-auth). */
export const stringToSign = (parts: StringToSignParts): string =>
  `${parts.algorithm}\n${parts.date}\n${parts.scope}\n${sha256Hex(parts.canonicalRequest)}`;
