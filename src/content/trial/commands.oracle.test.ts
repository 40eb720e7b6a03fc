import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';
import type { Certificate, CertificateList } from '#engine/x509/certificate.ts';
import { tryChain } from '#engine/x509/trial.ts';
import type { Trial } from '#engine/x509/trial.ts';

import { LAB_MATERIAL, labCertificate, labList } from '../pki/lab.ts';
import { questionFor } from './choose.ts';
import {
  bytesCommand,
  fieldCommand,
  fileOf,
  LISTS_FILE,
  verifyCommand,
  wholeCommand,
} from './commands.ts';
import { EXAMPLE_MOMENT, TRIAL_EXAMPLES } from './examples.ts';
import { fieldRows } from './fields.ts';

/** The commands under “Reproduce”, run by the real openssl. Where a machine has none, nothing can be said. */

const folder = mkdtempSync(join(tmpdir(), 'trial-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string) {
  const [program = '', ...args] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  return { isGood: status === 0, text: `${stdout}${stderr}` };
}

const hasOpenssl = run('openssl version').text.startsWith('OpenSSL');

const pem = (label: string, der: string): string =>
  `-----BEGIN ${label}-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END ${label}-----\n`;

const write = (name: string, certificates: readonly Certificate[]): void =>
  writeFileSync(
    join(folder, name),
    certificates.map(({ der }) => pem('CERTIFICATE', der)).join(''),
  );

function save(trial: Trial): void {
  const { leaf, sent, anchors, lists } = trial.question;
  write('leaf.pem', [leaf]);
  for (const one of sent) write(fileOf(trial, one), [one]);
  write('anchor.pem', anchors);
  const written = lists.map(({ der }: CertificateList) => pem('X509 CRL', der)).join('');
  writeFileSync(join(folder, LISTS_FILE), written);
}

/** What openssl does not ask for: AWS does. */
const OURS = ['leaf.'];

test.runIf(hasOpenssl)(
  'openssl verifies what the path is trusted for, and refuses the rest',
  () => {
    const { verified } = LAB_MATERIAL;
    for (const { id, certificates, lists = [] } of TRIAL_EXAMPLES) {
      const material = {
        certificates: certificates.map(labCertificate),
        lists: lists.map(labList),
        verified,
      };
      const question = questionFor(material, { at: at(EXAMPLE_MOMENT), isListed: true });
      const trial = tryChain(promised(question, 'there is a certificate'));
      save(trial);
      const isRefused = trial.checks.some(
        ({ rule, result }) =>
          result === 'fail' &&
          (rule === 'leaf.valid-now' || !OURS.some((start) => rule.startsWith(start))),
      );
      expect([id, run(verifyCommand(trial)).isGood]).toEqual([id, !isRefused]);
    }
  },
);

test.runIf(hasOpenssl)('openssl prints each field, and its bytes from where they lie', () => {
  for (const name of ['web', 'device-ca', 'no-common-name'] as const) {
    const certificate = labCertificate(name);
    write('leaf.pem', [certificate]);
    for (const row of fieldRows(certificate)) {
      const extension = certificate.extensions.find(({ oid }) => oid === row.oid);
      const shown = run(fieldCommand('leaf.pem', row, extension?.name));
      expect([row.name, shown.isGood]).toEqual([row.name, true]);
      expect(shown.text).not.toContain('No extensions matches');
      expect([row.name, run(bytesCommand('leaf.pem', row)).isGood]).toEqual([row.name, true]);
    }
    expect(run(wholeCommand('leaf.pem')).text).toContain('Certificate:');
  }
});
