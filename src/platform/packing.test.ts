import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { PACKED, PACKED_LIMIT, loadPacking } from './packing.ts';

const SEED = 20_261_123;
const { pack, unpack } = await loadPacking();

const base64Url = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** As a link would hold these bytes, deflated. */
const packedBytes = (bytes: Uint8Array): string =>
  PACKED + base64Url(deflateSync(bytes, { level: 9 }));

/** Text that nothing can make shorter, the same every time. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(33 + (state % 90));
  }).join('');
}

const policyText = fc
  .array(
    fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.string(),
      Resource: fc.string({ unit: 'grapheme' }),
    }),
    { maxLength: 40 },
  )
  .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2));

describe('a packed text', () => {
  test('it unpacks to the very text it was made of', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme', maxLength: 1000 }),
          policyText,
        ),
        (text) => {
          const packed = pack(text);
          expect(packed === undefined ? text : unpack(packed)).toBe(text);
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test.each([
    '',
    ' ',
    '\0',
    '\r\n',
    '\uFEFF{}',
    'z.',
    'z.z.z.',
    '🧪',
    'é',
    'é',
    '{"Version":"2012-10-17"}',
  ])('it may be small or odd: %j', (text) => {
    expect(unpack(pack(text) ?? '')).toBe(text);
  });

  test('it stands in a link as it is', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const packed = pack(text) ?? '';
        expect(packed).toMatch(/^z\.[\w-]+$/);
        expect(new URLSearchParams({ packed }).toString()).toBe(`packed=${packed}`);
      }),
      { seed: SEED },
    );
  });

  test('it is a third of a policy or less', () => {
    const statements = Array.from({ length: 20 }, (_, index) => ({
      Sid: `S${index}`,
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::reports-${index}/*`,
    }));
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
    expect((pack(text) ?? text).length).toBeLessThan(text.length / 3);
  });
});

describe('a text that is too large', () => {
  test('it is packed up to the limit of a link and not beyond', () => {
    const texts = Array.from({ length: 20 }, (_, index) => noise(7000 + index * 50));
    const fitting = texts.filter((text) => pack(text) !== undefined);
    expect(fitting).toEqual(texts.slice(0, fitting.length));
    expect(fitting.length).toBeGreaterThan(0);
    expect(fitting.length).toBeLessThan(texts.length);
    for (const text of fitting) {
      expect(pack(text)?.length).toBeLessThanOrEqual(PACKED_LIMIT);
      expect(unpack(pack(text) ?? '')).toBe(text);
    }
  });

  test('it is refused, however large', () => {
    for (const length of [20_000, 200_000, 2_000_000]) expect(pack(noise(length))).toBeUndefined();
  });

  test('it is refused when it could not be unpacked again, however short it packs', () => {
    expect(unpack(pack('a'.repeat(65_535)) ?? '')).toHaveLength(65_535);
    for (const length of [65_536, 65_537, 1_000_000]) {
      expect(pack('a'.repeat(length))).toBeUndefined();
    }
    expect(pack('é'.repeat(40_000))).toBeUndefined();
  });
});

describe('a text that nobody packed', () => {
  test('it never breaks anything', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String({ maxLength: 400 }).map((text) => PACKED + text),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => PACKED + base64Url(bytes)),
      fc.uint8Array({ maxLength: 400 }).map(packedBytes),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const read = unpack(text);
        expect(read ?? '').not.toMatch(/\p{Surrogate}/u);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('it is refused or is another text when a character of it was changed', () => {
    const packed = pack(noise(200)) ?? '';
    for (let at = 0; at < packed.length; at += 1) {
      const changed = packed.slice(0, at) + (packed[at] === 'A' ? 'B' : 'A') + packed.slice(at + 1);
      expect(() => unpack(changed)).not.toThrow();
      expect(() => unpack(packed.slice(0, at))).not.toThrow();
    }
  });

  test.each(['', 'z', 'z.', 'Z.AwA', 'z.AwA=', 'z.Aw A', 'z.AwA\n', 'z.+/', 'z.é', 'x.AwA', 'AwA'])(
    'it is refused: %j',
    (text) => {
      expect(unpack(text)).toBeUndefined();
    },
  );

  test('it is refused when it is longer than a link may hold', () => {
    expect(unpack(PACKED + 'A'.repeat(PACKED_LIMIT))).toBeUndefined();
  });

  test('it is refused when its bytes are no text', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]]) {
      expect(unpack(packedBytes(Uint8Array.from(bytes)))).toBeUndefined();
    }
  });

  test('it does not grow without end', () => {
    const bomb = packedBytes(new Uint8Array(5_900_000));
    expect(bomb.length).toBeLessThan(PACKED_LIMIT);
    expect(unpack(bomb)).toBeUndefined();
  });
});
