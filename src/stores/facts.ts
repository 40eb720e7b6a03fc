import type { FactsChoices } from '#content/facts/choices.ts';

import { useStage } from './stage.ts';

/** Turns something on the page of facts. */
export const chooseFacts = (change: Partial<FactsChoices>): void =>
  useStage.setState(({ place }) =>
    place.page === 'facts' ? { place: { ...place, choices: { ...place.choices, ...change } } } : {},
  );
