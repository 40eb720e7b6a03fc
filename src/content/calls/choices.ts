/** What a learner chooses on the page "Which call?": who calls, from where, what for, with MFA or not, for how long. */

/** What the caller holds of AWS. */
export const CALLERS = [
  'user',
  'root',
  'role',
  'user-session',
  'federated-user',
  'service',
  'none',
] as const;
export type Caller = (typeof CALLERS)[number];

/** Where the caller comes from: what it can show beside its credentials. */
export const ORIGINS = [
  'account',
  'management',
  'saml',
  'oidc',
  'mobile',
  'on-premises',
  'workforce',
  'partner',
] as const;
export type Origin = (typeof ORIGINS)[number];

export const TARGETS = [
  'other-account',
  'same-account',
  'own-identity',
  'console',
  'outsider',
  'root-task',
  'outward',
  'delegation',
  'who-am-i',
  'key-owner',
  'why-refused',
] as const;
export type Target = (typeof TARGETS)[number];

/** Whether a policy demands that MFA was proved. */
export const MFA = ['no', 'yes'] as const;

/** What DurationSeconds asks for; `default` leaves it out. */
export const LENGTHS = ['default', '900', '3600', '43200', '129600'] as const;
export type Length = (typeof LENGTHS)[number];

export interface Choices {
  readonly caller: Caller;
  readonly from: Origin;
  readonly target: Target;
  readonly mfa: (typeof MFA)[number];
  readonly lasts: Length;
}

/** Every choice with what can be chosen; the first of each is where the page starts. */
export const CHOICES = {
  caller: CALLERS,
  from: ORIGINS,
  target: TARGETS,
  mfa: MFA,
  lasts: LENGTHS,
} as const satisfies { readonly [Name in keyof Choices]: readonly Choices[Name][] };

export const FIRST_CHOICES: Choices = {
  caller: CALLERS[0],
  from: ORIGINS[0],
  target: TARGETS[0],
  mfa: MFA[0],
  lasts: LENGTHS[0],
};

/** The three parts of the page. */
export const CALLS_VIEWS = ['choose', 'compare', 'behind'] as const;
export type CallsView = (typeof CALLS_VIEWS)[number];

/** The orders of the comparison's rows. */
export const SORTS = ['aws', 'name', 'longest'] as const;
export type Sort = (typeof SORTS)[number];
