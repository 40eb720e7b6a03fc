import type { Lifetime } from '#engine/lifetimes.ts';
import type { World } from '#engine/world.ts';

import type { Scenario } from './scenario.ts';

/** What a life is called: by the act that began it. */
export function lifeName(scenario: Pick<Scenario, 'lives'>, world: World, life: Lifetime): string {
  const key = life.kind === 'session' ? world.accessKeys[life.id] : undefined;
  const act = key?.kind === 'temporary' ? key.issuedBy : life.id;
  return scenario.lives[act] ?? act;
}
