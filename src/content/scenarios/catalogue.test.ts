import { expect, test } from 'vitest';

import { CATALOGUE, nextAfter } from './catalogue.ts';

test('it leads through every scenario, one after the other, and back to the first', () => {
  const [first] = CATALOGUE;
  const walked = CATALOGUE.reduce<readonly (typeof first)[]>(
    (met, _) => [...met, nextAfter(met.at(-1) ?? { lab: 'sts', id: 'none' })],
    [first],
  );
  expect(walked).toEqual([...CATALOGUE, first]);
});
