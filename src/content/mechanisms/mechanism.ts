import { CLUES } from './clues.ts';
import type { Clue } from './clues.ts';

/** What is known of the page beside its links: which mechanisms there are, and the order of the clues. */

/** The ways to credentials of AWS, in the order learners meet them. */
export const MECHANISMS = [
  'roles-anywhere',
  'saml',
  'oidc',
  'cognito',
  'identity-center',
  'ssm-hybrid',
  'iot',
  'attached-role',
  'access-key',
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** The clues in the order they are asked for. */
// The keys of a record are its keys.
export const CLUE_NAMES = Object.keys(CLUES) as readonly Clue[];
