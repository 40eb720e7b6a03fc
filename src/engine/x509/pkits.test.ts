import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { base64ToBytes } from '../sigv4/base64.ts';
import { promised } from '../never.ts';
import { at } from '../time.ts';
import type { Certificate, CertificateList, Hash, VerifiedSignature } from './certificate.ts';
import { isSameName } from './compareName.ts';
import { END_ENTITY_RULES, IDENTITY_RULES } from './endEntityRules.ts';
import { judgeCertificates } from './judgeCertificates.ts';
import { judgePaths } from './judgePaths.ts';
import { readCertificate } from './readCertificate.ts';
import { readList } from './readList.ts';
import { publicKeyBytes, signedBytes } from './signedBytes.ts';

/** Path validation beside NIST's PKITS and Go's crypto/x509, whose verdicts nobody here wrote. */

interface Case {
  readonly id: string;
  readonly tier: 'core' | 'crl' | 'crl-self-issued' | 'name-constraints' | 'crl-extended' | 'dsa';
  readonly leaf: string;
  readonly intermediates: readonly string[];
  readonly anchors: readonly string[];
  readonly crls: readonly string[];
  readonly requireCrl: boolean;
  readonly at: string;
  readonly expected: 'accept' | 'reject';
  readonly rolesAnywhere: 'accept' | 'reject';
}

interface Vectors {
  readonly cases: readonly Case[];
  readonly pool: Readonly<Record<string, string>>;
}

// The file is ours; its shape is the interface above.
const { cases, pool } = JSON.parse(
  readFileSync(new URL('pkits.vectors.json', import.meta.url), 'utf8'),
) as Vectors;

const bytesOf = (id: string): Uint8Array => base64ToBytes(pool[id] ?? '') ?? new Uint8Array();

/** Reads each entry of the pool once. */
const certificates = new Map<string, Certificate>();
const lists = new Map<string, CertificateList>();
for (const id of Object.keys(pool)) {
  const [certificate, list] = [readCertificate(bytesOf(id)), readList(bytesOf(id))];
  if ('value' in certificate) certificates.set(id, certificate.value);
  if ('value' in list) lists.set(id, list.value);
}

const certificateOf = (id: string) => promised(certificates.get(id), `${id} is a certificate`);
const listOf = (id: string) => promised(lists.get(id), `${id} is a list`);

const HASHES: Partial<Record<Hash, string>> = {
  'SHA-1': 'sha1',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Verifies a signature with node:crypto, whose library shares nothing with the code under test. */
function verifiedBy(child: Certificate | CertificateList, issuer: Certificate): VerifiedSignature {
  const hash = HASHES[child.signatureAlgorithm.hash ?? 'MD2'];
  const names = { child: child.id, issuer: issuer.id };
  if (!hash || issuer.publicKey.kind === 'dsa') return { ...names, result: 'unsupported' };
  const { tbs, signature } = signedBytes(child);
  const key = Buffer.from(publicKeyBytes(issuer));
  const isValid = verify(
    hash,
    tbs,
    createPublicKey({ key, format: 'der', type: 'spki' }),
    signature,
  );
  return { ...names, result: isValid ? 'valid' : 'invalid' };
}

/** The question a case asks, with every signature that names allow verified. */
function questionOf(one: Case) {
  const leaf = certificateOf(one.leaf);
  const sent = one.intermediates.map(certificateOf);
  const anchors = one.anchors.map(certificateOf);
  const lists = one.crls.map(listOf);
  const signers = [...sent, ...anchors];
  const verified = [leaf, ...sent, ...lists].flatMap((child) =>
    signers
      .filter(({ subject }) => isSameName(subject, child.issuer))
      .map((issuer) => verifiedBy(child, issuer)),
  );
  return { leaf, sent, anchors, lists, verified, at: at(one.at.replace('.000Z', 'Z')) };
}

const verdictOf = (isAccepted: boolean) => (isAccepted ? 'accept' : 'reject');

/** Delta and indirect lists, distribution points, lists for some reasons (sections 4.14 and 4.15), and DSA. */
const isOut = ({ tier }: Case): boolean => tier === 'crl-extended' || tier === 'dsa';
const inside = cases.filter((one) => !isOut(one));
const outside = cases.filter(isOut);

test('it reads every certificate and list', () => {
  expect([certificates.size, lists.size]).toEqual([295, 99]);
});

test('it leaves out what AWS has no use for, by count', () => {
  expect([inside.length, outside.length]).toEqual([131, 48]);
});

test.each(inside)('it judges $id as its authors do', (one) => {
  const question = questionOf(one);
  const judged = judgePaths(question, one.requireCrl ? 'required' : 'off');
  const leaf = judgeCertificates(END_ENTITY_RULES, question.leaf);
  expect({
    expected: verdictOf(judged.isTrusted),
    rolesAnywhere: verdictOf(judged.isTrusted && !leaf.refusal),
  }).toEqual({ expected: one.expected, rolesAnywhere: one.rolesAnywhere });
});

test.each(outside)('it never accepts $id where its authors refuse', (one) => {
  const question = questionOf(one);
  const { isTrusted } = judgePaths(question, one.requireCrl ? 'required' : 'off');
  expect(isTrusted && one.expected === 'reject').toBe(false);
});

test('it names the one leaf without a subject, which gives a session no identity', () => {
  const nameless = inside.filter(
    ({ leaf }) => judgeCertificates(IDENTITY_RULES, certificateOf(leaf)).refusal,
  );
  expect(nameless.map(({ id }) => id)).toEqual(['pkits/4.13.14/ValidDNnameConstraintsTest14EE']);
});

interface PolicyVectors {
  readonly anchor: string;
  readonly authorities: Readonly<Record<string, string>>;
  readonly leaves: Readonly<Record<string, string>>;
}

// The file is ours; its shape is the interface above.
const policyVectors = JSON.parse(
  readFileSync(new URL('pkitsPolicies.vectors.json', import.meta.url), 'utf8'),
) as PolicyVectors;

const read = (der: string): Certificate => {
  const found = readCertificate(base64ToBytes(der) ?? new Uint8Array());
  return promised('value' in found ? found.value : undefined, 'NIST writes DER');
};

const policyAnchor = read(policyVectors.anchor);
const authorities = Object.values(policyVectors.authorities).map(read);
const signers = [...authorities, policyAnchor];

/** What every signer of its issuer's name says about a certificate. */
const verifiedByAll = (child: Certificate) =>
  signers
    .filter(({ subject }) => isSameName(subject, child.issuer))
    .map((issuer) => verifiedBy(child, issuer));

const verifiedAuthorities = authorities.flatMap(verifiedByAll);

test.each(Object.entries(policyVectors.leaves))(
  'it finds among all authorities at once that %s, by its policies',
  (name, der) => {
    const leaf = read(der);
    const verified = [...verifiedByAll(leaf), ...verifiedAuthorities];
    const judged = judgePaths(
      {
        leaf,
        sent: authorities,
        anchors: [policyAnchor],
        lists: [],
        verified,
        at: at('2020-01-01T00:00:00Z'),
      },
      'off',
    );
    expect(judged.isTrusted).toBe(name.startsWith('Valid'));
    expect(judged.chosen.refusal?.rule ?? 'path.policies-valid').toBe('path.policies-valid');
  },
);
