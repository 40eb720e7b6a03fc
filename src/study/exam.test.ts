import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SAMPLE_CHOICE, SAMPLE_RESPONSE } from '#content/questions/samples.fixture.ts';
import { TOPICS } from '#content/question.ts';

import {
  answeredIn,
  answerIn,
  flaggedIn,
  givenUp,
  handedIn,
  joined,
  later,
  leftIn,
  limitFor,
  newExam,
  openExam,
  stateIn,
  submitted,
} from './exam.ts';
import type { Exam } from './exam.ts';

const START = '2026-11-22T18:00:00.000Z';
const at = (second: number): string => `2026-11-22T18:00:${String(second).padStart(2, '0')}.000Z`;

/** A bank with 40, 30, 20 and 10 questions of the four topics. */
const bank = TOPICS.flatMap((topic, index) =>
  Array.from({ length: 40 - 10 * index }, (_, number) => ({
    ...SAMPLE_CHOICE,
    id: `${topic}-${number}`,
    topic,
  })),
);

test('there are 170 minutes for 65 questions, and as many seconds for each of fewer', () => {
  expect(limitFor(65)).toBe(170 * 60);
  expect(limitFor(10)).toBe(26 * 60);
});

describe('a new exam', () => {
  const exam = newExam(bank, 20, START);

  test('it has as many questions as asked for, each once, and the time for them', () => {
    expect(new Set(exam.questions.map(({ id }) => id)).size).toBe(20);
    expect(exam.limit).toBe(limitFor(20));
    expect(newExam(bank.slice(0, 3), 65, START).questions).toHaveLength(3);
  });

  test('it has the topics in the proportions of the bank', () => {
    const count = (topic: string): number =>
      exam.questions.filter(({ id }) => id.startsWith(topic)).length;
    expect(TOPICS.map(count)).toEqual([8, 6, 4, 2, 0]);
  });

  test('another moment draws another set; the same moment the same', () => {
    expect(newExam(bank, 20, START)).toEqual(exam);
    expect(newExam(bank, 20, at(1)).questions).not.toEqual(exam.questions);
  });
});

test('time never runs past its end, and what was handed in stays', () => {
  const exam = newExam(bank, 10, START);
  expect(later(exam, 99_999).spent).toBe(exam.limit);
  const done = submitted(exam, at(5));
  expect(submitted(done, at(9)).submittedAt).toBe(at(5));
});

test('two tabs lose nothing: whatever each did, the later answer to every question stands', () => {
  const moves = fc.array(
    fc.record({
      tab: fc.boolean(),
      question: fc.constantFrom('one', 'two', 'three'),
      option: fc.constantFrom('a', 'b'),
      isFlag: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(moves, (moves) => {
      const start = newExam(bank, 10, START);
      const tabs: [Exam, Exam] = [start, start];
      let alone: Exam = start;
      for (const [second, { tab, question, option, isFlag }] of moves.entries()) {
        const change = (exam: Exam): Exam =>
          isFlag
            ? flaggedIn(exam, question, option === 'a', at(second))
            : answeredIn(exam, question, [option], at(second));
        const index = tab ? 0 : 1;
        tabs[index] = change(tabs[index]);
        alone = change(alone);
      }
      expect(joined(tabs[0], tabs[1])).toEqual(alone);
      expect(joined(tabs[1], tabs[0])).toEqual(alone);
    }),
    { seed: 20_261_123 },
  );
});

test('an exam handed in by one tab is handed in, with the longer time', () => {
  const exam = answeredIn(newExam(bank, 10, START), 'one', ['a'], at(1));
  const both = joined(later(exam, 40), submitted(later(exam, 20), at(9)));
  expect(both.submittedAt).toBe(at(9));
  expect(both.spent).toBe(40);
  expect(answerIn(both, 'one')).toEqual(['a']);
  expect(answerIn(both, 'two')).toEqual([]);
});

test('what came after the end, from a page that did not know of it, does not count', () => {
  const exam = answeredIn(newExam(bank, 10, START), 'one', ['a'], at(1));
  const late = answeredIn(exam, 'one', ['b'], at(20));
  expect(answerIn(joined(late, submitted(exam, at(9))), 'one')).toEqual(['a']);
  expect(answerIn(joined(submitted(exam, at(9)), exam), 'one')).toEqual(['a']);
});

test('where the clock was put back, the answer given last still stands', () => {
  const exam = newExam(bank, 10, START);
  const first = answeredIn(exam, 'one', ['a'], at(30));
  const then = answeredIn(first, 'one', ['b'], at(5));
  expect(answerIn(joined(then, first), 'one')).toEqual(['b']);
  expect(answerIn(joined(submitted(then, at(6)), first), 'one')).toEqual(['b']);
});

test('one exam is open at a time; what is handed in or given up is not', () => {
  const [early, late] = [newExam(bank, 10, START), newExam(bank, 10, at(5))];
  expect(openExam([early, late])).toBe(late);
  const done = submitted(late, at(9));
  expect(openExam([early, done])).toBe(early);
  expect(openExam([givenUp(early, at(9)), done])).toBeUndefined();
  expect(handedIn([givenUp(early, at(9)), done])).toEqual([done]);
  expect(openExam([joined(early, givenUp(early, at(9)))])).toBeUndefined();
  expect(leftIn(later(early, 60))).toBe(early.limit - 60);
});

test('of a question it is known whether anything is missing', () => {
  const exam = newExam([SAMPLE_RESPONSE], 10, START);
  const { id } = SAMPLE_RESPONSE;
  expect(stateIn(exam, SAMPLE_RESPONSE)).toBe('open');
  expect(stateIn(answeredIn(exam, id, ['trust'], at(1)), SAMPLE_RESPONSE)).toBe('begun');
  expect(stateIn(answeredIn(exam, id, ['trust', 'key'], at(1)), SAMPLE_RESPONSE)).toBe('answered');
});
