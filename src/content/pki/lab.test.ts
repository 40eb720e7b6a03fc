import { expect, test } from 'vitest';
import { at } from '#engine/time.ts';
import { ANCHOR_RULES, END_ENTITY_RULES, IDENTITY_RULES } from '#engine/x509/endEntityRules.ts';
import { judgeCertificates } from '#engine/x509/judgeCertificates.ts';
import { judgePaths } from '#engine/x509/judgePaths.ts';
import { LAB_CERTIFICATE_NAMES, LAB_MATERIAL, labCertificate, labList } from './lab.ts';
import type { LabCertificateName, LabListName } from './lab.ts';

interface Trial {
  readonly leaf: LabCertificateName;
  readonly sent?: readonly LabCertificateName[];
  readonly anchors?: readonly LabCertificateName[];
  readonly lists?: readonly LabListName[];
  readonly at?: string;
}

/** Judges a leaf as Roles Anywhere does at noon of the day the stories play: what it is, its paths, its lists. */
function judged({ leaf, sent = ['issuing'], anchors = ['root'], lists = [], at: moment }: Trial) {
  const own = judgeCertificates(END_ENTITY_RULES, labCertificate(leaf));
  const paths = judgePaths(
    {
      leaf: labCertificate(leaf),
      sent: sent.map(labCertificate),
      anchors: anchors.map(labCertificate),
      lists: lists.map(labList),
      verified: LAB_MATERIAL.verified,
      at: at(moment ?? '2026-01-15T12:00:00Z'),
    },
    'imported',
  );
  return own.refusal?.rule ?? paths.chosen.refusal?.rule ?? 'accepted';
}

const list: readonly LabListName[] = ['issuing-list', 'root-list'];

const TRIALS: readonly (readonly [Trial, string])[] = [
  [{ leaf: 'batch' }, 'accepted'],
  [{ leaf: 'batch', lists: list }, 'accepted'],
  [{ leaf: 'batch', at: '2026-01-01T00:00:00Z' }, 'accepted'],
  [{ leaf: 'batch', at: '2025-12-31T23:59:59Z' }, 'path.validity-holds'],
  [{ leaf: 'batch', at: '2026-04-01T00:00:00Z' }, 'accepted'],
  [{ leaf: 'batch', at: '2026-04-01T00:00:01Z' }, 'path.validity-holds'],
  [{ leaf: 'batch', sent: [] }, 'path.names-chain'],
  [{ leaf: 'batch', anchors: ['other-root'] }, 'path.names-chain'],
  [{ leaf: 'batch', sent: [], anchors: ['issuing'] }, 'accepted'],
  [{ leaf: 'batch', sent: ['issuing', 'root', 'batch'] }, 'accepted'],
  [{ leaf: 'batch', sent: ['issuing-by-g2'], anchors: ['root-g2'] }, 'accepted'],
  [
    { leaf: 'batch', sent: ['issuing', 'issuing-by-g2'], anchors: ['other-root', 'root-g2'] },
    'accepted',
  ],
  [{ leaf: 'batch', anchors: ['root', 'root-g2'] }, 'accepted'],
  [{ leaf: 'batch-renewed', at: '2026-04-02T00:00:00Z' }, 'accepted'],
  [{ leaf: 'of-root', sent: [] }, 'accepted'],
  [{ leaf: 'web' }, 'accepted'],
  [{ leaf: 'menu' }, 'accepted'],
  [{ leaf: 'no-common-name' }, 'accepted'],
  [{ leaf: 'long-common-name' }, 'accepted'],
  [{ leaf: 'slash' }, 'accepted'],
  [{ leaf: 'client-auth' }, 'accepted'],
  [{ leaf: 'server-auth-only' }, 'accepted'],
  [{ leaf: 'no-basic-constraints' }, 'accepted'],
  [{ leaf: 'device', sent: ['device-ca'] }, 'accepted'],
  [{ leaf: 'device-outside', sent: ['device-ca'] }, 'path.names-permitted'],
  [{ leaf: 'short-lived', sent: ['short-lived-ca'] }, 'accepted'],
  [{ leaf: 'short-lived-next', sent: ['short-lived-ca'], at: '2026-01-20T00:00:00Z' }, 'accepted'],
  [
    { leaf: 'short-lived', sent: ['short-lived-ca'], at: '2026-01-20T00:00:00Z' },
    'path.validity-holds',
  ],
  [{ leaf: 'partner', sent: [], anchors: ['partner-root'] }, 'accepted'],
  [{ leaf: 'of-ampersand', sent: ['ampersand-ca'] }, 'accepted'],
  [{ leaf: 'expired' }, 'path.validity-holds'],
  [{ leaf: 'not-yet-valid' }, 'path.validity-holds'],
  [{ leaf: 'ca-leaf' }, 'leaf.not-a-ca'],
  [{ leaf: 'no-digital-signature' }, 'leaf.digital-signature'],
  [{ leaf: 'no-key-usage' }, 'leaf.digital-signature'],
  [{ leaf: 'sha1' }, 'leaf.hash-strong'],
  [{ leaf: 'weak-key' }, 'leaf.key-supported'],
  [{ leaf: 'unknown-critical' }, 'path.extensions-understood'],
  [{ leaf: 'version-1' }, 'leaf.version-3'],
  [{ leaf: 'no-subject' }, 'accepted'],
  [{ leaf: 'bad-signature' }, 'path.signatures-verify'],
  [{ leaf: 'impostor' }, 'path.signatures-verify'],
  [{ leaf: 'stray' }, 'path.names-chain'],
  [{ leaf: 'of-other-root', sent: [] }, 'path.names-chain'],
  [{ leaf: 'of-other-root', sent: [], anchors: ['root', 'other-root'] }, 'accepted'],
  [{ leaf: 'self-signed', sent: ['self-signed'] }, 'path.names-chain'],
  [{ leaf: 'of-expired', sent: ['issuing-expired'] }, 'path.validity-holds'],
  [{ leaf: 'of-not-ca', sent: ['issuing-not-ca'] }, 'path.issuers-are-cas'],
  [{ leaf: 'of-may-not-sign', sent: ['issuing-may-not-sign'] }, 'path.issuers-may-sign'],
  [{ leaf: 'of-too-deep', sent: ['issuing-too-deep', 'issuing'] }, 'path.length-allowed'],
  [
    { leaf: 'of-version-1', sent: ['issuing-version-1'], anchors: ['root-g2'] },
    'path.issuers-are-cas',
  ],
  [{ leaf: 'of-revoked', sent: ['issuing-revoked'] }, 'accepted'],
  [{ leaf: 'of-revoked', sent: ['issuing-revoked'], lists: list }, 'path.not-revoked'],
  [{ leaf: 'revoked' }, 'accepted'],
  [{ leaf: 'revoked', lists: list }, 'path.not-revoked'],
  [{ leaf: 'revoked', lists: ['issuing-list-before'] }, 'accepted'],
  [{ leaf: 'revoked', lists: ['issuing-list-stale'] }, 'path.not-revoked'],
  [{ leaf: 'batch', lists: ['issuing-list-next'] }, 'path.not-revoked'],
  [{ leaf: 'batch', lists: ['issuing-list-forged'] }, 'accepted'],
];

test.each(TRIALS)('it judges $leaf sent with $sent under $anchors and $lists', (trial, verdict) => {
  expect(judged(trial)).toBe(verdict);
});

test('it tries every certificate of the lab', () => {
  const tried = new Set<string>(
    TRIALS.flatMap(([{ leaf, sent = ['issuing'], anchors = ['root'] }]) => [
      leaf,
      ...sent,
      ...anchors,
    ]),
  );
  expect(LAB_CERTIFICATE_NAMES.filter((name) => !tried.has(name))).toEqual([]);
});

test('it tells a leaf without a subject', () => {
  expect(judgeCertificates(IDENTITY_RULES, labCertificate('no-subject')).refusal?.rule).toBe(
    'leaf.subject-named',
  );
  expect(judgeCertificates(IDENTITY_RULES, labCertificate('batch')).refusal).toBe(undefined);
});

test('it gives the serial numbers in the forms that AWS uses', () => {
  expect(labCertificate('no-common-name').serialNumber).toEqual({ hex: '0123', decimal: '291' });
  expect(labCertificate('batch').serialNumber.hex).toMatch(/^4[0-9a-f]{31}$/);
});

test.each<[LabCertificateName, string | undefined]>([
  ['root', undefined],
  ['issuing', undefined],
  ['batch', 'anchor.is-a-ca'],
  ['issuing-may-not-sign', 'anchor.may-sign'],
  ['issuing-version-1', 'anchor.is-a-ca'],
])('it tells whether %s may be a trust anchor', (name, rule) => {
  expect(judgeCertificates(ANCHOR_RULES, labCertificate(name)).refusal?.rule).toBe(rule);
});
