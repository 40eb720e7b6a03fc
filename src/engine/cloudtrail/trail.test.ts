import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act, AssumeRole, OpenUrl, Presign } from '../act.ts';
import type { ApiCall } from '../api/acts.ts';
import { simulate } from '../everything.fixture.ts';
import type {
  AssumeRoleWithSaml,
  AssumeRoleWithWebIdentity,
  GetFederationToken,
  GetSessionToken,
} from '../sts/acts.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  longTermKey,
  OBJECT,
  PARTNER,
  PARTNER_KEY,
  PARTNER_USER,
  PIPELINE,
  PIPELINE_KEY,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  sessionOf,
  START,
  temporaryKey,
  trusts,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  withRole,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, at, hours, seconds } from '../time.ts';
import type { Trace } from '../trace.ts';
import type { AccessKey, World } from '../world.ts';
import { spokenMoment } from './record.ts';

const user = userPrincipal(USER);

const assume = (key: AccessKey, fields: Partial<AssumeRole> = {}): AssumeRole => ({
  id: 'assume-role',
  kind: 'sts:AssumeRole',
  at: START,
  by: 'caller',
  to: 'sts',
  credentials: { keyId: key.id },
  region: REGION,
  roleArn: ROLE,
  roleSessionName: 'nightly-build',
  ...fields,
});

const call = (key: AccessKey, fields: Partial<ApiCall> = {}): ApiCall => ({
  id: 'call',
  kind: 'call',
  at: START,
  by: 'caller',
  to: 'service',
  credentials: { keyId: key.id },
  region: REGION,
  action: 'dynamodb:ListTables',
  resources: [],
  ...fields,
});

const sign = (key: AccessKey, fields: Partial<Presign> = {}): Presign => ({
  id: 'sign',
  kind: 'presign',
  at: START,
  by: 'caller',
  credentials: { keyId: key.id },
  method: 'GET',
  bucket: BUCKET,
  key: KEY,
  region: REGION,
  expires: seconds(3600),
  ...fields,
});

const open = (fields: Partial<OpenUrl> = {}): OpenUrl => ({
  id: 'open-url',
  kind: 'open-url',
  at: START,
  by: 'holder',
  to: 's3',
  url: 'sign',
  method: 'GET',
  headers: [],
  edits: [],
  ...fields,
});

/** The records of a run's last answer, by the account whose trail has them. */
const trailsOf = ({ steps }: Trace): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (steps.at(-1)?.artifacts ?? [])
      .filter(({ kind }) => kind === 'cloudtrail')
      .map(({ name = '', text }) => [name, JSON.parse(text) as unknown]),
  );

const record = (world: World, ...script: readonly Act[]): unknown => {
  const [only] = Object.values(trailsOf(simulate(world, script)));
  return only;
};

/** What the userIdentity of a call signed with a key is. */
const identityOf = (key: AccessKey, world = WORLD): unknown =>
  record(withKey(world, key), call(key, { action: 'sts:GetCallerIdentity' }));

const context = { sessionPolicies: [], tags: {}, transitiveTagKeys: [] };
const created = '2026-01-15T12:00:00Z';

describe('who called', () => {
  const attributes = { creationDate: created, mfaAuthenticated: 'false' };

  test.each<readonly [string, AccessKey, Record<string, unknown>]>([
    [
      'a user',
      USER_KEY,
      {
        type: 'IAMUser',
        principalId: user.userId,
        arn: USER,
        accountId: ACCOUNT,
        accessKeyId: USER_KEY.id,
        userName: 'build-server',
      },
    ],
    [
      'root',
      longTermKey('root', { kind: 'root', account: ACCOUNT }),
      {
        type: 'Root',
        principalId: ACCOUNT,
        arn: `arn:aws:iam::${ACCOUNT}:root`,
        accountId: ACCOUNT,
        accessKeyId: longTermKey('root', { kind: 'root', account: ACCOUNT }).id,
      },
    ],
    [
      'a GetSessionToken session: the same user, with a temporary key',
      temporaryKey('own', { ...user, kind: 'user-session', mfaAt: START }),
      {
        type: 'IAMUser',
        principalId: user.userId,
        arn: USER,
        accountId: ACCOUNT,
        accessKeyId: temporaryKey('own', user).id,
        userName: 'build-server',
        sessionContext: { attributes: { ...attributes, mfaAuthenticated: 'true' } },
      },
    ],
    [
      'a role session: the role and the session, not the user behind it',
      temporaryKey('role', sessionOf(ROLE, { sourceIdentity: 'alice' })),
      {
        type: 'AssumedRole',
        principalId: `${sessionOf(ROLE).roleId}:nightly-build`,
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/ReportReader/nightly-build`,
        accountId: ACCOUNT,
        accessKeyId: temporaryKey('role', user).id,
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: sessionOf(ROLE).roleId,
            arn: ROLE,
            accountId: ACCOUNT,
            userName: 'ReportReader',
          },
          attributes,
          sourceIdentity: 'alice',
        },
      },
    ],
    [
      'a federated user',
      temporaryKey('federated', {
        kind: 'federated-user',
        arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
        user: USER,
        userId: user.userId,
        ...context,
      }),
      {
        type: 'FederatedUser',
        principalId: `${ACCOUNT}:bob`,
        arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
        accountId: ACCOUNT,
        accessKeyId: temporaryKey('federated', user).id,
        sessionContext: {
          sessionIssuer: {
            type: 'IAMUser',
            principalId: user.userId,
            arn: USER,
            accountId: ACCOUNT,
            userName: 'build-server',
          },
          attributes,
        },
      },
    ],
    [
      'an AssumeRoot session',
      temporaryKey('task', { kind: 'root-session', account: ACCOUNT, sessionPolicies: [] }),
      {
        type: 'Root',
        principalId: ACCOUNT,
        arn: `arn:aws:iam::${ACCOUNT}:root`,
        accountId: ACCOUNT,
        accessKeyId: temporaryKey('task', user).id,
        sessionContext: { attributes, assumedRoot: 'true' },
      },
    ],
  ])('%s', (_, key, userIdentity) => {
    expect(identityOf(key)).toMatchObject({ userIdentity });
    expect(Object.keys((identityOf(key) as { userIdentity: object }).userIdentity)).toEqual(
      Object.keys(userIdentity),
    );
  });

  test('a federated user of root comes from root', () => {
    const key = temporaryKey('by-root', {
      kind: 'federated-user',
      arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
      user: `arn:aws:iam::${ACCOUNT}:root`,
      ...context,
    });
    const sessionIssuer = { type: 'Root', principalId: ACCOUNT };
    expect(identityOf(key)).toMatchObject({ userIdentity: { sessionContext: { sessionIssuer } } });
  });
});

describe('AssumeRole', () => {
  const GRANTED = record(WORLD, assume(USER_KEY, { durationSeconds: seconds(900) }));

  test('it is recorded with what was asked and answered', () => {
    expect(GRANTED).toMatchObject({
      eventVersion: '1.08',
      eventTime: created,
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      awsRegion: REGION,
      requestParameters: {
        roleArn: ROLE,
        roleSessionName: 'nightly-build',
        durationSeconds: 900,
      },
      responseElements: {
        credentials: {
          accessKeyId: expect.stringMatching(/^ASIA/) as string,
          sessionToken: expect.any(String) as string,
          expiration: 'Jan 15, 2026, 12:15:00 PM',
        },
        assumedRoleUser: {
          assumedRoleId: `${sessionOf(ROLE).roleId}:nightly-build`,
          arn: `arn:aws:sts::${ACCOUNT}:assumed-role/ReportReader/nightly-build`,
        },
      },
      additionalEventData: {
        RequestDetails: { endpointType: 'regional', awsServingRegion: REGION },
      },
      resources: [{ accountId: ACCOUNT, type: 'AWS::IAM::Role', ARN: ROLE }],
      readOnly: true,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: ACCOUNT,
      eventCategory: 'Management',
    });
    expect(GRANTED).not.toHaveProperty('errorCode');
    expect(GRANTED).not.toHaveProperty('sharedEventID');
    expect(GRANTED).not.toHaveProperty('additionalEventData.explicitTrustGrant');
  });

  test('it is the same for ever', () => {
    expect(record(WORLD, assume(USER_KEY, { durationSeconds: seconds(900) }))).toEqual(GRANTED);
    expect(GRANTED).not.toMatchObject({
      eventID: (record(WORLD, assume(USER_KEY, { id: 'another' })) as { eventID: string }).eventID,
    });
  });

  test('the global endpoint is filed under us-east-1', () => {
    expect(record(WORLD, assume(USER_KEY, { endpoint: 'global' }))).toMatchObject({
      awsRegion: 'us-east-1',
      additionalEventData: { RequestDetails: { endpointType: 'global' } },
    });
  });

  test('a refusal has the error and no answer', () => {
    expect(record(WORLD, assume(USER_KEY, { durationSeconds: seconds(60) }))).toMatchObject({
      errorCode: 'ValidationError',
      errorMessage: expect.stringContaining('900') as string,
      responseElements: null,
    });
  });

  test('a caller whom AWS does not know stands in no trail', () => {
    const late = { at: after(START, hours(2)) };
    expect(record(WORLD, assume(longTermKey('nobody', user)))).toBeUndefined();
    expect(record(WORLD, assume(SESSION_KEY, late))).toBeUndefined();
    expect(record(WORLD, call(SESSION_KEY, late))).toBeUndefined();
  });

  test('across accounts both trails have it, and the role’s owner does not learn the name', () => {
    const trustPolicy = policyOf('Trust', 'trust', trusts(PARTNER_USER));
    const trails = trailsOf(
      simulate(withRole(WORLD, ROLE, { trustPolicy }), [assume(PARTNER_KEY)]),
    );
    expect(Object.keys(trails)).toEqual([PARTNER, ACCOUNT]);
    const [own, theirs] = Object.values(trails) as Record<string, unknown>[];
    expect(own?.['sharedEventID']).toBe(theirs?.['sharedEventID']);
    expect(own?.['eventID']).not.toBe(theirs?.['eventID']);
    expect(own).toMatchObject({ recipientAccountId: PARTNER, userIdentity: { type: 'IAMUser' } });
    expect(theirs).toMatchObject({
      recipientAccountId: ACCOUNT,
      userIdentity: { type: 'AWSAccount', accountId: PARTNER },
    });
    expect(Object.keys(theirs?.['userIdentity'] ?? {})).toEqual([
      'type',
      'principalId',
      'accountId',
    ]);
  });

  test('a refusal across accounts stays in the caller’s trail', () => {
    expect(Object.keys(trailsOf(simulate(WORLD, [assume(PARTNER_KEY)])))).toEqual([PARTNER]);
  });

  test('tags, source identity and external id are shown; an MFA code is not', () => {
    const trustPolicy = policyOf('Trust', 'trust', {
      ...trusts(PIPELINE),
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    });
    const world = withRole(withRole(WORLD, ROLE, { trustPolicy }), PIPELINE, {
      policies: [policyOf('All', 'identity', says('Allow', '*'))],
    });
    const chain = temporaryKey(
      'chain',
      sessionOf(PIPELINE, { tags: { Team: 'red' }, transitiveTagKeys: ['Team'] }),
    );
    const act = assume(chain, {
      tags: [{ key: 'stage', value: 'test' }],
      transitiveTagKeys: ['stage'],
      externalId: 'contract-7',
      sourceIdentity: 'alice',
    });
    expect(record(withKey(world, chain), act)).toMatchObject({
      requestParameters: {
        externalId: 'contract-7',
        sourceIdentity: 'alice',
        tags: [{ key: 'stage', value: 'test' }],
        transitiveTagKeys: ['stage'],
        incomingTransitiveTags: { Team: 'red' },
      },
      responseElements: { sourceIdentity: 'alice' },
    });
    const withCode = assume(USER_KEY, {
      serialNumber: `arn:aws:iam::${ACCOUNT}:mfa/a`,
      tokenCode: '123456',
    });
    expect(JSON.stringify(record(WORLD, withCode))).not.toContain('123456');
  });

  test('a role that assumes itself shows an explicit trust grant', () => {
    const trustPolicy = policyOf('Trust', 'trust', trusts(PIPELINE));
    const world = withRole(WORLD, PIPELINE, { trustPolicy });
    expect(record(world, assume(PIPELINE_KEY, { roleArn: PIPELINE }))).toMatchObject({
      additionalEventData: { explicitTrustGrant: true },
    });
  });
});

describe('the other calls of STS', () => {
  const token: GetSessionToken = {
    id: 'session',
    kind: 'sts:GetSessionToken',
    at: START,
    by: 'caller',
    to: 'sts',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
  };
  const federation: GetFederationToken = { ...token, kind: 'sts:GetFederationToken', name: 'bob' };

  test('GetSessionToken shows the user, and no parameters where there are none', () => {
    expect(record(WORLD, token)).toMatchObject({
      eventName: 'GetSessionToken',
      userIdentity: { type: 'IAMUser' },
      requestParameters: null,
      responseElements: { credentials: { expiration: 'Jan 16, 2026, 12:00:00 AM' } },
    });
    expect(record(WORLD, { ...token, durationSeconds: seconds(900) })).toMatchObject({
      requestParameters: { durationSeconds: 900 },
    });
  });

  test('GetFederationToken shows the federated user it made', () => {
    const open = withUser(WORLD, USER, {
      policies: [policyOf('All', 'identity', says('Allow', '*'))],
    });
    expect(record(open, federation)).toMatchObject({
      userIdentity: { type: 'IAMUser' },
      requestParameters: { name: 'bob' },
      responseElements: {
        federatedUser: {
          federatedUserId: `${ACCOUNT}:bob`,
          arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
        },
      },
    });
  });

  test('an AssumeRoleWithSAML is recorded in the role’s account, with what the provider says of the person', () => {
    const act: AssumeRoleWithSaml = {
      id: 'saml',
      kind: 'sts:AssumeRoleWithSAML',
      at: START,
      by: 'caller',
      to: 'sts',
      region: REGION,
      roleArn: ROLE,
      principalArn: `arn:aws:iam::${ACCOUNT}:saml-provider/corp`,
      sAMLAssertion: {
        id: '_assertion-1',
        issuer: 'https://idp.example.com',
        audience: 'urn:amazon:webservices',
        recipient: 'https://signin.aws.amazon.com/saml',
        subject: 'carol',
        subjectType: 'persistent',
        issuedAt: START,
        notOnOrAfter: after(START, hours(1)),
        attributes: {
          'https://aws.amazon.com/SAML/Attributes/RoleSessionName': ['carol'],
          'https://aws.amazon.com/SAML/Attributes/PrincipalTag:team': ['red'],
        },
      },
    };
    const trails = trailsOf(simulate(WORLD, [act]));
    expect(Object.keys(trails)).toEqual([ACCOUNT]);
    expect(trails[ACCOUNT]).toMatchObject({
      userIdentity: {
        type: 'SAMLUser',
        principalId: expect.stringMatching(/^[A-Za-z0-9+/]{27}=:carol$/) as string,
        userName: 'carol',
        identityProvider: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/) as string,
      },
      requestParameters: {
        sAMLAssertionID: '_assertion-1',
        roleSessionName: 'carol',
        principalArn: act.principalArn,
        principalTags: { team: 'red' },
      },
    });
  });

  test('an AssumeRoleWithWebIdentity names issuer, audience and subject', () => {
    const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example.com`;
    const account = WORLD.accounts[ACCOUNT];
    const world: World = {
      ...WORLD,
      accounts: {
        ...WORLD.accounts,
        ...(account && {
          [ACCOUNT]: {
            ...account,
            oidcProviders: [
              {
                arn: provider,
                issuer: 'https://idp.example.com',
                signingKeys: ['k1'],
                audiences: ['sts.amazonaws.com'],
              },
            ],
          },
        }),
      },
    };
    const act: AssumeRoleWithWebIdentity = {
      id: 'web',
      kind: 'sts:AssumeRoleWithWebIdentity',
      at: START,
      by: 'caller',
      to: 'sts',
      region: REGION,
      roleArn: ROLE,
      roleSessionName: 'job',
      webIdentityToken: {
        issuer: 'https://idp.example.com',
        subject: 'job-7',
        audience: 'sts.amazonaws.com',
        issuedAt: START,
        expiresAt: after(START, hours(1)),
        algorithm: 'RS256',
        signedBy: 'k1',
        claims: {},
      },
    };
    const trustPolicy = policyOf('Trust', 'trust', {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
    });
    expect(record(withRole(world, ROLE, { trustPolicy }), act)).toMatchObject({
      userIdentity: {
        type: 'WebIdentityUser',
        principalId: `${provider}:sts.amazonaws.com:job-7`,
        userName: 'job-7',
        identityProvider: provider,
      },
      responseElements: {
        subjectFromWebIdentityToken: 'job-7',
        provider,
        audience: 'sts.amazonaws.com',
      },
    });
  });
});

describe('a call to any service', () => {
  test('it stands in the caller’s trail, in the Region of its endpoint', () => {
    expect(
      record(WORLD, call(SESSION_KEY, { context: { 'aws:SourceIp': '198.51.100.7' } })),
    ).toMatchObject({
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'ListTables',
      awsRegion: REGION,
      sourceIPAddress: '198.51.100.7',
      errorCode: 'AccessDeniedException',
      readOnly: true,
    });
    const change = call(SESSION_KEY, { action: 'iam:CreateUser', parameters: { UserName: 'eve' } });
    expect(record(WORLD, change)).toMatchObject({
      awsRegion: 'us-east-1',
      requestParameters: { UserName: 'eve' },
      readOnly: false,
    });
  });

  test('it says when it came from the console', () => {
    const key = { ...SESSION_KEY, isConsole: true } as const;
    expect(record(withKey(WORLD, key), call(key))).toMatchObject({
      sessionCredentialFromConsole: 'true',
    });
    expect(record(WORLD, call(SESSION_KEY))).not.toHaveProperty('sessionCredentialFromConsole');
  });
});

describe('a presigned URL', () => {
  test('signing it is recorded nowhere, using it names the signer', () => {
    expect(record(WORLD, sign(USER_KEY))).toBeUndefined();
    expect(record(WORLD, sign(USER_KEY), open())).toMatchObject({
      userIdentity: { type: 'IAMUser', accessKeyId: USER_KEY.id },
      eventName: 'GetObject',
      eventCategory: 'Data',
      managementEvent: false,
      requestParameters: { bucketName: BUCKET, key: KEY, 'X-Amz-Expires': '3600' },
      additionalEventData: { AuthenticationMethod: 'QueryString' },
      resources: [
        { type: 'AWS::S3::Object', ARN: OBJECT },
        { accountId: ACCOUNT, type: 'AWS::S3::Bucket' },
      ],
    });
  });

  test('a refusal by policy is recorded, one before that is not', () => {
    const shut = withUser(WORLD, USER, { policies: [] });
    expect(record(shut, sign(USER_KEY), open())).toMatchObject({ errorCode: 'AccessDenied' });
    expect(record(WORLD, sign(USER_KEY), open({ at: after(START, hours(2)) }))).toBeUndefined();
    expect(record(WORLD, sign(USER_KEY, { bucket: 'no-such-bucket' }), open())).toBeUndefined();
  });

  test('the owner of the bucket learns of a stranger only account and id', () => {
    expect(trailsOf(simulate(WORLD, [sign(PARTNER_KEY), open()]))).toMatchObject({
      [ACCOUNT]: { userIdentity: { type: 'AWSAccount', accountId: PARTNER } },
    });
  });
});

test.each<readonly [ApiCall['action'], boolean, string]>([
  ['s3:PutObject', false, 'Data'],
  ['s3:CreateBucket', true, 'Management'],
  ['dynamodb:ListTables', true, 'Management'],
])('%s uses data of an object, or manages something', (action, managementEvent, eventCategory) => {
  expect(record(WORLD, call(USER_KEY, { action }))).toMatchObject({
    managementEvent,
    eventCategory,
  });
});

describe('no record', () => {
  test('of any call holds the secret of a key', () => {
    const keys = [USER_KEY, SESSION_KEY, PARTNER_KEY];
    const acts = fc.constantFrom<(key: AccessKey) => readonly Act[]>(
      (key) => [assume(key)],
      (key) => [call(key)],
      (key) => [sign(key), open()],
    );
    fc.assert(
      fc.property(fc.constantFrom(...keys), acts, (key, script) => {
        const { steps } = simulate(WORLD, script(key));
        const world = steps.at(-1)?.world ?? WORLD;
        const text = JSON.stringify(trailsOf({ start: WORLD, steps, outcomes: {}, unplayed: [] }));
        for (const { secretAccessKey } of Object.values(world.accessKeys)) {
          expect(text).not.toContain(secretAccessKey);
        }
      }),
    );
  });
});

test.each([
  ['2019-10-02T23:12:29Z', 'Oct 2, 2019, 11:12:29 PM'],
  ['2026-01-15T00:00:00Z', 'Jan 15, 2026, 12:00:00 AM'],
  ['2026-12-31T12:05:09Z', 'Dec 31, 2026, 12:05:09 PM'],
  ['2026-02-01T09:30:00Z', 'Feb 1, 2026, 9:30:00 AM'],
])('the expiration %s is written %s', (iso, expected) => {
  expect(spokenMoment(at(iso))).toBe(expected);
});
