import type { ActId } from '#engine/act.ts';

import type { PredictionKind } from '../predict/asked.ts';

interface Asked {
  readonly act: ActId;
  readonly kind: PredictionKind;
}

/** The name under which one thing that is asked of an act is open; the act’s own name opens all of them. */
export const doorOf = ({ act, kind }: Asked): string => `${act}.${kind}`;
