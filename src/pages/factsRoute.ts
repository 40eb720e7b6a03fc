import { FACTS_CHOICES, FACTS_VIEWS, FIRST_FACTS } from '#content/facts/choices.ts';
import type { FactsPlace } from '#stores/stage.ts';

import { addChoices, readChoices } from './choicesRoute.ts';

/** The link of the page of facts: `#/facts/<view>?v=1&…`, with the choices that are not the first, and what is looked for. */

export const FACTS_START: FactsPlace = { page: 'facts', view: 'beliefs', choices: FIRST_FACTS };

/** The longest text to look for that a link holds. */
export const LONGEST_FIND = 60;

/** Reads the path of a link and its parameters; undefined where it names no part of the page. */
export function readFacts(
  [page, view = 'beliefs', ...rest]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): FactsPlace | undefined {
  const found = FACTS_VIEWS.find((each) => each === view);
  if (page !== 'facts' || !found || rest.length > 0) return undefined;
  const choices = readChoices(FACTS_CHOICES, FIRST_FACTS, parameters, notices);
  const find = parameters.get('find')?.slice(0, LONGEST_FIND);
  return {
    page: 'facts',
    view: found,
    choices,
    ...(find !== undefined && find !== '' && { find }),
  };
}

/** Writes the path of a place on the page. */
export const factsPath = ({ view }: FactsPlace): string =>
  view === 'beliefs' ? 'facts' : `facts/${view}`;

/** Adds what was chosen, where it is not the first. */
export function addFacts(parameters: URLSearchParams, { choices, find }: FactsPlace): void {
  addChoices(parameters, FIRST_FACTS, choices);
  if (find !== undefined) parameters.set('find', find);
}
