import { describe, expect, test } from 'vitest';

import { dissect, remarksAt, UNREADABLE } from '#engine/dissect/dissect.ts';
import { PART_ROLES } from '#engine/dissect/part.ts';
import { after, at, days, hours } from '#engine/time.ts';

import { labelFaults, sentenceFaults } from '../wordFaults.fixture.ts';
import { DISSECT_EXAMPLES } from './examples.ts';
import { explained, ROLE_WORDS, valueWords } from './partWords.ts';
import { REMARK_WORDS } from './remarkWords.ts';
import {
  hostLines,
  lifeSentence,
  policyLines,
  signerLines,
  SIGNING_WORDS,
  unknowns,
} from './summaryWords.ts';
import { UNREADABLE_WORDS } from './unreadableWords.ts';

const NOW = at('2026-11-23T05:30:00Z');

function read(text: string) {
  const dissected = dissect(text);
  if (dissected.kind === 'url' || dissected.kind === 'post-policy') return dissected;
  throw new Error(`Broken promise: an example can be taken apart, not ${dissected.kind}`);
}

const examples = DISSECT_EXAMPLES.map(({ id, textAt }) => [id, read(textAt(NOW))] as const);

/** The values each remark may get, all of them. */
const VALUES = {
  until: '2026-01-15T12:00:00Z',
  from: '2026-01-15T12:00:00Z',
  kind: 'user',
  name: 'X-Amz-Date',
  written: 'x-amz-date',
  value: '5',
  count: '4',
  wanted: '5',
  terminal: 'x',
  service: 'sns',
  region: 'us-east-1',
  expected: 's3',
  day: '20260115',
  keyId: 'AROAX',
  names: 'range',
  length: '3',
};

describe('the words', () => {
  test('of every remark are sentences, with a source where AWS comes in', () => {
    for (const [id, { title, says }] of Object.entries(REMARK_WORDS)) {
      expect([id, labelFaults(title), sentenceFaults(says(VALUES))]).toEqual([id, [], []]);
    }
    const sourceless = Object.entries(REMARK_WORDS).flatMap(([id, { fact }]) => (fact ? [] : [id]));
    expect(sourceless.toSorted()).toEqual([
      'entities',
      'fragment',
      'json-escapes',
      'link-around',
      'no-https',
      'no-scheme',
      'shortened',
      'surrounded',
      'too-long',
      'white-space',
      'wrapped',
    ]);
  });

  test('of what cannot be read are sentences that help', () => {
    for (const why of UNREADABLE) expect(sentenceFaults(UNREADABLE_WORDS[why])).toEqual([]);
  });

  test.each(examples)('of the example %s are whole', (_, dissected) => {
    const lines = [
      ...signerLines(dissected.signer),
      ...(dissected.kind === 'url' ? hostLines(dissected.host) : policyLines(dissected)),
    ];
    const sentences = [
      ...lines.flatMap(({ note }) => note ?? []),
      ...unknowns(dissected).map(({ text }) => text),
      ...dissected.parts.map((part) => explained(part).text),
      ...remarksAt(dissected, NOW).map(({ id, values }) => REMARK_WORDS[id].says(values)),
      ...(dissected.life ? [lifeSentence(dissected.life, NOW)] : []),
      SIGNING_WORDS[dissected.kind === 'url' ? dissected.signing : dissected.kind].says,
    ];
    expect(sentences.flatMap(sentenceFaults)).toEqual([]);
    expect(lines.flatMap(({ name }) => labelFaults(name))).toEqual([]);
    expect(dissected.parts.map(valueWords).join('')).not.toMatch(/undefined|NaN/);
  });

  test('name every role', () => {
    expect(PART_ROLES.flatMap((role) => labelFaults(ROLE_WORDS[role]))).toEqual([]);
  });
});

describe('the examples', () => {
  test.each([
    ['session', 'v4', []],
    ['user', 'v4', []],
    ['mistakes', 'v4', ['entities', 'double-encoded', 'wrong-region', 'over-seven-days']],
    ['identity', 'v4', ['headers-needed']],
    ['policy', 'post-policy', ['policy-open']],
    ['v4a', 'v4a', []],
    ['v2', 'v2', ['expired', 'old-signing']],
  ])('%s is read as %s', (id, signing, remarks) => {
    const dissected = examples.find(([name]) => name === id)?.[1];
    if (!dissected) throw new Error('Broken promise: the example is there');
    expect(dissected.kind === 'url' ? dissected.signing : dissected.kind).toBe(signing);
    expect(remarksAt(dissected, NOW).map((remark) => remark.id)).toEqual(remarks);
  });

  test('all of a kind of their own', () => {
    expect(new Set(DISSECT_EXAMPLES.map(({ title }) => title)).size).toBe(DISSECT_EXAMPLES.length);
    expect(examples.map(([id]) => id)).toHaveLength(7);
  });

  test('carry secrets that say they are examples', () => {
    for (const { textAt } of DISSECT_EXAMPLES) {
      expect(textAt(NOW)).not.toContain('EXAMPLEKEY');
    }
    expect(examples.find(([id]) => id === 'session')?.[1].signer).toMatchObject({
      account: '111122223333',
      kind: 'temporary',
      hasToken: true,
    });
  });
});

test('a life is told before and after its end', () => {
  const life = { from: NOW, until: after(NOW, days(7)), at: { from: 0, to: 0 } };
  expect(lifeSentence(life, after(NOW, hours(1)))).toBe(
    'By its own date it dies at 2026-11-30 05:30:00 UTC, in 6 days and 23 hours. It was made for 7 days.',
  );
  expect(lifeSentence({ ...life, from: undefined }, after(NOW, days(8)))).toBe(
    'By its own date it died at 2026-11-30 05:30:00 UTC, 1 day ago.',
  );
});

test('what nobody can know is said by the kind of key', () => {
  const [session, user] = ['session', 'user'].map((id) => {
    const found = examples.find(([name]) => name === id)?.[1];
    return found ? unknowns(found).map(({ text }) => text) : [];
  });
  expect(session?.[0]).toMatch(/^When its credential ends\./);
  expect(user?.[0]).toMatch(/^Whether its key still lives\./);
  expect(unknowns(read('https://example.com/'))).toEqual([]);
});

test('capital letters are named as what is wrong with a signature', () => {
  const { says } = REMARK_WORDS['signature-malformed'];
  expect(says({ ...VALUES, capitals: 'yes' })).toContain('capital letters');
  expect(says(VALUES)).toContain('cut off');
});

test('a long-term key is never called temporary, token or not', () => {
  const scope = '20260115%2Feu-central-1%2Fs3%2Faws4_request';
  const text = `https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F${scope}&X-Amz-Security-Token=abc`;
  const said = unknowns(read(text)).map((each) => each.text);
  expect(said.join(' ')).not.toContain('The key is temporary');
});
