import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { initialText, isRelevant } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import type { Scenario } from '#content/scenario.ts';

import { Knobs } from './Knobs.tsx';

const sevenDays = readyNow(written);

const onTurn = vi.fn<(name: string, text: string) => void>();
const onReset = vi.fn<(name: string) => void>();
const onResetAll = vi.fn<() => void>();

const host = document.createElement('div');
const root = createRoot(host);

/** The knobs of a scenario on a page. */
function show(knobs: RawKnobs = {}, scenario: Scenario = sevenDays): void {
  act(() => root.render(<Knobs {...{ scenario, knobs, onTurn, onReset, onResetAll }} />));
}

const boxes = (): readonly HTMLElement[] => [...host.querySelectorAll<HTMLElement>('fieldset')];
const labelOf = (box: Element): string => box.querySelector('legend span')?.textContent ?? '';
const box = (label: string): HTMLElement => boxes().find((one) => labelOf(one) === label) ?? host;
const valueOf = (label: string): string =>
  box(label).querySelector('legend strong')?.textContent ?? '';

/** Types into a control as a user does: React listens to what the browser itself sets. */
function enter(control: Element | null, value: string): void {
  const prototype =
    control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  act(() => {
    if (control) Reflect.set(prototype, 'value', value, control);
    control?.dispatchEvent(
      new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  for (const spy of [onTurn, onReset, onResetAll]) spy.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('a policy edited where it is shown is listed as changed and can be put back', () => {
  show({ 'edit-PipelineTrust': '{' });
  expect(box('PipelineTrust').dataset['changed']).toBe('true');
  expect(valueOf('PipelineTrust')).toBe('edited');
  act(() => box('PipelineTrust').querySelector('button')?.click());
  expect(onReset.mock.calls).toEqual([['edit-PipelineTrust']]);
});

describe('knobs at their start', () => {
  test('they have a name, a value and a hint, and nothing to reset', () => {
    show();
    expect(boxes().map(labelOf)).toEqual(Object.values(sevenDays.knobs).map(({ label }) => label));
    for (const one of boxes()) {
      expect(one.dataset['changed']).toBe('false');
      const hint = host.querySelector(`#${one.getAttribute('aria-describedby')}`);
      expect(Object.values(sevenDays.knobs).map((knob) => knob.hint)).toContain(hint?.textContent);
    }
    expect(host.textContent).not.toMatch(/reset/i);
  });

  test('they say their values in words', () => {
    show();
    expect(
      [
        'Who signs',
        'Session duration',
        'X-Amz-Expires',
        'Link is used at',
        'Role trusts the caller',
        'What the signer may do',
      ].map(valueOf),
    ).toEqual(['role', '1 h', '7 d', '15 Jan 13:05', 'yes', 'a policy']);
  });
});

describe('a changed knob', () => {
  test('it is marked, says what it was, and can be put back by name', () => {
    show({ signer: 'chained' });
    expect(
      boxes()
        .filter((one) => one.dataset['changed'] === 'true')
        .map(labelOf),
    ).toEqual(['Who signs']);
    expect(box('Who signs').textContent).toContain('changed from role');
    const reset = [...box('Who signs').querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'reset Who signs',
    );
    act(() => reset?.click());
    expect(onReset.mock.calls).toEqual([['signer']]);
  });

  test('it can be put back with all others', () => {
    show({ signer: 'user', expires: '900' });
    act(() =>
      [...host.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Reset all')
        ?.click(),
    );
    expect(onResetAll).toHaveBeenCalledTimes(1);
  });

  test('it is an edited policy without its text', () => {
    show({ permissions: '{"Statement":[]}' });
    expect(valueOf('What the signer may do')).toBe('edited');
  });
});

describe('a knob that does not matter', () => {
  test('it is not shown, and comes back when it matters', () => {
    show({ signer: 'user' });
    const gone = ['Session duration', 'Role allows', 'Role trusts the caller'];
    expect(
      boxes()
        .map(labelOf)
        .filter((label) => gone.includes(label)),
    ).toEqual([]);
    show({ signer: 'chained' });
    expect(boxes().map(labelOf)).toEqual(expect.arrayContaining(gone));
  });
});

describe('what a link asked for and cannot be', () => {
  test('it is shown as the run plays it: at its start, or at the nearest limit', () => {
    show({
      signer: 'toString',
      session: 'garbage',
      expires: '99999999',
      used: '20990101T000000Z',
      trusted: '',
    });
    expect(
      [
        'Who signs',
        'Session duration',
        'X-Amz-Expires',
        'Link is used at',
        'Role trusts the caller',
      ].map(valueOf),
    ).toEqual(['role', '1 h', '8 d', '24 Jan 12:00', 'yes']);
    expect(box('X-Amz-Expires').querySelector('input')?.getAttribute('aria-valuetext')).toBe(
      '8 days',
    );
  });
});

describe('a control', () => {
  test('it is a group of radio buttons for a few options', () => {
    show();
    const radios = [
      ...box('Who signs').querySelectorAll<HTMLInputElement>('[role=radiogroup] input[type=radio]'),
    ];
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ['user', false],
      ['role', true],
      ['chained', false],
    ]);
    act(() => radios[2]?.click());
    expect(onTurn.mock.calls).toEqual([['signer', 'chained']]);
  });

  test('it is a select for many', () => {
    show();
    const select = box('Just before that').querySelector('select');
    expect(select?.options).toHaveLength(5);
    enter(select, 'revoked');
    expect(onTurn.mock.calls).toEqual([['before', 'revoked']]);
  });

  test('it is a yes or a no for a switch', () => {
    show();
    act(() => box('Role trusts the caller').querySelectorAll('input')[1]?.click());
    expect(onTurn.mock.calls).toEqual([['trusted', 'off']]);
  });

  test('it is a slider over the stops of a length, which says the length', () => {
    show({ session: '5400' });
    const slider = box('Session duration').querySelector('input');
    expect([slider?.type, slider?.value, slider?.getAttribute('aria-valuetext')]).toEqual([
      'range',
      '2',
      '1 hour and 30 minutes',
    ]);
    enter(slider, '6');
    expect(onTurn.mock.calls).toEqual([['session', '43200']]);
  });

  test('it is a field for a moment, in UTC and within its bounds', () => {
    show();
    const field = box('Link is used at').querySelector('input');
    expect([field?.type, field?.value.slice(0, 16), field?.min, field?.max]).toEqual([
      'datetime-local',
      '2026-01-15T13:05',
      '2026-01-15T12:00:00',
      '2026-01-24T12:00:00',
    ]);
    enter(field, '2026-01-15T12:45');
    enter(field, '2030-01-01T00:00:00');
    enter(field, '');
    expect(onTurn.mock.calls).toEqual([
      ['used', '20260115T124500Z'],
      ['used', '20260124T120000Z'],
    ]);
  });

  test('it is named by the knob it turns', () => {
    for (const scenario of SCENARIOS) {
      show({}, scenario);
      const controls = [...host.querySelectorAll('fieldset [aria-labelledby]')];
      const names = controls.map(
        (control) => host.querySelector(`#${control.getAttribute('aria-labelledby')}`)?.textContent,
      );
      expect(names).toEqual(
        Object.values(scenario.knobs)
          .filter((knob) => knob.kind !== 'policy' && isRelevant(scenario.knobs, knob, {}))
          .map(({ label }) => label),
      );
    }
  });

  test('it turns nothing by itself', () => {
    for (const scenario of SCENARIOS) {
      show({}, scenario);
      show(
        Object.fromEntries(
          Object.entries(scenario.knobs).map(([name, knob]) => [name, initialText(knob)]),
        ),
        scenario,
      );
    }
    expect(onTurn).not.toHaveBeenCalled();
  });
});

test('putting a knob back leaves the focus on it, though the button goes', () => {
  show({ used: '20260115T123000Z' });
  const reset = box(sevenDays.knobs['used']?.label ?? '').querySelector('button');
  act(() => {
    reset?.focus();
    reset?.click();
  });
  expect(document.activeElement).toBe(
    box(sevenDays.knobs['used']?.label ?? '').querySelector('input'),
  );
});
