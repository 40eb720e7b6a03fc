import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWhole } from '#engine/x509/der.ts';
import { readPublicKey } from '#engine/x509/algorithms.ts';
import { derOfSides, sidesOf } from './ecdsa.ts';
import { verifyBytes } from './verify.ts';
import type { Scheme } from './verify.ts';

/** Signatures good and malicious, of Project Wycheproof: what is wrong must never verify, whatever its form. */

type Row = readonly [id: number, text: string, signature: string, result: string];

interface Group {
  readonly file: string;
  readonly sha: Scheme['hash'];
  readonly key: string;
  readonly tests: readonly Row[];
}

// The file is ours; its shape is the interface above.
const { groups } = JSON.parse(
  gunzipSync(readFileSync(new URL('wycheproof.vectors.json.gz', import.meta.url))).toString(),
) as { readonly groups: readonly Group[] };

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** Verifies one case; r and s side by side are brought into the form that CreateSession takes. */
async function verdictOf({ file, sha, key }: Group, [, text, signature]: Row) {
  const spki = bytesOf(key);
  const reading = { bytes: spki };
  const publicKey = readPublicKey(reading, readWhole(reading, { start: 0, end: spki.length }));
  const scheme = file.startsWith('rsa') ? 'rsa-pkcs1' : 'ecdsa';
  const sent = bytesOf(signature);
  const isOdd = file.includes('p1363') && sent.length !== 64;
  if (isOdd) return 'invalid';
  return verifyBytes(
    { key: publicKey, spki },
    { scheme, hash: sha },
    { text: bytesOf(text), signature: file.includes('p1363') ? derOfSides(sent) : sent },
  );
}

test.each([...new Set(groups.map(({ file }) => file))])(
  'it accepts of %s only what is valid',
  async (file) => {
    const wrong: string[] = [];
    let made = 0;
    for (const group of groups.filter((one) => one.file === file)) {
      const verdicts = await Promise.all(group.tests.map((row) => verdictOf(group, row)));
      for (const [index, verdict] of verdicts.entries()) {
        const [id, , , result] = group.tests[index] ?? [0, '', '', ''];
        const isRight = result === 'acceptable' || (verdict === 'valid') === (result === 'valid');
        if (!isRight) wrong.push(`${file} ${id}: ${verdict}, expected ${result}`);
        made += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(250);
  },
);

test('it turns r and s into DER and back', () => {
  const sides = Uint8Array.from({ length: 64 }, (_, index) => (index === 0 ? 0 : 255 - index));
  expect(sidesOf(derOfSides(sides), 32)).toEqual(sides);
  expect(sidesOf(derOfSides(sides), 31)).toBe(undefined);
});
