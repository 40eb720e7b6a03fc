import { expect, test } from 'vitest';
import { promised } from '#engine/never.ts';
import { after, at, hours } from '#engine/time.ts';
import { freshChain } from './fresh.ts';
import { readPaste } from './paste.ts';
import { verifyAll } from './verify.ts';

const NOW = at('2026-11-23T08:00:00Z');

test('it issues a chain that verifies, is valid now, and differs each time', async () => {
  const texts = await Promise.all(
    [1, 2].map(async () => freshChain(['batch', 'issuing-by-g2', 'root-g2'], NOW)),
  );
  expect(texts[0]).not.toBe(texts[1]);
  const paste = readPaste(promised(texts[0], 'Node.js has WebCrypto'));
  const certificates = paste.kind === 'read' ? paste.certificates : [];
  expect(certificates.map(({ notBefore }) => notBefore)).toEqual(
    [1, 2, 3].map(() => after(NOW, hours(-1))),
  );
  // A certificate that is there twice is verified once.
  const { verified } = await verifyAll([...certificates, ...certificates], []);
  expect(verified.map(({ result }) => result)).toEqual(['valid', 'valid', 'valid']);
});
