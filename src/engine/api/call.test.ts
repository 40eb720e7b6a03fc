import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sessionArn } from '../arn.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  BUCKET,
  inOneOrganization,
  longTermKey,
  OBJECT,
  PARTNER_KEY,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  sessionOf,
  START,
  temporaryKey,
  USER,
  USER_KEY,
  userPrincipal,
  withBucket,
  withKey,
  withRole,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import type { Principal } from '../principal.ts';
import { after, hours, seconds } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import type { AccessKey, World } from '../world.ts';
import type { ApiCall } from './acts.ts';
import { closedTo } from './closedTo.ts';
import { API_RULES } from './rules.ts';
import { operationOf } from './services.ts';

const EVERYTHING = policyOf('Everything', 'identity', says('Allow', '*'));

/** A world in which the user and the role may do everything. */
const OPEN = withRole(withUser(WORLD, USER, { policies: [EVERYTHING] }), ROLE, {
  policies: [EVERYTHING],
});

const callBy = (key: AccessKey, fields: Partial<ApiCall> = {}): ApiCall => ({
  id: 'call',
  kind: 'call',
  at: START,
  by: 'caller',
  to: 'service',
  credentials: { keyId: key.id },
  region: REGION,
  action: 'iam:ListUsers',
  resources: [],
  ...fields,
});

/** How a call ends: `granted`, or the rule that refused with code, status, message and how sure we are of it. */
function ends(world: World, key: AccessKey, fields: Partial<ApiCall> = {}): string {
  const outcome = outcomeOf(simulate(withKey(world, key), [callBy(key, fields)]));
  if (outcome.kind === 'granted') return 'granted';
  const { code, status, message, wording } = outcome.error;
  return `${outcome.rule}: ${code} ${status} ${message} (${wording})`;
}

const mfaAt = START;
const user = userPrincipal(USER);
const session = { sessionPolicies: [], tags: {}, transitiveTagKeys: [] };
/** A task policy as AWS writes them: it only denies. */
const audit = policyOf('IAMAuditRootUserCredentials', 'session', {
  Effect: 'Deny',
  NotAction: ['iam:ListAccessKeys', 'iam:GetUser'],
  Resource: '*',
});

const CALLERS = {
  user: USER_KEY,
  'role session': SESSION_KEY,
  'session without MFA': temporaryKey('gst', { ...user, kind: 'user-session' }),
  'session with MFA': temporaryKey('gst-mfa', { ...user, kind: 'user-session', mfaAt }),
  'root session without MFA': temporaryKey('root', { kind: 'root-session', account: ACCOUNT }),
  'federated user': temporaryKey('federated', {
    kind: 'federated-user',
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
    user: USER,
    ...session,
    sessionPolicies: [policyOf('All', 'session', says('Allow', '*'))],
  }),
  'federated user in the console': {
    ...temporaryKey('console', {
      kind: 'federated-user',
      arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
      user: USER,
      ...session,
      sessionPolicies: [policyOf('All', 'session', says('Allow', '*'))],
    }),
    isConsole: true,
  },
  'AssumeRoot session': temporaryKey('assume-root', {
    kind: 'root-session',
    account: ACCOUNT,
    sessionPolicies: [audit],
  }),
} as const;

const INVALID = 'The security token included in the request is invalid';

describe('what each kind of session may call (the table of sts.md 4)', () => {
  const shut = (wording: string) =>
    `api.session-kind: InvalidClientTokenId 403 ${INVALID} (${wording})`;
  const cannot = (operation: string, wording: string) =>
    `api.session-kind: AccessDenied 403 Cannot call ${operation} with session credentials (${wording})`;
  const audited = (action: string) =>
    `api.allowed: AccessDenied 403 User: arn:aws:iam::${ACCOUNT}:root is not authorized to perform: ${action} with an explicit deny in a sessions policy (documented)`;

  test.each<readonly [caller: keyof typeof CALLERS, action: ApiCall['action'], ends: string]>([
    ['user', 'iam:ListUsers', 'granted'],
    ['role session', 'iam:ListUsers', 'granted'],
    ['session without MFA', 'iam:ListUsers', shut('observed')],
    ['session with MFA', 'iam:ListUsers', 'granted'],
    ['root session without MFA', 'iam:ListUsers', shut('observed')],
    ['federated user', 'iam:ListUsers', shut('modelled')],
    ['federated user in the console', 'iam:ListUsers', 'granted'],
    ['AssumeRoot session', 'iam:ListAccessKeys', 'granted'],
    ['AssumeRoot session', 'iam:ListUsers', audited('iam:ListUsers')],
    ['role session', 'sts:GetCallerIdentity', 'granted'],
    ['session without MFA', 'sts:GetCallerIdentity', 'granted'],
    ['federated user', 'sts:GetCallerIdentity', 'granted'],
    ['role session', 'sts:GetSessionToken', cannot('GetSessionToken', 'observed')],
    ['role session', 'sts:GetFederationToken', cannot('GetFederationToken', 'observed')],
    ['role session', 'sts:GetAccessKeyInfo', 'granted'],
    ['session with MFA', 'sts:GetAccessKeyInfo', cannot('GetAccessKeyInfo', 'modelled')],
    ['federated user', 'sts:GetAccessKeyInfo', cannot('GetAccessKeyInfo', 'modelled')],
    ['federated user', 's3:ListAllMyBuckets', 'granted'],
    ['session without MFA', 's3:ListAllMyBuckets', 'granted'],
  ])('a %s calling %s', (caller, action, expected) => {
    expect(ends(OPEN, CALLERS[caller], { action })).toBe(expected);
  });

  test('no policy opens what the kind of session closes, and no policy is read', () => {
    const trace = simulate(withKey(OPEN, CALLERS['session without MFA']), [
      callBy(CALLERS['session without MFA']),
    ]);
    expect(trace.steps.map(({ id }) => id)).toEqual([
      'call.request',
      'call.key-known',
      'call.token-alive',
      'call.session-kind',
      'call.not-reached',
      'call.answer',
    ]);
  });

  test('services other than IAM and STS are closed to no session', () => {
    const service = fc.constantFrom('s3', 'ec2', 'dynamodb', 'kms');
    const caller = fc.constantFrom(
      ...Object.values(CALLERS).filter((key) => key.kind === 'temporary'),
    );
    fc.assert(
      fc.property(caller, service, (key, name) => {
        expect(closedTo(key, name, 'Anything')).toBeUndefined();
      }),
    );
  });
});

describe('what a service answers to bad credentials, in its own protocol', () => {
  const unknown = longTermKey('unknown', user);
  const inactive = { ...USER_KEY, status: 'Inactive' } as const;
  const late = { at: after(START, hours(2)) };

  test.each<readonly [action: ApiCall['action'], unknown: string, expired: string]>([
    [
      'iam:ListUsers',
      `InvalidClientTokenId 403 ${INVALID} (observed)`,
      'ExpiredToken 403 The security token included in the request is expired (observed)',
    ],
    [
      'ec2:DescribeInstances',
      'AuthFailure 401 AWS was not able to validate the provided access credentials (modelled)',
      'RequestExpired 400 Request has expired. (modelled)',
    ],
    [
      'dynamodb:ListTables',
      `UnrecognizedClientException 400 ${INVALID}. (observed)`,
      'ExpiredTokenException 400 The security token included in the request is expired (modelled)',
    ],
    [
      's3:ListAllMyBuckets',
      'InvalidAccessKeyId 403 The AWS Access Key Id you provided does not exist in our records. (observed)',
      'ExpiredToken 400 The provided token has expired. (observed)',
    ],
  ])('%s', (action, whenUnknown, whenExpired) => {
    const refusal = (key: AccessKey, fields: Partial<ApiCall> = {}) =>
      outcomeOf(simulate(WORLD, [callBy(key, { action, ...fields })]));
    expect(ends({ ...WORLD, accessKeys: {} }, { ...unknown, status: 'Deleted' }, { action })).toBe(
      `api.key-known: ${whenUnknown}`,
    );
    expect(refusal(unknown)).toMatchObject({ rule: 'api.key-known' });
    expect(ends(WORLD, SESSION_KEY, { action, ...late })).toBe(`api.token-alive: ${whenExpired}`);
  });

  test('what an inactive key gets was never seen', () => {
    expect(ends(WORLD, inactive)).toBe(
      `api.key-known: InvalidClientTokenId 403 ${INVALID} (modelled)`,
    );
  });

  test('a session works until its last second, and not beyond', () => {
    const at = (count: number) => ends(OPEN, SESSION_KEY, { at: after(START, seconds(count)) });
    expect(at(3600)).toBe('granted');
    expect(at(3601)).toContain('api.token-alive');
  });
});

describe('where a token works', () => {
  const version1 = { ...SESSION_KEY, tokenVersion: 1 } as const;
  const account = OPEN.accounts[ACCOUNT];
  const optedIn = (isIn: boolean): World => ({
    ...OPEN,
    accounts: {
      ...OPEN.accounts,
      ...(account && {
        [ACCOUNT]: {
          ...account,
          regions: isIn ? { 'ap-east-1': { enabled: true, optIn: true, stsActive: true } } : {},
        },
      }),
    },
  });

  test.each<readonly [string, Readonly<{ key: AccessKey; world: World; region: string }>, string]>([
    [
      'a Regional token, in an opt-in Region',
      { key: SESSION_KEY, world: optedIn(true), region: 'ap-east-1' },
      'granted',
    ],
    [
      'a version 1 token, in a default Region',
      { key: version1, world: OPEN, region: 'eu-west-3' },
      'granted',
    ],
    [
      'a version 1 token, in an opt-in Region',
      { key: version1, world: optedIn(true), region: 'ap-east-1' },
      'api.token-fits-region: InvalidToken 400 The provided token is malformed or otherwise invalid. (observed)',
    ],
    [
      'any token, in a Region that is not enabled',
      { key: SESSION_KEY, world: optedIn(false), region: 'ap-east-1' },
      'api.region-enabled: InvalidAccessKeyId 403 The AWS Access Key Id you provided does not exist in our records. (modelled)',
    ],
  ])('%s', (_, { key, world, region }, expected) => {
    expect(ends(world, key, { action: 's3:ListAllMyBuckets', region })).toBe(expected);
  });

  test('a global service is asked where it is, wherever the caller says it is', () => {
    expect(ends(optedIn(true), version1, { region: 'ap-east-1' })).toBe('granted');
  });
});

describe('what policies say at the moment of the call', () => {
  const get: Partial<ApiCall> = { action: 's3:GetObject', resources: [OBJECT] };
  const denies = (type: 'bucket') =>
    policyOf('Deny', type, {
      ...says('Deny', 's3:*', [OBJECT]),
      Principal: { AWS: sessionArn(ROLE, 'nightly-build') },
    });

  test('a session has its role’s permissions', () => {
    expect(ends(WORLD, SESSION_KEY, get)).toBe('granted');
    expect(ends(withRole(WORLD, ROLE, { policies: [] }), SESSION_KEY, get)).toBe(
      `api.allowed: AccessDenied 403 User: ${sessionArn(ROLE, 'nightly-build')} is not authorized to perform: s3:GetObject on resource: "${OBJECT}" because no identity-based policy allows the s3:GetObject action (documented)`,
    );
  });

  test('one session can be shut out by a bucket policy that names it', () => {
    const world = withBucket(WORLD, { policy: denies('bucket') });
    expect(ends(world, SESSION_KEY, get)).toContain(
      'with an explicit deny in a resource-based policy',
    );
    const other = temporaryKey('other', sessionOf(ROLE, { sessionName: 'another' }));
    expect(ends(world, other, get)).toBe('granted');
  });

  test('a stranger gets no reason from S3, an account of the same organization does', () => {
    expect(ends(WORLD, PARTNER_KEY, get)).toBe(
      'api.allowed: AccessDenied 403 Access Denied (observed)',
    );
    expect(ends(inOneOrganization(WORLD), PARTNER_KEY, get)).toContain('because no resource-based');
  });

  test('every resource must be allowed, and the first that is not is named', () => {
    const other = `arn:aws:s3:::${BUCKET}-elsewhere/x`;
    expect(ends(WORLD, SESSION_KEY, { ...get, resources: [OBJECT, other] })).toContain(other);
    expect(ends(WORLD, SESSION_KEY, { ...get, resources: [OBJECT, OBJECT] })).toBe('granted');
  });

  test('the Region asked is a condition key: us-east-1 for a global service', () => {
    const only = (region: string) =>
      withRole(WORLD, ROLE, {
        policies: [
          policyOf('Region', 'identity', {
            ...says('Allow', '*'),
            Condition: { StringEquals: { 'aws:RequestedRegion': region } },
          }),
        ],
      });
    expect(ends(only('us-east-1'), SESSION_KEY)).toBe('granted');
    expect(ends(only(REGION), SESSION_KEY)).toContain('api.allowed');
    expect(ends(only(REGION), SESSION_KEY, { action: 'dynamodb:ListTables' })).toBe('granted');
  });

  test('the caller’s address comes with the call', () => {
    const office = withRole(WORLD, ROLE, {
      policies: [
        policyOf('Office', 'identity', {
          ...says('Allow', '*'),
          Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        }),
      ],
    });
    const from = (ip: string) => ends(office, SESSION_KEY, { context: { 'aws:SourceIp': ip } });
    expect(from('203.0.113.7')).toBe('granted');
    expect(from('198.51.100.7')).toContain('api.allowed');
  });

  test('a session that AssumeRoot opened says so', () => {
    const root = temporaryKey('task', {
      kind: 'root-session',
      account: ACCOUNT,
      sessionPolicies: [
        policyOf('Task', 'session', {
          ...says('Allow', '*'),
          Condition: { Bool: { 'aws:AssumedRoot': 'true' } },
        }),
      ],
    });
    expect(ends(WORLD, root, { action: 'dynamodb:ListTables' })).toBe('granted');
  });

  test('GetCallerIdentity cannot be denied', () => {
    const shut = withRole(WORLD, ROLE, {
      policies: [policyOf('Shut', 'identity', says('Deny', '*'))],
    });
    expect(ends(shut, SESSION_KEY, { action: 'sts:GetCallerIdentity' })).toBe('granted');
  });
});

describe('what is sent and answered', () => {
  const texts = (fields: Partial<ApiCall>, key: AccessKey = USER_KEY) =>
    simulate(OPEN, [callBy(key, fields)])
      .steps.flatMap(({ artifacts }) => artifacts)
      .filter(({ kind }) => kind === 'request' || kind === 'response')
      .map(({ text }) => text);

  test('IAM speaks the Query protocol, signed for us-east-1', () => {
    const [request, response] = texts({ parameters: { PathPrefix: '/a b/' } });
    expect(request).toContain('POST / HTTP/1.1\nHost: iam.amazonaws.com');
    expect(request).toContain('/us-east-1/iam/aws4_request');
    expect(request).toMatch(/Action=ListUsers&Version=2010-05-08&PathPrefix=%2Fa%20b%2F$/);
    expect(response).toContain(
      '<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">',
    );
  });

  test('DynamoDB speaks JSON', () => {
    const [request, response] = texts({ action: 'dynamodb:ListTables' });
    expect(request).toContain(`Host: dynamodb.${REGION}.amazonaws.com`);
    expect(request).toContain('X-Amz-Target: DynamoDB_20120810.ListTables');
    expect(response).toMatch(/^HTTP\/1.1 200 OK[^]*\{\}$/);
  });

  test('S3 speaks REST, and a session sends its token', () => {
    const [request, response] = texts({ action: 's3:PutObject', resources: [OBJECT] }, SESSION_KEY);
    expect(request).toContain(
      `PUT /report.pdf HTTP/1.1\nHost: ${BUCKET}.s3.${REGION}.amazonaws.com`,
    );
    expect(request).toContain(`X-Amz-Security-Token: ${SESSION_KEY.sessionToken}`);
    expect(response).toContain('HTTP/1.1 200 OK');
  });

  test.each<readonly [ApiCall['action'], RegExp]>([
    ['iam:ListUsers', /<ErrorResponse xmlns[^]*<Type>Sender<[^]*<Code>AccessDenied</],
    ['ec2:RunInstances', /<Response>[^]*<Code>UnauthorizedOperation<[^]*<RequestID>/],
    ['kms:Decrypt', /\{"__type":"AccessDeniedException","message":"User: /],
    ['s3:ListAllMyBuckets', /<Error>[^]*<Code>AccessDenied</],
  ])('%s is refused in its own words', (action, expected) => {
    const { steps } = simulate(WORLD, [callBy(SESSION_KEY, { action })]);
    expect(steps.at(-1)?.artifacts.find(({ kind }) => kind === 'response')?.text).toMatch(expected);
  });
});

describe('a refusal by EC2', () => {
  test('it carries a message that DecodeAuthorizationMessage opens', () => {
    const refused = ends(WORLD, SESSION_KEY, { action: 'ec2:RunInstances' });
    const encoded = /failure message: ([0-9a-f]+) \(modelled\)$/.exec(refused)?.[1] ?? '';
    const trace = simulate(OPEN, [
      {
        id: 'decode',
        kind: 'sts:DecodeAuthorizationMessage',
        at: START,
        by: 'caller',
        to: 'sts',
        credentials: { keyId: USER_KEY.id },
        region: REGION,
        encodedMessage: encoded,
      },
    ]);
    const texts = trace.steps
      .at(-1)
      ?.artifacts.map(({ text }) => text)
      .join('\n');
    expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
    expect(texts).toContain('ec2:RunInstances');
    expect(texts).toContain(sessionArn(ROLE, 'nightly-build'));
  });
});

describe('a call', () => {
  const owners: readonly Principal[] = Object.values(CALLERS).map(({ owner }) => owner);

  test('it ends in one outcome: checks pass, one may fail, the rest are not reached', () => {
    const action = fc.constantFrom<ApiCall['action'][]>(
      'iam:ListUsers',
      'sts:GetSessionToken',
      's3:GetObject',
      'ec2:RunInstances',
      'kms:Decrypt',
      'unheard-of:Thing',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...owners),
        action,
        fc.constantFrom(REGION, 'ap-east-1'),
        fc.integer({ min: 0, max: 7200 }),
        (owner, name, region, count) => {
          const key = temporaryKey('any', owner);
          const act = callBy(key, {
            action: name,
            region,
            at: after(START, seconds(count)),
          });
          const world = withKey(OPEN, key);
          const { steps } = simulate(world, [act]);
          const checks = steps.flatMap((step) => (step.row === 'check' ? [step.check] : []));
          const failed = checks.filter(({ result }) => result === 'fail');
          const skipped = steps.flatMap((step) => (step.row === 'not-reached' ? step.rules : []));
          expect([...checks.map(({ rule }) => rule), ...skipped]).toEqual(
            API_RULES.filter(({ applies }) => applies?.({ world, act }) ?? true).map(
              ({ id }) => id,
            ),
          );
          expect(failed.length).toBe(skipped.length > 0 ? 1 : failed.length);
          expect(failed.every((check) => check === checks.at(-1))).toBe(true);
        },
      ),
    );
  });

  test('its service is read without case, its operation as it stands', () => {
    const { service, operation } = operationOf({ action: 'S3:GetObject' });
    expect([service.name, service.protocol, operation]).toEqual(['s3', 's3', 'GetObject']);
  });
});
