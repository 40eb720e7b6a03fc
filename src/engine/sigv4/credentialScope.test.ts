import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCredential, formatScope, parseCredential } from './credentialScope.ts';

const example = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

test('it reads the five parts', () => {
  expect(parseCredential(example)).toEqual({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    day: '20130524',
    region: 'us-east-1',
    service: 's3',
    terminal: 'aws4_request',
  });
});

test.each(['', 'AKIA', 'a/b/c/d', 'a/b/c/d/e/f', `${example}/`, example.replaceAll('/', '%2F')])(
  'it refuses %j',
  (text) => {
    expect(parseCredential(text)).toBeUndefined();
  },
);

test('it reads back what it wrote, for any five parts', () => {
  const part = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('/', ''));
  fc.assert(
    fc.property(fc.array(part, { minLength: 5, maxLength: 5 }), (parts) => {
      const scope = parseCredential(parts.join('/'));
      expect(scope && formatCredential(scope)).toBe(parts.join('/'));
      expect(scope && formatScope(scope)).toBe(parts.slice(1).join('/'));
    }),
  );
});
