import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RSA_KEYS } from './rsaKeys.ts';
import { BLOCK_LIMIT, PASTE_LIMIT, readPaste } from './paste.ts';
import { formatPem, pemOf } from './pem.ts';
import { PUBLISHED } from './published.setup.ts';

const [first, second] = PUBLISHED;
const der = first?.certificate ?? '';
const pem = formatPem('CERTIFICATE', der);
const other = formatPem('CERTIFICATE', second?.certificate ?? '');
const bytes = Uint8Array.from(Buffer.from(der, 'base64'));

/** How many certificates were read, and what went wrong where. */
function outline(input: string | Uint8Array) {
  const paste = readPaste(input);
  if (paste.kind === 'private-key') return 'private key';
  const { certificates, lists, problems } = paste;
  return [
    certificates.length,
    lists.length,
    ...problems.map(
      ({ kind, place }) =>
        `${kind} ${place.kind === 'line' ? `line ${place.line}` : `byte ${place.byte}`}`,
    ),
  ];
}

test.each<[string, string | Uint8Array, readonly (number | string)[]]>([
  ['one block of PEM', pem, [1, 0]],
  ['a chain with words around it', `subject=CN = a\n${pem}\nissuer=b\n${other}`, [2, 0]],
  ['line ends of Windows', pem.replaceAll('\n', '\r\n'), [1, 0]],
  ['indented lines', pem.replaceAll('\n', '\n   '), [1, 0]],
  ['base64 alone', der, [1, 0]],
  ['a DER file', bytes, [1, 0]],
  ['a file of two DERs', Uint8Array.from([...bytes, ...bytes]), [2, 0]],
  ['a PEM file', new TextEncoder().encode(pem), [1, 0]],
  ['nothing', '', [0, 0, 'empty byte 0']],
  ['blanks', ' \n ', [0, 0, 'empty byte 0']],
  ['commas', ',,', [0, 0, 'unknown byte 0']],
  ['words', 'please let me in', [0, 0, 'unknown byte 0']],
  ['a block without an end', pem.replace(/-----END.*/, ''), [0, 0, 'no-end line 1']],
  ['a block that is no base64', pem.replace('MII', 'M*I'), [0, 0, 'not-base64 line 1']],
  [
    'half a certificate',
    `${other}${formatPem('CERTIFICATE', der.slice(0, 400))}`,
    [1, 0, `not-der line ${other.split('\n').length}`],
  ],
  ['lines that a mail quotes', pem.replaceAll(/^/gm, '> '), [1, 0]],
  ['what the AWS CLI prints', JSON.stringify({ Certificate: pem, Chain: other }), [2, 0]],
  [
    'a fault in what the AWS CLI prints, on the line where it stands there',
    JSON.stringify({ Certificate: pem, Chain: other.replace('MII', 'M*I') }, undefined, 2),
    [1, 0, 'not-base64 line 3'],
  ],
  ['the headers of a request', `X-Amz-X509: ${der}\nX-Amz-X509-Chain: ${der},${der}`, [3, 0]],
  ['a PEM file of Windows', Uint8Array.from(Buffer.from(`\uFEFF${pem}`, 'utf16le')), [1, 0]],
  [
    'what is behind a DER',
    Uint8Array.from([...bytes, 0, 0, 0, 0]),
    [1, 0, `not-der byte ${bytes.length}`],
  ],
  [
    'a request in DER',
    Uint8Array.of(48, 12, 48, 8, 2, 0, 48, 0, 48, 0, 160, 0, 48, 0),
    [0, 0, 'request byte 0'],
  ],
  ['a PKCS#7 container in DER', Uint8Array.of(48, 3, 6, 1, 42), [0, 0, 'container byte 0']],
  ['half a DER file', bytes.subarray(0, 100), [0, 0, 'not-der byte 4']],
  ['a request', formatPem('CERTIFICATE REQUEST', der), [0, 0, 'request line 1']],
  ['a PKCS#7 container', pem.replaceAll('CERTIFICATE', 'PKCS7'), [0, 0, 'container line 1']],
  ['a public key', pem.replaceAll('CERTIFICATE', 'PUBLIC KEY'), [0, 0, 'other-kind line 1']],
  ['more than can be meant', 'x'.repeat(PASTE_LIMIT + 1), [0, 0, 'too-large byte 0']],
  ['one block more than is read', pem.repeat(BLOCK_LIMIT + 1), [BLOCK_LIMIT, 0, 'too-many line 0']],
])('it reads %s', (_what, input, expected) => {
  expect(outline(input)).toEqual(expected);
});

const PKCS8 = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g';

test.each([
  ['PKCS#8 in PEM', formatPem('PRIVATE KEY', PKCS8)],
  [
    'a key behind a certificate',
    `${pem}-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----`,
  ],
  ['an encrypted key', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA'],
  ['a key in a TPM', '-----BEGIN TSS2 PRIVATE KEY-----\nAAAA'],
  ['a key of OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA'],
  ['a broken header', 'BEGIN RSA PRIVATE KEY\nAAAA'],
  ['a key under a wrong label', formatPem('CERTIFICATE', PKCS8)],
  ['base64 of PKCS#8', PKCS8],
  ['DER of PKCS#8', Uint8Array.from(Buffer.from(PKCS8, 'base64'))],
  ['a JSON Web Key', JSON.stringify(RSA_KEYS.weak)],
  [
    'a key in a file of Windows',
    Uint8Array.from(Buffer.from(`\uFEFF${formatPem('PRIVATE KEY', PKCS8)}`, 'utf16le')),
  ],
  [
    'a key in UTF-16 without a mark',
    Uint8Array.from(Buffer.from(formatPem('PRIVATE KEY', PKCS8), 'utf16le')),
  ],
  ['a key that mail quotes', formatPem('CERTIFICATE', PKCS8).replaceAll(/^/gm, '> ')],
  ['a key behind a certificate in base64', `${der},${PKCS8}`],
  ['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa'],
])('it refuses %s and keeps nothing of it', (_what, input) => {
  const paste = readPaste(input);
  expect(Object.keys(paste).toSorted()).toEqual(['kind', 'place']);
  expect(paste.kind).toBe('private-key');
});

test('it writes what it read', () => {
  const paste = readPaste(pem);
  expect(paste.kind === 'read' && paste.certificates.map(pemOf).join('')).toBe(pem);
});

test('it survives a megabyte of anything', () => {
  const hostile = [
    '-----BEGIN CERTIFICATE-----\n'.repeat(30_000),
    pem.slice(0, 60).repeat(10_000),
    `-----BEGIN ${'A'.repeat(900_000)}`,
    'A'.repeat(PASTE_LIMIT),
    new Uint8Array(PASTE_LIMIT).fill(0x30),
    Uint8Array.from({ length: 1_000_000 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x00)),
  ];
  expect(hostile.map(outline).every((found) => found !== 'private key' && found.length > 2)).toBe(
    true,
  );
});

test('it survives any text and any bytes', () => {
  const input = fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(pem, bytes),
  );
  fc.assert(
    fc.property(input, fc.nat(400), (whole, cut) => {
      expect(['read', 'private-key']).toContain(readPaste(whole.slice(0, cut)).kind);
    }),
    { numRuns: 300 },
  );
});
