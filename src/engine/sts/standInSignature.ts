import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * What stands here for an identity provider's signature: a hash of the key's name and what was signed. It shows any
 * change to the text, and needs no private key; it proves nothing outside this page.
 */
export const standInSignature = (key: string, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${key}\n${text}`)));
