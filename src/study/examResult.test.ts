import { expect, test } from 'vitest';

import { writtenKey } from '#content/questions/entries.ts';
import {
  SAMPLE_CHOICE,
  SAMPLE_MATCHING,
  SAMPLE_ORDERING,
  SAMPLE_RESPONSE,
  SAMPLES,
} from '#content/questions/samples.fixture.ts';

import { answeredIn, flaggedIn, submitted } from './exam.ts';
import type { Exam } from './exam.ts';
import { reportAsCsv, reportAsJson } from './examReport.ts';
import { examResults, percentOf, ungraded } from './examResult.ts';
import { attempted, grade } from './grade.ts';

const at = (second: number): string => `2026-11-22T18:00:${String(second).padStart(2, '0')}.000Z`;

const BEGUN: Exam = {
  id: at(0),
  questions: SAMPLES.map(({ id, version }) => ({ id, version })),
  answers: {},
  flags: {},
  limit: 600,
  spent: 90,
};

/** One right, one wrong and flagged, one not complete, one left blank. */
const exam = [
  (one: Exam) => answeredIn(one, SAMPLE_CHOICE.id, [SAMPLE_CHOICE.key], at(1)),
  (one: Exam) => answeredIn(one, SAMPLE_RESPONSE.id, ['trust', 'key'], at(2)),
  (one: Exam) => flaggedIn(one, SAMPLE_RESPONSE.id, true, at(3)),
  (one: Exam) => answeredIn(one, SAMPLE_ORDERING.id, ['sign-in'], at(4)),
  (one: Exam) => answeredIn(one, SAMPLE_MATCHING.id, [], at(5)),
  (one: Exam) => submitted(one, at(9)),
].reduce((one, change) => change(one), BEGUN);

const attempts = ungraded([exam], SAMPLES, []).map(({ question, ...given }) =>
  attempted(question, { ...given, mode: 'exam' }),
);

const resultOf = (one: Exam, ...known: Parameters<typeof examResults>) =>
  examResults(...known)(one);

const verdicts = (...[one, questions, log]: Parameters<typeof resultOf>) =>
  Object.fromEntries(resultOf(one, questions, log).rows.map(({ id, verdict }) => [id, verdict]));

test('answers wait to be graded, and each is graded once, at the moment it was given', () => {
  expect(resultOf(exam, SAMPLES, []).isGraded).toBe(false);
  expect(attempts.map((one) => [one.questionId, one.at, one.isCorrect])).toEqual([
    [SAMPLE_CHOICE.id, at(1), true],
    [SAMPLE_RESPONSE.id, at(2), false],
    [SAMPLE_ORDERING.id, at(4), false],
  ]);
  expect(ungraded([exam], SAMPLES, attempts)).toEqual([]);
  expect(ungraded([BEGUN], SAMPLES, [])).toEqual([]);
});

test('a blank is wrong, and the share is of all questions', () => {
  const result = resultOf(exam, SAMPLES, attempts);
  expect(verdicts(exam, SAMPLES, attempts)).toEqual({
    [SAMPLE_CHOICE.id]: 'right',
    [SAMPLE_RESPONSE.id]: 'wrong',
    [SAMPLE_ORDERING.id]: 'wrong',
    [SAMPLE_MATCHING.id]: 'blank',
  });
  expect(percentOf(result)).toBe(25);
  expect(result.blank).toBe(1);
  expect(result.rows.filter(({ isFlagged }) => isFlagged).map(({ id }) => id)).toEqual([
    SAMPLE_RESPONSE.id,
  ]);
  expect(percentOf({ right: 0, total: 0 })).toBe(0);
});

test('practice at the same moment is no answer of the exam', () => {
  const practised = attempts.map((one) => ({ ...one, mode: 'practice' as const }));
  expect(resultOf(exam, SAMPLES, practised).isGraded).toBe(false);
});

test('a question that changed keeps its old grade, and counts for nothing without one', () => {
  const changed = SAMPLES.map((question) => ({ ...question, version: question.version + 1 }));
  expect(resultOf(exam, changed, attempts).right).toBe(1);
  expect(verdicts(exam, changed, [])[SAMPLE_CHOICE.id]).toBe('changed');
  expect(resultOf(exam, changed, []).total).toBe(1);
  expect(ungraded([exam], changed, [])).toEqual([]);
});

test('as a file it holds every question with what was answered and what is right', () => {
  const keyOf = (question: (typeof SAMPLES)[number]) => writtenKey(question);
  const result = resultOf(exam, SAMPLES, attempts);
  const json = JSON.parse(
    reportAsJson(exam, result, (question) => grade(question, []).key),
  ) as Record<string, unknown>;
  expect(json).toMatchObject({ percent: 25, right: 1, total: 4, secondsUsed: 90 });
  const lines = reportAsCsv(result, (question) =>
    keyOf(SAMPLES.find(({ id }) => id === question.id) ?? SAMPLE_CHOICE),
  ).split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFnumber,id,title,skill,traps,stem,yourAnswer,rightAnswer,result,isFlagged',
  );
  expect(lines).toHaveLength(SAMPLES.length + 2);
  expect(lines.find((line) => line.includes('sample-choice'))).toContain(
    'What comes back?,An error without a session,An error without a session,right,false',
  );
  expect(lines.find((line) => line.includes('sample-matching'))).toContain(' → ');
});
