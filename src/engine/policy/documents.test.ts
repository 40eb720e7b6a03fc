import { expect, test } from 'vitest';
import { INVALID_DOCUMENTS, VALID_DOCUMENTS } from './documents.vectors.ts';
import { parsePolicy } from './parse.ts';

const textOf = (document: unknown): string =>
  typeof document === 'string' ? document : JSON.stringify(document, undefined, 2);

test.each(INVALID_DOCUMENTS.map(({ message, document }) => [message, textOf(document)]))(
  'it says %s',
  (message, text) => {
    const parsed = parsePolicy(text, 'identity');
    expect('problems' in parsed && parsed.problems[0]).toMatchObject({
      message,
      wording: 'observed',
    });
  },
);

test.each(VALID_DOCUMENTS.map(textOf))('it accepts %s', (text) => {
  expect(parsePolicy(text, 'identity')).toHaveProperty('document');
});

test('it has all 132 cases', () => {
  expect([INVALID_DOCUMENTS.length, VALID_DOCUMENTS.length]).toEqual([78, 54]);
});
