import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { useAttempts } from '#stores/attempts.ts';
import { changeSettings } from '#stores/settings.ts';
import { useStage } from '#stores/stage.ts';

import { loadGrading } from './grading.ts';
import { QuizPage } from './QuizPage.tsx';

let root: Root;

beforeAll(() => loadGrading());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  changeSettings({ shortcuts: 'all' });
  useAttempts.setState({ attempts: [], isKept: true });
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

/** Shows the page at a question, as the app does. */
const show = (question?: string): Promise<void> =>
  act(async () => {
    root.render(
      <Suspense fallback="waiting">
        <QuizPage {...(question !== undefined && { question })} />
      </Suspense>,
    );
    await pause(20);
  });

const press = (key: string, target: EventTarget = document.body): void =>
  act(
    () =>
      void target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  );

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
    press('4');
    expect(checked()).toBe('lasts-604800');
    press('Enter', document.activeElement ?? document.body);
    expect(document.body.textContent).toContain('WRONG');
    expect(await live()).toBe('Wrong: the right answer is “1 hour”.');
    const [{ at, ...attempt } = { at: '' }] = useAttempts.getState().attempts;
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(attempt).toEqual({
      questionId: 'link-and-session',
      choice: 'lasts-604800',
      isCorrect: false,
      contentVersion: 1,
    });
  });

  test('one key press is one answer', async () => {
    await show('link-and-session');
    press('2');
    press('Enter', document.activeElement ?? document.body);
    press('Enter');
    expect(useAttempts.getState().attempts).toHaveLength(1);
  });

  test('where single keys are off, the page leaves them alone', async () => {
    changeSettings({ shortcuts: 'off' });
    await show('link-and-session');
    press('4');
    expect(checked()).toBeUndefined();
  });

  test('an answer given earlier is shown with its reasons, and can be given again', async () => {
    await show('link-and-session');
    press('4');
    press('Enter');
    await show('second-role');
    await show('link-and-session');
    expect(document.body.textContent).toContain('WRONG');
    click('Try it again');
    expect(checked()).toBeUndefined();
    expect(document.activeElement).toBe(document.querySelector('h1'));
    press('2');
    press('Enter');
    expect(document.body.textContent).toContain('1 of 10 answered, 1 right.');
    expect(useAttempts.getState().attempts.map(({ isCorrect }) => isCorrect)).toEqual([
      false,
      true,
    ]);
  });
});

describe('moving about', () => {
  test('without an id it opens the first question that is still open, and stays there', async () => {
    await show();
    expect(stem()).toBe(PLAYED_QUESTIONS[0]?.stem);
    press('2');
    press('Enter');
    expect(document.body.textContent).toContain('RIGHT');
  });

  test('another question takes the focus to its heading; opening the page does not', async () => {
    await show('link-and-session');
    expect(document.activeElement).toBe(document.body);
    await show('second-role');
    expect(document.activeElement).toBe(document.querySelector('h1'));
  });

  test('the next question is the next place, and after the last comes the first', async () => {
    await show('link-and-session');
    press('1');
    press('Enter');
    click('Next question');
    expect(useStage.getState().place).toEqual({ page: 'quiz', question: 'after-the-session' });
    await show('missing-permission');
    press('1');
    press('Enter');
    click('Back to the first question');
    expect(useStage.getState().place).toEqual({ page: 'quiz', question: 'link-and-session' });
  });

  test('a choice that was not checked is gone with its question', async () => {
    await show('link-and-session');
    press('4');
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
    press('1');
    press('Enter');
    const link = [...document.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'See it happen',
    );
    const [path, query] = (link?.getAttribute('href') ?? '').split('?');
    expect(path).toBe(`#/lab/presigned/seven-days/${shows.step}`);
    const named = [...new URLSearchParams(query).keys()].filter((name) => name !== 'v');
    expect(named.toSorted()).toEqual(Object.keys(shows.knobs).toSorted());
  },
);
