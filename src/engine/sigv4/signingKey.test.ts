import { expect, test } from 'vitest';
import { signingKey } from './signingKey.ts';

test('it derives another key for another terminal', () => {
  const scope = { day: '20260115', region: 'us-east-1', service: 's3', terminal: 'aws4_request' };
  const key = signingKey('secret', scope);
  const other = signingKey('secret', { ...scope, terminal: 'aws5_request' });
  expect(other.kService).toBe(key.kService);
  expect(other.kSigning).not.toBe(key.kSigning);
});
