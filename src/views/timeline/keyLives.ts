import type { Scenario } from '#content/scenario.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

/** What is said of a key that nobody has ended. */
export const ENDLESS = 'no end of its own';

/** A long-term key that a story names: it has no end but the one somebody gives it. */
export interface KeyLife {
  readonly id: string;
  readonly name: string;
  readonly endedAt?: Instant;
}

/** The long-term keys of a world that a scenario names among its lives. */
export const keysIn = ({ lives }: Scenario, { accessKeys }: World): readonly KeyLife[] =>
  Object.values(accessKeys).flatMap((key) => {
    const name = lives[key.id];
    if (key.kind !== 'long-term' || name === undefined) return [];
    const { id, endedAt } = key;
    return [{ id, name, ...(endedAt !== undefined && { endedAt }) }];
  });
