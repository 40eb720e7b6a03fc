import { pilesAtSigning, pilesBefore } from '#content/judge/papers/papers.ts';
import type { Pile } from '#content/judge/papers/paper.ts';
import { settingsPile } from '#content/judge/papers/settings.ts';
import type { PartyId } from '#engine/act.ts';
import { worldAt } from '#engine/cursor.ts';
import type { Instant } from '#engine/time.ts';

import type { Played, Spot } from './gates.ts';

/** What lies before whoever decides on an act. */
export interface Papers {
  /** Who decides; undefined where the act asks nobody. */
  readonly by: PartyId | undefined;
  readonly now: Instant;
  readonly piles: readonly Pile[];
}

/** The papers of an act that is asked about: of its request and of the world before it, so nothing of its end is in them. */
export function papersAt(
  { scenario, knobs, trace }: Played,
  { act, cursor }: Pick<Spot, 'act' | 'cursor'>,
): Papers {
  const settings = settingsPile(scenario, knobs);
  const call = trace.steps.find((step) => step.row === 'call' && step.act.id === act);
  if (call?.row !== 'call') {
    const world = worldAt(trace, cursor);
    return { by: undefined, now: world.now, piles: [...pilesAtSigning(world), ...settings] };
  }
  const [first, ...rest] = pilesBefore(call);
  const piles = [...(first ? [first] : []), ...settings, ...rest];
  return { by: call.to, now: call.world.now, piles };
}
