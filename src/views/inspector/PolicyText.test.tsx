import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { confusedDeputy as written } from '#content/scenarios/sts/confusedDeputy.ts';
import { readyNow } from '#content/subjects/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { cursorOf } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';

import { Details } from './Details.tsx';
import { Inspector } from './Inspector.tsx';

const deputy = readyNow(written);
const TRUST = 'edit-CostCheckTrust';
const onEdit = vi.fn<(knob: string, text: string) => void>();
const host = document.createElement('div');
let root: Root;

/** The inspector over a run that follows its edits, as a page has it. */
function Bench({ knobs, step }: { readonly knobs: RawKnobs; readonly step: StepId }) {
  const [edits, setEdits] = useState<RawKnobs>({});
  const [tab, setTab] = useState<string>();
  const texts = { ...knobs, ...edits };
  const { trace, policies } = deputy.play(texts, { parsePolicy });
  const { cursor } = cursorOf(trace, step);
  const editing = {
    policies,
    texts,
    onEdit: (knob: string, text: string) => {
      onEdit(knob, text);
      setEdits({ ...edits, [knob]: text });
    },
  };
  return (
    <Inspector scenario={deputy} onTab={setTab} {...{ Details, trace, cursor, tab, editing }} />
  );
}

const show = async (
  knobs: RawKnobs = {},
  step: StepId = 'for-mallory.assume-role-allowed',
): Promise<void> => {
  await act(async () => root.render(<Bench key={step} {...{ knobs, step }} />));
  await act(async () => {
    await vi.waitFor(() => import('./PolicyText.tsx'));
  });
};
const button = (name: string): HTMLButtonElement | undefined =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = (name: string): Promise<void> =>
  act(async () => {
    button(name)?.click();
    await import('../policyEditor/PolicyEditor.tsx');
  });
const area = (): HTMLTextAreaElement | null => host.querySelector('textarea');
const type = (text: string): void => {
  const field = area();
  act(() => {
    if (field) Reflect.set(HTMLTextAreaElement.prototype, 'value', text, field);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const tabs = (): readonly string[] =>
  [...host.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent);
const chosen = (): string | undefined =>
  host.querySelector('[role=tab][aria-selected=true]')?.textContent;
const textOf = (id: string): string =>
  deputy.play({}).policies.find((policy) => policy.id === id)?.text ?? '';

// The text field alone: the editor with colours is loaded in a browser.
vi.mock('../policyEditor/CodeEditor.tsx', () => ({
  get CodeEditor() {
    throw new Error('There is no editor here');
  },
}));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  root = createRoot(host);
  onEdit.mockClear();
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test('a policy is edited in its tab; the focus goes to the editor and comes back', async () => {
  await show();
  expect(chosen()).toBe('CostCheckTrust');
  await press('Edit this policy');
  expect(area()).toBe(document.activeElement);
  expect(area()?.value).toBe(textOf('CostCheckTrust'));
  type(textOf('CostCheckTrust').replace('bakery-58213', 'florist-90417'));
  expect(onEdit.mock.calls.map(([knob]) => knob)).toEqual([TRUST]);
  expect(chosen()).toBe('CostCheckTrust · edited');
  expect(area()).toBe(document.activeElement);
  await press('Done');
  expect(button('Edit this policy')).toBe(document.activeElement);
  expect(area()).toBeNull();
  expect(host.querySelector('[role=tabpanel] pre')?.textContent).toContain('florist-90417');
});

test('what cannot be read is said at its place, and stays typed', async () => {
  await show({ [TRUST]: '{' });
  await press('Edit this policy');
  expect(area()?.value).toBe('{');
  expect(host.querySelector('[role=status]')?.textContent).toMatch(/^Line 1, column 2: /);
  await press('Reset');
  expect(onEdit).toHaveBeenLastCalledWith(TRUST, textOf('CostCheckTrust'));
  expect(chosen()).toBe('CostCheckTrust');
});

test('the editor stays open when the run comes to show other policies', async () => {
  const step = 'read.allowed';
  await show({ condition: 'none' }, step);
  expect(tabs()).toContain('Policy');
  await press('Edit this policy');
  const before = area();
  await show({}, step);
  expect(before).not.toBeNull();
  expect(area()).toBe(before);
  expect(chosen()).toBe('CostCheckPolicy');
  await press('Done');
  expect(area()).toBeNull();
  expect(tabs()).not.toContain('CostCheckPolicy');
  expect(host.querySelector('[role=tab][aria-selected=true]')).toBe(document.activeElement);
});

test('another tab ends editing', async () => {
  await show();
  await press('Edit this policy');
  const other = tabs().find((name) => name === 'ScannerPolicy') ?? '';
  await press(other);
  expect(chosen()).toBe('ScannerPolicy');
  expect(area()).toBeNull();
});

test('a policy that a knob sets is edited with the knob', async () => {
  await show({ condition: 'own' });
  await press('Edit this policy');
  type('{ }');
  expect(onEdit).toHaveBeenCalledWith('trust', '{ }');
});

test('where nothing can be edited there is no button', async () => {
  const { trace } = deputy.play({});
  const { cursor } = cursorOf(trace, 'for-mallory.assume-role-allowed');
  await act(async () =>
    root.render(
      <Inspector
        scenario={deputy}
        onTab={vi.fn<() => void>()}
        tab={undefined}
        {...{ Details, trace, cursor }}
      />,
    ),
  );
  expect(chosen()).toBe('CostCheckTrust');
  expect(button('Edit this policy')).toBeUndefined();
});
