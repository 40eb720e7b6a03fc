import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import * as ids from './ids.ts';
import type { IdPrefix } from './ids.ts';

const PREFIXES: readonly IdPrefix[] = ['AKIA', 'ASIA', 'AIDA', 'AROA'];

const accounts = fc
  .bigInt({ min: 0n, max: 999_999_999_999n })
  .map((id) => id.toString().padStart(12, '0'));
const labels = fc.string({ unit: 'grapheme' });

describe('the account inside a key id', () => {
  // The first two are published (T. Beery; A. Steele); the others follow their formula (sts.md 3.2).
  test.each([
    ['ASIAY34FZKBOKMUTVV7A', '609629065308'],
    ['ASIAQNZGKIQY56JQ7WML', '029608264753'],
    ['ASIARTX3GSDSQLP5YHBV', '111122223333'],
    ['ASIARZPUZDIKALP5YHBV', '123456789012'],
    ['ASIA6RVFFB77QLP5YHBV', '999999999999'],
  ])('it is read from %s', (id, account) => {
    expect(ids.accountInKeyId(id)).toBe(account);
  });

  test.each([
    ['an old id, whose first bit is not set', 'AKIAIOSFODNN7EXAMPLE'],
    ['an id one character short', 'ASIAY34FZKBOKMUTVV7'],
    ['an id two characters long', 'ASIAY34FZKBOKMUTVV7AAA'],
    ['small letters', 'asiay34fzkbokmutvv7a'],
    ['digits that base32 has not', 'ASIAY34FZKBOKMUTVV71'],
    ['a number that is no account', 'ASIA7777777777777777'],
    ['a line after it', 'ASIAY34FZKBOKMUTVV7A\n'],
    ['nothing', ''],
  ])('it is not read from %s', (_, id) => {
    expect(ids.accountInKeyId(id)).toBeUndefined();
  });

  test('it is never guessed from any text, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(ids.accountInKeyId(text)).toBeUndefined();
      }),
    );
  });
});

describe('an id that is made', () => {
  test('it decodes to its account, whatever its label', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PREFIXES), accounts, labels, (prefix, account, label) => {
        expect(ids.accountInKeyId(ids.uniqueId(prefix, account, label))).toBe(account);
      }),
    );
  });

  test('it has its prefix, then 16 or 17 characters of base32 with the first bit set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PREFIXES), accounts, labels, (prefix, account, label) => {
        const id = ids.uniqueId(prefix, account, label);
        expect(id.slice(0, 4)).toBe(prefix);
        expect(id.slice(4)).toMatch(/^[Q-Z2-7][A-Z2-7]{15,16}$/);
        // Users and roles have one more (IAM User Guide, unique identifiers).
        expect(id).toHaveLength(prefix === 'AROA' || prefix === 'AIDA' ? 21 : 20);
      }),
    );
  });

  test('it is the only one among 10,000 labels', () => {
    const made = Array.from({ length: 10_000 }, (_, count) =>
      ids.uniqueId('ASIA', '111122223333', `session ${count}`),
    );
    expect(new Set(made).size).toBe(10_000);
  });

  test('it is the same every time, and another for another prefix, account or label', () => {
    const made = [
      ids.uniqueId('AKIA', '111122223333', 'build-server'),
      ids.uniqueId('ASIA', '111122223333', 'build-server'),
      ids.uniqueId('AKIA', '444455556666', 'build-server'),
      ids.uniqueId('AKIA', '111122223333', 'build server'),
    ];
    expect(new Set(made.map((id) => id.slice(4))).size).toBe(4);
    expect(ids.uniqueId('AKIA', '111122223333', 'build-server')).toBe(made[0]);
  });

  // Links and transcripts carry these: to change one is to break them.
  test('it stays what it was when the first links were made', () => {
    expect(ids.uniqueId('AKIA', '111122223333', 'build-server')).toMatchInlineSnapshot(
      `"AKIARTX3GSDSXWHAXXBE"`,
    );
    expect(ids.uniqueId('AROA', '111122223333', 'ReportReader')).toMatchInlineSnapshot(
      `"AROARTX3GSDS6646CIXPP"`,
    );
  });
});

describe('a secret or a token that is made', () => {
  const shapes: readonly [string, (label: string) => string, RegExp][] = [
    ['a secret access key of 40 characters', ids.secretAccessKey, /^[A-Za-z0-9+/]{30}EXAMPLEKEY$/],
    [
      'a session token that begins as real ones do',
      ids.sessionToken,
      /^IQoJb3JpZ2luX2VjEXAMPLE[A-Za-z0-9+/]{159}==$/,
    ],
    [
      'a request id',
      ids.requestId,
      /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    ],
    ['an S3 request id', ids.s3RequestId, /^[A-Z0-9]{16}$/],
    ['an S3 host id', ids.s3HostId, /^[A-Za-z0-9+/]{75}=$/],
  ];

  test.each(shapes)('it has the shape of %s', (_, make, shape) => {
    fc.assert(
      fc.property(labels, (label) => {
        expect(make(label)).toMatch(shape);
        expect(make(label)).toBe(make(label));
      }),
    );
  });

  test.each(shapes)('it is, as %s, another for each of 1,000 labels', (_, make) => {
    const made = new Set(Array.from({ length: 1000 }, (_unused, count) => make(`label ${count}`)));
    expect(made.size).toBe(1000);
  });

  test('a token is as long as was asked for', () => {
    expect(ids.sessionToken('x', { version: 2, minimum: 4096 })).toHaveLength(4096);
  });

  test('it carries EXAMPLE, so that no scanner takes it for a real one', () => {
    expect(ids.secretAccessKey('x')).toContain('EXAMPLE');
    expect(ids.sessionToken('x')).toContain('EXAMPLE');
  });
});
