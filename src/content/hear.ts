import { countOf, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { livesAt, passedAt, passedBetween, sayLives, stageOf } from './lifeStages.ts';
import type { Life, LifeStage } from './lifeStages.ts';
import { narrate } from './narrate.ts';
import type { Scenario } from './scenario.ts';

/** What a screen reader hears of a run: one text a step, and one more where the clock or a knob moves lives on under it. */

type Told = Pick<Scenario, 'id' | 'lives' | 'parties' | 'subjects'>;

interface HearPlace {
  readonly scenario: Told;
  readonly trace: Trace;
  readonly cursor: Cursor;
  /** What is said before and after the step: how a prediction turned out, and what is asked. */
  readonly says?: Says;
}

export interface Says {
  readonly first?: string;
  readonly last?: string;
}

/** What was said last, and where the lives stood then. */
export interface Heard {
  readonly text: string;
  readonly story: string;
  readonly step: string;
  /** What time it was; left out before the first step. */
  readonly now?: Instant;
  readonly said: string;
  readonly stages: Readonly<Record<string, LifeStage>>;
}

/** One sentence of two: a screen reader stops at each full stop. */
const merged = (sentence: string, lives: string): string =>
  lives === ''
    ? sentence
    : sentence.endsWith('lifetimes run down.')
      ? sentence.replace(/\.$/, `: ${lives}.`)
      : `${sentence.replace(/\.$/, '')}; lifetimes: ${lives}.`;

/** A step read aloud, with the lives that passed a threshold in it, and those that did on the way there. */
export function aloud({ scenario, trace, cursor }: HearPlace, since: readonly Life[] = []): string {
  const step = stepAt(trace, cursor);
  if (!step) return '';
  const passed = passedAt(scenario, trace, cursor);
  const others = since.filter(({ id }) => passed.every((one) => one.id !== id));
  const lives = sayLives([...passed, ...others], step.world.now);
  return merged(narrate(step, scenario).announcement, lives);
}

/** A step as the live region says it. */
export const heardAt = (place: HearPlace, since?: readonly Life[]): string =>
  [
    place.says?.first,
    place.cursor > 0 && `Step ${place.cursor} of ${countOf(place.trace)}. ${aloud(place, since)}`,
    place.says?.last,
  ]
    .filter(Boolean)
    .join(' ');

/** What is said next; the same as before where there is nothing new. */
export function hear(before: Heard, place: HearPlace): Heard {
  const { scenario, trace, cursor } = place;
  const step = stepAt(trace, cursor);
  const story = scenario.id;
  if (!step) {
    const asked = heardAt(place);
    return { text: asked, story, step: '', said: asked, stages: {} };
  }
  const { now } = step.world;
  const lives = livesAt(scenario, trace, cursor);
  const said = heardAt(place);
  const next = {
    story,
    step: step.id,
    now,
    said,
    stages: Object.fromEntries(lives.map((life) => [life.id, stageOf(life, now)])),
  };
  if (story !== before.story) return { ...next, text: said };
  if (step.id !== before.step) {
    const then = before.now ?? trace.start.now;
    return { ...next, text: heardAt(place, passedBetween(lives, then, now)) };
  }
  const moved = lives.filter(
    ({ id }) => (before.stages[id] ?? next.stages[id]) !== next.stages[id],
  );
  if (moved.length === 0 && said === before.said) return before;
  return { ...next, text: heardAt(place, moved) };
}
