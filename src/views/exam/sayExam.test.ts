import { expect, test } from 'vitest';

import { SAMPLES } from '#content/questions/samples.fixture.ts';
import type { ExamResult } from '#study/examResult.ts';
import { answeredIn, flaggedIn, newExam } from '#study/exam.ts';

import { askedIn, sayAbout, sayLeftOut, sayOpen, sayTaken, sayUsed } from './sayExam.ts';

const START = '2026-11-22T18:00:00.000Z';

const exam = newExam(SAMPLES, 10, START);
const [first = '', second = ''] = exam.questions.map(({ id }) => id);
const asked = askedIn(flaggedIn(exam, second, true, START), SAMPLES);

test('what is open is named by its number', () => {
  expect(sayOpen(asked)).toEqual([
    '4 questions have no answer: 1, 2, 3 and 4.',
    'They count as wrong. A guess costs nothing.',
    'One question is flagged: 2.',
  ]);
  expect(sayTaken(asked)).toBe('0 of 4 answered, 1 flagged.');
  const done = asked.map((one) => ({ ...one, state: 'answered' as const, isFlagged: false }));
  expect(sayOpen(done)).toEqual(['All 4 questions are answered.']);
  expect(sayTaken(done)).toBe('4 of 4 answered.');
  const begun = done.map((one, index) => (index === 2 ? { ...one, state: 'begun' as const } : one));
  expect(sayOpen(begun)[0]).toBe('One question is not complete: 3.');
});

test('a question that has changed since is left out, and the others keep their numbers', () => {
  const changed = SAMPLES.map((one) => (one.id === first ? { ...one, version: 9 } : one));
  expect(
    askedIn(answeredIn(exam, second, ['a'], START), changed).map(({ number }) => number),
  ).toEqual([2, 3, 4]);
});

test('the time that was used is said, and that it ran out', () => {
  expect(sayUsed({ limit: 1560, spent: 30 })).toBe('Time used: less than a minute of 26 minutes.');
  expect(sayUsed({ limit: 1560, spent: 600 })).toBe('Time used: 10 minutes of 26 minutes.');
  expect(sayUsed({ limit: 1560, spent: 1560 })).toBe(
    'The 26 minutes ran out. What was answered by then was handed in.',
  );
});

test('a result says what did not count for, and what it was about', () => {
  const rows = asked.map(({ number, question }) => ({
    number,
    question,
    id: question.id,
    answer: [],
    isFlagged: false,
    verdict: number === 1 ? ('changed' as const) : ('blank' as const),
  }));
  const result: ExamResult = { rows, total: 3, right: 0, blank: 3, isGraded: true };
  expect(sayLeftOut(result)).toEqual([
    '3 questions were left blank and count as wrong.',
    'One question has changed since, and does not count.',
  ]);
  expect(sayAbout(result)).toBe('3 questions · AWS STS · skill 4.1.2');
});
