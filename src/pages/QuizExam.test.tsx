import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Question } from '#content/question.ts';
import { SAMPLE_CHOICE, SAMPLES } from '#content/questions/samples.fixture.ts';
import { writtenKey } from '#content/questions/entries.ts';
import { loadPacking } from '#platform/packing.ts';
import { loadAttempts, useAttempts } from '#stores/attempts.ts';
import { answer, begin, tick, useTaking } from '#stores/exam.ts';
import { changeSettings } from '#stores/settings.ts';
import { useStage } from '#stores/stage.ts';
import { openExam } from '#study/exam.ts';

import { loadGrading } from './grading.ts';
import { examPlace } from './examPlaces.ts';
import { QuizExam } from './QuizExam.tsx';

/** Four questions with one answer each, for what does not depend on forms. */
const CHOICES = ['one', 'two', 'three', 'four'].map((id) => ({ ...SAMPLE_CHOICE, id }));

let bank: readonly Question[];
let root: Root;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await Promise.all([loadGrading(), loadPacking(), loadAttempts()]);
  useAttempts.setState({ attempts: [], exams: [], isKept: true });
  useTaking.setState({ spent: 0, isPaused: false }, true);
  changeSettings({ examClock: 'shown' });
  bank = SAMPLES;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  useStage.setState({ place: examPlace() });
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const rest = (milliseconds = 5): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** The page at the place of the stage, as the app shows it. */
function Page() {
  const place = useStage((stage) => stage.place);
  if (place.page !== 'quiz' || !place.exam) return null;
  return <QuizExam bank={bank} part={place.exam} selection={place.selection ?? {}} />;
}

const show = (): Promise<void> =>
  act(async () => {
    root.render(
      <Suspense fallback="waiting">
        <Page />
      </Suspense>,
    );
    await rest();
  });

const click = (text: string): Promise<void> =>
  act(async () => {
    const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
      ({ textContent }) => textContent.trim() === text,
    );
    if (!found) throw new Error(`nothing says “${text}”`);
    found.click();
    await rest();
  });

const press = (key: string): Promise<void> =>
  act(async () => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    await rest();
  });

const title = (): string | null | undefined => document.querySelector('h1')?.textContent;
const said = (): string => document.body.textContent;

/** An exam of the samples that has begun. */
async function begun(): Promise<void> {
  await begin(SAMPLES, 10);
  useStage.setState({ place: examPlace({ kind: 'question', number: 1 }) });
  await show();
}

test('it is taken by keys, says nothing of right and wrong, and names what is open before it is handed in', async () => {
  bank = CHOICES;
  await show();
  await click('Begin: 4 questions, 10 minutes');
  expect(said()).toContain('Question 1 of 4');
  await press('1');
  await press('Enter');
  expect(said()).toContain('Question 2 of 4');
  expect(document.activeElement).toBe(document.querySelector('h1'));
  await click('Flag for another look');
  await click('Back');
  expect(said()).toContain('Question 1 of 4');
  while (said().includes('Next question')) await click('Next question');
  await click('To the list, and hand in');
  expect(title()).toBe('Before you hand in');
  expect(said()).toContain('One question is flagged: 2.');
  expect(document.querySelector('[data-state=right], [data-state=missed]')).toBeNull();
  await click('Hand in…');
  expect(document.querySelector('dialog')?.textContent).toMatch(/have no answer: 2, 3 and 4\./);
  await click('Hand in');
  expect(title()).toMatch(/^\d+ % right: [01] of 4$/);
  expect(document.activeElement).toBe(document.querySelector('h1'));
  expect(useAttempts.getState().attempts.map(({ mode }) => mode)).toEqual(['exam']);
  expect(useStage.getState().place).toMatchObject({ exam: { kind: 'result' } });
});

test('the last second leads to the result, in words', async () => {
  await begun();
  const [choice] = SAMPLES;
  if (!choice) throw new Error('no sample');
  await act(() => answer(choice.id, writtenKey(choice)));
  await act(async () => {
    await tick(600);
    await rest();
  });
  expect(title()).toBe('25 % right: 1 of 4');
  expect(said()).toContain('The 10 minutes ran out. What was answered by then was handed in.');
  expect(said()).toContain('3 questions were left blank and count as wrong.');
});

test('a pause covers the questions; the clock can be hidden, and what matters of it is still said', async () => {
  await begun();
  await click('Pause');
  expect(title()).toBe('The exam is paused');
  await click('Go on');
  await click('Hide the clock');
  expect(document.querySelector('[role=timer]')).toBeNull();
  await act(() => tick(300));
  expect(document.querySelector('[data-testid=time]')?.textContent).toBe(
    'Half of the time is gone.',
  );
});

test('an exam that waits can be given up, and then a new one begun', async () => {
  await begin(SAMPLES, 10);
  await show();
  expect(said()).toContain('0 of 4 answered. 10 minutes left.');
  expect(said()).not.toContain('Begin:');
  await click('Give it up…');
  await click('Give it up');
  expect(openExam(useAttempts.getState().exams)).toBeUndefined();
  expect(said()).toContain('Begin: 4 questions');
});

test('a result shows every question with the answer, the right one and all reasons', async () => {
  await begun();
  for (const question of SAMPLES) {
    await act(() => answer(question.id, writtenKey(question).slice(1)));
  }
  await act(async () => {
    await tick(600);
    await rest(20);
  });
  expect(document.querySelectorAll('details')).toHaveLength(SAMPLES.length);
  for (const question of SAMPLES) {
    const all = question.type === 'matching' ? question.prompts : [];
    for (const { why } of all) expect(said()).toContain(why);
  }
  const stems = [...document.querySelectorAll('fieldset')].map(
    (form) => document.getElementById(form.getAttribute('aria-labelledby') ?? '')?.textContent,
  );
  expect(new Set(stems)).toEqual(new Set(SAMPLES.map(({ stem }) => stem)));
  await click('Open all');
  expect(document.querySelectorAll('details[open]')).toHaveLength(SAMPLES.length);
});

test('where there is no such exam, that is said', async () => {
  useStage.setState({ place: examPlace({ kind: 'review' }) });
  await show();
  expect(title()).toBe('No such exam in this browser');
});
