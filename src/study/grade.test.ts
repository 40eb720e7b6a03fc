import { describe, expect, test } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import {
  SAMPLE_CHOICE,
  SAMPLE_MATCHING,
  SAMPLE_ORDERING,
  SAMPLE_RESPONSE,
} from '#content/questions/samples.fixture.ts';
import type { WrittenQuestion } from '#content/question.ts';

import { attempted, grade } from './grade.ts';

describe.each(PLAYED_QUESTIONS.map((question) => [question.id, question] as const))(
  'grading %s',
  (_, question) => {
    test('it finds one option right, and names it for every other', () => {
      const grades = question.options.map(({ id }) => grade(question, [id]));
      expect(grades.filter(({ isCorrect }) => isCorrect)).toHaveLength(1);
      expect(new Set(grades.map(({ key }) => key.join(' '))).size).toBe(1);
    });

    test('it finds a choice wrong that is no option', () =>
      expect(grade(question, ['lasts-1']).isCorrect).toBe(false));
  },
);

describe('all or nothing', () => {
  test.each<[WrittenQuestion, readonly string[], boolean]>([
    [SAMPLE_CHOICE, ['refused'], true],
    [SAMPLE_CHOICE, ['cut'], false],
    [SAMPLE_CHOICE, [], false],
    [SAMPLE_RESPONSE, ['identity', 'trust'], true],
    [SAMPLE_RESPONSE, ['trust', 'identity'], true],
    [SAMPLE_RESPONSE, ['trust'], false],
    [SAMPLE_RESPONSE, ['trust', 'trust'], false],
    [SAMPLE_RESPONSE, ['trust', 'identity', 'bucket'], false],
    [SAMPLE_ORDERING, ['sign-in', 'assume', 'read'], true],
    [SAMPLE_ORDERING, ['assume', 'sign-in', 'read'], false],
    [SAMPLE_ORDERING, ['sign-in', 'assume'], false],
    [SAMPLE_ORDERING, ['sign-in', 'assume', 'read', 'user'], false],
    [SAMPLE_ORDERING, ['sign-in', 'user', 'read'], false],
    [SAMPLE_MATCHING, ['jwt=with-web-identity', 'saml=with-saml', 'oidc=with-web-identity'], true],
    [SAMPLE_MATCHING, ['saml=with-saml', 'oidc=with-web-identity'], false],
    [SAMPLE_MATCHING, ['saml=with-saml', 'oidc=with-web-identity', 'jwt=with-saml'], false],
  ])('%o and the answer %j', (question, answer, isCorrect) =>
    expect(grade(question, answer).isCorrect).toBe(isCorrect),
  );
});

test('an attempt keeps what was answered, when, how surely and of which version', () => {
  const [question] = PLAYED_QUESTIONS;
  if (!question) throw new Error('no questions');
  const given = { at: '2026-11-22T18:30:00.000Z', mode: 'practice', certainty: 'sure' } as const;
  expect(attempted({ ...question, version: 3 }, { ...given, answer: ['lasts-604800'] })).toEqual({
    questionId: 'link-and-session',
    answer: ['lasts-604800'],
    isCorrect: false,
    contentVersion: 3,
    ...given,
  });
  expect(attempted(question, { ...given, answer: ['lasts-3600'] }).isCorrect).toBe(true);
});
