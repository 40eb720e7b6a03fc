import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SOURCES } from '../sources.ts';
import { labelFaults, sentenceFaults } from '../wordFaults.fixture.ts';
import { GLOSSARY } from './glossary.ts';
import { markTerms } from './markTerms.ts';

describe('the glossary', () => {
  test('it explains each term once, in one or two whole sentences', () => {
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(60);
    const spellings = GLOSSARY.flatMap(({ name, also = [] }) => [name, ...also]);
    expect(new Set(spellings).size).toBe(spellings.length);
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
    for (const { id, name, says, source } of GLOSSARY) {
      const sentences = says.split(/(?<=[.?]) (?=[A-Z])/);
      expect([...sentences.flatMap(sentenceFaults), ...labelFaults(name)]).toEqual([]);
      expect(sentences.length).toBeLessThanOrEqual(2);
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(source === undefined || source in SOURCES).toBe(true);
    }
  });

  test('it names a source wherever AWS’s own things are told', () => {
    const unsourced = GLOSSARY.filter(({ source }) => source === undefined);
    expect(unsourced.filter(({ says }) => /AWS|IAM|STS|S3|Amazon/.test(says))).toEqual([]);
  });
});

/** The terms that are marked, as they stand in the texts. */
const marked = (...texts: readonly string[]) =>
  markTerms(texts).map((pieces) => pieces.flatMap(({ text, term }) => (term ? [text] : [])));

describe('marking terms', () => {
  test('it marks a term where it stands first in a panel', () => {
    expect(
      marked('The role session has a session token.', 'Its session token and its trust policy.'),
    ).toEqual([['role session', 'session token'], ['trust policy']]);
  });

  test('it takes the longest term, at the start of a sentence and in the plural too', () => {
    expect(marked('Instance profiles carry roles; a profile lists them.')).toEqual([
      ['Instance profiles', 'profile'],
    ]);
  });

  test.each([
    'a part of another word: SANE, preprofile, CRLF',
    'a part of a name: aws:trust policy, role/trust-anchor-x, X-Amz-Expires=900',
    'somebody else’s words: “The session token is wrong.”',
  ])('it leaves alone %s', (text) => {
    expect(marked(text)).toEqual([[]]);
  });

  test('it loses no letter of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...GLOSSARY.map(({ name }) => name)))),
        (words) => {
          const text = words.join(' ');
          const [pieces = []] = markTerms([text]);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
      { numRuns: 50 },
    );
  });
});
