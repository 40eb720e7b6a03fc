import { expect, test } from 'vitest';
import { isNameWithin, isSameName } from './compareName.ts';
import type { DistinguishedName, StringType } from './name.ts';

const range = { start: 0, end: 0 };

/** A name of parts as `CN=x`, several attributes of one part joined by `+`. */
const name = (type: StringType, ...parts: readonly string[]): DistinguishedName =>
  parts.map((part) =>
    part.split('+').map((text) => {
      const [oid = '', value = ''] = text.split('=');
      return { oid, value, type, range };
    }),
  );

const utf8 = (...parts: readonly string[]) => name('UTF8String', ...parts);

test.each([
  ['case', utf8('CN=Sim Corp'), utf8('CN=SIM CORP'), true],
  ['blanks', utf8('CN= Sim   Corp '), utf8('CN=Sim Corp'), true],
  ['how Unicode composed it', utf8('CN=Zu\u0308rich'), utf8('CN=Z\u00fcrich'), true],
  ['the string type', name('PrintableString', 'CN=Sim'), utf8('CN=Sim'), true],
  ['the order inside one part', utf8('CN=a+UID=7'), utf8('UID=7+CN=a'), true],
  ['the order of the parts', utf8('O=a', 'CN=b'), utf8('CN=b', 'O=a'), false],
  ['the attribute', utf8('O=a'), utf8('OU=a'), false],
  ['where one part ends', utf8('O=a', 'CN=b'), utf8('O=a+CN=b'), false],
  ['a blank inside', utf8('CN=SimCorp'), utf8('CN=Sim Corp'), false],
])('it compares names: %s', (_what, one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame);
  expect(isSameName(other, one)).toBe(isSame);
});

test('it tells names below a base from those beside it', () => {
  const base = utf8('O=Sim', 'OU=Plant 7');
  expect(isNameWithin(utf8('O=sim', 'OU=plant 7', 'CN=a'), base)).toBe(true);
  expect(isNameWithin(utf8('O=Sim', 'CN=a'), base)).toBe(false);
  expect(isNameWithin(utf8('O=Sim'), base)).toBe(false);
  expect(isNameWithin(utf8('O=Sim'), [])).toBe(true);
});
