import { describe, expect, test } from 'vitest';

import { SCENARIOS } from '#content/scenarios/all.ts';
import { LAB_IDS } from '#content/scenario.ts';

import { LABS } from './labs.ts';
import { LAB_STORIES } from './labStories.ts';

test('it names every lab once, in their order', () => {
  expect(LABS.map(({ id }) => id)).toEqual([...LAB_IDS]);
  expect(new Set(LABS.map(({ title }) => title)).size).toBe(LABS.length);
});

describe.each(LABS)('the lab $id', ({ id, first }) => {
  const scenarios = SCENARIOS.filter(({ lab }) => lab === id);

  test('it begins with the scenario that is its first, in that scenario’s own words', () => {
    const [begin] = scenarios;
    expect(first).toBe(begin?.id);
    const { title, decides } = LAB_STORIES[id];
    expect({ title, decides }).toEqual({ title: begin?.title, decides: begin?.decides });
  });

  test('it points at a step that the first scenario has as it starts', () => {
    const steps = scenarios[0]?.play({}).trace.steps ?? [];
    expect(steps.map((step) => step.id)).toContain(LAB_STORIES[id].decides);
  });
});

test('it leaves no scenario without a lab', () => {
  expect(SCENARIOS.filter(({ lab }) => !LABS.some(({ id }) => id === lab))).toEqual([]);
});
