import { describe, expect, test } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';

import { attempted, grade } from './grade.ts';

describe.each(PLAYED_QUESTIONS.map((question) => [question.id, question] as const))(
  'grading %s',
  (_, question) => {
    test('it finds one option right, and names it for every other', () => {
      const grades = question.options.map(({ id }) => grade(question, id));
      expect(grades.filter(({ isCorrect }) => isCorrect)).toHaveLength(1);
      expect(new Set(grades.map(({ key }) => key)).size).toBe(1);
    });

    test('it finds a choice wrong that is no option', () =>
      expect(grade(question, 'lasts-1').isCorrect).toBe(false));
  },
);

test('an attempt keeps what was chosen, when, and of which version', () => {
  const [question] = PLAYED_QUESTIONS;
  if (!question) throw new Error('no questions');
  const at = '2026-11-22T18:30:00.000Z';
  expect(attempted({ ...question, version: 3 }, 'lasts-604800', at)).toEqual({
    questionId: 'link-and-session',
    choice: 'lasts-604800',
    isCorrect: false,
    at,
    contentVersion: 3,
  });
  expect(attempted(question, 'lasts-3600', at).isCorrect).toBe(true);
});
