import { describe, expect, test } from 'vitest';

import type { QuizPlace } from '#stores/stage.ts';

import { formatRoute, parseRoute } from './route.ts';

describe('links into the quiz', () => {
  test.each<[string, QuizPlace]>([
    ['#/quiz', { page: 'quiz' }],
    ['#/quiz/second-role', { page: 'quiz', question: 'second-role' }],
    ['#/quiz/progress', { page: 'quiz', view: 'progress' }],
    ['#/quiz?list=due', { page: 'quiz', selection: { list: 'due' } }],
    [
      '#/quiz/second-role?topic=sts',
      { page: 'quiz', question: 'second-role', selection: { topic: 'sts' } },
    ],
    ['#/quiz/exam', { page: 'quiz', view: 'exam', exam: { kind: 'start', size: 20 } }],
    [
      '#/quiz/exam?size=65&topic=sts',
      {
        page: 'quiz',
        view: 'exam',
        exam: { kind: 'start', size: 65 },
        selection: { topic: 'sts' },
      },
    ],
    ['#/quiz/exam/7', { page: 'quiz', view: 'exam', exam: { kind: 'question', number: 7 } }],
    ['#/quiz/exam/review', { page: 'quiz', view: 'exam', exam: { kind: 'review' } }],
    [
      '#/quiz/exam/20261122t183000123z',
      { page: 'quiz', view: 'exam', exam: { kind: 'result', id: '2026-11-22T18:30:00.123Z' } },
    ],
    ['#/quiz/class', { page: 'quiz', view: 'class' }],
    [
      '#/quiz/class/second-role?trap=B3',
      { page: 'quiz', view: 'class', question: 'second-role', selection: { trap: 'B3' } },
    ],
    ['#/quiz?skill=4.1.2&trap=E15', { page: 'quiz', selection: { skill: '4.1.2', trap: 'E15' } }],
    [
      '#/quiz/teach?difficulty=2&as=anki',
      { page: 'quiz', view: 'teach', selection: { difficulty: 2 }, as: 'anki' },
    ],
  ])('%s is read and written', (hash, place) => {
    expect(parseRoute(hash)).toEqual({ place, notices: [] });
    expect(formatRoute({ place })).toBe(hash);
  });

  test.each([
    '#/quiz?topic=cooking',
    '#/quiz?trap=H1',
    '#/quiz?list=',
    '#/quiz?skill=9.9.9',
    '#/quiz?difficulty=4',
    '#/quiz?set=z',
  ])('%s asks for everything, and says so', (hash) => {
    const { place, notices } = parseRoute(hash);
    expect(place).toEqual({ page: 'quiz' });
    expect(notices).toEqual([
      'The link asks for questions that do not exist; all of them are asked.',
    ]);
  });

  test('an exam of a size that none has is one of the usual size, and that is said', () => {
    const { place, notices } = parseRoute('#/quiz/exam?size=7');
    expect(place).toMatchObject({ exam: { kind: 'start', size: 20 } });
    expect(notices).toEqual(['The link asks for a number of questions that no exam has.']);
  });

  test('a file that is not made here is said, and the page shown', () =>
    expect(parseRoute('#/quiz/teach?as=pdf')).toEqual({
      place: { page: 'quiz', view: 'teach' },
      notices: ['A part of the link is damaged; it was left out.'],
    }));

  test.each([
    '#/quiz/teach/second-role',
    '#/quiz/progress/second-role',
    '#/quiz/a/b',
    '#/quiz/class/a/b',
    '#/quiz/No!',
    '#/quiz/exam/0',
    '#/quiz/exam/7/8',
    '#/quiz/exam/soon',
  ])('%s is no place', (hash) => expect(parseRoute(hash).place.page).toBe('missing'));
});
