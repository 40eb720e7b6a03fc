import { expect, test } from 'vitest';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import { promised } from '#engine/never.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import published from './createSession.vectors.json' with { type: 'json' };
import { verifyText } from './verify.ts';

/** The certificate of a vector. */
function certificateOf(der: string) {
  const read = readCertificate(promised(base64ToBytes(der), 'vectors hold base64'));
  if ('fault' in read) throw new Error(read.fault.problem);
  return read.value;
}

test.each(published)('it verifies the CreateSession signature $id', async (row) => {
  const certificate = certificateOf(row.certificate);
  expect(certificate.serialNumber.decimal).toBe(row.serial);
  expect(await verifyText(certificate, row.stringToSign, row.signature)).toEqual({
    certificate: certificate.id,
    text: sha256Hex(row.stringToSign),
    signature: row.signature,
    result: 'valid',
  });
});

test.each(published)(
  'it refuses $id when text, signature or certificate is another',
  async (row) => {
    const certificate = certificateOf(row.certificate);
    const other = published.find(({ certificate: der }) => der !== row.certificate);
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
