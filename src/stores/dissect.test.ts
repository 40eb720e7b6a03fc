import { beforeEach, expect, test } from 'vitest';

import { DISSECT_EXAMPLES } from '#content/dissect/examples.ts';
import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';

import {
  bringBackText,
  clearText,
  pasteText,
  showDissectExample,
  useDissectTable,
} from './dissect.ts';

const table = useDissectTable.getState;
const start = table();
const second = promised(DISSECT_EXAMPLES[1], 'there are two examples');
const NOON = at('2026-01-15T12:00:00Z');

beforeEach(() => useDissectTable.setState(start, true));

test('it begins with the first example', () => {
  expect(table().example).toBe(DISSECT_EXAMPLES[0]?.id);
  expect(table().text).toMatch(/^https:/);
});

test('what is pasted is no example any more', () => {
  pasteText('mine');
  expect(table()).toEqual({ text: 'mine' });
});

test('an example can be looked at, and one’s own comes back', () => {
  pasteText('mine');
  showDissectExample(second, NOON);
  expect(table()).toEqual({ text: second.textAt(NOON), example: second.id, before: 'mine' });
  clearText();
  expect(table()).toEqual({ text: '', before: 'mine' });
  bringBackText();
  expect(table()).toEqual({ text: 'mine' });
});

test('there is nothing to bring back where there were only examples', () => {
  showDissectExample(second, NOON);
  clearText();
  expect(table()).toEqual({ text: '' });
  bringBackText();
  expect(table()).toEqual({ text: '' });
});
