import { playedWork } from '../played.ts';
import type { Played } from '../played.ts';
import { formatAnswer } from '../wire/http.ts';
import type { World } from '../world.ts';
import type { ChangeRolesAnywhere } from './acts.ts';
import { resourceChanged } from './changes.ts';
import { refusal } from './json.ts';

/** Plays a change an administrator makes; where the service refuses it, its answer stands beside the row. */
export function playResourceChange(world: World, act: ChangeRolesAnywhere): Played {
  const { world: after, error } = resourceChanged(world, act.change);
  const text = error && formatAnswer(refusal(error, act.id));
  return playedWork(act, act.by, after, text === undefined ? [] : [{ kind: 'response', text }]);
}
