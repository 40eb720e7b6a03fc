import fc from 'fast-check';
import { expect, test } from 'vitest';

import { CLUES, MECHANISM_VIEWS, NO_CLUES } from '#content/mechanisms/clues.ts';

import { MECHANISMS_START } from './mechanismsRoute.ts';
import { formatRoute, parseRoute } from './route.ts';

const places = fc.record({
  page: fc.constant('mechanisms' as const),
  view: fc.constantFrom(...MECHANISM_VIEWS),
  clues: fc.record({
    who: fc.constantFrom(...CLUES.who),
    holds: fc.constantFrom(...CLUES.holds),
    needs: fc.constantFrom(...CLUES.needs),
    says: fc.constantFrom(...CLUES.says),
  }),
});

test('a link brings back every place, without a word of complaint', () => {
  fc.assert(
    fc.property(places, (place) => {
      expect(parseRoute(formatRoute({ place }))).toEqual({ place, notices: [] });
    }),
  );
});

// Links of the first release of this page: they must open for ever.
test.each([
  ['#/mechanisms', MECHANISMS_START],
  ['#/mechanisms/compare', { ...MECHANISMS_START, view: 'compare' }],
  [
    '#/mechanisms?v=1&who=server&holds=certificate&needs=api',
    {
      ...MECHANISMS_START,
      clues: { ...NO_CLUES, who: 'server', holds: 'certificate', needs: 'api' },
    },
  ],
  [
    '#/mechanisms?v=1&who=person&says=accounts',
    { ...MECHANISMS_START, clues: { ...NO_CLUES, who: 'person', says: 'accounts' } },
  ],
])('%s opens what it always opened', (hash, place) => {
  expect(parseRoute(hash)).toEqual({ place, notices: [] });
});

test('it keeps what it knows of a damaged link, and says so', () => {
  const { place, notices } = parseRoute('#/mechanisms?who=device&holds=constructor&needs=1e9');
  expect(place).toEqual({ ...MECHANISMS_START, clues: { ...NO_CLUES, who: 'device' } });
  expect(notices).toEqual([
    'The link asks for a choice that does not exist; the first one stands.',
  ]);
});

test.each(['#/mechanisms/nothing', '#/mechanisms/compare/more', '#/mechanism'])(
  '%s leads nowhere',
  (hash) => expect(parseRoute(hash).place.page).toBe('missing'),
);

test('it fails at nothing that anybody types', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (path, query) => {
      const { place } = parseRoute(`#/mechanisms/${path}?${query}`);
      expect(['mechanisms', 'missing']).toContain(place.page);
    }),
  );
});
