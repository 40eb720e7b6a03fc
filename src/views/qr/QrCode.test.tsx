import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { QR_LIMIT, QrCode } from './QrCode.tsx';
import { readDrawn } from './readCode.fixture.ts';

const SEED = 20_261_123;

const readBack = (text: string): string =>
  readDrawn(renderToStaticMarkup(<QrCode text={text} label="code" />));

const START =
  'https://shortlived.example/#/lab/presigned/seven-days/open-url.token-alive?v=1&note=';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:%=&~+'.split('');

test('what is drawn is the link, in every size of code', () => {
  for (let length = 30; length <= QR_LIMIT; length += length < 300 ? 15 : 85) {
    const link = `${START}${'x9-Y'.repeat(QR_LIMIT / 4)}`.slice(0, length);
    expect(readBack(link)).toBe(link);
  }
  const longest = START.padEnd(QR_LIMIT, 'z');
  expect(readBack(longest)).toBe(longest);
});

test('what is drawn is the link, whatever is in it', () => {
  const rest = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 600 });
  fc.assert(
    fc.property(rest, (text) => {
      expect(readBack(START + text)).toBe(START + text);
    }),
    { seed: SEED, numRuns: 25 },
  );
});
