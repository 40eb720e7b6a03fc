import { all, decided, each, statement, stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions about leaks, and about federation, are seen and refuted. */

const at = stepIn('sts');

const LEAK = (step: Parameters<typeof at>[1], knobs: Readonly<Record<string, string>> = {}) =>
  at('leak-and-respond', step, knobs);
const REVOKED = LEAK('with-role.allowed', { role: 'revoked' });
const DISTRUSTED = { user: 'nothing', role: 'distrusted' };

/** A trust policy for GitHub’s jobs with these conditions. */
const github = (Condition: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
  statement({
    Effect: 'Allow',
    Principal: {
      Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition,
  });

const SUBJECT = 'token.actions.githubusercontent.com:sub';
const SHOP = {
  subject: 'own',
  trust: github({ StringLike: { [SUBJECT]: 'repo:meadow/shop:*' } }),
};

export const RESPONDING_PLACES: Places = {
  'cancel-a-session': each(REVOKED, {
    key: LEAK('with-role.answer', { user: 'deleted' }),
    maximum: at('twelve-hours-asked', 'upload.token-alive', {
      maximum: '43200',
      change: 'lower',
      used: '20260113T070000Z',
    }),
    end: REVOKED,
  }),
  'back-after-a-minute': decided(
    LEAK('with-new.allowed', { user: 'nothing', role: 'revoked', last: 'again' }),
  ),
  'trust-policy-emptied': each(LEAK('with-role.allowed', { role: 'distrusted' }), {
    ...all(['ten', 'minutes'], LEAK('with-role.answer', DISTRUSTED)),
    'next-end': LEAK('open-again.assume-role-allowed', { ...DISTRUSTED, last: 'again' }),
  }),
  'key-off-session-on': each(LEAK('with-user.allowed', { user: 'denied', last: 'user' }), {
    never: LEAK('with-user.answer', { last: 'user' }),
    'session-both': LEAK('with-user.allowed', { user: 'denied', last: 'user' }),
    'key-then-session': LEAK('with-key.key-known', { last: 'key' }),
  }),
  'permission-removed': each(
    at('twelve-hours-asked', 'upload.allowed', { maximum: '43200', change: 'permission' }),
    {
      ...all(
        ['a-then-both', 'a-then-a'],
        at('twelve-hours-asked', 'upload.allowed', { maximum: '43200', change: 'permission' }),
      ),
      'none-then-none': {
        lab: 'presigned',
        scenario: 'permission-lost',
        step: 'open-url.signer-allowed',
        knobs: { allowed: 'off', meanwhile: 'given' },
      },
    },
  ),
  'copied-credentials': decided(stepIn('presigned')('instance-rotation', 'open-url.token-alive')),
  'change-and-sessions': each(LEAK('with-role.allowed'), {
    revoke: LEAK('with-new.answer', { user: 'nothing', role: 'revoked', last: 'again' }),
    trust: LEAK('open-again.assume-role-allowed', { ...DISTRUSTED, last: 'again' }),
    permissions: LEAK('with-new.allowed', { user: 'nothing', role: 'stripped', last: 'again' }),
    key: LEAK('open-again.caller-authenticated', { last: 'again' }),
  }),
  'audience-alone': each(at('github-wildcard', 'break.federation-allowed', SHOP), {
    main: at('github-wildcard', 'deploy.answer', { ...SHOP, runs: 'pull' }),
    organization: at('github-wildcard', 'break.federation-allowed', SHOP),
    strangers: at('github-wildcard', 'break.federation-allowed', { ...SHOP, other: 'stranger' }),
  }),
  'equals-with-a-star': each(
    at('github-wildcard', 'break.federation-allowed', { subject: 'star' }),
    {
      equals: at('github-wildcard', 'deploy.federation-allowed', { subject: 'literal' }),
      'string-like': at('github-wildcard', 'break.federation-allowed', SHOP),
      open: at('github-wildcard', 'break.federation-allowed', {
        subject: 'open',
        other: 'namesake',
      }),
    },
  ),
  'misspelled-claim': decided(
    at('github-wildcard', 'break.federation-allowed', {
      subject: 'own',
      // For GitHub IAM asks that the subject is tested at all.
      trust: github({
        StringLike: { [SUBJECT]: 'repo:meadow*' },
        'ForAllValues:StringLike': { [`${SUBJECT}ject`]: 'repo:meadow/shop:*' },
      }),
    }),
  ),
  'guest-of-a-pool': decided(
    at('cognito-guest', 'assume-role.federation-allowed', { flow: 'basic', asked: 'member' }),
  ),
  'error-and-cause': each(
    at('github-wildcard', 'deploy.token-current', { used: '20260120T141500Z' }),
    {
      expired: at('github-wildcard', 'deploy.token-current', { used: '20260120T141500Z' }),
      invalid: at('github-wildcard', 'break.token-signed', { other: 'forged' }),
      rejected: at('saml-corporate', 'assume-role.answer', {
        brought: '20260112T090400Z',
        response: 'failed',
      }),
      communication: at('github-wildcard', 'deploy.keys-available', { provider: 'silent' }),
      denied: at('github-wildcard', 'break.federation-allowed', { subject: 'exact' }),
    },
  ),
  'web-identity-in-order': decided(at('cognito-guest', 'read.request', { flow: 'basic' })),
  'guest-reads-photos': decided(at('cognito-guest', 'read.request', { flow: 'basic' })),
};
