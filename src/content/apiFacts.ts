import type { RuleId } from '#engine/rules.ts';

import type { RuleFacts } from './ruleText.ts';

/** AWS publishes no order for these checks, so the place of each is modelled. */
const order = 'modelled';

type Prefixed = Extract<RuleId, `api.${string}` | `signin.${string}`>;

/** What the rules of calls to any service and of console federation say, how sure we are, and where it is written. */
export const API_FACTS: Readonly<Record<Prefixed, RuleFacts>> = {
  'api.key-known': {
    question: 'Does AWS know the access key?',
    statement: 'The access key that signs a call must exist and be active.',
    basis: { verdict: 'observed', order },
    source: 'iam.temporary-request',
  },
  'api.region-enabled': {
    question: 'Has the account this Region?',
    statement: 'Credentials work in every Region that the account has enabled.',
    basis: { verdict: 'documented', order },
    source: 'iam.sts-regions',
  },
  'api.token-fits-region': {
    question: 'Is a token of this version good in this Region?',
    statement:
      'Version 1 tokens of the global STS endpoint are good only in Regions that are enabled by default.',
    basis: { verdict: 'documented', order },
    source: 'iam.sts-regions',
  },
  'api.token-alive': {
    question: 'Has the session time left?',
    statement: 'Temporary credentials work until their expiration, and not a moment longer.',
    basis: { verdict: 'documented', order },
    source: 'iam.temporary-request',
  },
  'api.session-kind': {
    question: 'May this kind of session call this API at all?',
    statement:
      'A GetSessionToken session without MFA may not call IAM, a federated user may call neither IAM nor STS, but for a few operations.',
    basis: { verdict: 'documented', order },
    source: 'sts.comparison',
  },
  'api.allowed': {
    question: 'Do the policies allow it, right now?',
    statement:
      'Policies are read at every request: what the caller may do is what they say at this moment.',
    basis: { verdict: 'documented', order },
    source: 'iam.temporary-control',
  },
  'signin.credentials-alive': {
    question: 'Are these credentials of a session, and good?',
    statement: 'The federation endpoint takes key id, secret and token of a live session.',
    basis: { verdict: 'documented', order },
    source: 'iam.console-federation',
  },
  'signin.session-kind': {
    question: 'May this kind of session open the console?',
    statement: 'Role sessions and federated users may open the console through the endpoint.',
    basis: { verdict: 'modelled', order },
    source: 'sts.comparison',
  },
  'signin.duration-in-range': {
    question: 'Is SessionDuration within its limits?',
    statement: 'SessionDuration is 900 to 43200 seconds and may exceed the role’s maximum.',
    basis: { verdict: 'documented', order },
    source: 'iam.console-federation',
  },
  'signin.duration-fits-session': {
    question: 'May this session ask for a length of its own?',
    statement:
      'SessionDuration goes with role sessions only, and not with those that come from role chaining.',
    basis: { verdict: 'documented', order },
    source: 'iam.console-federation',
  },
  'signin.token-fresh': {
    question: 'Is the sign-in URL used in time?',
    statement: 'A sign-in URL must be used within 15 minutes.',
    basis: { verdict: 'documented', order },
    source: 'iam.console-federation',
  },
};
