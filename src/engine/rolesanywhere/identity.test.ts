import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { simulate } from '../everything.fixture.ts';
import { at } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import { certificate, createSession, CRL, nameOf, worldOf } from './anywhereWorld.fixture.ts';
import { principalTags, sourceIdentityOf } from './identity.ts';
import { CERTIFICATES, LIST, named, VECTORS, verifiedAmong } from './realCertificates.setup.ts';
import { DEFAULT_MAPPINGS } from './resources.ts';

const ALL = Object.values(CERTIFICATES);
const MATERIAL = {
  certificates: ALL,
  lists: [LIST],
  verified: verifiedAmong(ALL, [LIST]),
  texts: [],
};

/** The outcome a row wants; where AWS's answer was not found, its wording must say so. */
function expectedOf(expected: (typeof VECTORS.chain)[number]['expect']) {
  if (expected === 'ok') return { kind: 'granted' };
  const error =
    expected === 'refused' ? { wording: 'modelled' } : { ...expected, wording: 'observed' };
  return { kind: 'refused', error };
}

describe('a real chain', () => {
  test.each(VECTORS.chain.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const now = at(row.at);
    const world = worldOf({
      anchor: {
        source: {
          sourceType: 'CERTIFICATE_BUNDLE',
          certificates: row.anchor.map((name) => named(name).id),
        },
      },
      crls: row.crl ? [{ ...CRL, list: LIST.id, enabled: row.crl === 'enabled' }] : [],
      material: MATERIAL,
      fields: { now },
    });
    const outcome = outcomeOf(
      simulate(world, [
        createSession({
          at: now,
          certificate: named(row.leaf).id,
          chain: row.chainHeader.map((name) => named(name).id),
        }),
      ]),
    );
    expect(outcome).toMatchObject(expectedOf(row.expect));
  });
});

describe('what a certificate gives its session', () => {
  test.each(VECTORS.identity.map((row, index) => [`${row.certificate} ${index}`, row] as const))(
    '%s',
    (_, { certificate: name, attributeMappings, sourceIdentity, principalTags: tags }) => {
      const leaf = named(name);
      const mappings = attributeMappings ?? DEFAULT_MAPPINGS;
      expect(principalTags(leaf, { attributeMappings: mappings })).toEqual(tags);
      expect(sourceIdentityOf(leaf)).toBe(sourceIdentity ?? 'CN=web-01');
    },
  );

  const withName = (subject: readonly string[], serial = '01') =>
    certificate('x', { serial, subject: nameOf(...subject) });

  test.each([
    ['a short name', ['CN=Alice'], 'CN=Alice'],
    ['a name of 61 characters', [`CN=${'a'.repeat(61)}`], `CN=${'a'.repeat(61)}`],
    ['a name of 62 characters', [`CN=${'b'.repeat(62)}`], 'b'.repeat(62)],
    ['a name of 64 characters', [`CN=${'b'.repeat(64)}`], 'b'.repeat(64)],
    ['two names', ['CN=a', 'CN=b'], 'CN=a/b'],
    ['no name', ['O=Sim'], 'ID=01'],
  ])('%s is the source identity', (_, subject, identity) => {
    expect(sourceIdentityOf(withName(subject))).toBe(identity);
  });

  test.each([
    [291, 'ID=0123'],
    [17_767, 'ID=4567'],
  ])('the serial number %s stands in for a name, of even length', (serial, identity) => {
    const hex = serial.toString(16);
    expect(sourceIdentityOf(withName([], hex.padStart(hex.length + (hex.length % 2), '0')))).toBe(
      identity,
    );
  });

  const san = (
    ...names: readonly { readonly kind: 'DNS' | 'URI' | 'email'; readonly value: string }[]
  ) =>
    certificate('san', {
      subject: nameOf('CN=a', 'OU=1', 'OU=2'),
      values: [{ kind: 'subjectAltName', names }],
    });

  test('of alternative names only the first of a kind is a tag, and no address of mail', () => {
    const leaf = san(
      { kind: 'email', value: 'a@example.com' },
      { kind: 'DNS', value: 'one.example' },
      { kind: 'DNS', value: 'two.example' },
      { kind: 'URI', value: 'spiffe://x/y' },
    );
    const onlySan = DEFAULT_MAPPINGS.filter(
      ({ certificateField }) => certificateField === 'x509SAN',
    );
    expect(principalTags(leaf, { attributeMappings: onlySan })).toEqual({
      'x509SAN/DNS': 'one.example',
      'x509SAN/URI': 'spiffe://x/y',
    });
  });

  test.each([
    ['*', { 'x509Subject/CN': 'a', 'x509Subject/OU': '1/2' }],
    ['OU', { 'x509Subject/OU': '1/2' }],
    ['O', {}],
  ])('the specifier %s picks its attributes of the subject', (specifier, tags) => {
    const attributeMappings = [
      { certificateField: 'x509Subject', mappingRules: [{ specifier }] },
    ] as const;
    expect(principalTags(san(), { attributeMappings })).toEqual(tags);
  });

  test('whatever a name holds, every tag is one that STS takes, and the identity has 64 characters at most', () => {
    const part = fc.tuple(
      fc.constantFrom('CN', 'OU', 'O', 'C', 'L', 'ST', 'UID', 'emailAddress'),
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 250, maxLength: 300 }),
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const leaf = withName(parts.map(([type, value]) => `${type}=${value}`));
        const tags = Object.entries(principalTags(leaf, { attributeMappings: DEFAULT_MAPPINGS }));
        expect(tags.length).toBeLessThanOrEqual(50);
        for (const [key, value] of tags) {
          expect(key).toMatch(/^x509(?:Subject|Issuer|SAN)\/[\w/]{1,100}$/);
          expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u);
        }
        expect(Array.from(sourceIdentityOf(leaf)).length).toBeLessThanOrEqual(64);
      }),
    );
  });
});
