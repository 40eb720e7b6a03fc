import { useStage } from './stage.ts';
import type { CallsPlace } from './stage.ts';

/** Changes something on the page "Which call?". */
export const changeCalls = (change: Partial<CallsPlace>): void =>
  useStage.setState(({ place }) =>
    place.page === 'calls' ? { place: { ...place, ...change } } : {},
  );
