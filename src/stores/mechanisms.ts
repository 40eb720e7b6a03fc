import type { Clues } from '#content/mechanisms/clues.ts';

import { useStage } from './stage.ts';

/** Gives other clues on the page "Which mechanism?". */
export const giveClues = (clues: Clues): void =>
  useStage.setState(({ place }) =>
    place.page === 'mechanisms' ? { place: { ...place, clues } } : {},
  );
