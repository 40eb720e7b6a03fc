import type { Act } from './act.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

/** How each kind of act is played. */
export type Players = {
  readonly [Kind in Act['kind']]?: (world: World, act: Extract<Act, { kind: Kind }>) => Played;
};

/** A part of what happens, so that a run brings only the parts it plays: the acts it plays, and what it gave out that a change elsewhere ends. */
export interface Service {
  readonly plays: Players;
  /** Called after every change: the world before it and after it. */
  readonly settles?: (before: World, after: World) => World;
}
