import { expect, test } from 'vitest';
import { at } from '../time.ts';
import type { Certificate } from './certificate.ts';
import type { ExtensionValue } from './extension.ts';
import { policyRefusal } from './policies.ts';

const range = { start: 0, end: 0 };
const ANY = '2.5.29.32.0';

const nameOf = (value: string) => [
  [{ oid: '2.5.4.3', short: 'CN', value, type: 'UTF8String', range }] as const,
];

/** A certificate of which only names and policies matter. */
const certificate = (
  subject: string,
  issuer: string,
  ...values: readonly ExtensionValue[]
): Certificate => ({
  kind: 'certificate',
  id: subject,
  version: 3,
  serialNumber: { hex: '01', decimal: '1' },
  issuer: nameOf(issuer),
  subject: nameOf(subject),
  notBefore: at('2026-01-01T00:00:00Z'),
  notAfter: at('2027-01-01T00:00:00Z'),
  publicKey: { kind: 'ec', curve: 'P-256', bits: 256 },
  signatureAlgorithm: { oid: '', name: '', scheme: 'ecdsa', hash: 'SHA-256' },
  algorithmsAgree: true,
  extensions: values.map((value) => ({
    oid: value.kind,
    name: value.kind,
    critical: false,
    value,
    range,
    valueRange: range,
  })),
  der: '',
  ranges: {},
});

const policies = (...oids: readonly string[]): ExtensionValue => ({
  kind: 'certificatePolicies',
  policies: oids.map((oid) => ({ oid })),
});
const explicit = (requireExplicitPolicy: number): ExtensionValue => ({
  kind: 'policyConstraints',
  requireExplicitPolicy,
});
const explicitUnmapped: ExtensionValue = {
  kind: 'policyConstraints',
  requireExplicitPolicy: 0,
  inhibitPolicyMapping: 0,
};
const mapping = (issuer: string, subject: string): ExtensionValue => ({
  kind: 'policyMappings',
  mappings: [{ issuer, subject }],
});
const noAny: ExtensionValue = { kind: 'inhibitAnyPolicy', skipCertificates: 0 };

const anchor = certificate('root', 'root');

/** Judges a leaf under an upper and a lower CA; the name of the certificate that refuses. */
const refusedAt = (
  upper: readonly ExtensionValue[],
  lower: readonly ExtensionValue[],
  leaf: readonly ExtensionValue[],
) =>
  policyRefusal([
    certificate('leaf', 'lower', ...leaf),
    certificate('lower', 'upper', ...lower),
    certificate('upper', 'root', ...upper),
    anchor,
  ])?.id;

/** One policy all the way down, insisted on from the top. */
const A = '1.1';
const B = '1.2';

test.each<
  [
    string,
    readonly ExtensionValue[],
    readonly ExtensionValue[],
    readonly ExtensionValue[],
    string | undefined,
  ]
>([
  ['nobody insists', [], [policies(A)], [policies(B)], undefined],
  [
    'one policy goes all the way',
    [policies(A), explicit(0)],
    [policies(A)],
    [policies(A)],
    undefined,
  ],
  ['the leaf names another', [policies(A), explicit(0)], [policies(A)], [policies(B)], 'leaf'],
  ['the leaf names none', [policies(A), explicit(0)], [policies(A)], [], 'leaf'],
  ['a CA below names another', [policies(A), explicit(0)], [policies(B)], [policies(B)], 'lower'],
  [
    'it is insisted on later than the leaf',
    [policies(A), explicit(3)],
    [policies(B)],
    [policies(B)],
    undefined,
  ],
  ['the leaf itself insists', [policies(A)], [policies(B)], [policies(B), explicit(0)], 'leaf'],
  ['a CA allows any', [policies(ANY), explicit(0)], [policies(A)], [policies(A)], undefined],
  [
    'a CA allows any although it may not',
    [policies(A), explicit(0), noAny],
    [policies(ANY)],
    [policies(A)],
    'lower',
  ],
  [
    'a CA maps its policy',
    [policies(A), explicit(0), mapping(A, B)],
    [policies(B)],
    [policies(B)],
    undefined,
  ],
  [
    'a mapped policy goes by its old name',
    [policies(A), explicit(0), mapping(A, B)],
    [policies(A)],
    [policies(A)],
    'lower',
  ],
  [
    'a CA maps although it may not',
    [policies(A), explicitUnmapped],
    [policies(A), mapping(A, B)],
    [policies(B)],
    'leaf',
  ],
  ['a CA maps any', [policies(A)], [policies(A), mapping(ANY, B)], [policies(B)], 'lower'],
])('it says who refuses when %s', (...row) => {
  const [, upper, lower, leaf, refused] = row;
  expect(refusedAt(upper, lower, leaf)).toBe(refused);
});

test('it does not count a CA that certifies itself anew', () => {
  const insisting = (issuer: string) =>
    policyRefusal([
      certificate('leaf', 'upper', policies(B)),
      certificate('upper', issuer, policies(B)),
      certificate('upper', 'root', policies(A), explicit(2)),
      anchor,
    ])?.id;
  // Self-issued, it uses up none of the two certificates that may still do without.
  expect(insisting('upper')).toBe(undefined);
  expect(insisting('elsewhere')).toBe('leaf');
});

test('it judges an anchor that is itself the leaf', () => {
  expect(policyRefusal([anchor])).toBe(undefined);
});
