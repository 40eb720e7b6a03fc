import { CLUES, CLUE_NAMES, MECHANISM_VIEWS, NO_CLUES } from '#content/mechanisms/clues.ts';
import type { Clues } from '#content/mechanisms/clues.ts';
import type { MechanismsPlace } from '#stores/stage.ts';

/** The link of the page "Which mechanism?": `#/mechanisms/<view>?v=1&…`, with the clues that say something. */

export const MECHANISMS_START: MechanismsPlace = {
  page: 'mechanisms',
  view: 'choose',
  clues: NO_CLUES,
};

const UNKNOWN = 'The link gives a clue that does not exist; it was left out.';

/** Reads the path of a link and its parameters; undefined where it names no part of the page. */
export function readMechanisms(
  [page, view = 'choose', ...rest]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): MechanismsPlace | undefined {
  const found = MECHANISM_VIEWS.find((each) => each === view);
  if (page !== 'mechanisms' || !found || rest.length > 0) return undefined;
  const given = CLUE_NAMES.map((clue) => {
    const asked = parameters.get(clue);
    const known = CLUES[clue].find((said) => said === asked);
    if (asked !== null && known === undefined) notices.push(UNKNOWN);
    return [clue, known ?? 'any'] as const;
  });
  // Each clue says one of its own.
  const clues = Object.fromEntries(given) as unknown as Clues;
  return { page: 'mechanisms', view: found, clues };
}

/** Writes the path of a place on the page. */
export const mechanismsPath = ({ view }: MechanismsPlace): string =>
  view === 'choose' ? 'mechanisms' : `mechanisms/${view}`;

/** Adds the clues that say something. */
export function addMechanisms(parameters: URLSearchParams, { clues }: MechanismsPlace): void {
  const given = CLUE_NAMES.filter((clue) => clues[clue] !== 'any');
  if (given.length > 0) parameters.set('v', '1');
  for (const clue of given) parameters.set(clue, clues[clue]);
}
