import { base64Bytes } from '#engine/sigv4/base64.ts';
import { after, days, hours } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import { freshKeys } from './freshKeys.ts';
import { formatPem } from './pem.ts';
import { subtle } from './verify.ts';

/** A chain as the lab has it, with new keys: issued here and now, valid now. What issues is large, so it comes on request. */

const AN_HOUR_AGO = hours(-1);
const A_QUARTER = days(90);
const TEN_YEARS = days(3650);

/** The chain in PEM, leaf first; undefined where the browser has no cryptography. Its keys are gone with the page. */
export async function freshChain(
  names: readonly string[],
  now: Instant,
): Promise<string | undefined> {
  const own = subtle();
  if (!own) return undefined;
  const { issueOne } = await import('./issueNamed.ts');
  const keysOf = freshKeys(own);
  const from = after(now, AN_HOUR_AGO);
  const ders = await Promise.all(
    names.map(async (name) =>
      issueOne(name, keysOf, crypto, ({ kind }) => ({
        from,
        until: after(now, kind === 'ca' ? TEN_YEARS : A_QUARTER),
      })),
    ),
  );
  return ders.map((der) => formatPem('CERTIFICATE', base64Bytes(der))).join('');
}
