import type { Call } from './callIds.ts';
import type { CallsView, Choices, Sort } from './choices.ts';

/** The choices in words. */

type Options = { readonly [Name in keyof Choices]: Readonly<Record<Choices[Name], string>> };

export const CHOICE_LABELS: Readonly<Record<keyof Choices, string>> = {
  caller: 'Who calls',
  from: 'Where the caller comes from',
  target: 'What for',
  mfa: 'MFA',
  lasts: 'For how long',
};

export const CHOICE_HINTS: Readonly<Record<keyof Choices, string>> = {
  caller: 'What the caller holds of AWS.',
  from: 'What the caller can show beside credentials.',
  target: 'What is wanted in the end.',
  mfa: 'Whether a policy demands that MFA was proved.',
  lasts: 'What DurationSeconds asks for; roles here allow 12 hours.',
};

export const CHOICE_OPTIONS: Options = {
  caller: {
    user: 'an IAM user with access keys',
    root: 'the root user',
    role: 'a role session',
    'user-session': 'a session from GetSessionToken',
    'federated-user': 'a federated user from GetFederationToken',
    service: 'an AWS service',
    none: 'somebody without AWS credentials',
  },
  from: {
    account: 'an account of the organization',
    management: 'the organization’s management account',
    saml: 'a corporate directory that speaks SAML',
    oidc: 'a build job or pod with an OIDC token',
    mobile: 'a mobile app with a web sign-in',
    'on-premises': 'a server of one’s own, with a certificate',
    workforce: 'a person signed in to IAM Identity Center',
    partner: 'an AWS partner, with a customer’s token',
  },
  target: {
    'other-account': 'a role in another account',
    'same-account': 'a role in the same account',
    'own-identity': 'the same identity as a session, with MFA',
    console: 'the console',
    outsider: 'access for somebody AWS does not know',
    'root-task': 'a root task in a member account',
    outward: 'a proof of identity for an outside service',
    delegation: 'work for a customer who delegated it',
    'who-am-i': 'whose credentials are these?',
    'key-owner': 'whose account is this key from?',
    'why-refused': 'why was this refused?',
  },
  mfa: { no: 'nobody asks for it', yes: 'a policy demands it' },
  lasts: {
    default: 'not said: the default',
    '900': '15 minutes',
    '3600': '1 hour',
    '43200': '12 hours',
    '129600': '36 hours',
  },
};

export const VIEW_NAMES: Readonly<Record<CallsView, string>> = {
  choose: 'Choose',
  compare: 'Compare',
  behind: 'Behind the scenes',
};

export const SORT_NAMES: Readonly<Record<Sort, string>> = {
  aws: 'as one meets them',
  name: 'by name',
  longest: 'longest session first',
};

/** Whose call it is, where that is not AWS STS. */
export const SERVICE_OF: Readonly<Partial<Record<Call, string>>> = {
  CreateSession: 'IAM Roles Anywhere, not STS',
  GetRoleCredentials: 'IAM Identity Center, not STS',
};
