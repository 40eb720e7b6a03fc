import { expect, test } from 'vitest';
import { at } from '../time.ts';
import { base64Decode } from './base64.ts';
import { signPolicy } from './signPolicy.ts';

const INPUT = {
  policy: '{"expiration":"2026-01-15T13:00:00Z","conditions":[["starts-with","$key","Ü/"]]}',
  signer: { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
  region: 'eu-west-1',
  date: at('2026-01-15T12:00:00Z'),
};

test('it fills the fields of the form', () => {
  const { stringToSign, signature, fields } = signPolicy(INPUT);
  expect(fields).toEqual([
    ['policy', stringToSign],
    ['x-amz-algorithm', 'AWS4-HMAC-SHA256'],
    ['x-amz-credential', 'ASIAEXAMPLE/20260115/eu-west-1/s3/aws4_request'],
    ['x-amz-date', '20260115T120000Z'],
    ['x-amz-security-token', 'token'],
    ['x-amz-signature', signature],
  ]);
  expect(base64Decode(stringToSign)).toBe(INPUT.policy);
});

test('it has no token field for a long-term key', () => {
  const signer = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  const names = signPolicy({ ...INPUT, signer }).fields.map(([name]) => name);
  expect(names).not.toContain('x-amz-security-token');
});

test('it signs every character of the policy', () => {
  const changed = signPolicy({ ...INPUT, policy: `${INPUT.policy} ` });
  expect(changed.signature).not.toBe(signPolicy(INPUT).signature);
});
