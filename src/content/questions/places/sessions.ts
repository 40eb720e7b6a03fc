import { all, decided, each, statement, stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions about who calls STS, and how long its sessions last, are seen and refuted. */

const at = stepIn('sts');

const NO_CODE = at('session-token-mfa', 'use.session-kind');
const NO_POLICY = at('federation-token', 'use.allowed');
const BUILDER = (action: string): string =>
  statement({ Effect: 'Allow', Action: action, Resource: '*' });

export const SESSION_PLACES: Places = {
  'who-the-session-is': decided(
    at('federation-token', 'use.answer', { passes: 'on', calls: 'who' }),
  ),
  'list-users-refused': each(NO_CODE, {
    ...all(['short', 'regional'], NO_CODE),
    federated: at('federation-token', 'use.session-kind', { passes: 'on', calls: 'iam' }),
  }),
  'what-a-session-may-ask-sts': each(
    at('session-token-mfa', 'use.caller-kind', { use: 'assume' }),
    { again: at('session-token-mfa', 'use.caller-kind', { use: 'again' }) },
  ),
  'portal-moves-to-ec2': decided(
    at('twelve-hours-asked', 'assume-role.answer', { asked: 'default', maximum: '43200' }),
  ),
  'token-without-a-policy': each(NO_POLICY, {
    ...all(['without', 'named'], NO_POLICY),
    writing: at('federation-token', 'use.allowed', {
      passes: 'on',
      limit: statement({
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::museum-scans/*',
      }),
    }),
  }),
  'credentials-for-the-mfa-bucket': each(
    at('mfa-to-assume', 'assume-role.assume-role-allowed', { condition: 'ifexists' }),
    {
      session: at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        calls: 'plain',
        condition: 'ifexists',
      }),
      federation: at('federation-token', 'use.session-kind', { passes: 'on', calls: 'assume' }),
    },
  ),
  'deny-with-bool': each(
    at('mfa-to-assume', 'assume-role.assume-role-allowed', { calls: 'plain', condition: 'deny' }),
    {
      ...all(
        ['key', 'both'],
        at('mfa-to-assume', 'assume-role.assume-role-allowed', { condition: 'deny' }),
      ),
      sessions: at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        calls: 'session',
        condition: 'deny',
      }),
    },
  ),
  'statements-that-demand-mfa': each(
    at('mfa-to-assume', 'assume-role.assume-role-allowed', { condition: 'deny' }),
    {
      'allow-bool': at('mfa-to-assume', 'assume-role.assume-role-allowed'),
      'deny-ifexists': at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        condition: 'denyifexists',
      }),
    },
  ),
  'denied-and-still-answered': decided(at('who-am-i', 'ask.action-allowed', { asks: 'own' })),
  'asia-in-a-chat': each(at('leak-and-respond', 'with-key.key-known', { last: 'key' }), {
    revoke: at('leak-and-respond', 'with-key.answer', {
      user: 'nothing',
      role: 'revoked',
      last: 'key',
    }),
    rotate: at('leak-and-respond', 'with-key.answer', { user: 'nothing', last: 'key' }),
    trust: at('leak-and-respond', 'with-key.answer', {
      user: 'nothing',
      role: 'distrusted',
      last: 'key',
    }),
  }),
  'sealed-reason': each(at('decode-message', 'decode.action-allowed'), {
    refused: at('decode-message', 'decode.action-allowed'),
    kms: at('decode-message', 'decode.action-allowed', { permissions: BUILDER('kms:*') }),
    trail: at('decode-message', 'decode.action-allowed', {
      permissions: BUILDER('cloudtrail:LookupEvents'),
    }),
  }),
  'errors-of-sts': each(
    at('decode-message', 'decode.message-decodable', { reader: 'helpdesk', copy: 'cut' }),
    {
      packed: at('session-policy', 'assume-role.answer', { passed: 'long' }),
      region: at('regional-endpoints', 'assume-role.region-active', {
        endpoint: 'frankfurt',
        active: 'off',
      }),
      malformed: at('session-policy', 'assume-role.session-policies-valid', { passed: 'broken' }),
      message: at('decode-message', 'decode.message-decodable', {
        reader: 'helpdesk',
        copy: 'cut',
      }),
      expired: at('saml-corporate', 'assume-role.token-current'),
    },
  ),
  'root-takes-a-role': each(at('session-token-mfa', 'use.answer', { use: 'assume' }), {
    federated: at('federation-token', 'use.session-kind', { passes: 'on', calls: 'assume' }),
    'root-federated': at('federation-token', 'use.session-kind', {
      caller: 'root',
      passes: 'on',
      calls: 'assume',
    }),
  }),
  'quarter-hour-of-root': decided(
    at('assume-root', 'use.token-alive', { calls: 'unlock', used: '20260122T111600Z' }),
  ),
  'what-assume-root-wants': each(at('assume-root', 'assume-root.task-known', { calls: 'unlock' }), {
    'root-caller': at('assume-root', 'assume-root.caller-kind', { caller: 'root' }),
    'any-policy': at('assume-root', 'assume-root.task-known', { task: 'all' }),
    member: at('assume-root', 'assume-root.root-access-central', { caller: 'member' }),
  }),
  'durations-within-four-hours': each(
    at('one-hour-chained', 'assume-deploy.duration-within-role', {
      first: 'user',
      asked: '18000',
      maximum: '14400',
    }),
    {
      five: at('one-hour-chained', 'assume-deploy.duration-within-role', {
        first: 'user',
        asked: '18000',
        maximum: '14400',
      }),
      twelve: at('one-hour-chained', 'assume-deploy.duration-within-role', {
        first: 'user',
        asked: '43200',
        maximum: '14400',
      }),
    },
  ),
  'eight-of-four-hours': decided(
    at('saml-corporate', 'assume-role.duration-within-role', {
      brought: '20260112T090400Z',
      asked: '14400',
    }),
  ),
  'maximum-raised': decided(
    at('twelve-hours-asked', 'upload.token-alive', {
      asked: 'default',
      maximum: '43200',
      used: '20260112T220000Z',
    }),
  ),
  'maximum-lowered': each(
    at('twelve-hours-asked', 'upload.allowed', { maximum: '43200', change: 'permission' }),
    {
      ...all(
        ['after-an-hour', 'in-an-hour'],
        at('twelve-hours-asked', 'upload.token-alive', {
          maximum: '43200',
          change: 'lower',
          used: '20260113T070000Z',
        }),
      ),
      own: at('twelve-hours-asked', 'upload.allowed', {
        maximum: '43200',
        change: 'permission',
      }),
    },
  ),
  'session-token-default': decided(
    at('session-token-mfa', 'get-session.answer', { factor: 'right', asked: '28800' }),
  ),
  'console-for-a-night': decided(
    at('console-clock', 'in-console.token-alive', { source: 'chained', length: 'none' }),
  ),
  'console-by-url': decided(at('console-clock', 'sign-in.answer')),
  'saml-ends-early': decided(
    at('saml-corporate', 'assume-role.answer', {
      brought: '20260112T090400Z',
      asked: '900',
      limit: 'end',
    }),
  ),
  'sources-of-a-long-console': each(
    at('console-clock', 'get-token.duration-fits-session', { source: 'chained' }),
    {
      chained: at('console-clock', 'get-token.duration-fits-session', { source: 'chained' }),
      federation: at('console-clock', 'get-token.duration-fits-session', { source: 'federated' }),
    },
  ),
};
