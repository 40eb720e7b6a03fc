import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { EditorProps } from './editor.ts';
import { PolicyEditor } from './PolicyEditor.tsx';
import type { LoadEditor } from './useCodeEditor.ts';

const ORIGINAL = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "*"
    }
  ]
}`;
const onText = vi.fn<(text: string) => void>();
const never: LoadEditor = () => new Promise(() => undefined);
const host = document.createElement('div');
let root: Root;

const show = (text: string, load: LoadEditor = never, marked?: { pointer: string }): void =>
  act(() =>
    root.render(
      <PolicyEditor
        label="What the signer may do"
        type="identity"
        original={ORIGINAL}
        meanwhile="Until then the old one holds."
        {...{ text, load, marked, onText }}
      />,
    ),
  );
const area = (): HTMLTextAreaElement =>
  host.querySelector('textarea') ?? document.createElement('textarea');
const said = (): readonly string[] =>
  [...host.querySelectorAll('[role=status] li, [role=status] > p')].map(
    ({ textContent }) => textContent,
  );
const press = (name: string): void => {
  const button = [...host.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name,
  );
  act(() => button?.click());
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  root = createRoot(host);
  onText.mockClear();
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test('it has nothing to say of a good policy, and nothing changed', () => {
  show(ORIGINAL);
  expect(area().value).toBe(ORIGINAL);
  expect(said()).toEqual([]);
  expect(area().getAttribute('aria-invalid')).toBe('false');
  expect(host.querySelector('details')).toBeNull();
  expect(host.textContent).toContain('96 of 6,144 characters, white space is free');
});

test('it names the line and the column of what is wrong, what to write instead, and what holds meanwhile', () => {
  show(ORIGINAL.replace('Allow', 'Alow'));
  expect(said()[0]).toMatch(/^Line 5, column 17: \S/);
  expect(said().at(-1)).toBe('Until then the old one holds.');
  expect(area().getAttribute('aria-invalid')).toBe('true');
});

test('it goes to the place of a problem that is chosen', () => {
  const text = ORIGINAL.replace('Allow', 'Alow');
  show(text);
  act(() => host.querySelector<HTMLElement>('[role=status] button')?.click());
  expect(document.activeElement).toBe(area());
  expect(text.slice(area().selectionStart)).toMatch(/^"Alow"/);
});

test('it selects the statement that was chosen elsewhere', () => {
  show(ORIGINAL, never, { pointer: '/Statement/0' });
  const { selectionStart, selectionEnd } = area();
  expect(JSON.parse(ORIGINAL.slice(selectionStart, selectionEnd))).toHaveProperty(
    'Effect',
    'Allow',
  );
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
  '<img src=x onerror=alert(1)>',
  'x'.repeat(50_000),
  '['.repeat(20_000),
  `{"Statement":"${'x'.repeat(1_000_000)}"}`,
])('it shows what was typed to the letter, however wrong: no. %#', (text) => {
  show(text);
  expect(area().value).toBe(text);
  expect(said().length).toBeGreaterThan(0);
  expect(said().length).toBeLessThanOrEqual(10);
});

test('it warns of what AWS accepts in silence', () => {
  show(
    ORIGINAL.replace(
      '"Resource": "*"',
      '"Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }',
    ),
  );
  expect(said()).toEqual([]);
  expect(host.querySelector('[aria-label^="AWS accepts"]')?.textContent).toMatch(
    /^Note Line 7, column \d+: ForAllValues lets/,
  );
});

test('it hands on every letter that is typed', () => {
  show('{');
  act(() => {
    // As the browser sets it, behind React’s back.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', '{ ', area());
    area().dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(onText.mock.calls).toEqual([['{ ']]);
});

test('it formats and resets, and does neither where there is nothing to do', () => {
  show(JSON.stringify(JSON.parse(ORIGINAL)));
  press('Format');
  press('Reset');
  expect(onText.mock.calls).toEqual([[ORIGINAL], [ORIGINAL]]);
  onText.mockClear();
  show('{');
  press('Format');
  expect(onText).not.toHaveBeenCalled();
});

test('it marks changed lines with a sign and a word', () => {
  show(ORIGINAL.replace('GetObject', 'PutObject'));
  act(() => {
    const details = host.querySelector('details');
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
  const lines = [...host.querySelectorAll('ol li')].map(({ textContent }) => textContent.trim());
  expect(lines).toContain('− removed      "Action": "s3:GetObject",');
  expect(lines).toContain('+ added      "Action": "s3:PutObject",');
  expect(lines[0]).toBe('3 lines as before');
});

const Stand = ({ label, text }: EditorProps) => <pre aria-label={label}>{text}</pre>;

test('it gives way to the editor once that is loaded, with what was typed', async () => {
  show('{ "typed": 1', () => Promise.resolve(Stand));
  await act(async () => Promise.resolve());
  expect(host.querySelector('textarea')).toBeNull();
  expect(host.querySelector('pre')?.textContent).toBe('{ "typed": 1');
});

test('it stays a text field where the editor cannot be loaded, and what was typed stays in it', async () => {
  show('{ "typed": 1', () => Promise.reject(new Error('no network')));
  await act(async () => Promise.resolve());
  expect(area().value).toBe('{ "typed": 1');
});

test('it is named and leaves spelling alone', () => {
  show('{');
  expect(area().getAttribute('aria-label')).toBe('What the signer may do');
  expect(area().getAttribute('spellcheck')).toBe('false');
});
