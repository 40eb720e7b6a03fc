import type { Scenario } from '#content/scenario.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { World } from '#engine/world.ts';

import { lifeName } from '#content/lifeName.ts';

/** A life of the new run with its name, and the same one in the kept run. */
export interface LifeBeside {
  readonly name: string;
  readonly now?: Lifetime;
  readonly kept?: Lifetime;
}

/** The lives of two runs, joined by their names: a key that is issued otherwise has another id. */
export function livesBeside(scenario: Scenario, kept: World, now: World): readonly LifeBeside[] {
  const named = (world: World) =>
    lifetimesOf(world).map((life) => ({ life, name: lifeName(scenario, world, life) }));
  const left = [...named(kept)];
  const both = named(now).map(({ life, name }): LifeBeside => {
    const index = left.findIndex((one) => one.name === name && one.life.kind === life.kind);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    return { name, now: life, ...(same && { kept: same.life }) };
  });
  return [...both, ...left.map(({ life, name }) => ({ name, kept: life }))];
}
