import { expect, test } from 'vitest';

import { gatedTitleOf } from './gatedTitles.ts';
import { isTypographic } from './questions/wording.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** Words that say how something ends. */
const TELLS =
  /\b(?:refus|den(?:y|ied)|allow|forbid|forbidden|still|only|not|never|no|none|nothing|dead|died|gone|worthless|wins?|until|lives?|fail|grant|given|cannot|stops?|blocked|open by|enough|too|late)\b/i;

const TITLES = SCENARIOS.map((scenario) => ({ scenario, gated: gatedTitleOf(scenario) ?? '' }));

test('every story has a title for those who are to predict it', () => {
  expect(TITLES.filter(({ gated }) => gated === '').map(({ scenario }) => scenario.id)).toEqual([]);
});

test('no such title says how a story ends', () => {
  expect(TITLES.map(({ gated }) => gated).filter((title) => TELLS.test(title))).toEqual([]);
});

test('each is a title of one story: short, and set as the others are', () => {
  const titles = TITLES.map(({ gated }) => gated);
  expect(new Set(titles).size).toBe(titles.length);
  expect(
    titles.filter((title) => title.length > 48 || /[.!]$/.test(title) || !isTypographic(title)),
  ).toEqual([]);
});

test('a title of its own that tells nothing is kept, and no other', () => {
  const kept = TITLES.filter(({ scenario, gated }) => scenario.title === gated);
  expect(kept.map(({ scenario }) => scenario.id)).toEqual([
    'assume-itself',
    'stolen-disk',
    'press-folders',
  ]);
});
