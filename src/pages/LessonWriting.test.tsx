import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { QUARTER } from '#content/lessons/quarter.ts';
import { formatLesson } from '#content/lessons/readLesson.ts';
import { useLessons } from '#stores/lessons.ts';

import { LessonWriting } from './LessonWriting.tsx';

const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);

/** Waits until the page says so: the stops are played, and what plays them is loaded, in React’s own time. */
const isSaid = (words: string): Promise<void> =>
  vi.waitFor(() => expect(host.textContent).toContain(words), { timeout: 20_000 });

beforeAll(async () => {
  root.render(
    <Suspense>
      <LessonWriting />
    </Suspense>,
  );
  await isSaid('Open a lesson’s file');
}, 30_000);
afterAll(() => root.unmount());

/** Pastes the file of a lesson into the box. */
function paste(file: string): void {
  const box = host.querySelector<HTMLTextAreaElement>('#lesson-text');
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  value?.set?.call(box, file);
  box?.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a file says which stop does not lead where it says, and is opened with all of its stops', async () => {
  paste(formatLesson(QUARTER).replace('paste.said', 'paste.heard'));
  await isSaid('Stops that do not lead where they say: 1 of 8.');
  expect(host.textContent).toContain('stop 3 “It leaks”, link: Its run has no step “paste.heard”.');
  [...host.querySelectorAll('button')]
    .find(({ textContent }) => textContent.endsWith('as it is'))
    ?.click();
  expect(useLessons.getState().own?.stops).toHaveLength(8);
  await isSaid('The link does not lead where it says. Its run has no step “paste.heard”.');
  paste(formatLesson(QUARTER));
  await isSaid('Every stop leads where it says.');
}, 60_000);
