import { expect, test } from 'vitest';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import { promised } from '#engine/never.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { fixedKeys, steadyCrypto } from './labKeys.ts';
import { PUBLISHED } from './published.setup.ts';
import { signText } from './sign.ts';
import { verifyText } from './verify.ts';

/** The certificate of a vector. */
function certificateOf(der: string) {
  const read = readCertificate(promised(base64ToBytes(der), 'vectors hold base64'));
  if ('fault' in read) throw new Error(read.fault.problem);
  return read.value;
}

test.each(PUBLISHED)('it verifies the CreateSession signature $id', async (row) => {
  const certificate = certificateOf(row.certificate);
  expect(certificate.serialNumber.decimal).toBe(row.serial);
  expect(await verifyText(certificate, row.stringToSign, row.signature)).toEqual({
    certificate: certificate.id,
    text: sha256Hex(row.stringToSign),
    signature: row.signature,
    result: 'valid',
  });
});

test.each(PUBLISHED)(
  'it refuses $id when text, signature or certificate is another',
  async (row) => {
    const certificate = certificateOf(row.certificate);
    const other = PUBLISHED.find(({ certificate: der }) => der !== row.certificate);
    const results = await Promise.all([
      verifyText(certificate, row.stringToSign.replace('2', '3'), row.signature),
      verifyText(
        certificate,
        row.stringToSign,
        row.signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      verifyText(certificate, row.stringToSign, ''),
      verifyText(certificateOf(other?.certificate ?? ''), row.stringToSign, row.signature),
    ]);
    expect(results.map(({ result }) => result)).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
    ]);
  },
);

test.each(['ec:batch', 'rsa:host'] as const)(
  'it signs with %s the same bytes every time',
  async (spec) => {
    const keys = await fixedKeys(crypto.subtle)(spec);
    const steady = steadyCrypto(crypto);
    const [first, second, other] = await Promise.all(
      ['text', 'text', 'another'].map(async (text) => signText(keys, text, steady)),
    );
    expect(first).toBe(second);
    expect(other).not.toBe(first);
  },
);
