import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { base64Decode } from '../sigv4/base64.ts';
import type { Signer } from '../sigv4/signer.ts';
import { at, minutes } from '../time.ts';
import { postForm } from './postForm.ts';
import type { PostCondition, PostFormInput } from './postForm.ts';

const SIGNER: Signer = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'EXAMPLE',
  sessionToken: 't',
};
const FORM: PostFormInput = {
  bucket: 'uploads',
  key: 'photos/${filename}',
  region: 'eu-west-1',
  date: at('2026-01-15T12:00:00Z'),
  expires: minutes(15),
  signer: SIGNER,
  fields: [['acl', 'private']],
  conditions: [
    ['content-length-range', 1, 1_048_576],
    ['starts-with', '$Content-Type', 'image/'],
  ],
};

test('it writes the policy that S3 asks for', () => {
  expect(JSON.parse(postForm(FORM).policy)).toEqual({
    expiration: '2026-01-15T12:15:00Z',
    conditions: [
      { bucket: 'uploads' },
      ['starts-with', '$key', 'photos/'],
      { acl: 'private' },
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': 'ASIAEXAMPLE/20260115/eu-west-1/s3/aws4_request' },
      { 'x-amz-date': '20260115T120000Z' },
      { 'x-amz-security-token': 't' },
      ['content-length-range', 1, 1_048_576],
      ['starts-with', '$Content-Type', 'image/'],
    ],
  });
});

test('it fixes a key without ${filename}, and has no token for a long-term key', () => {
  const signer = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'EXAMPLE' };
  const { policy, fields } = postForm({ ...FORM, key: 'a.png', signer });
  expect(policy).toContain('{"key":"a.png"}');
  expect(fields.map(([name]) => name)).not.toContain('x-amz-security-token');
});

/** The HMACs of the key ladder and of the policy, by Node. */
const signatureOf = (policy: string, { signer, region }: PostFormInput): string => {
  const mac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const key = ['20260115', region, 's3', 'aws4_request'].reduce<string | Buffer>(
    mac,
    `AWS4${signer.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(policy).digest('hex');
};

test('every field it sends is covered by a condition and by the signature', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, text, text, (key, value, secretAccessKey) => {
      const form = { ...FORM, key, fields: [['acl', value]] as const };
      const input = { ...form, signer: { ...SIGNER, secretAccessKey } };
      const { policy, fields } = postForm(input);
      const sent = new Map(fields);
      const { conditions } = JSON.parse(policy) as { conditions: readonly PostCondition[] };
      const covered = conditions.flatMap((one) =>
        Array.isArray(one) ? [String(one[1]).slice(1)] : Object.keys(one),
      );
      const open = [...sent.keys()].filter((name) => !covered.includes(name));
      expect(open).toEqual(['policy', 'x-amz-signature']);
      expect(base64Decode(sent.get('policy') ?? '')).toBe(policy);
      expect(sent.get('x-amz-signature')).toBe(signatureOf(sent.get('policy') ?? '', input));
    }),
  );
});
