import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { trapWords } from '#content/traps.ts';
import type { Attempt } from '#study/attempt.ts';
import { progressOf } from '#study/progress.ts';

import { PredictionsSoFar } from './PredictionsSoFar.tsx';
import { ProgressView } from './ProgressView.tsx';

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const attempt = (questionId: string, isCorrect: boolean, option = 'lasts-3600'): Attempt => ({
  questionId,
  answer: [option],
  isCorrect,
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: 1,
  mode: 'practice',
});

const onForget = vi.fn<() => void>();

const show = (isKept = true): void =>
  act(() =>
    root.render(
      <ProgressView
        questions={PLAYED_QUESTIONS}
        progress={progressOf(PLAYED_QUESTIONS, [
          attempt('link-and-session', true),
          attempt('after-the-session', false),
          attempt('second-role', false, 'gives-43200'),
        ])}
        counts={{ due: 2, wrong: 2, 'sure-and-wrong': 0, open: 7 }}
        said=""
        hrefOf={(selection) =>
          `#/quiz?${new URLSearchParams(Object.entries(selection).map(([name, value]) => [name, `${value}`]))}`
        }
        questionHref={({ id }) => `#/quiz/${id}`}
        examHref="#/quiz/exam"
        onExport={() => undefined}
        onImport={() => undefined}
        onPrint={() => undefined}
        {...{ isKept, onForget }}
      />,
    ),
  );

const cell = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('a[data-level]')].find(
    (one) => one.querySelector('strong')?.textContent === trapWords(name),
  );

const click = (text: string): void =>
  act(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === text)?.click(),
  );

test('each trap has its share of right answers, and leads to its questions', () => {
  show();
  expect(cell('E1')?.textContent).toBe('When a signed link really endsE1 · 50 % of 2');
  expect(cell('E1')?.dataset['level']).toBe('fair');
  expect(cell('B3')?.dataset['level']).toBe('weak');
  expect(cell('D2')?.dataset['level']).toBe('open');
  expect(cell('D2')?.textContent).toBe('What revoking sessions doesD2 · 1 to answer');
  expect(cell('E1')?.getAttribute('href')).toBe('#/quiz?trap=E1');
  expect(cell('Temporary credentials')?.getAttribute('href')).toBe('#/quiz?skill=4.1.2');
});

test('of many traps those that wait are folded away with their count, and of few skills none', () => {
  show();
  const [folded, ...others] = document.querySelectorAll('details');
  expect(others).toEqual([]);
  const count = folded?.querySelectorAll('a').length ?? 0;
  expect(count).toBeGreaterThan(12);
  expect(folded?.querySelector('summary')?.textContent).toBe(`Not answered yet: ${count}`);
  expect(cell('D2')?.closest('details')).toBe(folded);
  for (const name of ['E1', 'B3', 'Temporary credentials']) {
    expect(cell(name)?.closest('details')).toBeNull();
  }
});

test('it offers the lists that have something, and foretells no score', () => {
  show();
  const links = [...document.querySelectorAll('section:first-of-type a')].map(
    ({ textContent }) => textContent,
  );
  expect(links).toEqual([
    'Ask everything, mixed',
    '2 due for review',
    '2 wrong last time',
    '7 not answered yet',
    'Exams',
  ]);
  expect(document.body.textContent).not.toMatch(/score|scaled|pass mark/i);
});

test('it deletes only when asked twice', () => {
  show();
  click('Delete all answers…');
  expect(document.activeElement?.textContent).toBe('Keep them');
  click('Keep them');
  expect(document.activeElement?.textContent).toBe('Delete all answers…');
  expect(onForget).not.toHaveBeenCalled();
  click('Delete all answers…');
  click('Delete them for ever');
  expect(onForget).toHaveBeenCalledOnce();
});

test('it says when the browser keeps nothing', () => {
  show();
  expect(document.body.textContent).not.toContain('does not keep');
  show(false);
  expect(document.body.textContent).toContain('This browser does not keep answers.');
});

const showPredictions = (made: number, due: number): void =>
  act(() =>
    root.render(
      <PredictionsSoFar
        right={1}
        labs={made === 0 ? [] : [{ name: 'sts', total: made, answered: made, right: 1 }]}
        ideas={
          made === 0 ? [] : [{ name: 'link-keeps-its-own-time', total: 4, answered: 4, right: 1 }]
        }
        latestTimes={10}
        hrefOf={(about) => `#/quiz/predict?of=${about}`}
        ideaHref={(idea) => `#${idea}`}
        {...{ made, due }}
      />,
    ),
  );

test('predictions are told by lab and by the ideas they offered, each with a way on', () => {
  showPredictions(4, 2);
  expect(document.body.textContent).toContain('4 predictions, 1 right.');
  const links = [...document.querySelectorAll('a')].map(({ textContent, hash }) => [
    textContent,
    hash,
  ]);
  expect(links).toEqual([
    ['Predict an outcome', '#/quiz/predict?of=everything'],
    ['2 due for review', '#/quiz/predict?of=due'],
    ['AWS STS25 % of 4', '#/quiz/predict?of=sts'],
    [
      '“A link works for as long as it asks for.”seen through 1 of 4 times',
      '#link-keeps-its-own-time',
    ],
  ]);
});

test('before the first prediction there is only a way to it', () => {
  showPredictions(0, 0);
  expect(document.body.textContent).toBe('PredictionsNothing predicted yet.Predict an outcome');
});

test('it names the ideas behind wrong answers, and asks their questions again', async () => {
  show();
  await vi.waitFor(() => expect(document.querySelector('#ideas')).not.toBeNull());
  const list = document.querySelector('section[aria-labelledby="ideas"]');
  expect(list?.querySelectorAll('li')).toHaveLength(1);
  expect(list?.textContent).toContain('“A session lasts as long as its role allows.”');
  expect(list?.querySelector('a')?.getAttribute('href')).toBe('#/quiz/second-role');
});
