import { needsOf } from './act.ts';
import type { Act, ActId } from './act.ts';
import type { Played } from './played.ts';
import type { Service } from './service.ts';
import { latest } from './time.ts';
import type { Outcome, Step, Trace } from './trace.ts';
import type { World } from './world.ts';

/**
 * Plays a script in a world, by the services given. An act whose needs were refused, or never happened, does not happen
 * either. AWS's clock moves to each act's moment and never back; only a `wait` gets a row of its own for it.
 */
export function simulate(
  start: World,
  script: readonly Act[],
  services: readonly Service[],
): Trace {
  let world = start;
  const steps: Step[] = [];
  const outcomes: Record<ActId, Outcome> = {};
  const unplayed: ActId[] = [];
  for (const act of script) {
    if (needsOf(act).some((id) => outcomes[id]?.kind !== 'granted')) {
      unplayed.push(act.id);
      continue;
    }
    const { now } = world;
    const before = { ...world, now: latest(now, act.at) };
    const played = act.kind === 'wait' ? playWait(before, act, now) : play(before, act, services);
    world = played.world;
    steps.push(...played.steps);
    outcomes[act.id] = played.outcome;
  }
  return { start, steps, outcomes, unplayed };
}

function playWait(world: World, act: Act, from: World['now']): Played {
  const id = `${act.id}.clock` as const;
  return {
    steps: [{ act, row: 'clock', id, from, until: world.now, artifacts: [], world }],
    world,
    outcome: { kind: 'granted' },
  };
}

function play(world: World, act: Act, services: readonly Service[]): Played {
  const players = services.flatMap(({ plays }) => plays[act.kind] ?? []);
  // The player under a kind takes acts of that kind.
  const [player] = players as readonly ((world: World, act: Act) => Played)[];
  if (!player) throw new Error(`Broken promise: no service of this run plays ${act.kind}`);
  const played = player(world, act);
  return act.kind === 'change' ? settled(world, played, services) : played;
}

/** What a change ends in what other services gave out before. */
function settled(before: World, played: Played, services: readonly Service[]): Played {
  const world = services.reduce(
    (after, { settles }) => settles?.(before, after) ?? after,
    played.world,
  );
  return { ...played, world, steps: played.steps.map((step) => ({ ...step, world })) };
}
