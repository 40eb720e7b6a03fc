import { stepAt, worldAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { certificatesShown } from './certificateLives.ts';
import { lifeName } from './lifeName.ts';
import type { Scenario } from './scenario.ts';
import { spokenLength, spokenList } from './words.ts';

/** How far lives have run down, for whoever does not see the bars: past half, in the last tenth, ended. */

export const LIFE_STAGES = ['first-half', 'past-half', 'last-tenth', 'ended'] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

export interface Life {
  readonly id: string;
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
}

type Named = Pick<Scenario, 'lives'>;

/** The sessions, URLs and certificates that have a bar at a cursor. */
export function livesAt(named: Named, trace: Trace, cursor: Cursor): readonly Life[] {
  const world = worldAt(trace, cursor);
  const certificates = certificatesShown(trace, cursor).map((one) => ({
    ...one,
    name: one.name.replace('cert.', 'certificate'),
  }));
  const lives = lifetimesOf(world).map((life) => ({
    id: life.id,
    name: lifeName(named, world, life),
    from: life.from,
    until: life.until,
  }));
  return [...certificates, ...lives];
}

/** How much of a life is over at a moment; its last second still belongs to it. */
export function stageOf({ from, until }: Pick<Life, 'from' | 'until'>, now: Instant): LifeStage {
  const left = until - now;
  const whole = until - from;
  if (left < 0) return 'ended';
  if (left * 10 < whole) return 'last-tenth';
  return left * 2 < whole ? 'past-half' : 'first-half';
}

/** The lives that came into another stage in a step, because time went by. */
export function passedAt(named: Named, trace: Trace, cursor: Cursor): readonly Life[] {
  const step = stepAt(trace, cursor);
  const before = worldAt(trace, cursor - 1).now;
  if (!step || step.world.now === before) return [];
  return livesAt(named, trace, cursor - 1).filter(
    (life) => stageOf(life, before) !== stageOf(life, step.world.now),
  );
}

/** The lives that came into another stage from one moment to a later one; back in time none did. */
export const passedBetween = (
  lives: readonly Life[],
  from: Instant,
  until: Instant,
): readonly Life[] =>
  from < until ? lives.filter((life) => stageOf(life, from) !== stageOf(life, until)) : [];

const STAGE_WORDS: Readonly<Record<LifeStage, string>> = {
  'first-half': 'back in the first half',
  'past-half': 'past half',
  'last-tenth': 'in the last tenth',
  ended: 'ended',
};

function sayStage(stage: LifeStage, lives: readonly Life[], now: Instant): string {
  if (stage === 'ended') return `${spokenList(lives.map(({ name }) => name))} ended`;
  const left = [...new Set(lives.map(({ until }) => spokenLength(secondsBetween(now, until))))];
  const names = spokenList(lives.map(({ name }) => name));
  return `${names} ${STAGE_WORDS[stage]}, ${spokenList(left)} left`;
}

/** Where lives stand now, for the end of a sentence; empty where there are none. */
export const sayLives = (lives: readonly Life[], now: Instant): string =>
  LIFE_STAGES.toReversed()
    .flatMap((stage) => {
      const found = lives.filter((life) => stageOf(life, now) === stage);
      return found.length === 0 ? [] : [sayStage(stage, found, now)];
    })
    .join('; ');
