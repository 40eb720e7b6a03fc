import { stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions are seen that ask for no outcome: for an idea, a choice or a name. No run refutes what is wrong there. */

const inPresigned = stepIn('presigned');
const inSts = stepIn('sts');
const inAnywhere = stepIn('rolesanywhere');

export const IDEA_PLACES: Places = {
  'two-programs-two-defaults': { shows: inPresigned('seven-days', 'open-url.token-alive') },
  'forbid-making-links': { shows: inPresigned('signature-age', 'open-url.signer-allowed') },
  'how-a-url-is-signed': { shows: inPresigned('seven-days', 'sign.done') },
  'proof-for-create-session': { shows: inAnywhere('key-file', 'create-session.signature-matches') },
  'what-goes-into-the-anchor': { shows: inAnywhere('key-file', 'create-session.path-trusted') },
  'part-and-job': { shows: inAnywhere('key-file', 'create-session.role-listed') },
  'intermediate-left-out': {
    shows: inAnywhere('key-file', 'create-session.path-trusted', { chain: 'nothing' }),
  },
  'name-in-the-trail': { shows: inAnywhere('any-certificate', 'open-batch.answer') },
  'bucket-names-the-guest': {
    shows: inSts('federation-token', 'use.allowed', { passes: 'on', named: 'guest' }),
  },
  'mfa-in-another-account': { shows: inSts('github-wildcard', 'deploy.answer') },
  'bucket-asks-for-mfa': {
    shows: inSts('mfa-to-assume', 'assume-role.assume-role-allowed', {
      calls: 'session',
      condition: 'age',
      called: '20260116T082000Z',
    }),
  },
  'who-passes-the-mfa-test': { shows: inSts('mfa-after-assume', 'delete.allowed') },
  'from-refusal-to-reason': {
    shows: inSts('decode-message', 'decode.action-allowed', { reader: 'helpdesk' }),
  },
  'locked-bucket': { shows: inSts('assume-root', 'use.allowed', { calls: 'unlock' }) },
  'four-hours-of-deploy': {
    shows: inSts('one-hour-chained', 'assume-deploy.duration-when-chained', { asked: '3600' }),
  },
  'onboarding-a-vendor': { shows: inSts('confused-deputy', 'for-anna.assume-role-allowed') },
  'what-fills-the-token': { shows: inSts('session-policy', 'assume-role.session-policies-valid') },
  'who-was-it': { shows: inSts('confused-deputy', 'for-mallory.assume-role-allowed') },
  'source-identity-on-both-sides': {
    shows: inSts('source-identity', 'assume-payroll.source-identity-allowed', {
      second: 'none',
      carries: 'off',
    }),
  },
  'whose-region-setting': {
    shows: inSts('regional-endpoints', 'assume-role.region-active', {
      endpoint: 'frankfurt',
      active: 'off',
    }),
  },
  'out-and-kept-out': {
    shows: inSts('leak-and-respond', 'with-role.allowed', { role: 'revoked' }),
  },
  'sessions-of-root': {
    shows: inSts('leak-and-respond', 'with-user.allowed', { user: 'denied', last: 'user' }),
  },
  'leak-and-response': {
    shows: inSts('leak-and-respond', 'with-user.allowed', {
      user: 'denied',
      role: 'revoked',
      last: 'user',
    }),
  },
  'one-revocation': { shows: inSts('leak-and-respond', 'with-role.allowed', { role: 'revoked' }) },
  'sessions-a-deny-reaches': {
    shows: inSts('leak-and-respond', 'with-user.allowed', {
      user: 'denied',
      role: 'revoked',
      last: 'user',
    }),
  },
  'portal-for-visitors': {
    shows: inSts('federation-token', 'get-token.action-allowed', { passes: 'on' }),
  },
  'proof-for-a-partner': {
    shows: inSts('outbound-token', 'get-token.outbound-enabled', { asked: '20260127T120000Z' }),
  },
  'longest-life-by-signer': { shows: inPresigned('user-signed', 'open-url.url-alive') },
  'fifteen-minutes-of-age': {
    shows: inPresigned('signature-age', 'open-url.signer-allowed', {
      guard: 'milliseconds',
      used: '20260130T091200Z',
    }),
  },
  'price-of-the-ban': {
    shows: inPresigned('signature-age', 'open-url.signer-allowed', { guard: 'links' }),
  },
  'key-and-its-meaning': {
    shows: inPresigned('signature-age', 'open-url.signer-allowed', { guard: 'milliseconds' }),
  },
  'hour-of-a-role-on-ec2': { shows: inPresigned('instance-rotation', 'hand-out.said') },
  'who-renews': { shows: inPresigned('instance-rotation', 'rotate.said') },
  'a-ca-of-ones-own': { shows: inAnywhere('key-file', 'create-session.path-trusted') },
  'order-of-setup': {
    shows: inAnywhere('three-actions', 'create-session.answer', { allows: 'all' }),
  },
  'profile-policy-adds': {
    shows: inAnywhere('other-profile', 'delete.allowed', { chosen: 'first' }),
  },
  'ca-validity-renewed': {
    shows: inAnywhere('missing-link', 'create-session.path-trusted', {
      named: 'next',
      sent: 'issuing',
    }),
  },
  'key-was-copied': {
    shows: inAnywhere('thief-again', 'open-again.not-revoked', { door: 'list' }),
  },
  'four-without-keys': { shows: inAnywhere('key-file', 'retire.done') },
  'proof-and-call': { shows: inAnywhere('key-file', 'create-session.answer') },
  'mfa-step-by-step': {
    shows: inSts('mfa-to-assume', 'assume-role.assume-role-allowed', { calls: 'code' }),
  },
  'what-sets-the-length': {
    shows: inSts('saml-corporate', 'assume-role.answer', {
      brought: '20260112T090400Z',
      limit: 'end',
    }),
  },
  'own-permissions-aside': { shows: inSts('session-policy', 'write.allowed', { passed: 'none' }) },
  'every-session-of-a-role': {
    shows: inSts('session-policy', 'write.allowed', { named: 'session' }),
  },
  'principals-for-sessions': {
    shows: inSts('session-policy', 'write.allowed', { named: 'session' }),
  },
  'what-counts-in-a-session': {
    shows: inSts('session-policy', 'write.allowed', { named: 'role' }),
  },
  'policies-and-jobs': { shows: inSts('session-policy', 'write.allowed') },
  'principals-and-people': {
    shows: inSts('named-user-or-root', 'assume-role.assume-role-allowed'),
  },
  'external-id-on-a-slide': {
    shows: inSts('confused-deputy', 'for-mallory.assume-role-allowed', { sends: 'typed' }),
  },
  'keys-and-checks': { shows: inSts('confused-deputy', 'for-anna.assume-role-allowed') },
  'service-as-deputy': {
    shows: inSts('source-identity', 'assume-payroll.source-identity-allowed', { second: 'none' }),
  },
  'packed-too-large': {
    shows: inSts('session-policy', 'assume-role.answer', { passed: 'long' }),
  },
  'first-session-from-milan': {
    shows: inSts('regional-endpoints', 'assume-role.region-active', { endpoint: 'milan' }),
  },
  'deny-by-issue-time': { shows: inSts('leak-and-respond', 'with-role.allowed', { role: 'own' }) },
  'honest-users-fail': {
    shows: inSts('leak-and-respond', 'with-role.allowed', { role: 'revoked' }),
  },
  'claims-of-providers': {
    shows: inSts('github-wildcard', 'break.federation-allowed', { subject: 'exact' }),
  },
  'find-the-person': {
    shows: inSts('saml-corporate', 'assume-role.answer', { brought: '20260112T090400Z' }),
  },
  'phone-without-keys': { shows: inSts('cognito-guest', 'assume-role.answer', { flow: 'basic' }) },
  'calls-without-keys': { shows: inSts('github-wildcard', 'deploy.answer') },
  'need-and-call': { shows: inSts('federation-token', 'get-token.answer', { passes: 'on' }) },
  'outbound-set-up': {
    shows: inSts('outbound-token', 'get-token.outbound-enabled', { asked: '20260127T120000Z' }),
  },
  'caller-and-operation': {
    shows: inSts('session-token-mfa', 'use.caller-kind', { use: 'again' }),
  },
  'callers-of-assume-role': {
    shows: inSts('session-token-mfa', 'use.caller-kind', { use: 'assume' }),
  },
  'root-asks-for-a-day': {
    shows: inSts('federation-token', 'use.token-alive', {
      caller: 'root',
      passes: 'on',
      asked: '129600',
      used: '20260119T110000Z',
    }),
  },
  'longest-sessions': { shows: inSts('one-hour-chained', 'assume-deploy.duration-when-chained') },
  'default-sessions': {
    shows: inSts('twelve-hours-asked', 'assume-role.answer', {
      asked: 'default',
      maximum: '43200',
    }),
  },
  'what-stays-and-what-goes': {
    shows: inSts('session-tags', 'assume-editor.answer', { transitive: 'on' }),
  },
};
