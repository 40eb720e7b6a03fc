import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { seconds } from '../time.ts';
import type { Instant } from '../time.ts';

/** How long a device shows one code. */
export const PERIOD = seconds(30);

/** The six digits a device shows at a moment; they change every 30 seconds, as those of RFC 6238 do. */
export function mfaCode(serialNumber: string, at: Instant): string {
  const period = Math.floor(at / (PERIOD * 1000));
  const bytes = sha256(utf8ToBytes(`mfa ${serialNumber} ${period}`));
  const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
}
