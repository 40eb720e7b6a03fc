import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { isBreached } from '#content/attack.ts';
import type { RawKnobs } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario, Variation } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { outcomeOf } from '#engine/trace.ts';

import { Ending } from './Ending.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const onVariation = vi.fn<(variation: Variation) => void>();
const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);

const NEXT = { title: 'The link that lost its tail', href: '#/lab/presigned/lost-tail' };

function show(scenario: Scenario, knobs: RawKnobs, questionHref?: string) {
  const { trace } = scenario.play(knobs);
  const predictHref = '#/quiz/predict';
  const shown = { scenario, trace, knobs, questionHref, predictHref, next: NEXT, onVariation };
  act(() => root.render(<Ending {...shown} />));
  return outcomeOf(trace);
}

const ways = (): readonly HTMLButtonElement[] => [...host.querySelectorAll('button')];

beforeEach(() => onVariation.mockClear());

// Every fifth story: what an end looks like hangs on kinds of ends, and each of them is among these.
const SOME = SCENARIOS.filter((_, index) => index % 5 === 0);

describe.each(SOME)('the end of $id', (scenario) => {
  const { variations } = scenario;

  test('it says how the run ended, in a word and a code', () => {
    for (const knobs of [{}, scenario.working, ...variations.map((variation) => variation.knobs)]) {
      const outcome = show(scenario, knobs);
      const says =
        outcome.kind === 'refused' && !isBreached(scenario, scenario.play(knobs).trace)
          ? [/REFUSED|STOPPED/, new RegExp(outcome.error.code)]
          : [/GRANTED|WENT THROUGH/];
      for (const said of says) expect(host.textContent).toMatch(said);
    }
  });

  test('it offers every other way to see it, and not the one that was just seen', () => {
    const told = (knobs: RawKnobs) =>
      scenario
        .play(knobs, { parsePolicy })
        .trace.steps.map((step) => narrate(step, scenario).because)
        .join();
    for (const { label, knobs } of [{ label: 'as it starts', knobs: {} }, ...variations]) {
      show(scenario, { ...knobs });
      const offered = ways().map(({ textContent }) => textContent);
      expect(offered).toEqual(
        variations.map((other) => other.label).filter((other) => offered.includes(other)),
      );
      expect(offered).not.toContain(label);
      const left = variations.filter((other) => !offered.includes(other.label));
      for (const other of left) expect(told(other.knobs)).toBe(told(knobs));
    }
  });

  test('it hands on the way that was chosen', () => {
    show(scenario, {});
    act(() => ways()[1]?.click());
    const chosen = variations.find(({ label }) => label === ways()[1]?.textContent);
    expect(onVariation.mock.calls).toEqual([[chosen]]);
  });

  test('it links to one question, where there is one, and to the next scenario', () => {
    const links = () =>
      [...host.querySelectorAll('a:not([target])')].map((link) => [
        link.getAttribute('href'),
        link.textContent,
      ]);
    const predict = ['#/quiz/predict', 'Predict another setting of this story'];
    const next = [NEXT.href, NEXT.title];
    show(scenario, {}, '#/quiz/link-and-session');
    expect(links()).toEqual([
      ['#/quiz/link-and-session', 'Check yourself: one question on this'],
      predict,
      next,
    ]);
    show(scenario, {});
    expect(links()).toEqual([predict, next]);
  });
});

test.each([
  ['a refusal', {}, 'THE ATTACK WAS STOPPED', 'ExpiredToken'],
  ['a grant', { used: '20260115T124500Z' }, 'THE ATTACK WENT THROUGH', ''],
])('to an attacker, %s means the opposite', (_, knobs, word, code) => {
  const [scenario] = SCENARIOS.filter(({ id }) => id === 'seven-days');
  if (!scenario) throw new Error('seven-days is gone');
  show({ ...scenario, attacker: 'holder' }, knobs);
  expect(host.textContent).toContain(word);
  expect(host.textContent).toContain(code);
});

describe('what it is about', () => {
  const PRECONDITION = /What refused it here: A write with If-None-Match: \*/;

  test.each<readonly [id: string, knobs: RawKnobs, says: RegExp, never: RegExp]>([
    ['only-once', {}, /each write replaces the object/, /What refused it here/],
    ['only-once', { once: 'on' }, PRECONDITION, /only the signed method/],
    [
      'only-once',
      { acl: 'open' },
      /access control lists switched off/,
      /If-None-Match: \* succeeds/,
    ],
    ['whose-default', {}, /the tool decides it/, /What refused it here/],
    [
      'whose-default',
      { tool: 'go', asked: 'more' },
      /What refused it here: .*seven days/,
      /X-Amz-Date plus/,
    ],
    ['signature-age', {}, /counts milliseconds/, /What refused it here/],
    ['used-again', {}, /A second key beside it ends no link/, /must exist/],
  ])('in %s with %j it fits the run', (id, knobs, says, never) => {
    const scenario = SCENARIOS.find((each) => each.id === id);
    if (!scenario) throw new Error(`${id} is gone`);
    show(scenario, knobs);
    expect(host.textContent).toMatch(says);
    expect(host.textContent).not.toMatch(never);
  });
});
