import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { WrittenQuestion } from '#content/question.ts';
import {
  SAMPLE_MATCHING,
  SAMPLE_ORDERING,
  SAMPLE_RESPONSE,
  SAMPLES,
} from '#content/questions/samples.fixture.ts';
import { writtenKey } from '#content/questions/entries.ts';
import { choicesOf } from '#study/answer.ts';
import type { Answer } from '#study/answer.ts';
import { grade } from '#study/grade.ts';

import { AnswerForm } from './AnswerForm.tsx';
import { controlId } from './answerByKey.ts';
import { sayGrade, sayWanted } from './sayGrade.ts';

let root: Root;
let latest: Answer = [];

const note = (answer: Answer): void => {
  latest = answer;
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  latest = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Asked({
  question,
  given,
}: {
  readonly question: WrittenQuestion;
  readonly given?: Answer;
}) {
  const [answer, setAnswer] = useState<Answer>(given ?? []);
  return (
    <AnswerForm
      choices={choicesOf(question, '1')}
      onAnswer={(next) => {
        setAnswer(next);
        note(next);
      }}
      onCommit={undefined}
      grade={given && grade(question, given)}
      {...{ question, answer }}
    />
  );
}

const ask = (question: WrittenQuestion, given?: Answer): void =>
  act(() => root.render(<Asked question={question} {...(given && { given })} />));

const control = (question: WrittenQuestion, part: string): HTMLElement => {
  const found = document.getElementById(controlId(question, part));
  if (!found) throw new Error(`no control for ${part}`);
  return found;
};

const press = (key: string, target: Element): void =>
  act(
    () =>
      void target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  );

const named = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};

const within = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};

/** Presses on one thing, goes over another, and lets go there, or leaves with Escape. */
function dragTo(
  from: Element,
  to: Element,
  { by = 40, isLeft = false }: { readonly by?: number; readonly isLeft?: boolean } = {},
): void {
  const pointer = (type: string, on: EventTarget, clientY: number): void =>
    act(
      () =>
        void on.dispatchEvent(
          new PointerEvent(type, { bubbles: true, pointerType: 'mouse', clientX: 100, clientY }),
        ),
    );
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(to);
  pointer('pointerdown', from, 200);
  pointer('pointermove', window, 200 + by);
  if (isLeft) press('Escape', document.body);
  pointer('pointerup', window, 200 + by);
}

const form = (): Element => {
  const found = document.querySelector('fieldset');
  if (!found) throw new Error('no form');
  return found;
};

describe('several answers', () => {
  test('they are checkboxes, and no more can be chosen than are wanted', () => {
    ask(SAMPLE_RESPONSE);
    expect(document.querySelectorAll('input[type=checkbox]')).toHaveLength(5);
    for (const id of ['trust', 'identity', 'key']) act(() => control(SAMPLE_RESPONSE, id).click());
    expect(latest).toEqual(['trust', 'identity']);
    act(() => control(SAMPLE_RESPONSE, 'trust').click());
    expect(latest).toEqual(['identity']);
  });

  test('once graded, every option says why, and the wrong one its idea', () => {
    ask(SAMPLE_RESPONSE, ['trust', 'key']);
    const text = document.body.textContent;
    for (const { why } of SAMPLE_RESPONSE.options) expect(text).toContain(why);
    expect(text).toContain('KMS encrypts the session and so must agree.');
    expect(text).not.toContain('A role’s permissions say who may use it.');
    expect(text).toContain('A policy of the userA right answer');
  });
});

describe('an order', () => {
  test('numbers choose steps one after the other, and buttons move them', () => {
    ask(SAMPLE_ORDERING);
    const choices = choicesOf(SAMPLE_ORDERING, '1').map(({ id }) => id);
    press('3', form());
    press('1', form());
    press('2', form());
    const [first = '', second = '', third = ''] = choices;
    expect(latest).toEqual([third, first, second]);
    const textOf = (step: string) =>
      choicesOf(SAMPLE_ORDERING, '1').find(({ id }) => id === step)?.text;
    act(() => named(`Move later: ${textOf(third)}`).click());
    expect(latest).toEqual([first, third, second]);
    act(() => named(`Move earlier: ${textOf(second)}`).click());
    expect(latest).toEqual([first, second, third]);
    act(() => named(`Move earlier: ${textOf(first)}`).click());
    expect(latest).toEqual([first, second, third]);
    press('2', form());
    expect(latest).toEqual([first, third]);
  });

  test('a step is dragged in, to the place of another, and out again', () => {
    ask(SAMPLE_ORDERING);
    const [one, two] = choicesOf(SAMPLE_ORDERING, '1').map(({ id }) => id);
    const step = (id = ''): Element => control(SAMPLE_ORDERING, id);
    dragTo(step(one), within('section'));
    dragTo(step(two), within('section'));
    expect(latest).toEqual([one, two]);
    dragTo(within('section li:nth-child(2)'), within('section li'));
    expect(latest).toEqual([two, one]);
    // Let go where it lay, it stays; the list lies under it then.
    dragTo(within('section li'), within('section'));
    expect(latest).toEqual([two, one]);
    dragTo(within('section li'), step(two));
    expect(latest).toEqual([one]);
  });

  test('a press that hardly moves drags nothing, and Escape leaves all as it was', () => {
    ask(SAMPLE_ORDERING);
    for (const key of '123') press(key, form());
    const before = latest;
    dragTo(within('section li'), within('section li:nth-child(3)'), { by: 3 });
    dragTo(within('section li'), within('section li:nth-child(3)'), { isLeft: true });
    expect(latest).toEqual(before);
  });

  test('once all are chosen, Enter on a step is done with the order', () => {
    let done = 0;
    const [one = '', ...others] = SAMPLE_ORDERING.steps.map(({ id }) => id);
    const show = (answer: Answer): void =>
      act(() =>
        root.render(
          <AnswerForm
            choices={choicesOf(SAMPLE_ORDERING, '1')}
            onAnswer={note}
            onCommit={() => {
              done += 1;
            }}
            grade={undefined}
            question={SAMPLE_ORDERING}
            answer={answer}
          />,
        ),
      );
    show([one]);
    press('Enter', control(SAMPLE_ORDERING, one));
    expect(done).toBe(0);
    show([one, ...others]);
    press('Enter', control(SAMPLE_ORDERING, one));
    expect(done).toBe(1);
  });

  test('once graded, the right order stands there with what one did', () => {
    ask(SAMPLE_ORDERING, ['assume', 'sign-in', 'user']);
    const text = document.body.textContent;
    for (const { why } of SAMPLE_ORDERING.steps) expect(text).toContain(why);
    expect(text).toContain('The person signs in at the providerYou: step 2');
    expect(text).toContain('The app signs a request to S3You: left out');
    expect(text).toContain('Every person needs an IAM user before AWS knows them.');
  });
});

describe('pairs', () => {
  test('a list answers each prompt, and a number goes to the next', () => {
    ask(SAMPLE_MATCHING);
    press('2', form());
    expect(document.activeElement).toBe(control(SAMPLE_MATCHING, 'oidc'));
    press('1', control(SAMPLE_MATCHING, 'oidc'));
    const list = control(SAMPLE_MATCHING, 'saml');
    expect(document.activeElement).toBe(list);
    if (!(list instanceof HTMLSelectElement)) throw new Error('no list');
    act(() => {
      list.value = 'with-saml';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(latest).toEqual(['saml=with-saml']);
  });

  test('a response is dragged to its prompt; a screen reader is told of it only by the lists', () => {
    ask(SAMPLE_MATCHING);
    const chips = [...document.querySelectorAll('[aria-hidden=true] li')];
    const choices = choicesOf(SAMPLE_MATCHING, '1').map(({ id }) => id);
    expect(chips).toHaveLength(choices.length);
    dragTo(chips[1] ?? form(), control(SAMPLE_MATCHING, 'oidc'));
    expect(latest).toEqual([`oidc=${choices[1]}`]);
    dragTo(chips[0] ?? form(), control(SAMPLE_MATCHING, 'oidc'));
    expect(latest).toEqual([`oidc=${choices[0]}`]);
  });

  test('once graded, each prompt has its response, and what fits nowhere says why', () => {
    ask(SAMPLE_MATCHING, ['saml=federation-token', 'oidc=with-web-identity', 'jwt=with-saml']);
    const text = document.body.textContent;
    for (const { why } of SAMPLE_MATCHING.prompts) expect(text).toContain(why);
    expect(text).toContain('You: GetFederationToken');
    expect(text).toContain('Whoever is federated gets a federation token.');
    expect(text).toContain('It is called by an IAM user with long-term keys');
  });
});

test.each(SAMPLES.map((question) => [question.type, question] as const))(
  'a %s says how many answers it wants, and its grade is one sentence',
  (_, question) => {
    const key = writtenKey(question);
    expect(sayWanted(question, key.length)).toMatch(/^(?:Choose|Put) /);
    for (const answer of [key, key.slice(1)]) {
      const sentence = sayGrade(question, grade(question, answer));
      expect(sentence).toMatch(answer === key ? /^Right: [^.]+\.$/ : /^Wrong: the right [^.]+\.$/);
    }
  },
);

test.each(SAMPLES.map((question) => [question.type, question] as const))(
  'an open %s gives nothing away',
  (_, question) => {
    ask(question);
    expect(document.querySelector('[data-state]:not([data-state=open])')).toBeNull();
    const all = question.type === 'matching' ? question.prompts : [];
    for (const { why } of all) expect(document.body.textContent).not.toContain(why);
  },
);
