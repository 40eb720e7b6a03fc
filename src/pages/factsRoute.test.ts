import { expect, test } from 'vitest';

import { FACTS_START } from './factsRoute.ts';
import { formatRoute, parseRoute } from './route.ts';

test('it is short where nothing was turned', () => {
  expect(formatRoute({ place: FACTS_START })).toBe('#/facts');
  expect(formatRoute({ place: { ...FACTS_START, view: 'tools' } })).toBe('#/facts/tools');
  expect(parseRoute('#/facts')).toEqual({ place: FACTS_START, notices: [] });
});

test('it keeps what it knows of a damaged link, and says so', () => {
  const { place, notices } = parseRoute('#/facts/lives?v=1&asked=7200&age=junk&tool=constructor');
  const choices = { ...FACTS_START.choices, asked: '7200' };
  expect(place).toEqual({ page: 'facts', view: 'lives', choices });
  expect(notices).toEqual([
    'The link asks for a choice that does not exist; the first one stands.',
  ]);
});

test('it keeps what is looked for among the limits', () => {
  const place = { ...FACTS_START, view: 'limits', find: '12 h & more' } as const;
  const hash = formatRoute({ place });
  expect(hash).toBe('#/facts/limits?find=12+h+%26+more');
  expect(parseRoute(hash)).toEqual({ place, notices: [] });
});

test.each(['#/facts/nothing', '#/facts/lives/more', '#/fact'])('%s leads nowhere', (hash) => {
  expect(parseRoute(hash).place.page).toBe('missing');
});
