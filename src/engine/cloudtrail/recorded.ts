import type { Act } from '../act.ts';
import { once } from '../once.ts';
import type { Played } from '../played.ts';
import type { Artifact, Outcome, Step } from '../trace.ts';
import type { World } from '../world.ts';
import { formatRecord } from './record.ts';
import type { TrailRecord } from './record.ts';

/** A call that was made, and how it ended. */
export interface Ended<A extends Act> {
  readonly act: A;
  readonly before: World;
  readonly after: World;
  readonly outcome: Outcome;
}

/** A player whose answers show what CloudTrail records of the call, one artifact for each account's trail. */
export const recorded =
  <A extends Act>(
    play: (world: World, act: A) => Played,
    recordsOf: (ended: Ended<A>) => readonly TrailRecord[],
  ) =>
  (before: World, act: A): Played => {
    const played = play(before, act);
    const { steps, outcome, world } = played;
    const answer = steps.at(-1);
    if (answer?.row !== 'answer') return played;
    // Gathered and written when somebody looks: most runs are played for their outcome.
    const artifacts = once(() => [
      ...answer.artifacts,
      ...recordsOf({ act, before, after: world, outcome }).map(trailOf),
    ]);
    const shown: Step = {
      ...answer,
      get artifacts() {
        return artifacts();
      },
    };
    return { ...played, steps: [...steps.slice(0, -1), shown] };
  };

const trailOf = (one: TrailRecord): Artifact => ({
  kind: 'cloudtrail',
  name: one.name ?? one.account,
  get text(): string {
    return formatRecord(one);
  },
});
