import { expect, test } from 'vitest';
import { formatName, formatNameInOrder, shortNameOf, valuesOf } from './name.ts';
import type { DistinguishedName } from './name.ts';

const range = { start: 0, end: 0 };

/** A name of parts as `CN=x`, several attributes of one part joined by `+`. */
const name = (...parts: readonly string[]): DistinguishedName =>
  parts.map((part) =>
    part.split('+').map((text) => {
      const [short = '', value = ''] = text.split('=');
      return { oid: '2.5.4.0', short, value, type: 'UTF8String', range } as const;
    }),
  );

test.each([
  ['the last part first', name('C=US', 'O=Sim Corp', 'CN=web-01'), 'CN=web-01,O=Sim Corp,C=US'],
  ['parts of several attributes', name('O=a', 'CN=b+UID=7'), 'CN=b+UID=7,O=a'],
  ['commas behind a backslash', name('O=Sim, Corp'), String.raw`O=Sim\, Corp`],
  ['a blank at either end', name('CN= a '), String.raw`CN=\ a\ `],
  ['a number sign only where it starts', name('CN=#a#'), String.raw`CN=\#a#`],
  ['nothing for an empty name', [], ''],
])('it writes %s', (_what, one, text) => {
  expect(formatName(one)).toBe(text);
});

test('it writes an attribute without a short name or string by its OID and bytes', () => {
  expect(formatName([[{ oid: '1.2.3', value: '#0402ffff', range }]])).toBe('1.2.3=#0402ffff');
});

test('it writes a name in the order of the certificate, as openssl does', () => {
  expect(formatNameInOrder(name('C=US', 'CN=b+UID=7'))).toBe('C = US, CN = b + UID = 7');
});

test('it lists all values of one attribute, in order', () => {
  const one = name('OU=Security', 'OU=Engineering', 'CN=a');
  expect(valuesOf(one, 'OU')).toEqual(['Security', 'Engineering']);
  expect(valuesOf(one, 'L')).toEqual([]);
});

test('it knows the short names that AWS maps to tags', () => {
  expect(['2.5.4.3', '2.5.4.11', '1.2.3'].map(shortNameOf)).toEqual(['CN', 'OU', undefined]);
});
