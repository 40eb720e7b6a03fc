import { expect, test } from 'vitest';

import { QUESTIONS } from '#content/questions/all.ts';

import type { Attempt } from './attempt.ts';
import { ideasBehind } from './ideas.ts';
import { progressOf } from './progress.ts';

const attempt = (questionId: string, answer: readonly string[], isCorrect = false): Attempt => ({
  questionId,
  answer,
  isCorrect,
  mode: 'practice',
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: QUESTIONS.find(({ id }) => id === questionId)?.version ?? 0,
});

/** The ideas, each with the questions where it led astray. */
const behind = (...attempts: readonly Attempt[]) =>
  ideasBehind(QUESTIONS, progressOf(QUESTIONS, attempts)).map(({ idea, questions }) => [
    'id' in idea ? idea.id : idea.belief,
    questions.map(({ id }) => id),
  ]);

test('an idea is found in played and in written questions, and the most frequent is first', () =>
  expect(
    behind(
      attempt('what-ends-a-link-early', ['first-use', 'key-off', 'password']),
      attempt('cancel-a-session', ['key']),
      attempt('key-switched-off', ['ends-20260115T124500Z']),
    ),
  ).toEqual([
    ['keys-take-sessions-along', ['key-switched-off', 'cancel-a-session']],
    ['links-work-once', ['what-ends-a-link-early']],
    ['Links depend on the password of the signer.', ['what-ends-a-link-early']],
  ]));

test('a pair that is wrong comes from the idea of its response', () =>
  expect(behind(attempt('tool-and-default', ['cli=week', 'java=hour']))).toEqual([
    ['A tool that is told nothing writes the longest time there is.', ['tool-and-default']],
  ]));

test('what is right by now comes from none', () =>
  expect(
    behind(attempt('cancel-a-session', ['key']), attempt('cancel-a-session', ['deny'], true)),
  ).toEqual([]));
