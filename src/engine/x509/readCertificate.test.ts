import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64ToBytes } from '../sigv4/base64.ts';
import { isoDate } from '../time.ts';
import { extensionOf } from './extension.ts';
import { formatKey } from './endEntityRules.ts';
import { formatName, formatNameInOrder } from './name.ts';
import { formatGeneralName } from './nameConstraints.ts';
import { readCertificate } from './readCertificate.ts';
import { readList } from './readList.ts';

/** Made with OpenSSL 3.0: three OUs, two DNS names, a URI and a directory name; an RSA key under an EC issuer. */
const LEAF =
  'MIIDUjCCAvegAwIBAgIQH3HFEUoRn8DMWlpS+zcgrTAKBggqhkjOPQQDAjA7MQswCQYDVQQGEwJVUzERMA8GA1UECgwIU2ltIENvcnAxGTAXBgNVBAMMEFNpbSBJc3N1aW5nIENBIDEwHhcNMjYwNjAxMDAwMDAwWhcNMjcwNjAxMDAwMDAwWjBtMQswCQYDVQQGEwJVUzERMA8GA1UECgwIU2ltIENvcnAxETAPBgNVBAsMCFNlY3VyaXR5MRQwEgYDVQQLDAtFbmdpbmVlcmluZzERMA8GA1UECwwIUmVzZWFyY2gxDzANBgNVBAMMBndlYi0wMTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAL2t0hHzFe09l6C3Vvx7Zh198L9/ubsBxL8yBZ8qzDGKtd+FR167L1ChfWwCAqwhJCEaSqKrANR+oKvZn7Cchkfld/XXfE6/ryeXKOpvZWo/TdiIK48egCw4xgS/zZ1vIL+MYj6LJtiJq9onO0KD8W6TXfTFf4ffHud9/JGwFZgKrPsF1jhdrskTwAuIBrEYieFfhmpH34d/Y0g2E6MxfOvSJXMsJIomNMfGoR4Ppy76+df9OpKCVuqCTriw9ZfyCSfu3vwvHURD8S41SrDIp46kEBkQsSPGP94qTSzkVJxXJcGPDixjebbncsI8ZMNmRX1ERxp26a+BGF4R8xoqbfMCAwEAAaOB3zCB3DAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDAdBgNVHQ4EFgQUmGPdCMAm+CEKwbCyVUKw9c/LAFYwHwYDVR0jBBgwFoAUPx1l+Fw+NzjNWWCXKMLKkGKYow8wfAYDVR0RBHUwc4ISd2ViLTAxLnNpbS5leGFtcGxlgg9hbHQuc2ltLmV4YW1wbGWGIHNwaWZmZTovL3NpbS5leGFtcGxlL25zL2Evc2Evd2VipCowKDERMA8GA1UECgwIU2ltIENvcnAxEzARBgNVBAMMCndlYi0wMS1kaXIwCgYIKoZIzj0EAwIDSQAwRgIhAPMI8CYtmJy0f2bHgtzvEshQ8qBLaGkatrSxiRM+opUOAiEAxjaNrbNnvYZzMjC9Jh54RRmw0/g2CB7BJLTIqm++9LE=';
const LIST =
  'MIH3MIGfAgEBMAoGCCqGSM49BAMCMDsxCzAJBgNVBAYTAlVTMREwDwYDVQQKDAhTaW0gQ29ycDEZMBcGA1UEAwwQU2ltIElzc3VpbmcgQ0EgMRcNMjYxMDAxMDAwMDAwWhcNMjYxMTAxMDAwMDAwWjAjMCECAiACFw0yNjA5MzAxMjAwMDBaMAwwCgYDVR0VBAMKAQGgDjAMMAoGA1UdFAQDAgEBMAoGCCqGSM49BAMCA0cAMEQCIGA42lfVqYYMVJPBGkmycrcihSHFyGwfXmtqR9rP1MsXAiAKJ0H+v+XlgfMjftPbHHZiRZvrA96hqFq2/kzc7/4fvQ==';

const bytes = base64ToBytes(LEAF) ?? new Uint8Array();
const listBytes = base64ToBytes(LIST) ?? new Uint8Array();

/** The facts of bytes that are known to be whole. */
function read() {
  const found = readCertificate(bytes);
  if ('fault' in found) throw new Error(found.fault.problem);
  return found.value;
}

const hexAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  Buffer.from(bytes.subarray(start, end)).toString('hex');

test('it reads what openssl prints', () => {
  const leaf = read();
  expect({
    version: leaf.version,
    serial: leaf.serialNumber,
    issuer: formatNameInOrder(leaf.issuer),
    subject: formatName(leaf.subject),
    validity: [isoDate(leaf.notBefore), isoDate(leaf.notAfter)],
    key: formatKey(leaf.publicKey),
    signature: leaf.signatureAlgorithm.name,
    names: extensionOf(leaf, 'subjectAltName')?.names.map(formatGeneralName),
    usages: extensionOf(leaf, 'keyUsage')?.usages,
    ca: extensionOf(leaf, 'basicConstraints')?.ca,
    critical: leaf.extensions.filter(({ critical }) => critical).map(({ name }) => name),
    id: leaf.id,
  }).toEqual({
    version: 3,
    serial: {
      hex: '1f71c5114a119fc0cc5a5a52fb3720ad',
      decimal: '41796794418840706582093025104159514797',
    },
    issuer: 'C = US, O = Sim Corp, CN = Sim Issuing CA 1',
    subject: 'CN=web-01,OU=Research,OU=Engineering,OU=Security,O=Sim Corp,C=US',
    validity: ['2026-06-01T00:00:00Z', '2027-06-01T00:00:00Z'],
    key: 'RSA 2048',
    signature: 'ecdsa-with-SHA256',
    names: [
      'DNS:web-01.sim.example',
      'DNS:alt.sim.example',
      'URI:spiffe://sim.example/ns/a/sa/web',
      'DirName:CN=web-01-dir,O=Sim Corp',
    ],
    usages: ['digitalSignature'],
    ca: false,
    critical: ['basicConstraints', 'keyUsage'],
    id: 'a2a1247d71bd8246c529c29bb86b47dfdfbacd081210377c91a58095ba5aedcc',
  });
});

test('it knows the bytes of each field', () => {
  const { ranges, extensions, subject } = read();
  expect(ranges.notBefore && hexAt(ranges.notBefore)).toBe('170d3236303630313030303030305a');
  expect(ranges.serialNumber && hexAt(ranges.serialNumber)).toBe(
    '02101f71c5114a119fc0cc5a5a52fb3720ad',
  );
  expect(
    extensions.slice(0, 1).map(({ range, valueRange }) => [hexAt(range), hexAt(valueRange)]),
  ).toEqual([['300c0603551d130101ff04023000', '3000']]);
  expect(subject.at(-1)?.map(({ range }) => hexAt(range))).toEqual([
    '300d06035504030c067765622d3031',
  ]);
});

test('it reads a revocation list', () => {
  const found = readList(listBytes);
  const list = 'value' in found ? found.value : undefined;
  expect(
    list?.revoked.map(({ serialNumber, revokedAt }) => [serialNumber.hex, isoDate(revokedAt)]),
  ).toEqual([['2002', '2026-09-30T12:00:00Z']]);
  expect(list?.revoked.map((entry) => extensionOf(entry, 'reasonCode')?.reason)).toEqual([
    'keyCompromise',
  ]);
  expect(list && extensionOf(list, 'cRLNumber')?.number).toBe('1');
  expect(list?.nextUpdate && isoDate(list.nextUpdate)).toBe('2026-11-01T00:00:00Z');
});

/** The leaf with one byte replaced. */
const changed = (index: number, value: number): Uint8Array => bytes.with(index, value);

test.each([
  ['nothing', new Uint8Array(), 0, 'it ends in the middle of an element'],
  ['a text', new TextEncoder().encode('hello, certificate'), 2, '85 bytes are missing'],
  ['the first half', bytes.subarray(0, 427), 4, '427 bytes are missing'],
  ['a byte too many', Uint8Array.from([...bytes, 0]), bytes.length, '1 bytes follow the end'],
  ['an indefinite length', changed(1, 0x80), 1, 'an indefinite length, which DER forbids'],
  ['a length of five bytes', changed(1, 0x85), 1, 'a length of 5 bytes'],
  ['a list', listBytes, 82, 'the validity is not where it should be'],
  ['a month without end', changed(110, 0x39), 106, 'a time that is none: 269601000000Z'],
  [
    'a serial number of another type',
    changed(13, 0x04),
    13,
    'the serial number is not where it should be',
  ],
])('it names the place where %s breaks off', (_what, input, at, problem) => {
  expect(readCertificate(input)).toEqual({ fault: { at, problem } });
});

test('it keeps a certificate whose extension breaks its syntax, and says so', () => {
  const spoilt = readCertificate(changed(559, 0x31));
  expect('value' in spoilt && spoilt.value.extensions[0]?.value).toEqual({
    kind: 'malformed',
    der: '3100',
    problem: 'at byte 559: basic constraints is not where it should be',
  });
});

test('it survives any bytes, changed or made up', () => {
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), changes), (input) => {
      const tried = Uint8Array.from(input instanceof Uint8Array ? input : bytes);
      if (!(input instanceof Uint8Array)) for (const [index, value] of input) tried[index] = value;
      for (const found of [readCertificate(tried), readList(tried)]) {
        const at = 'fault' in found ? found.fault.at : 0;
        expect(at).toBeLessThanOrEqual(tried.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('it does not lose its way in nesting without end', () => {
  const nested = new Uint8Array(900_000);
  for (let at = 0; at + 4 < nested.length; at += 4) {
    const length = nested.length - at - 5;
    nested.set([0x30, 0x83, length >> 16, (length >> 8) & 255, length & 255], at);
  }
  expect('fault' in readCertificate(nested)).toBe(true);
});
