import fc from 'fast-check';
import { expect, test } from 'vitest';

import { GOLDEN_LINKS, GOLDEN_QUESTIONS } from './links.golden.ts';
import { keptFor } from '#views/ui/kept.ts';

import { PAGES, glance } from './loaders.ts';
import { parseRoute } from './route.ts';

const LINKS = [
  ...GOLDEN_LINKS.map(({ hash }) => hash),
  ...GOLDEN_QUESTIONS,
  '',
  '#',
  '#/',
  '#lab/presigned/seven-days',
  ...Object.keys(PAGES).flatMap((page) => [`#/${page}`, `#/${page}?v=1&theme=dark`]),
];

test('a glance finds the page that the whole link opens, and its scenario', () => {
  for (const hash of LINKS) {
    const { place } = parseRoute(hash);
    // `#/lab` alone opens nothing, and is seen to once the whole link is read.
    if (place.page === 'missing') continue;
    const { page } = place;
    const scenario = place.page === 'lab' && { lab: place.lab, scenario: place.scenario };
    expect({ hash, ...glance(hash) }).toMatchObject({ hash, page, ...scenario });
  }
});

test('a glance is total, and finds nothing that is no page', () => {
  expect(glance('#/constructor')).toBeUndefined();
  expect(glance('#/nowhere/at/all')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = glance(`#${text}`);
      expect(found === undefined || Object.hasOwn(PAGES, found.page)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('what has come is marked for `use`; what failed stays a refusal', async () => {
  const asked: object[] = [];
  const load = keptFor(async (key: { readonly fails: boolean }) => {
    asked.push(key);
    if (key.fails) throw new Error('It did not come');
    return 'came';
  });
  const good = { fails: false };
  const bad = { fails: true };
  await load(good);
  expect(load(good)).toMatchObject({ status: 'fulfilled', value: 'came' });
  await expect(load(bad)).rejects.toThrow('It did not come');
  await expect(load(bad)).rejects.toThrow('It did not come');
  expect(asked).toEqual([good, bad]);
});
