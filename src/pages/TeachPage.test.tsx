import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { EXAMPLE_FILE } from '#content/own/example.ts';
import { openSet, parseSet } from '#content/own/set.ts';
import { loadPacking } from '#platform/packing.ts';
import { deleteOwn, useOwn } from '#stores/own.ts';
import { goTo, useStage } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';

import { GOLDEN_SETS } from './links.golden.ts';
import { loadBank } from './quizBank.ts';
import { QuizPage } from './QuizPage.tsx';
import { formatRoute, parseRoute } from './route.ts';

const download = vi.hoisted(() => vi.fn<(name: string, text: string) => void>());
vi.mock('#platform/download.ts', () => ({ download }));

const bank = await loadBank();
// Loaded before, so that no test waits for them.
await Promise.all([
  import('./TeachPage.tsx'),
  import('./QuizSet.tsx'),
  import('#study/teach/fileOf.ts'),
]);
const { pack, unpack } = await loadPacking();

/** The page, as the stage places it. One for all tests: many would be too much for the stand-in of a browser. */
function Here() {
  const place = useStage((stage) => stage.place);
  return place.page === 'quiz' ? <QuizPage place={place} /> : null;
}

const TEACH: QuizPlace = { page: 'quiz', view: 'teach' };

let root: Root;

const settle = (change: () => void): Promise<void> =>
  act(async () => {
    change();
    await new Promise((done) => {
      setTimeout(done, 30);
    });
  });

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  goTo(TEACH);
  await settle(() =>
    root.render(
      <Suspense fallback="waiting">
        <Here />
      </Suspense>,
    ),
  );
});

beforeEach(() => settle(() => goTo(TEACH)));

afterAll(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const button = (text: string | RegExp): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) =>
    typeof text === 'string' ? textContent === text : text.test(textContent),
  );
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};

const press = (text: string | RegExp): Promise<void> => settle(() => button(text).click());

const set = (): string | undefined => {
  const { place } = useStage.getState();
  return place.page === 'quiz' ? place.selection?.set : undefined;
};

test('nothing is taken at first, and nothing can be saved', async () => {
  expect(document.body.textContent).toContain(`0 of ${bank.length} taken`);
  await press(/^Save the file/);
  expect(download).not.toHaveBeenCalled();
});

test('what is taken stands in the link, and is saved', async () => {
  await settle(() => goTo({ ...TEACH, selection: { topic: 'choosing' }, as: 'moodle' }));
  const some = bank.filter(({ topic }) => topic === 'choosing');
  await press(`Take all ${some.length} shown`);
  expect(parseSet(unpack(set() ?? '') ?? '').entries).toEqual(
    expect.arrayContaining(some.map(({ id }) => id)),
  );
  await settle(() => document.querySelector<HTMLElement>('input[type=checkbox]')?.click());
  await press(`Save the file with ${some.length - 1} questions`);
  const [name, text] = download.mock.lastCall ?? [];
  expect(name).toBe('shortlived-moodle.xml');
  expect(text?.match(/<idnumber>/g)).toHaveLength(some.length - 1);
  const link = document.querySelector<HTMLInputElement>('input[aria-label=Link]')?.value ?? '';
  const { place } = parseRoute(link.slice(link.indexOf('#')));
  expect(place).toEqual({ page: 'quiz', selection: { set: set() } });
  expect(document.querySelectorAll('[aria-label="The same link as a QR code"] path')).toHaveLength(
    1,
  );
});

test('a sheet shows its questions, and answers only where they are wanted', async () => {
  const packed = pack(JSON.stringify(['link-and-session', 'no-such-question']));
  if (packed === undefined) throw new Error('too large');
  await settle(() => goTo({ ...TEACH, selection: { set: packed }, as: 'sheet' }));
  const sheet = (): string => document.querySelector('[data-sheet]')?.textContent ?? '';
  expect(sheet()).toContain('Choose one answer.');
  expect(sheet()).not.toContain('Source');
  await settle(() => goTo({ ...TEACH, selection: { set: packed }, as: 'sheet-with-answers' }));
  expect(sheet()).toContain('Source: ');
});

test('own questions are added, travel in a link whole, and are deleted', async () => {
  await press('Begin with the example');
  const box = document.querySelector<HTMLTextAreaElement>('#own-text');
  expect(box?.value).toBe(EXAMPLE_FILE);
  await press('Add 4 questions');
  expect(document.body.textContent).toContain('4 questions were added.');
  expect(box?.value).toBe('');
  await settle(() => goTo({ ...TEACH, selection: { topic: 'own' } }));
  await press('Take all 4 shown');
  const link = document.querySelector<HTMLInputElement>('input[aria-label=Link]')?.value ?? '';
  const { place } = parseRoute(link.slice(link.indexOf('#')));
  await settle(() => void deleteOwn(useOwn.getState().questions.map(({ id }) => id)));
  await settle(() => goTo(place));
  await vi.waitFor(() =>
    expect(document.querySelector('aside')?.textContent).toContain('4 questions'),
  );
  expect(document.querySelector('aside')?.textContent).toContain('4 of them written by');
  const keys = vi.spyOn(console, 'error');
  await press('Keep the added 4 in this browser');
  expect(keys).not.toHaveBeenCalled();
  expect(useOwn.getState().questions).toHaveLength(4);
});

test.each(GOLDEN_SETS)('golden links: %s still asks its questions', (hash, asks) => {
  const { place, notices } = parseRoute(hash);
  expect(notices).toEqual([]);
  expect(formatRoute({ place })).toBe(hash);
  const packed = place.page === 'quiz' ? place.selection?.set : undefined;
  const { questions } = openSet(parseSet(unpack(packed ?? '') ?? ''), bank);
  expect(questions.map(({ id }) => id)).toEqual(asks);
});

test('a set in a link is read and written, and a hostile one is clamped and said to be damaged', () => {
  const text = fc.oneof(
    fc.base64String({ maxLength: 60 }).map((one) => `z.${one}`),
    fc.json().map((one) => pack(one) ?? 'z.'),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, (one) => {
      const { place, notices } = parseRoute(`#/quiz?${new URLSearchParams({ set: one })}`);
      expect(parseRoute(formatRoute({ place })).place).toEqual(place);
      if (place.page !== 'quiz') throw new Error('another page');
      const packed = place.selection?.set;
      expect(packed === undefined).toBe(notices.length > 0);
      const read = packed === undefined ? undefined : unpack(packed);
      const opened = openSet(
        read === undefined ? { entries: [], damaged: 1 } : parseSet(read),
        bank,
      );
      expect(opened.questions.length).toBeLessThanOrEqual(bank.length);
    }),
    { seed: 20_261_123, numRuns: 200 },
  );
  const long = `z.${'A'.repeat(8191)}`;
  expect(parseRoute(`#/quiz?set=${long}`)).toEqual({
    place: { page: 'quiz' },
    notices: ['The link asks for questions that do not exist; all of them are asked.'],
  });
});
