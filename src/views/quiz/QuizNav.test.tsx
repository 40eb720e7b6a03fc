import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { attempted, grade } from '#study/grade.ts';
import { progressOf } from '#study/progress.ts';

import { QuizNav } from './QuizNav.tsx';
import { sayGrade, sayProgress } from './sayGrade.ts';

const attempts = PLAYED_QUESTIONS.slice(0, 2).map((question) =>
  attempted(question, {
    answer: ['lasts-3600'],
    at: '2026-11-22T18:30:00.000Z',
    mode: 'practice',
  }),
);

const shown = (isKept = true): HTMLElement => {
  const host = document.createElement('div');
  const markup = renderToStaticMarkup(
    <QuizNav
      all={PLAYED_QUESTIONS}
      questions={PLAYED_QUESTIONS}
      selection={{}}
      teachHref="#/quiz/teach"
      predictHref="#/quiz/predict"
      progressHref="#/quiz/progress"
      examHref="#/quiz/exam"
      counts={{ due: 1, wrong: 1, 'sure-and-wrong': 0, open: 8 }}
      onSelect={() => undefined}
      current="after-the-session"
      progress={progressOf(PLAYED_QUESTIONS, attempts)}
      hrefOf={({ id }) => `#/quiz/${id}`}
      {...{ isKept }}
    />,
  );
  host.append(document.createRange().createContextualFragment(markup));
  return host;
};

describe('the list of questions', () => {
  test('it links to every question, and says in words and shapes what became of it', () => {
    const links = [...shown().querySelectorAll('ol a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      PLAYED_QUESTIONS.map(({ id }) => `#/quiz/${id}`),
    );
    const said = links.map(
      (link) => `${link.textContent} ${link.querySelector('svg')?.dataset['tone']}`,
    );
    expect(said.slice(0, 3)).toEqual([
      '1A link for seven daysright good',
      '2The answer after the session’s endwrong bad',
      '3From one role to the nextnot answered not-reached',
    ]);
  });

  test('it marks the one that is shown', () => {
    const current = [...shown().querySelectorAll('[aria-current=page]')];
    expect(current.map((link) => link.getAttribute('href'))).toEqual(['#/quiz/after-the-session']);
  });

  test('it says how far one has come', () =>
    expect(shown().textContent).toContain(`2 of ${PLAYED_QUESTIONS.length} answered, 1 right.`));

  test('it asks for what the bank has, and says how much each list has', () => {
    const options = [...shown().querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(options).toEqual([
      'Everything, mixed',
      'Due for review (1)',
      'Wrong last time (1)',
      'Sure and wrong (0)',
      'Not answered yet (8)',
      'AWS STS',
      'Presigned URLs',
      'Skill 4.1.2: Temporary credentials',
      ...(PLAYED_QUESTIONS.some(({ skill }) => skill === '4.2.1')
        ? ['Skill 4.2.1: Who may do what']
        : []),
    ]);
  });

  test('it says when the browser keeps nothing', () => {
    expect(shown().textContent).not.toContain('does not keep');
    expect(shown(false).textContent).toContain('This browser does not keep answers.');
  });
});

test.each([
  [0, 0, '10 questions, none answered yet.'],
  [1, 0, '1 of 10 answered, 0 right.'],
  [9, 7, '9 of 10 answered, 7 right.'],
  [10, 7, 'All 10 answered, 7 right. The others are worth another look.'],
  [10, 10, 'All 10 answered, all 10 right.'],
])('%i answered and %i right is said in words', (answered, right, sentence) =>
  expect(sayProgress({ total: 10, answered, right, latest: new Map() })).toBe(sentence),
);

test('a grade is one sentence', () => {
  const said = PLAYED_QUESTIONS.flatMap((question) =>
    question.options.map(({ id }) => sayGrade(question, grade(question, [id]))),
  );
  const form = /^(?:Right: [^.]+\.|Wrong: the right answer is “[^.]+”\.)$/;
  expect(said.filter((sentence) => !form.test(sentence))).toEqual([]);
  expect(said[0]).toBe('Wrong: the right answer is “1 hour”.');
  expect(said[1]).toBe('Right: 1 hour.');
});
