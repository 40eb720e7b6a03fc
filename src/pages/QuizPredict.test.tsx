import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { loadPacking } from '#platform/packing.ts';
import { loadAttempts, useAttempts } from '#stores/attempts.ts';
import { changeSettings } from '#stores/settings.ts';
import { useStage } from '#stores/stage.ts';
import type { Place } from '#stores/stage.ts';
import type { Attempt } from '#study/attempt.ts';

import { loadGrading } from './grading.ts';
import { QuizPredict } from './QuizPredict.tsx';

let root: Root;

beforeAll(async () => {
  await Promise.all([loadGrading(), loadPacking()]);
});

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  changeSettings({ shortcuts: 'all' });
  await loadAttempts();
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const ID = 'predict/presigned/seven-days/open-url.stops?expires=259200';
const OTHER = 'predict/presigned/seven-days/open-url.answers?expires=259200';

const attempt = (questionId: string, at: string): Attempt => ({
  questionId,
  answer: ['stops-nowhere'],
  isCorrect: false,
  at,
  contentVersion: 1,
  mode: 'practice',
});

/** The page at the place of the stage, as the app shows it. */
function Page() {
  const place = useStage((stage) => stage.place);
  return place.page === 'quiz' ? <QuizPredict place={place} /> : null;
}

/** Waits until something is shown: each look lets React draw. */
const settled = (isThere: () => boolean): Promise<void> =>
  vi.waitFor(
    async () => {
      await act(() => Promise.resolve());
      expect(isThere()).toBe(true);
    },
    { timeout: 20_000 },
  );

const says = (text: string): boolean => document.body.textContent?.includes(text) ?? false;

async function showPlace(place: Place): Promise<void> {
  useStage.setState({ place });
  await act(async () =>
    root.render(
      <Suspense fallback="waiting">
        <Page />
      </Suspense>,
    ),
  );
  await settled(() => document.querySelector('h1') !== null);
}

const press = (key: string): Promise<void> =>
  act(async () => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  });

const click = (text: string): void => {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === text,
  );
  if (!found) throw new Error(`nothing says “${text}”`);
  act(() => found.click());
};

const isAnswered = (): boolean => says('RIGHT') || says('WRONG');

test('what is due is asked anew, one after the other, until nothing is', async () => {
  useAttempts.setState({
    attempts: [attempt(ID, '2026-01-22T18:30:00.000Z'), attempt(OTHER, '2026-01-22T18:31:00.000Z')],
  });
  await showPlace({ page: 'quiz', view: 'predict', scope: 'due' });
  expect(says('Due for review (2)')).toBe(true);
  for (const left of [1, 0]) {
    expect(isAnswered()).toBe(false);
    await press('1');
    await press('Enter');
    await settled(isAnswered);
    expect(says(`Due for review (${left})`)).toBe(true);
    const stem = document.querySelector('h1')?.textContent;
    click('Next prediction');
    await settled(() => document.querySelector('h1')?.textContent !== stem);
  }
  expect(says('No prediction is due.')).toBe(true);
  expect(
    useAttempts
      .getState()
      .attempts.slice(2)
      .map(({ mode }) => mode),
  ).toEqual(['review', 'review']);
});

test('a link to a prediction shows the answer given before, unless it is due there', async () => {
  useAttempts.setState({ attempts: [attempt(ID, '2026-01-22T18:30:00.000Z')] });
  const prediction = {
    path: 'presigned/seven-days/open-url.stops',
    knobs: { expires: '259200' },
  };
  await showPlace({ page: 'quiz', view: 'predict', prediction });
  await settled(isAnswered);
  await act(async () =>
    useStage.setState({ place: { page: 'quiz', view: 'predict', prediction, scope: 'due' } }),
  );
  await settled(() => !isAnswered());
  expect(document.querySelector('input:checked')).toBeNull();
});
