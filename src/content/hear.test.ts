import { describe, expect, test } from 'vitest';

import { amzDate, at } from '#engine/time.ts';

import { hear } from './hear.ts';
import type { Heard } from './hear.ts';
import { stageOf } from './lifeStages.ts';
import { sevenDays as written } from './scenarios/presigned/sevenDays.ts';
import { readyNow } from './subjects/all.ts';

const scenario = readyNow(written);
const SILENCE: Heard = { text: '', story: '', step: '', said: '', stages: {} };

/** The run with its link used at a time of its day, and one of its steps. */
function placeAt(time: string, id: string) {
  const { trace } = scenario.play({ used: amzDate(at(`2026-01-15T${time}Z`)) });
  return { scenario, trace, cursor: trace.steps.findIndex((step) => step.id === id) + 1 };
}

/** What is heard when the clock is dragged from time to time at one step. */
const dragged = (id: string, ...times: readonly string[]): readonly string[] => {
  const texts: string[] = [];
  times.reduce((before, time) => {
    const heard = hear(before, placeAt(time, id));
    if (heard.text !== before.text) texts.push(heard.text);
    return heard;
  }, SILENCE);
  return texts;
};

describe('a life', () => {
  const life = { from: at('2026-01-15T12:00:00Z'), until: at('2026-01-15T13:00:00Z') };

  test.each([
    ['12:30:00', 'first-half'],
    ['12:30:01', 'past-half'],
    ['12:54:00', 'past-half'],
    ['12:54:01', 'last-tenth'],
    ['13:00:00', 'last-tenth'],
    ['13:00:01', 'ended'],
  ])('of an hour from noon is at %s in the stage %s', (time, stage) => {
    expect(stageOf(life, at(`2026-01-15T${time}Z`))).toBe(stage);
  });
});

describe('what is heard', () => {
  test('a step in which time goes by says what it did to the lives', () => {
    const heard = hear(SILENCE, placeAt('12:56:00', 'wait.clock'));
    expect(heard.text).toMatch(/^Step 12 of \d+\. The clock moves /);
    expect(heard.text).toMatch(
      /run down: role session and link in the last tenth, 4 minutes left\.$/,
    );
  });

  test('a step in which none goes by says nothing of them', () => {
    expect(hear(SILENCE, placeAt('12:56:00', 'open-url.request')).text).not.toContain('lifetimes');
  });

  test('dragging the clock past a threshold says the step once more, with that', () => {
    const [first, second, third, ...more] = dragged(
      'open-url.request',
      '12:10:00',
      '12:20:00',
      '12:40:00',
      '12:50:00',
      '13:05:00',
    );
    expect(first).not.toContain('lifetimes');
    expect(second).toBe(
      `${first?.slice(0, -1)}; lifetimes: role session and link past half, 20 minutes left.`,
    );
    // The run is shorter then: fewer checks are made.
    expect(third).toMatch(/^Step 13 of 25\. .*; lifetimes: role session and link ended\.$/);
    expect(more).toEqual([]);
  });

  test('dragging it back says that, too', () => {
    expect(dragged('open-url.request', '13:05:00', '12:10:00').at(-1)).toMatch(
      /; lifetimes: role session and link back in the first half, 50 minutes left\.$/,
    );
  });

  test('a life that passes in the step itself is said once', () => {
    const texts = dragged('wait.clock', '12:10:00', '12:40:00', '13:05:00');
    expect(texts).toHaveLength(3);
    for (const text of texts.slice(1)) expect(text.match(/role session/g)).toHaveLength(1);
  });

  describe('after a jump over a clock step', () => {
    const jumped = (time: string, ...ids: readonly (string | undefined)[]): readonly string[] => {
      let heard = SILENCE;
      return ids.map((id) => {
        const place = placeAt(time, id ?? '');
        heard = hear(heard, id === undefined ? { ...place, cursor: 0 } : place);
        return heard.text;
      });
    };
    const ended = /; lifetimes: role session and link ended\.$/;

    test('what passed a threshold on the way is said with the step, in one sentence', () => {
      const [before = '', after = ''] = jumped('13:05:00', 'share.done', 'open-url.request');
      expect(before).not.toContain('lifetimes');
      expect(after).toMatch(/^Step 13 of 25\. [^.;]+; lifetimes: [^.;]+\.$/);
      expect(after).toMatch(ended);
    });

    test('what began on the way counts, too', () => {
      expect(jumped('13:05:00', undefined, 'open-url.request').at(-1)).toMatch(ended);
      expect(jumped('12:40:00', undefined, 'open-url.request').at(-1)).toMatch(
        /; lifetimes: role session and link past half, 20 minutes left\.$/,
      );
    });

    test('the clock step itself says it once, and the next step no more', () => {
      const [clock = '', next] = jumped(
        '13:05:00',
        undefined,
        'wait.clock',
        'open-url.request',
      ).slice(1);
      expect(clock.match(/role session/g)).toHaveLength(1);
      expect(next).not.toContain('lifetimes');
    });

    test.each([
      ['nothing passed', '12:10:00', ['share.done', 'open-url.request']],
      ['it leads back', '13:05:00', ['open-url.request', 'share.done']],
      ['the page is opened there', '13:05:00', ['open-url.request']],
    ] as const)('nothing is said of lives where %s', (_, time, ids) => {
      expect(jumped(time, ...ids).at(-1)).not.toContain('lifetimes');
    });
  });

  test('at the start there is silence', () => {
    expect(hear(SILENCE, { ...placeAt('12:10:00', 'wait.clock'), cursor: 0 }).text).toBe('');
  });
});
