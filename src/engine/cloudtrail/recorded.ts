import type { Act } from '../act.ts';
import type { Played } from '../played.ts';
import type { Outcome, Step } from '../trace.ts';
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
    const records = recordsOf({ act, before, after: world, outcome });
    if (answer?.row !== 'answer' || records.length === 0) return played;
    // Written when somebody looks at it: most runs are played for their outcome.
    const trails = records.map((one) => ({
      kind: 'cloudtrail' as const,
      name: one.name ?? one.account,
      get text(): string {
        return formatRecord(one);
      },
    }));
    const shown: Step = { ...answer, artifacts: [...answer.artifacts, ...trails] };
    return { ...played, steps: [...steps.slice(0, -1), shown] };
  };
