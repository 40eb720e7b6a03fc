import { describe, expect, test } from 'vitest';

import { READY_LESSONS } from '#content/lessons/ready.ts';
import { minutesOf, plannedAt } from '#content/lessons/format.ts';
import { formatLesson, knownLesson, readLesson } from '#content/lessons/readLesson.ts';
import type { LinkAt } from '#content/lessons/readLesson.ts';
import { isUnknown } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import { findScenario } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { cursorOf, stepAt } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import { loadPacking } from '#platform/packing.ts';

import { lacksOf } from './lessonPlay.ts';
import { linkFaultOf, placeOfStop } from './lessonStops.ts';
import { formatRoute, parseRoute } from './route.ts';

const packing = await loadPacking();
const linkFault = linkFaultOf(packing);
const LESSONS = Object.entries(READY_LESSONS);
const STOPS = LESSONS.flatMap(([id, { stops }]) =>
  stops.map((stop, index) => ({ name: `${id} ${index + 1}`, stop })),
);

/** The run that a link leads to, and the step; nothing where it leads to another page. */
function shownBy(link: string) {
  const { place } = parseRoute(link, packing);
  if (place.page !== 'lab') return undefined;
  const scenario = promised(findScenario(place.lab, place.scenario), 'the scenario is there');
  const run = scenario.play(place.knobs, { parsePolicy });
  const { cursor, exact } = cursorOf(run.trace, place.step);
  const unknown = Object.keys(place.knobs).filter((name) => isUnknown(scenario.knobs, name));
  return { scenario, run, cursor, exact, unknown };
}

/** How a stop's step ended, in words. */
function verdictOf(link: string): string {
  const shown = shownBy(link);
  const step = shown && stepAt(shown.run.trace, shown.cursor);
  const verdict = step && narrate(step, shown.scenario).verdict;
  return verdict ? [verdict.word, verdict.code ?? ''].join(' ').trim() : '';
}

describe('the lessons that are ready', () => {
  test.each([
    ['quarter', 15],
    ['half-hour', 30],
    ['whole-hour', 60],
  ])('%s takes %d minutes, stop after stop', (id, minutes) => {
    const lesson = READY_LESSONS[id];
    expect(lesson && minutesOf(lesson)).toBe(minutes);
    expect(lesson && plannedAt(lesson, lesson.stops.length).until).toBe(minutes);
  });

  test.each(LESSONS)('%s is what its own file says', (_, lesson) => {
    expect(knownLesson(lesson)).toEqual(lesson);
    expect(readLesson(formatLesson(lesson), linkFault)).toMatchObject({ lesson, faults: [] });
  });

  test.each(STOPS)('stop $name shows a state that is there, to the step', ({ stop }) => {
    const { place } = parseRoute(stop.link, packing);
    expect(linkFault(stop)).toBeUndefined();
    expect(formatRoute({ place }, packing)).toBe(stop.link);
    const shown = shownBy(stop.link) ?? { exact: true, unknown: [] };
    expect(shown).toMatchObject({ exact: true, unknown: [] });
    // What is asked is answered by the steps that follow.
    const left = 'run' in shown ? shown.run.trace.steps.length - shown.cursor : 0;
    expect(stop.ask === undefined || left > 0).toBe(true);
    expect('run' in shown ? shown.run.notices : []).toEqual([]);
  });

  test.each(STOPS)('stop $name has something to say, in whole sentences', ({ stop }) => {
    expect(stop.say.length).toBeGreaterThan(0);
    for (const thought of stop.say) expect(thought).toMatch(/^[A-Z].*[.?!]$/);
    expect(stop.ask?.question ?? 'None?').toMatch(/\?$/);
  });

  test.each([
    ['quarter', 4, 'GRANTED'],
    ['quarter', 6, 'FAIL ExpiredToken'],
    ['quarter', 7, 'GRANTED'],
    ['half-hour', 4, 'FAIL ExpiredToken'],
    ['half-hour', 6, 'GRANTED'],
    ['half-hour', 9, 'FAIL ValidationError'],
    ['half-hour', 11, 'FAIL AccessDenied'],
    ['whole-hour', 4, 'FAIL ExpiredToken'],
    ['whole-hour', 6, 'FAIL ValidationError'],
    ['whole-hour', 8, 'FAIL AccessDenied'],
    ['whole-hour', 11, 'FAIL AccessDenied'],
    ['whole-hour', 12, 'GRANTED'],
    ['whole-hour', 15, 'FAIL ExpiredToken'],
    ['whole-hour', 17, 'GRANTED'],
    ['whole-hour', 18, 'FAIL AccessDenied'],
    ['whole-hour', 20, 'GRANTED'],
  ])('%s, stop %d: the run ends as the notes say, %s', (id, at, verdict) => {
    expect(verdictOf(READY_LESSONS[id]?.stops[at - 1]?.link ?? '')).toBe(verdict);
  });

  test('each lets the room predict, and pauses at least every four stops', () => {
    for (const [, { stops }] of LESSONS) {
      const asked = stops.flatMap(({ ask }, index) => (ask ? [index] : []));
      const gaps = [...asked, stops.length].map((at, index) => at - (asked[index - 1] ?? -1));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(5);
    }
  });
});

describe('a file of a lesson', () => {
  const text = (change: (lesson: Record<string, unknown>) => void): string => {
    const lesson = JSON.parse(formatLesson(READY_LESSONS['quarter'] as never)) as Record<
      string,
      unknown
    >;
    change(lesson);
    return JSON.stringify(lesson, undefined, 2);
  };
  const stopsOf = (lesson: Record<string, unknown>) => lesson['stops'] as Record<string, unknown>[];

  test.each<[string, (lesson: Record<string, unknown>) => void, string, RegExp]>([
    ['another format', (one) => (one['format'] = 'x'), 'format', /must be "shortlived-lesson"/],
    ['no stops', (one) => (one['stops'] = []), 'stops', /at least 1/],
    ['a field of nobody', (one) => (one['author'] = 'me'), 'author', /no such field/],
    ['no minutes', (one) => delete stopsOf(one)[1]?.['minutes'], 'stop 2, minutes', /missing/],
    [
      'minutes as a text',
      (one) => Object.assign(stopsOf(one)[1] ?? {}, { minutes: '2' }),
      'stop 2, minutes',
      /a number/,
    ],
    [
      'a link to elsewhere',
      (one) => Object.assign(stopsOf(one)[0] ?? {}, { link: 'https://example.org/' }),
      'stop 1, link',
      /link of this app/,
    ],
    [
      'a scenario of nobody',
      (one) => Object.assign(stopsOf(one)[0] ?? {}, { link: '#/lab/sts/nothing' }),
      'stop 1 “What is at stake”, link',
      /no page/,
    ],
    [
      'a lesson in a lesson',
      (one) => Object.assign(stopsOf(one)[0] ?? {}, { link: '#/lesson/quarter' }),
      'stop 1 “What is at stake”, link',
      /into a lesson/,
    ],
    [
      'a question without a run',
      (one) => Object.assign(stopsOf(one)[7] ?? {}, { ask: { question: 'Well?' } }),
      'stop 8 “What to take home”, link',
      /into a lab/,
    ],
    [
      'one answer',
      (one) =>
        Object.assign(stopsOf(one)[2] ?? {}, { ask: { question: 'Well?', options: ['Yes'] } }),
      'stop 3, ask, option',
      /at least 2/,
    ],
  ])('with %s is not read, and says where', (_, change, place, says) => {
    const { lesson, faults } = readLesson(text(change), linkFault);
    expect(lesson).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.place).toContain(place);
    expect(faults[0]?.says).toMatch(says);
    expect(faults[0]?.line).toBeGreaterThan(0);
  });

  test('says of each stop the line of its link', () => {
    const file = text(() => {});
    const { links = [] } = readLesson(file, linkFault) as { links?: readonly LinkAt[] };
    const lines = file.split('\n');
    expect(links.map(({ line }) => lines[line - 1]?.trim())).toEqual(
      READY_LESSONS['quarter']?.stops.map(({ link }) => `"link": "${link}",`),
    );
    expect(links[3]?.place).toBe('stop 4 “Whoever has it, is it”, link');
  });

  test('that is no JSON says the line', () => {
    const { faults } = readLesson('{\n  "format": "shortlived-lesson",\n  "version": }', linkFault);
    expect(faults[0]?.line).toBe(3);
  });
});

describe('what a link names that is not there', () => {
  const STORY = '#/lab/sts/why-temporary';
  const lacks = (link: string, asks = false) =>
    lacksOf(
      { title: 'A', minutes: 1, say: [], link, ...(asks && { ask: { question: 'Well?' } }) },
      packing,
    );

  test('is nothing in the lessons that are ready', async () => {
    for (const { name, stop } of STOPS) {
      expect([name, await lacksOf(stop, packing)]).toEqual([name, []]);
    }
  });

  test.each([
    [`${STORY}/first-look.nothing?v=1`, /no step “first-look\.nothing”.*stand at step \d+, “/],
    [`${STORY}/nothing.at-all?v=1`, /no step “nothing\.at-all”.*stand at the start\./],
    [`${STORY}?v=1&stolen=purse`, /no such option/],
    [`${STORY}?v=1&moon=full`, /sets something this scenario does not have/],
    [`${STORY}?v=1&was=kept&was.stolen=purse`, /no such option/],
    ['#/microscope/sts/why-temporary/paste.said', /No signed request.*“paste\.said”/],
    ['#/microscope/moonlight', /no request “moonlight”/],
    ['#/be/sts/why-temporary/nothing', /no such request to judge/],
    ['#/quiz/nobody-asks', /no question “nobody-asks”/],
    ['#/quiz/predict/sts/why-temporary/nothing.stops', /nothing of this kind to predict/],
  ])('is said of %s', async (link, says) => {
    expect(linkFault({ title: 'A', minutes: 1, say: [], link })).toBeUndefined();
    const said = await lacks(link);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(says);
  });

  test('is an answer, where the room is asked at the end of a run', async () => {
    const end = `${STORY}/come-back.answer?v=1&stolen=key`;
    expect(await lacks(end)).toEqual([]);
    expect(await lacks(end, true)).toEqual([expect.stringContaining('no step follows')]);
  });

  test.each([
    '#/facts/limits',
    '#/quiz',
    '#/be',
    '#/be/sts/why-temporary',
    '#/microscope',
    '#/lab/sts/nothing',
  ])('is not asked of %s', async (link) => expect(await lacks(link)).toEqual([]));
});

test('a run is shown to the room, and whatever else as it is', () => {
  const stop = { title: 'A', minutes: 1, say: [] };
  expect(placeOfStop({ ...stop, link: '#/lab/sts/why-temporary?v=1' }, packing)).toMatchObject({
    mode: 'present',
  });
  expect(placeOfStop({ ...stop, link: '#/facts/limits' }, packing)).toEqual(
    parseRoute('#/facts/limits').place,
  );
});
