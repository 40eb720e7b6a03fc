import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Question } from '#content/question.ts';
import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { loadPacking } from '#platform/packing.ts';
import { loadAttempts, useAttempts } from '#stores/attempts.ts';
import { changeSettings } from '#stores/settings.ts';
import { useStage } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { attempted } from '#study/grade.ts';

import { loadGrading } from './grading.ts';
import { loadBank } from './quizBank.ts';
import { QuizPage } from './QuizPage.tsx';

const BANK = await loadBank();

let root: Root;

beforeAll(async () => {
  await Promise.all([loadGrading(), loadPacking()]);
});

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  changeSettings({ shortcuts: 'all' });
  await loadAttempts();
  useAttempts.setState({ attempts: [], exams: [], isKept: true });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Shows the page at a place, as the app does. */
const showPlace = (place: QuizPlace): Promise<void> =>
  act(async () => {
    root.render(
      <Suspense fallback="waiting">
        <QuizPage place={place} />
      </Suspense>,
    );
    await pause(20);
  });

const show = (question?: string): Promise<void> =>
  showPlace({ page: 'quiz', ...(question !== undefined && { question }) });

const questionOf = (id: string): Question => {
  const found = BANK.find((question) => question.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

const press = (key: string, target: EventTarget = document.body): Promise<void> =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await pause(0);
  });

const click = (text: string): void => {
  const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
    ({ textContent }) => textContent === text,
  );
  if (!found) throw new Error(`nothing says “${text}”`);
  act(() => found.click());
};

const stem = (): string | null | undefined => document.querySelector('h1')?.textContent;

const checked = (): string | undefined =>
  document.querySelector<HTMLInputElement>('input:checked')?.value;

/** What the live region says in the end; it waits a little before it speaks. */
async function live(): Promise<string | null | undefined> {
  await act(() => pause(200));
  return document.querySelector('[role=status]')?.textContent;
}

describe('answering', () => {
  test('by keys alone: choose, check, and hear one sentence', async () => {
    await show('link-and-session');
    await press('4');
    expect(checked()).toBe('lasts-604800');
    await press('Enter', document.activeElement ?? document.body);
    expect(document.body.textContent).toContain('WRONG');
    expect(await live()).toBe('Wrong: the right answer is “1 hour”.');
    const [{ at, ...attempt } = { at: '' }] = useAttempts.getState().attempts;
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(attempt).toEqual({
      questionId: 'link-and-session',
      answer: ['lasts-604800'],
      isCorrect: false,
      contentVersion: 1,
      mode: 'practice',
    });
  });

  test('one key press is one answer', async () => {
    await show('link-and-session');
    await press('2');
    await press('Enter', document.activeElement ?? document.body);
    await press('Enter');
    expect(useAttempts.getState().attempts).toHaveLength(1);
  });

  test('where single keys are off, the page leaves them alone', async () => {
    changeSettings({ shortcuts: 'off' });
    await show('link-and-session');
    await press('4');
    expect(checked()).toBeUndefined();
  });

  test('an answer given earlier is shown with its reasons, and can be given again', async () => {
    await show('link-and-session');
    await press('4');
    await press('Enter');
    await show('second-role');
    await show('link-and-session');
    expect(document.body.textContent).toContain('WRONG');
    click('Try it again');
    expect(checked()).toBeUndefined();
    expect(document.activeElement).toBe(document.querySelector('h1'));
    await press('2');
    await press('Enter');
    expect(document.body.textContent).toContain(`1 of ${BANK.length} answered, 1 right.`);
    expect(useAttempts.getState().attempts.map(({ isCorrect }) => isCorrect)).toEqual([
      false,
      true,
    ]);
  });
});

describe('moving about', () => {
  test('without an id it opens the first question that is still open, and stays there', async () => {
    await show();
    expect(stem()).toBe(BANK[0]?.stem);
    expect(useStage.getState().place).toEqual({ page: 'quiz', question: BANK[0]?.id });
  });

  test('another question takes the focus to its heading; opening the page does not', async () => {
    await show('link-and-session');
    expect(document.activeElement).toBe(document.body);
    await show('second-role');
    expect(document.activeElement).toBe(document.querySelector('h1'));
  });

  test('the next question is the next place', async () => {
    const ids = BANK.map(({ id }) => id);
    const at = ids.indexOf('link-and-session');
    await show('link-and-session');
    await press('1');
    await press('Enter');
    click('Next question');
    expect(useStage.getState().place).toEqual({ page: 'quiz', question: ids[at + 1] ?? ids[0] });
  });

  test('a choice that was not checked is gone with its question', async () => {
    await show('link-and-session');
    await press('4');
    await show('second-role');
    expect(checked()).toBeUndefined();
  });

  test('a question that does not exist is said plainly, with a way on', async () => {
    await show('eleventh');
    expect(stem()).toBe('There is no such question');
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('#/quiz');
  });
});

test.each(PLAYED_QUESTIONS.map(({ id, shows }) => [id, shows] as const))(
  '%s leads to its step, with all its knobs',
  async (id, shows) => {
    await show(id);
    await press('1');
    await press('Enter');
    const link = [...document.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'See it happen',
    );
    const [path, query] = (link?.getAttribute('href') ?? '').split('?');
    expect(path).toBe(`#/lab/presigned/${shows.scenario}/${shows.step}`);
    const parameters = new URLSearchParams(query);
    // Whoever has answered may see.
    expect(parameters.get('gate')).toBe('off');
    const named = [...parameters.keys()].filter((name) => name !== 'v' && name !== 'gate');
    expect(named.toSorted()).toEqual(Object.keys(shows.knobs).toSorted());
  },
);

test('a list asks again what it holds, and keeps it until it is through', async () => {
  const wrong = attempted(questionOf('link-and-session'), {
    answer: ['lasts-604800'],
    at: '2026-11-22T18:30:00.000Z',
    mode: 'practice',
    certainty: 'sure',
  });
  useAttempts.setState({ attempts: [wrong] });
  await showPlace({ page: 'quiz', selection: { list: 'sure-and-wrong' } });
  expect(stem()).toBe(questionOf('link-and-session').stem);
  expect(document.body.textContent).toContain('Question 1 of 1');
  expect(document.body.textContent).not.toContain('WRONG');
  await press('2');
  await press('Enter');
  expect(document.body.textContent).toContain('RIGHT');
  expect(useAttempts.getState().attempts.map(({ mode }) => mode)).toEqual(['practice', 'review']);
});

test('a selection without questions says so, with a way on', async () => {
  await showPlace({ page: 'quiz', selection: { list: 'due' } });
  expect(stem()).toBe('Nothing here to ask now');
  click('Ask everything, mixed');
  expect(useStage.getState().place).toEqual({ page: 'quiz' });
});

test('how sure one is goes with the answer', async () => {
  await show('link-and-session');
  await press('2');
  const sure = document.querySelector<HTMLInputElement>('input[value=sure]');
  await act(async () => sure?.click());
  click('Check the answer');
  await act(() => pause(0));
  expect(useAttempts.getState().attempts[0]?.certainty).toBe('sure');
});
