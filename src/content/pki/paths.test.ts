import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '#engine/time.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { judgePaths } from '#engine/x509/judgePaths.ts';
import { LAB_MATERIAL, labCertificate, labList } from './lab.ts';

/** Paths through everything the lab has, and through what an attacker would send. */

const NOON = at('2026-01-15T12:00:00Z');
const { certificates } = LAB_MATERIAL;
const lists = [labList('issuing-list'), labList('root-list')];

interface Parts {
  readonly leaf: Certificate;
  readonly sent: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly verified?: typeof LAB_MATERIAL.verified;
}

const judge = (parts: Parts) =>
  judgePaths({ lists, at: NOON, verified: LAB_MATERIAL.verified, ...parts }, 'imported');

const any = fc.constantFrom(...certificates);
const some = fc.uniqueArray(any, { maxLength: 8, selector: ({ id }) => id });
const roots = fc.subarray(
  (['root', 'root-g2', 'other-root', 'partner-root', 'issuing'] as const).map(labCertificate),
);

test('it trusts only what hangs together link by link, from the leaf to an anchor', () => {
  const isVerified = (child: string | undefined, issuer: string | undefined): boolean =>
    LAB_MATERIAL.verified.some(
      (one) => one.child === child && one.issuer === issuer && one.result === 'valid',
    );
  let trusted = 0;
  fc.assert(
    fc.property(any, some, roots, (leaf, sent, anchors) => {
      const { isTrusted, chosen } = judge({ leaf, sent, anchors });
      if (!isTrusted) return;
      trusted += 1;
      expect(chosen.path[0]).toBe(leaf.id);
      expect(anchors.map(({ id }) => id)).toContain(chosen.path.at(-1));
      expect(chosen.path.slice(1).every((id, index) => isVerified(chosen.path[index], id))).toBe(
        true,
      );
    }),
    { numRuns: 600 },
  );
  expect(trusted).toBeGreaterThan(0);
});

test('it does not mind the order of what is sent, nor what else is sent', () => {
  const needed = [labCertificate('issuing'), labCertificate('device-ca')];
  fc.assert(
    fc.property(
      fc.constantFrom('batch', 'device', 'revoked', 'expired', 'impostor'),
      some,
      fc.nat(),
      (name, more, turn) => {
        const leaf = labCertificate(name);
        const anchors = [labCertificate('root')];
        const sent = [...needed, ...more].toSorted((a, b) =>
          `${turn}${a.id}`.slice(turn % 9) < `${turn}${b.id}`.slice(turn % 9) ? -1 : 1,
        );
        expect(judge({ leaf, sent, anchors }).isTrusted).toBe(
          judge({ leaf, sent: needed, anchors }).isTrusted,
        );
      },
    ),
    { numRuns: 200 },
  );
});

/** A CA that does not exist, between two names. */
const invented = (id: string, subject: Certificate, issuer: Certificate): Certificate => ({
  ...labCertificate('issuing'),
  id,
  subject: subject.subject,
  issuer: issuer.subject,
});

test('it walks out of loops', () => {
  const [one, other] = [labCertificate('issuing'), labCertificate('device-ca')];
  const sent = [invented('a', one, other), invented('b', other, one), invented('c', one, one)];
  const { candidates, isTrusted } = judge({ leaf: labCertificate('batch'), sent, anchors: [] });
  expect(isTrusted).toBe(false);
  expect(candidates.every(({ path }) => new Set(path).size === path.length)).toBe(true);
});

test('it finds the good path among more bad ones than it walks', () => {
  const issuing = labCertificate('issuing');
  const crowd = Array.from({ length: 200 }, (_, index) => invented(`${index}`, issuing, issuing));
  const anchors = [labCertificate('root')];
  const leaf = labCertificate('batch');
  const found = judge({ leaf, sent: [...crowd, issuing], anchors });
  expect([found.isTrusted, found.isCutShort, found.candidates.length]).toEqual([true, true, 16]);
  expect(judge({ leaf, sent: crowd, anchors }).isTrusted).toBe(false);
});

test('it refuses a path of more than ten certificates', () => {
  const named = (index: number): Certificate => ({
    ...labCertificate('issuing'),
    id: `step ${index}`,
    subject: [
      [
        {
          oid: '2.5.4.3',
          short: 'CN',
          value: `step ${index}`,
          type: 'UTF8String',
          range: { start: 0, end: 0 },
        },
      ],
    ],
  });
  const steps = Array.from({ length: 12 }, (_, index) => ({
    ...named(index),
    issuer: named(index + 1).subject,
  }));
  const leaf = { ...labCertificate('batch'), issuer: named(0).subject };
  const { chosen } = judge({ leaf, sent: steps, anchors: [] });
  expect([chosen.path.length, chosen.end, chosen.refusal?.rule]).toEqual([
    10,
    'too long',
    'path.names-chain',
  ]);
});
