import { describe, expect, test } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { QUESTIONS } from '#content/questions/all.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';

import { endQuestion } from './endQuestion.ts';

function asked(id: string, knobs: RawKnobs): string | undefined {
  const scenario = SCENARIOS.find((each) => each.id === id);
  if (!scenario) throw new Error(`There is no ${id}`);
  return endQuestion({ scenario, run: scenario.play(knobs) });
}

describe('the question at the end of a run', () => {
  test.each<readonly [id: string, knobs: RawKnobs, question: string]>([
    ['whose-default', {}, 'tool-and-default'],
    ['whose-default', { tool: 'boto3' }, 'tool-and-default'],
    ['whose-default', { tool: 'go', asked: 'more' }, 'tool-and-default'],
    ['whose-default', { tool: 'boto3', credential: 'role', left: '600' }, 'link-and-session'],
    ['signature-age', {}, 'fifteen-minutes-of-age'],
    ['only-once', {}, 'upload-on-top'],
    ['permission-lost', {}, 'permission-taken-away'],
  ])('of %s with %j is %s', (id, knobs, question) =>
    expect(asked(id, knobs)).toBe(`#/quiz/${question}`),
  );

  test('it is one that exists', () => {
    const known = QUESTIONS.map(({ id }) => id);
    const led = SCENARIOS.flatMap(({ question }) => question ?? []);
    expect(led).not.toEqual([]);
    expect(led.filter((question) => !known.includes(question))).toEqual([]);
  });
});
