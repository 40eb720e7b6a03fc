import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { LAB_PKI, pkiOf } from '#content/pki/lab.ts';
import type { Pki } from '#content/pki/pki.ts';
import type { WrittenScenario } from '#content/scenario.ts';
import { keyFile } from '#content/scenarios/rolesanywhere/keyFile.ts';
import { leafOnTrial } from '#content/scenarios/rolesanywhere/leafOnTrial.ts';
import { lostMapping } from '#content/scenarios/rolesanywhere/lostMapping.ts';
import { readyNow } from '#content/subjects/all.ts';
import { signatureCommand } from '#content/trial/signatureCommand.ts';
import { promised } from '#engine/never.ts';
import { madeSignature, unsignedIn } from '#engine/rolesanywhere/request.ts';
import { isStandIn } from '#engine/rolesanywhere/standIn.ts';
import type { Trace } from '#engine/trace.ts';
import { freshLab } from '#platform/x509/freshLab.ts';
import { signSessions } from '#platform/x509/signSession.ts';
import type { FreshKeys } from '#stores/labKeys.ts';

/** Runs of the lab as a page plays them: signed, played again, and shown to the real openssl. */

const folder = mkdtempSync(join(tmpdir(), 'lab-signed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Runs commands in a shell; what they printed last. */
const shell = (command: string): string =>
  spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout;

async function signed(written: WrittenScenario, knobs: RawKnobs, fresh?: FreshKeys) {
  const pki: Pki = fresh?.pki ?? LAB_PKI;
  const scenario = readyNow(written);
  const open = scenario.play(knobs, { pki }).trace;
  const signatures = await signSessions(unsignedIn(open), pki, fresh?.keysOf);
  return { open, trace: scenario.play(knobs, { pki, signatures }).trace };
}

/** The check of the first request's signature, with what is shown beside it. */
function shownIn(trace: Trace) {
  const step = trace.steps.find(({ id }) => id.endsWith('.signature-matches'));
  if (step?.row !== 'check' || step.act.kind !== 'rolesanywhere:CreateSession') return undefined;
  const text = (kind: string) => step.artifacts.find((one) => one.kind === kind)?.text ?? '';
  const { certificate } = step.act;
  return {
    text: text('string-to-sign'),
    signature: text('signature'),
    der: step.world.x509?.certificates.find(({ id }) => id === certificate)?.der ?? '',
    result: step.check.result,
    made: madeSignature(step.world, step.act),
  };
}

test.each<[string, WrittenScenario, RawKnobs, 'pass' | 'fail']>([
  ['its own key', keyFile, {}, 'pass'],
  ['another key', keyFile, { signer: 'other' }, 'fail'],
  ['its own key, of a request that was changed', keyFile, { signer: 'changed' }, 'fail'],
  ['an RSA key', lostMapping, { machine: 'engineer' }, 'pass'],
  ['a weak RSA key', leafOnTrial, { made: 'key' }, 'pass'],
])('with %s it signs what openssl judges as the check does', async (_, story, knobs, result) => {
  const { open, trace } = await signed(story, knobs);
  const before = promised(shownIn(open), 'the signature is checked');
  const after = promised(shownIn(trace), 'the signature is checked');
  expect([before.result, isStandIn(before.signature)]).toEqual([result, true]);
  expect([after.result, isStandIn(after.signature)]).toEqual([result, false]);
  expect(after.text).toBe(before.text);
  expect(after.made).toMatchObject({ signature: after.signature, verifies: result === 'pass' });
  expect(unsignedIn(trace)).toEqual([]);
  const says = result === 'pass' ? 'Verified OK\n' : 'Verification failure\n';
  expect(hasOpenssl ? shell(signatureCommand(after)) : says).toBe(says);
});

test('it signs the same bytes every time', async () => {
  const [one, two] = await Promise.all([signed(keyFile, {}), signed(keyFile, {})]);
  expect(one.trace).toEqual(two.trace);
});

test('with new keys it plays the same steps over other bytes', async () => {
  const lab = promised(await freshLab(), 'Node.js has WebCrypto');
  const fresh = { pki: pkiOf(lab.issued), keysOf: lab.keysOf };
  const mine = await signed(keyFile, {}, fresh);
  const published = await signed(keyFile, {});
  expect(mine.trace.steps.map(({ id }) => id)).toEqual(published.trace.steps.map(({ id }) => id));
  const shown = promised(shownIn(mine.trace), 'the signature is checked');
  expect(shown.made?.verifies).toBe(true);
  expect(shown.der).not.toBe(shownIn(published.trace)?.der);
  // The keys of one lab say nothing about the certificates of the other.
  const crossed = await signSessions(unsignedIn(mine.open), fresh.pki);
  expect(crossed.map(({ result }) => result)).toEqual(['invalid']);
});
