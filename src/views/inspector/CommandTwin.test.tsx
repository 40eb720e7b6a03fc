import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';

import { CommandTwin } from './CommandTwin.tsx';

const { trace } = readyNow(written).play({});
const cursorOf = (id: string): number => trace.steps.findIndex((step) => step.id === id) + 1;
const onTab = vi.fn<(tab: string) => void>();
const onCopy = vi.fn<(text: string) => Promise<boolean>>();

let root: Root;
let page: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const show = (id: string, tool = 'cli'): void =>
  act(() =>
    root.render(
      <CommandTwin
        place={{ trace, cursor: cursorOf(id) }}
        {...{ tab: `command-with-${tool}`, onTab, onCopy }}
      />,
    ),
  );

test('the first tool is shown until another is chosen', () => {
  show('assume-role.request');
  expect(page.querySelector('pre')?.textContent).toContain('aws sts assume-role');
  const [, boto3] = page.querySelectorAll<HTMLInputElement>('input[type=radio]');
  act(() => boto3?.click());
  expect(onTab).toHaveBeenLastCalledWith('command-with-boto3');
  show('assume-role.request', 'boto3');
  expect(page.querySelector('pre')?.textContent).toContain('client.assume_role(');
});

test('a tool that has no line here gives way to one that has', () => {
  show('open-url.request', 'boto3');
  expect(page.querySelector('pre')?.textContent).toMatch(/^curl /);
  expect(page.querySelector('input')).toBeNull();
  expect(page.querySelector('a')).toBeNull();
});

test('it copies what is shown, and says whether that went well', async () => {
  show('sign.done', 'openssl');
  onCopy.mockResolvedValue(false);
  const button = page.querySelector('button');
  await act(async () => {
    button?.click();
    await Promise.resolve();
  });
  expect(onCopy).toHaveBeenLastCalledWith(page.querySelector('pre')?.textContent);
  expect(page.querySelector('[role=status]')?.textContent).toBe(
    'The browser did not allow it: copy by hand.',
  );
});
