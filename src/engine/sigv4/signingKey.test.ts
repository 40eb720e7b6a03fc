import { expect, test } from 'vitest';
import { keptKey, signingKey } from './signingKey.ts';

const SCOPE = { day: '20260115', region: 'us-east-1', service: 's3', terminal: 'aws4_request' };

test('it derives another key for another terminal', () => {
  const key = signingKey('secret', SCOPE);
  const other = signingKey('secret', { ...SCOPE, terminal: 'aws5_request' });
  expect(other.kService).toBe(key.kService);
  expect(other.kSigning).not.toBe(key.kSigning);
});

test('a kept key is the one of its secret and its whole scope', () => {
  const scopes = [SCOPE, ...Object.keys(SCOPE).map((part) => ({ ...SCOPE, [part]: 'other' }))];
  for (const scope of [...scopes, ...scopes]) {
    for (const secret of ['secret', 'other']) {
      expect(keptKey(secret, scope)).toEqual(signingKey(secret, scope));
    }
  }
});
