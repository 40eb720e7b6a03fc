import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { SOURCES } from '#content/sources.ts';
import type { Answer } from '#study/answer.ts';
import { grade } from '#study/grade.ts';

import { QuestionCard } from './QuestionCard.tsx';
import type { QuestionCardProps } from './QuestionCard.tsx';

const [question] = PLAYED_QUESTIONS;
if (!question) throw new Error('no questions');

const nothing = (): void => undefined;

const props = (change: Partial<QuestionCardProps> = {}): QuestionCardProps => ({
  question,
  number: 1,
  total: 10,
  choices: question.options,
  answer: [],
  grade: undefined,
  certainty: undefined,
  labHref: '#/lab/presigned/seven-days/open-url.token-alive?v=1',
  heading: null,
  onAnswer: nothing,
  onCertainty: nothing,
  onCommit: undefined,
  onAgain: nothing,
  onNext: nothing,
  ...change,
});

const answered = (choice: string, change: Partial<QuestionCardProps> = {}): QuestionCardProps =>
  props({ answer: [choice], grade: grade(question, [choice]), ...change });

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const show = (change: QuestionCardProps): void =>
  act(() => root.render(<QuestionCard {...change} />));

const all = (selector: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
];

const radios = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('ol input[type=radio]'),
];

const button = (text: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === text);
  if (!found) throw new Error(`no button “${text}”`);
  return found;
};

const press = (target: Element, key: string, more: KeyboardEventInit = {}): boolean => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => void target.dispatchEvent(event));
  return event.defaultPrevented;
};

/** The texts an element is described by. */
const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('an open question', () => {
  test('it asks by its heading, and the case describes the heading', () => {
    show(props());
    const heading = document.querySelector('h1');
    expect(heading?.textContent).toBe(question.stem);
    expect(heading && descriptionOf(heading)).toBe(question.situation);
    expect(document.body.textContent).toContain('Question 1 of 10 · skill 4.1.2');
  });

  test('its options are radio buttons of one group, named by the question', () => {
    show(props());
    expect(radios().map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'A15 minutes',
      'B1 hour',
      'C12 hours',
      'D7 days',
    ]);
    expect(new Set(radios().map(({ name }) => name)).size).toBe(1);
    const group = document.querySelector('[role=radiogroup]');
    expect(document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      question.stem,
    );
  });

  test('it tells nothing: no reason, no verdict, no source, no place to see it', () => {
    const html = renderToStaticMarkup(
      <QuestionCard {...props({ answer: ['lasts-3600'], onCommit: nothing })} />,
    );
    for (const { why } of question.options) expect(html).not.toContain(why.slice(0, 20));
    expect(html).not.toMatch(
      /RIGHT|WRONG|Source|See it happen|data-state="(?:right|missed|other)"/,
    );
  });

  test('it is not checked before something is chosen, and says why', () => {
    show(props());
    const check = button('Check the answer');
    act(() => check.click());
    expect(check.getAttribute('aria-disabled')).toBe('true');
    expect(check.disabled).toBe(false);
    expect(descriptionOf(check)).toContain('Choose one answer');
  });

  test('a click chooses, and the button checks', () => {
    const onAnswer = vi.fn<(answer: Answer) => void>();
    const onCommit = vi.fn<() => void>();
    show(props({ onAnswer }));
    act(() => radios()[2]?.click());
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['lasts-43200']);
    show(props({ answer: ['lasts-43200'], onCommit }));
    act(() => button('Check the answer').click());
    expect(onCommit).toHaveBeenCalledOnce();
  });
});

describe('the keys', () => {
  const first = (): HTMLInputElement => {
    const [radio] = radios();
    if (!radio) throw new Error('no options');
    return radio;
  };

  test('a number chooses, and the focus follows', () => {
    const onAnswer = vi.fn<(answer: Answer) => void>();
    show(props({ onAnswer }));
    expect(press(first(), '2')).toBe(true);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['lasts-3600']);
    expect(document.activeElement).toBe(radios()[1]);
  });

  test('Enter checks what is chosen', () => {
    const onCommit = vi.fn<() => void>();
    show(props({ answer: ['lasts-3600'], onCommit }));
    expect(press(first(), 'Enter')).toBe(true);
    expect(onCommit).toHaveBeenCalledOnce();
  });

  test.each<[string, string, KeyboardEventInit]>([
    ['a number without an option', '5', {}],
    ['zero', '0', {}],
    ['a letter', 'a', {}],
    ['a number with Ctrl', '1', { ctrlKey: true }],
    ['a number with Alt', '1', { altKey: true }],
    ['a number with Meta', '1', { metaKey: true }],
    ['Enter held down', 'Enter', { repeat: true }],
    ['an arrow', 'ArrowDown', {}],
  ])('%s is left to the browser', (_, key, more) => {
    const onAnswer = vi.fn<(answer: Answer) => void>();
    const onCommit = vi.fn<() => void>();
    show(props({ answer: ['lasts-3600'], onAnswer, onCommit }));
    expect(press(first(), key, more)).toBe(false);
    expect(onAnswer).not.toHaveBeenCalled();
    expect(onCommit).not.toHaveBeenCalled();
  });

  test('Enter with nothing chosen does nothing', () => {
    show(props());
    expect(press(first(), 'Enter')).toBe(false);
  });

  test('once the answer is in they mean nothing', () => {
    const onAnswer = vi.fn<(answer: Answer) => void>();
    const onCommit = vi.fn<() => void>();
    show(answered('lasts-3600', { onAnswer, onCommit }));
    press(first(), '4');
    press(first(), 'Enter');
    act(() => radios()[3]?.click());
    expect(onAnswer).not.toHaveBeenCalled();
    expect(onCommit).not.toHaveBeenCalled();
    expect(radios().map(({ checked }) => checked)).toEqual([false, true, false, false]);
  });

  test('Enter held down does not go on to the next question', () => {
    show(answered('lasts-3600'));
    expect(press(button('Next question'), 'Enter', { repeat: true })).toBe(true);
    expect(press(button('Next question'), 'Enter')).toBe(false);
  });
});

describe('an answered question', () => {
  test('every option has its reason, and the radio button is described by it', () => {
    show(answered('lasts-604800'));
    const described = radios().map((radio, index) =>
      descriptionOf(radio).includes(question.options[index]?.why ?? 'no reason'),
    );
    expect(described).toEqual([true, true, true, true]);
    for (const radio of radios()) expect(radio.getAttribute('aria-disabled')).toBe('true');
  });

  test('a wrong answer: the words name it and the right one, and the idea behind it', async () => {
    await act(async () => {
      show(answered('lasts-604800'));
      await import('./Idea.tsx');
    });
    const states = all('[data-state]').map(({ dataset }) => dataset['state']);
    expect(states).toEqual(['other', 'right', 'other', 'missed']);
    const text = document.body.textContent;
    expect(text).toContain('WRONG');
    expect(text).toContain('1 hourThe right answer');
    expect(text).toContain('7 daysYour answer');
    expect(text).toContain('The idea behind it: “A link works for as long as it asks for.”');
  });

  test('a right answer: no idea is put right', () => {
    show(answered('lasts-3600'));
    const text = document.body.textContent;
    expect(text).toContain('RIGHT');
    expect(text).toContain('1 hourRight, your answer');
    expect(text).not.toContain('WRONG');
    expect(text).not.toContain('The idea behind it');
  });

  test('it names its source, with the day it was checked, and the place to see it', async () => {
    await act(async () => {
      show(answered('lasts-3600'));
      await import('./SourceText.tsx');
    });
    const source = SOURCES[question.source];
    expect(document.querySelector('p a')?.getAttribute('href')).toBe(source.url);
    expect(document.body.textContent).toContain(`checked on ${source.checkedOn}`);
    const see = all('a').find(({ textContent }) => textContent === 'See it happen');
    expect(see?.getAttribute('href')).toBe('#/lab/presigned/seven-days/open-url.token-alive?v=1');
  });

  test('the button that checked now goes on, and keeps the focus', () => {
    const onNext = vi.fn<() => void>();
    const onAgain = vi.fn<() => void>();
    show(props({ answer: ['lasts-3600'], onCommit: nothing }));
    const check = button('Check the answer');
    check.focus();
    show(answered('lasts-3600', { onNext, onAgain }));
    expect(document.activeElement).toBe(check);
    expect(check.textContent).toBe('Next question');
    act(() => check.click());
    expect(onNext).toHaveBeenCalledOnce();
    act(() => button('Try it again').click());
    expect(onAgain).toHaveBeenCalledOnce();
  });

  test('the last question leads back to the first', () => {
    show(answered('lasts-3600', { number: 10 }));
    expect(button('Back to the first question')).toBeTruthy();
  });
});

test.each(PLAYED_QUESTIONS.map((one) => [one.id, one] as const))(
  '%s: ids are unique on the page, and so are the names of links to what refutes its answers',
  (_, one) => {
    show(
      props({
        question: one,
        choices: one.options,
        answer: [one.options[0]?.id ?? ''],
        grade: grade(one, [one.options[0]?.id ?? '']),
        refutedHref: () => '#/refuted',
      }),
    );
    const refuting = all('a[href="#/refuted"]').map(({ textContent }) => textContent);
    expect(refuting.length).toBeGreaterThan(1);
    expect(new Set(refuting).size).toBe(refuting.length);
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);
