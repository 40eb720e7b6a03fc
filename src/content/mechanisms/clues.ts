/** What a learner is told of a case on the page "Which mechanism?": each clue strikes mechanisms out. */

/** The clues with what they can say; `any` says nothing. */
export const CLUES = {
  who: ['any', 'server', 'job', 'person', 'customer', 'device', 'inside'],
  holds: ['any', 'certificate', 'thing', 'saml', 'oidc', 'nothing'],
  needs: ['any', 'api', 'console', 'managed'],
  says: ['any', 'accounts', 'guests', 'thing-name', 'hidden-issuer', 'two-values'],
} as const;

export type Clue = keyof typeof CLUES;
export type Clues = { readonly [Name in Clue]: (typeof CLUES)[Name][number] };
/** What a clue says when it says something. */
export type Said<Name extends Clue> = Exclude<Clues[Name], 'any'>;

export const NO_CLUES: Clues = { who: 'any', holds: 'any', needs: 'any', says: 'any' };

/** The parts of the page. */
export const MECHANISM_VIEWS = ['choose', 'compare'] as const;
export type MechanismsView = (typeof MECHANISM_VIEWS)[number];
