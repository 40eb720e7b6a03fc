import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';

import { initialText } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { parseAmzDate } from '#engine/time.ts';

import { Timeline } from './Timeline.tsx';

const sevenDays = readyNow(written);

const BECAUSE = 'ends here because the session ends here';

/** The timeline of a run, at its end unless another cursor is given. */
function markupOf(scenario: Scenario, raw: RawKnobs = {}, cursor?: number): string {
  const { trace } = scenario.play(raw);
  const knob = scenario.knobs[scenario.clock];
  if (knob?.kind !== 'moment') throw new Error('the clock is a moment');
  const clock = {
    at: parseAmzDate(raw[scenario.clock] ?? initialText(knob)) ?? knob.initial,
    min: knob.min,
    max: knob.max,
  };
  return renderToStaticMarkup(
    <Timeline
      {...{ scenario, trace, clock }}
      cursor={cursor ?? trace.steps.length}
      onClock={vi.fn<() => void>()}
    />,
  );
}

const timelineOf = (...run: Parameters<typeof markupOf>): HTMLElement =>
  new DOMParser().parseFromString(markupOf(...run), 'text/html').body;

const textsOf = (body: HTMLElement): readonly string[] =>
  [...body.querySelectorAll('svg text')].map(({ textContent }) => textContent);
const barsOf = (body: HTMLElement): readonly string[] =>
  textsOf(body).filter((text) => /^(?:link|role session|first session)/.test(text));
const labelOf = (body: HTMLElement): string | null =>
  body.querySelector('svg')?.getAttribute('aria-label') ?? null;
const clockOf = (body: HTMLElement): string | null =>
  body.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ?? null;

describe('a run in which the session ends first', () => {
  const body = timelineOf(sevenDays);

  test('it has one bar for the session and two for the link: as asked, and in truth', () => {
    expect(barsOf(body)).toEqual(['role session', 'link, as asked', 'link, in truth']);
  });

  test('it says why the link ends', () => {
    expect(textsOf(body).filter((text) => text === BECAUSE)).toHaveLength(1);
  });

  test('it says the same in one sentence', () => {
    expect(body.querySelector('svg')?.getAttribute('role')).toBe('img');
    expect(labelOf(body)).toBe(
      'Lifetimes: role session: until 15 Jan 13:00; link: asked for until 22 Jan 12:00, but ends 15 Jan 13:00 because the session ends then.',
    );
  });

  test('it says beside the clock who still lives then', () => {
    expect(clockOf(body)).toBe('15 Jan 13:05 UTC, role session: ended 13:00, link: ended 13:00');
    expect(clockOf(timelineOf(sevenDays, { used: '20260115T124500Z' }))).toBe(
      '15 Jan 12:45 UTC, role session: until 13:00, link: until 13:00',
    );
  });

  test('it marks the moments that matter and breaks the empty time', () => {
    expect(textsOf(body)).toEqual(
      expect.arrayContaining(['12:00', '13:00', '22 Jan 12:00', '24 Jan 12:00']),
    );
  });
});

describe('a run signed with a user’s key', () => {
  const body = timelineOf(sevenDays, { signer: 'user' });

  test('it has no session, and the link ends as it asked', () => {
    expect(barsOf(body)).toEqual(['link, as asked', 'link, in truth']);
    expect(textsOf(body)).not.toContain(BECAUSE);
    expect(labelOf(body)).toBe('Lifetimes: link: asked for until 22 Jan 12:00.');
  });
});

test('it says nothing of an early end when the link ends before the session', () => {
  const body = timelineOf(sevenDays, { expires: '900' });
  expect(textsOf(body)).not.toContain(BECAUSE);
  expect(labelOf(body)).toBe(
    'Lifetimes: role session: until 15 Jan 13:00; link: asked for until 15 Jan 12:15.',
  );
});

test('it has a bar for each session of a chain', () => {
  expect(barsOf(timelineOf(sevenDays, { signer: 'chained' }))).toEqual([
    'first session',
    'role session',
    'link, as asked',
    'link, in truth',
  ]);
});

test('it shows only what lives at the cursor, and does not move its clock meanwhile', () => {
  const { steps } = sevenDays.play({}).trace;
  const issued = steps.findIndex(({ id }) => id === 'assume-role.answer') + 1;
  const signed = steps.findIndex(({ id }) => id === 'sign.done') + 1;
  expect(labelOf(timelineOf(sevenDays, {}, 0))).toBe('Lifetimes: nothing lives yet.');
  expect(barsOf(timelineOf(sevenDays, {}, issued - 1))).toEqual([]);
  expect(barsOf(timelineOf(sevenDays, {}, issued))).toEqual(['role session']);
  expect(barsOf(timelineOf(sevenDays, {}, signed))).toHaveLength(3);
  const handleAt = (cursor: number) =>
    timelineOf(sevenDays, {}, cursor)
      .querySelector('[role=slider]')
      ?.getAttribute('style')
      ?.split(';')[0];
  expect(handleAt(0)).toBe(handleAt(steps.length));
});

test('it does not move its marks when the clock is dragged', () => {
  const ticks = (used: string) =>
    textsOf(timelineOf(sevenDays, { used })).filter((text) => /^\d/.test(text));
  for (const used of ['20260115T120000Z', '20260116T000000Z', '20260124T120000Z']) {
    expect(ticks(used)).toEqual(ticks('20260115T130500Z'));
  }
});

const scenarioCalled = (id: string): Scenario => {
  const found = SCENARIOS.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`${id} is gone`);
  return found;
};

describe('an axis that is shorter than a life', () => {
  const body = timelineOf(scenarioCalled('github-wildcard'));

  test('it is drawn at one speed', () => {
    expect(body.querySelectorAll('path[class*=break]')).toHaveLength(0);
  });

  test('it says at the edge until when each life runs on', () => {
    expect(textsOf(body).filter((text) => text === 'until 15:01')).toHaveLength(2);
    expect(textsOf(timelineOf(sevenDays)).join(' ')).not.toContain('until');
  });
});

test.each([
  { id: 'why-temporary', from: '09:00' },
  { id: 'leak-and-respond', from: '08:00' },
  { id: 'console-clock', from: '18:00' },
])('it begins when the first session of $id is issued, where the clock cannot go', (row) => {
  const body = timelineOf(scenarioCalled(row.id));
  const past = body.querySelector('rect[class*=past]');
  expect(Number(past?.getAttribute('width'))).toBeGreaterThan(5);
  expect(textsOf(body)).toContain(row.from);
  expect(body.querySelector('[role=slider]')?.getAttribute('aria-valuemin')).toBe('0');
});

test('it has nothing that the clock cannot reach where the story begins with it', () => {
  expect(timelineOf(sevenDays).querySelector('rect[class*=past]')).toBeNull();
});

test.each([
  { id: 'revocation-race', group: 'All lifetimes' },
  { id: 'seven-days', group: undefined },
])('many bars scroll, by keys too: $id', ({ id, group }) => {
  const scroller = timelineOf(scenarioCalled(id)).querySelector('[tabindex]:not([role=slider])');
  expect(scroller?.getAttribute('aria-label')).toBe(group);
});

test('it stands when nothing was ever issued', () => {
  const body = timelineOf(sevenDays, { trusted: 'off' });
  expect(labelOf(body)).toBe('Lifetimes: nothing lives yet.');
  expect(clockOf(body)).toBe('15 Jan 13:05 UTC');
});

// Every fifth story: what lives hangs on kinds of keys, and each of them is among these.
describe.each(SCENARIOS.filter((_, index) => index % 5 === 0))('the scenario $id', (scenario) => {
  test.each([{ label: 'as it starts', knobs: {} }, ...scenario.variations])(
    'it has a timeline whenever something changes: $label',
    ({ knobs }) => {
      const { steps } = scenario.play(knobs).trace;
      for (let cursor = 0; cursor <= steps.length; cursor += 1) {
        // Checks change nothing in the world.
        if (/check|not-reached|call/.test(steps[cursor - 1]?.row ?? '')) continue;
        const markup = markupOf(scenario, knobs, cursor);
        expect(markup).toMatch(/aria-label="Lifetimes: [^"]*\."/);
        expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      }
    },
  );
});
