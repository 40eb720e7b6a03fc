import { CLUES, MECHANISM_VIEWS, NO_CLUES } from '#content/mechanisms/clues.ts';
import type { MechanismsPlace } from '#stores/stage.ts';

import { addChoices, readChoices } from './choicesRoute.ts';

/** The link of the page "Which mechanism?": `#/mechanisms/<view>?v=1&…`, with the clues that say something. */

export const MECHANISMS_START: MechanismsPlace = {
  page: 'mechanisms',
  view: 'choose',
  clues: NO_CLUES,
};

/** Reads the path of a link and its parameters; undefined where it names no part of the page. */
export function readMechanisms(
  [page, view = 'choose', ...rest]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): MechanismsPlace | undefined {
  const found = MECHANISM_VIEWS.find((each) => each === view);
  if (page !== 'mechanisms' || !found || rest.length > 0) return undefined;
  return {
    page: 'mechanisms',
    view: found,
    clues: readChoices(CLUES, NO_CLUES, parameters, notices),
  };
}

/** Writes the path of a place on the page. */
export const mechanismsPath = ({ view }: MechanismsPlace): string =>
  view === 'choose' ? 'mechanisms' : `mechanisms/${view}`;

/** Adds the clues that say something. */
export const addMechanisms = (parameters: URLSearchParams, { clues }: MechanismsPlace): void =>
  addChoices(parameters, NO_CLUES, clues);
