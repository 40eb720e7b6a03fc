import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Hex, stringToSign } from './stringToSign.ts';

test('it hashes UTF-8 bytes', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('é🗝')).toBe(createHash('sha256').update('é🗝').digest('hex'));
});

test('it names the algorithm given, as Roles Anywhere needs', () => {
  const parts = {
    algorithm: 'AWS4-X509-ECDSA-SHA256',
    date: '20240706T143004Z',
    scope: '20240706/us-east-2/rolesanywhere/aws4_request',
    canonicalRequest: '',
  };
  expect(stringToSign(parts).split('\n')).toEqual([
    parts.algorithm,
    parts.date,
    parts.scope,
    sha256Hex(''),
  ]);
});
