import type { FactsChoices } from '#content/facts/choices.ts';

import { useStage } from './stage.ts';

/** Looks for something among the limits. */
export const findFacts = (find: string): void =>
  useStage.setState(({ place }) => {
    if (place.page !== 'facts') return {};
    const { page, view, choices } = place;
    return { place: { page, view, choices, ...(find !== '' && { find }) } };
  });

/** Turns something on the page of facts. */
export const chooseFacts = (change: Partial<FactsChoices>): void =>
  useStage.setState(({ place }) =>
    place.page === 'facts' ? { place: { ...place, choices: { ...place.choices, ...change } } } : {},
  );
