import { isPlayed } from '../../question.ts';
import type { Question, Shown } from '../../question.ts';
import { ACCESS_PLACES } from './access.ts';
import { IDEA_PLACES } from './ideas.ts';
import type { Places } from './place.ts';
import { PRESIGNED_PLACES } from './presigned.ts';
import { RESPONDING_PLACES } from './responding.ts';
import { ROLES_ANYWHERE_PLACES } from './rolesAnywhere.ts';
import { SESSION_PLACES } from './sessions.ts';

/** Where each written question of the bank is seen. */
export const PLACES: Places = {
  ...PRESIGNED_PLACES,
  ...ROLES_ANYWHERE_PLACES,
  ...SESSION_PLACES,
  ...ACCESS_PLACES,
  ...RESPONDING_PLACES,
  ...IDEA_PLACES,
};

/** The step that shows a question's answer; undefined where no run does. */
export const shownOf = (question: Question): Shown | undefined =>
  isPlayed(question) ? question.shows : PLACES[question.id]?.shows;

/** The step that refutes a wrong entry, or a pair with its prompt; undefined where no run does. */
export function refutedAt(question: Question, entry: string): Shown | undefined {
  if (isPlayed(question)) return question.shows;
  const place = PLACES[question.id];
  if (place?.refutes === undefined) return undefined;
  return place.refutes === 'here' ? place.shows : place.refutes[entry];
}
