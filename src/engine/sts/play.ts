import type { Played } from '../played.ts';
import type { World } from '../world.ts';
import type { StsAct } from './acts.ts';
import { playAssumeRole } from './assumeRole.ts';

/** Plays a call to STS. */
export function playSts(world: World, act: StsAct): Played {
  if (act.kind === 'sts:AssumeRole') return playAssumeRole(world, act);
  throw new Error(`${act.kind} is not played yet`);
}
