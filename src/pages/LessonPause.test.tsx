import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import type { Lesson } from '#content/lessons/format.ts';
import { READY_LESSONS } from '#content/lessons/ready.ts';
import { narrate } from '#content/narrate.ts';
import { openings } from '#content/scenario.ts';
import { findScenario } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { cursorOf } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import { loadPacking } from '#platform/packing.ts';
import { goTo, useStage } from '#stores/stage.ts';

import { App } from './App.tsx';
import { goToStop, placeOfStop } from './lessonStops.ts';

const packing = await loadPacking();
const STOPS = Object.entries(READY_LESSONS).flatMap(([id, lesson]) =>
  lesson.stops.map((stop, index) => ({ id, lesson, stop, at: index + 1 })),
);
const ASKING = STOPS.filter(({ stop }) => stop.ask);

let root: Root;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

async function settled(until: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !until(); turn += 1) await act(() => pause(10));
}

const press = (key: string) =>
  act(async () => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    await pause(5);
  });

const words = (): string => document.querySelector('[aria-label="This step"]')?.textContent ?? '';
const title = (): string => document.querySelector('h1')?.textContent ?? '';
const blank = (): Element | null => document.querySelector('[aria-label*="screen is blank"]');

/** Everything in the document, for eyes and for ears. */
const written = (): string =>
  [
    document.title,
    document.documentElement.textContent,
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    ),
  ].join('\n');

/** Does something, and draws what comes of it. */
const doing = (work: () => void): Promise<void> =>
  act(async () => {
    work();
    await pause(0);
  });

/** Opens a stop of a lesson, and waits until the room sees it. */
async function open(id: string, lesson: Lesson, at: number): Promise<void> {
  const { ask } = promised(lesson.stops[at - 1], 'the stop is there');
  await doing(() => goToStop(id, lesson, at, packing));
  await settled(() => words().includes(ask?.question ?? 'Step '));
}

/** The run that a stop shows, and how far. */
function shownBy(stop: Lesson['stops'][number]) {
  const place = placeOfStop(stop, packing);
  if (place.page !== 'lab') throw new Error('it leads into a lab');
  const scenario = promised(findScenario(place.lab, place.scenario), 'the scenario is there');
  const { trace } = scenario.play(place.knobs, { parsePolicy });
  const open = openings(scenario, place.knobs);
  return { scenario, trace, open, cursor: cursorOf(trace, place.step).cursor };
}

/** What the steps behind a stop say that none before it says. */
function untoldAt(stop: Lesson['stops'][number]): readonly string[] {
  const { scenario, trace, open, cursor } = shownBy(stop);
  const told = trace.steps.map((step) => {
    const { announcement, caption, verdict } = narrate(step, scenario);
    const code = verdict?.code;
    return [step.id, announcement, caption, ...(code === undefined ? [] : [code])];
  });
  const before = new Set(told.slice(0, cursor).flat());
  const hidden = told.slice(cursor).flat();
  const { title: telling, summary } = scenario;
  return [telling, summary, ...open, ...hidden.filter((text) => !before.has(text))];
}

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // What a lesson keeps back is loaded before a test waits for it.
  await Promise.all([import('./lessonPause.ts'), import('./LessonSlide.tsx')]);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await doing(() => root.render(<App />));
}, 60_000);
afterAll(async () => {
  await doing(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('what a room is to predict', () => {
  test.each(ASKING.map((one) => [one.id, one.at, one] as const))(
    'in %s, stop %d, is told nowhere before',
    async (_, __, { id, lesson, stop, at }) => {
      await open(id, lesson, at);
      await settled(() => document.querySelector('[data-testid=announcer]')?.textContent !== '');
      const everywhere = written();
      expect(untoldAt(stop).filter((text) => everywhere.includes(text))).toEqual([]);
      expect(words()).toMatch(/^Step \d+ of \?/);
      expect(words()).not.toMatch(/GRANTED|REFUSED|FAIL|PASS/);
      expect(document.querySelectorAll('[aria-label=Lifetimes] li')).toHaveLength(0);
    },
    20_000,
  );

  test('is not told on the way to the question either', async () => {
    const { quarter = expect.fail('it is there') } = READY_LESSONS;
    const [first = expect.fail('it has stops')] = quarter.stops;
    await open('quarter', quarter, 1);
    await settled(() => title() === 'Credentials in a public chat');
    const { scenario } = shownBy(first);
    expect(written()).not.toContain(scenario.title);
    expect(written()).not.toContain(scenario.summary);
    // The last step that may be seen is the one at which stop 3 asks.
    await press('End');
    expect(useStage.getState().place).toMatchObject({ step: 'paste.said' });
    await press('ArrowRight');
    expect(useStage.getState().place).toMatchObject({ step: 'first-look.request' });
  });

  test('is told once the run goes on, and asked again where it comes back', async () => {
    const { 'whole-hour': hour = expect.fail('it is there') } = READY_LESSONS;
    await open('whole-hour', hour, 5);
    expect(title()).toBe('A session for the nightly backup');
    await press('ArrowRight');
    await settled(() => title() === 'Twelve hours asked, none given');
    expect(words()).toMatch(/^Step 8 of \d/);
    await press('ArrowLeft');
    expect(title()).toBe('A session for the nightly backup');
  });
});

describe('a page that a lesson leads to', () => {
  const { quarter = expect.fail('it is there') } = READY_LESSONS;
  const openLast = async (): Promise<void> => {
    await doing(() => goToStop('quarter', quarter, 8, packing));
    await settled(() => title() === 'Facts' && document.querySelector('section') !== null);
  };

  test('is the room’s: large, without the header, in its theme', async () => {
    await openLast();
    expect(document.querySelector('header nav, [aria-label=Search]')).toBeNull();
    expect(document.querySelector('[data-led] > main')).not.toBeNull();
    await settled(() => document.documentElement.style.cssText !== '');
    expect(document.documentElement.style.getPropertyValue('--room-zoom')).toBe('1.35');
    expect(document.documentElement.dataset['theme']).toBe('projector');
  });

  test('stays dark from stop to stop, and is lit again by whoever leaves the lesson', async () => {
    await openLast();
    await press('b');
    expect(blank()).not.toBeNull();
    await doing(() => goToStop('quarter', quarter, 7, packing));
    await settled(() => words() !== '');
    expect(blank()).not.toBeNull();
    await doing(() => goToStop('quarter', quarter, 8, packing));
    await settled(() => title() === 'Facts');
    expect(blank()).not.toBeNull();
    await press('.');
    expect(blank()).toBeNull();
    await press('b');
    await press('Escape');
    expect(useStage.getState()).toMatchObject({
      isBlank: false,
      place: { page: 'lesson', id: 'quarter' },
    });
    await doing(() => goTo({ page: 'start' }));
  });
});
