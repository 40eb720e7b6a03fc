import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import { promised } from '#engine/never.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { issueLab } from './lab.ts';
import type { IssuedLab } from './lab.ts';
import { freshKeys } from './freshKeys.ts';
import { fixedKeys } from './labKeys.ts';
import { verifyText } from './verify.ts';
import { formatPem } from './pem.ts';
import { requestPem } from './requestPem.ts';
import { privateKeyPem, signText } from './sign.ts';

/** What is offered for download, beside the real openssl. Where a machine has none, nothing can be said. */

const folder = mkdtempSync(join(tmpdir(), 'lab-pki-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs openssl in the folder of the files; what it printed, and whether it agreed. */
function openssl(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  return { isGood: status === 0, text: `${stdout}${stderr}` };
}

const hasOpenssl = openssl('version').text.startsWith('OpenSSL');

/** Writes a file of the folder. */
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** Writes every certificate and list as a PEM file of its name. */
function save({ certificates, lists }: IssuedLab): void {
  for (const [name, der] of Object.entries(certificates)) {
    write(`${name}.pem`, formatPem('CERTIFICATE', der));
  }
  for (const [name, der] of Object.entries(lists)) write(`${name}.crl`, formatPem('X509 CRL', der));
}

// The file is ours; the test beside it compares it with what is issued.
const lab = JSON.parse(
  readFileSync(new URL('../../content/pki/lab.json', import.meta.url), 'utf8'),
) as IssuedLab;
beforeAll(() => save(lab));

/** Verifies at 2026-01-15T12:00:00Z, the noon at which the stories play. */
const VERIFY = ['verify', '-attime', '1768478400', '-no-CApath', '-no-CAfile'];
const TRUST = ['-trusted', 'root.pem', '-untrusted', 'issuing.pem'];

test.runIf(hasOpenssl)('it writes certificates and lists that openssl reads', () => {
  const ders = Object.values(lab.certificates);
  write('bundle.pem', ders.map((der) => formatPem('CERTIFICATE', der)).join(''));
  openssl('crl2pkcs7', '-nocrl', '-certfile', 'bundle.pem', '-out', 'bundle.p7b');
  const { text } = openssl('pkcs7', '-in', 'bundle.p7b', '-print_certs', '-noout');
  expect(text.match(/^issuer/gm)).toHaveLength(ders.length);
  expect(openssl('x509', '-in', 'web.pem', '-noout', '-text').text).toContain(
    'DNS:web-01.sim.example, DNS:alt.sim.example, URI:spiffe://sim.example/ns/a/sa/web, DirName:',
  );
  const unread = Object.keys(lab.lists).filter(
    (name) => !openssl('crl', '-in', `${name}.crl`, '-noout', '-text').isGood,
  );
  expect(unread).toEqual([]);
});

test.runIf(hasOpenssl).each([
  ['batch', 'issuing', 'root', ''],
  ['web', 'issuing', 'root', ''],
  ['batch', 'issuing-by-g2', 'root-g2', ''],
  ['device', 'device-ca', 'root', ''],
  ['of-root', 'issuing', 'root', ''],
  ['batch', 'root', 'root', 'unable to get local issuer certificate'],
  ['expired', 'issuing', 'root', 'certificate has expired'],
  ['not-yet-valid', 'issuing', 'root', 'certificate is not yet valid'],
  ['bad-signature', 'issuing', 'root', 'certificate signature failure'],
  ['impostor', 'issuing', 'root', 'certificate signature failure'],
  ['unknown-critical', 'issuing', 'root', 'unhandled critical extension'],
  ['device-outside', 'device-ca', 'root', 'permitted subtree violation'],
  ['of-not-ca', 'issuing-not-ca', 'root', 'invalid CA certificate'],
  ['self-signed', 'issuing', 'root', 'self-signed certificate'],
])('it agrees with openssl on %s sent with %s under %s', (leaf, sent, anchor, fault) => {
  const trust = ['-partial_chain', '-trusted', `${anchor}.pem`, '-untrusted', `${sent}.pem`];
  const { isGood, text } = openssl(...VERIFY, ...trust, `${leaf}.pem`);
  expect(isGood).toBe(fault === '');
  expect(text).toContain(fault);
});

test.runIf(hasOpenssl)('it writes lists by which openssl revokes', () => {
  const lists = ['-crl_check', '-CRLfile', 'issuing-list.crl'];
  const check = (leaf: string) => openssl(...VERIFY, ...lists, ...TRUST, `${leaf}.pem`);
  expect(check('revoked').text).toContain('certificate revoked');
  expect(check('batch').isGood).toBe(true);
  expect(
    openssl('crl', '-in', 'issuing-list.crl', '-noout', '-CAfile', 'issuing.pem').text,
  ).toContain('verify OK');
});

test.runIf(hasOpenssl)('it requests certificates with a signature of their own key', async () => {
  write('batch.csr', promised(await requestPem('batch'), 'batch is a certificate of the lab'));
  const { isGood, text } = openssl('req', '-in', 'batch.csr', '-noout', '-verify', '-subject');
  expect(isGood).toBe(true);
  expect(text).toMatch(/O ?= ?Sim Corp, ?OU ?= ?Batch, ?CN ?= ?batch-07/);
});

test.runIf(hasOpenssl)('it issues the same lab with fresh keys', async () => {
  const fresh = await issueLab(freshKeys(crypto.subtle, fixedKeys(crypto.subtle)), crypto);
  expect(fresh.certificates['batch']).not.toBe(lab.certificates['batch']);
  expect(fresh.verified).toEqual(lab.verified);
  save(fresh);
  const { text } = openssl(...VERIFY, ...TRUST, 'batch.pem');
  save(lab);
  expect(text).toContain('batch.pem: OK');
});

test.runIf(hasOpenssl).each([
  ['batch', 'ec:batch'],
  ['web', 'rsa:host'],
] as const)(
  'it signs with the key of %s what openssl and the browser verify',
  async (name, spec) => {
    const keys = await fixedKeys(crypto.subtle)(spec);
    const text = 'AWS4-X509-ECDSA-SHA256\n20260115T120000Z\nscope\nhash';
    const signature = await signText(keys, text, crypto);
    write('text', text);
    write('key.pem', await privateKeyPem(keys, crypto));
    writeFileSync(join(folder, 'text.sig'), Buffer.from(signature, 'hex'));
    openssl('pkey', '-in', 'key.pem', '-pubout', '-out', 'key.pub');
    expect(
      openssl('dgst', '-sha256', '-verify', 'key.pub', '-signature', 'text.sig', 'text').text,
    ).toBe('Verified OK\n');
    const read = readCertificate(promised(base64ToBytes(lab.certificates[name] ?? ''), 'base64'));
    const certificate = promised('value' in read ? read.value : undefined, 'the lab can be read');
    expect((await verifyText(certificate, text, signature)).result).toBe('valid');
  },
);
