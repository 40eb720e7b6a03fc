import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { QUESTIONS } from '#content/questions/all.ts';
import { entriesOf } from '#content/questions/entries.ts';
import type { ChoiceQuestion } from '#content/question.ts';
import { CLASS_PHASES } from '#study/peer.ts';
import type { ClassRun } from '#study/peer.ts';

import { ClassDesk } from './ClassDesk.tsx';
import { classByKey } from './classByKey.ts';
import type { ClassKeys } from './classByKey.ts';
import { ClassSlide } from './ClassSlide.tsx';
import { sayGain } from './sayClass.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const [question] = QUESTIONS.filter(
  (one): one is ChoiceQuestion => one.type === 'choice' && 'key' in one && one.options.length === 4,
).map((one) => ({ ...one }));
if (!question) throw new Error('The bank has no question with four options');
const asked: ChoiceQuestion = question;
const choices = entriesOf(asked);
const whys = Object.fromEntries(choices.map(({ id, why }) => [id, why]));
const [first = '', second = ''] = choices.map(({ id }) => id).filter((id) => id !== asked.key);

const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);
const nothing = (): void => undefined;
const onHands = vi.fn<(option: string, by: number) => void>();
const onSet = vi.fn<(option: string, hands: number) => void>();

const RUN: ClassRun = {
  phase: 'ask',
  before: { [first]: 12, [asked.key]: 8 },
  after: { [first]: 3, [second]: 1, [asked.key]: 16 },
};

/** A phase on the projector; the answer is there as soon as the page knows it. */
function show(phase: ClassRun['phase'], run: Partial<ClassRun> = {}): void {
  act(() =>
    root.render(
      <ClassSlide
        run={{ ...RUN, ...run, phase }}
        answer={{ key: asked.key, whys }}
        nextSays="Next"
        isKept
        isBlank={false}
        heading={null}
        onUndo={nothing}
        onNext={nothing}
        onBack={nothing}
        onLeave={nothing}
        question={asked}
        {...{ choices, onHands, onSet }}
      />,
    ),
  );
}

beforeEach(() => {
  onHands.mockClear();
  onSet.mockClear();
});

describe('a question on the projector', () => {
  test.each(CLASS_PHASES.slice(0, 5))('at “%s”, nothing says what is right', (phase) => {
    show(phase);
    const all = new XMLSerializer().serializeToString(host);
    for (const why of Object.values(whys)) expect(all).not.toContain(why);
    for (const told of [
      'right answer',
      'Right answers',
      'Normalised gain',
      'Source',
      'data-right',
    ]) {
      expect(all).not.toContain(told);
    }
  });

  test('hands are counted by buttons and numbers, each with a name', () => {
    show('vote');
    act(() => host.querySelector<HTMLElement>('[aria-label="One hand more for B"]')?.click());
    act(() => host.querySelector<HTMLElement>('[aria-label="One hand fewer for C"]')?.click());
    expect(onHands.mock.calls).toEqual([
      [choices[1]?.id, 1],
      [choices[2]?.id, -1],
    ]);
    expect(host.querySelectorAll('input[aria-label^="Hands for"]')).toHaveLength(4);
    expect(host.textContent).toContain('20 hands');
  });

  test('the first vote stays out of sight while the room talks', () => {
    show('discuss');
    expect(host.textContent).not.toMatch(/\d+ hands/);
  });

  test('the shift is told in numbers and words, beside the bars', () => {
    show('shift');
    const row = choices.findIndex(({ id }) => id === first);
    const said = [...host.querySelectorAll('ol > li')][row]?.textContent;
    expect(said).toContain('before12 hands, 60 %after3 hands, 15 %');
    expect(host.textContent).toContain('20 hands in the first vote, 20 in the second.');
  });

  test('the reveal says what is right and why, and why the wrong answer of most is wrong', async () => {
    await act(async () => {
      show('reveal');
      await import('../quiz/SourceText.tsx');
    });
    const told = [asked.key, first].map((id) => whys[id] ?? '?');
    for (const why of told) expect(host.textContent).toContain(why);
    expect(host.textContent).not.toContain(whys[second] ?? '?');
    expect(host.querySelectorAll('[data-right=true]')).toHaveLength(1);
    expect(host.textContent).toContain('Normalised gain (Hake): 0.67.');
    expect(host.textContent).toMatch(/Source: .*, checked on \d{4}-\d\d-\d\d/);
  });

  test('a vote that was left out leaves the gain out', () => {
    show('reveal', { after: {} });
    expect(host.textContent).toContain('20 hands in the first vote.');
    expect(host.textContent).not.toContain('Normalised gain');
    expect(host.querySelectorAll('dt')).toHaveLength(4);
  });
});

test('the gain is said kindly, also where there is none', () => {
  expect(sayGain({ before: 1, after: 1 })[1]).toBe('Nothing was missing before the talk.');
  expect(sayGain({ before: 0.5, after: 0.25 })[1]).toBe(
    'Right answers were lost, so there is no gain.',
  );
});

describe('the keys of a class', () => {
  const done: string[] = [];
  const keys: ClassKeys = {
    choices,
    isVoting: true,
    onHands: (option, by) => done.push(`${option} ${by}`),
    onUndo: () => done.push('undo'),
    onNext: () => done.push('next'),
    onBack: () => done.push('back'),
    onBlank: () => done.push('blank'),
    onLeave: () => done.push('leave'),
  };
  const press = (init: KeyboardEventInit, on = keys, setting: 'all' | 'arrows' = 'all') => {
    done.length = 0;
    const event = new KeyboardEvent('keydown', { cancelable: true, ...init });
    classByKey(event, on, setting);
    return [...done, event.defaultPrevented];
  };

  test.each<[KeyboardEventInit, readonly unknown[]]>([
    [{ key: 'a' }, [`${choices[0]?.id} 1`, true]],
    [{ key: 'D', shiftKey: true }, [`${choices[3]?.id} -1`, true]],
    [{ key: 'e' }, [true]],
    [{ key: 'u' }, ['undo', true]],
    [{ key: 'PageDown' }, ['next', true]],
    [{ key: 'PageUp' }, ['back', true]],
    [{ key: '.' }, ['blank', true]],
    [{ key: 'Escape' }, ['leave', true]],
    [{ key: 'b', repeat: true }, [true]],
    [{ key: 'a', ctrlKey: true }, [false]],
    [{ key: '?' }, [false]],
  ])('%o does %o', (init, what) => expect(press(init)).toEqual(what));

  test('a letter is no shortcut outside a vote, and nothing where single keys are off', () => {
    expect(press({ key: 'd' }, { ...keys, isVoting: false })).toEqual([true]);
    expect(press({ key: 'd' }, keys, 'arrows')).toEqual([false]);
    expect(press({ key: 'PageDown' }, keys, 'arrows')).toEqual(['next', true]);
  });
});

describe('a question in the presenter’s window', () => {
  const onNext = vi.fn<() => void>();
  const onBlank = vi.fn<() => void>();
  const open = (phase: ClassRun['phase']): void =>
    act(() =>
      root.render(
        <ClassDesk
          run={{ ...RUN, phase }}
          answer={{ key: asked.key, whys }}
          nextSays="Discuss"
          isKept={false}
          isBlank
          hasRoom
          timer={<p>time</p>}
          onUndo={nothing}
          onBack={nothing}
          onLeave={nothing}
          question={asked}
          {...{ choices, onHands, onSet, onNext, onBlank }}
        />,
      ),
    );

  test('it knows what is right before the room does, and leads', () => {
    open('vote');
    const notes = host.querySelector('dl')?.textContent;
    for (const { id, why } of choices) {
      expect(notes).toContain(why);
      expect(notes?.includes(`is right: ${choices.find((one) => one.id === id)?.text}`)).toBe(
        id === asked.key,
      );
    }
    const press = (name: string): void =>
      act(() =>
        [...host.querySelectorAll('button')]
          .find((one) => one.textContent.startsWith(name))
          ?.click(),
      );
    press('Discuss');
    press('Blank');
    act(() => host.querySelector<HTMLElement>('[aria-label="One hand more for B"]')?.click());
    expect([onNext, onBlank, onHands].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    expect(host.querySelector('[aria-pressed=true]')?.textContent).toContain('Blank');
    expect(host.textContent).toContain('This browser keeps no votes');
  });

  test('in its half of the room, nothing is said that the room does not see', () => {
    open('reveal');
    const half = host.querySelector('[aria-label="The room"]')?.textContent;
    expect(half).toContain('12 hands, 60 %');
    for (const why of Object.values(whys)) expect(half).not.toContain(why);
  });
});
