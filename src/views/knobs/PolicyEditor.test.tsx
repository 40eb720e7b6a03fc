import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { initialText } from '#content/knob.ts';
import type { PolicyKnob } from '#content/knob.ts';
import { sevenDays } from '#content/scenarios/sevenDays.ts';

import { PolicyEditor } from './PolicyEditor.tsx';

const KNOB: PolicyKnob = sevenDays.knobs.permissions;
const onTurn = vi.fn<(text: string) => void>();
const host = document.createElement('div');
const root = createRoot(host);

const show = (text: string): void =>
  act(() =>
    root.render(<PolicyEditor id="knob-permissions" knob={KNOB} text={text} onTurn={onTurn} />),
  );
const area = (): HTMLTextAreaElement =>
  host.querySelector('textarea') ?? document.createElement('textarea');
const said = (): readonly string[] =>
  [...host.querySelectorAll('[role=status] p')].map(({ textContent }) => textContent);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  onTurn.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('it begins with the policy of the scenario, indented as the console does, and no problem', () => {
  show(initialText(KNOB));
  expect(JSON.parse(area().value)).toEqual(KNOB.initial);
  expect(area().value).toContain('\n  "Statement": [\n    {\n');
  expect(said()).toEqual([]);
  expect(area().getAttribute('aria-invalid')).toBe('false');
});

test('it names the line and the column of what is wrong, and what to write instead', () => {
  show(
    '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Alow", "Action": "s3:*", "Resource": "*" }]\n}',
  );
  expect(said()[0]).toMatch(/^Line 3, column \d+: \S/);
  expect(said().at(-1)).toBe('Until this can be read, the run uses the policy it started with.');
  expect(area().getAttribute('aria-invalid')).toBe('true');
  expect(
    host.querySelector(`#${area().getAttribute('aria-describedby')}`)?.getAttribute('role'),
  ).toBe('status');
});

test.each([
  '',
  ' ',
  '{',
  '{}',
  'null',
  '[]',
  '{"a":',
  '\0',
  '🧪',
  '{"Version":"2012-10-17","Version":"2012-10-17"}',
  '[1e400, 12345678901234567890]',
  '{"a":1}',
  'x'.repeat(50_000),
  '['.repeat(20_000),
])('it shows what was typed to the letter, however wrong: %.40j', (text) => {
  show(text);
  expect(area().value).toBe(text);
  expect(said().length).toBeGreaterThan(0);
  expect(said().length).toBeLessThanOrEqual(4);
});

test('it hands on every letter that is typed', () => {
  show('{');
  act(() => {
    // As the browser sets it, behind React’s back.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', '{ ', area());
    area().dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(onTurn.mock.calls).toEqual([['{ ']]);
});

test('it is named by its knob and leaves spelling alone', () => {
  show('{');
  expect(area().getAttribute('aria-labelledby')).toBe('knob-permissions-label');
  expect(area().getAttribute('spellcheck')).toBe('false');
});
