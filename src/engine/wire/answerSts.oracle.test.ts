import {
  AssumeRoleCommand,
  AssumeRoleWithSAMLCommand,
  AssumeRoleWithWebIdentityCommand,
  AssumeRootCommand,
  DecodeAuthorizationMessageCommand,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetDelegatedAccessTokenCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  GetWebIdentityTokenCommand,
  STSClient,
  STSServiceException,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { accountInKeyId } from '../ids.ts';
import { encodeMessage } from '../sts/authorizationMessage.ts';
import { mfaCode } from '../sts/mfaCode.ts';
import { formatSamlResponse } from '../sts/samlResponse.ts';
import {
  ADMIN_KEY,
  ASSERTION,
  DEVICE,
  ISSUER,
  OIDC_ROLE,
  OPERATOR_KEY,
  SAML_PROVIDER,
  SAML_ROLE,
  STS_WORLD,
  TAGGED,
  TOKEN,
  TRADE_IN,
  USER_SESSION_KEY,
} from '../sts/stsWorld.fixture.ts';
import { formatWebToken, parseWebToken } from '../sts/webToken.ts';
import {
  ACCOUNT,
  PARTNER_KEY,
  PARTNER_USER,
  REGION,
  ROLE,
  START,
  USER,
  USER_KEY,
  withKey,
} from '../testWorld.fixture.ts';
import { after, hours, minutes } from '../time.ts';
import type { AccessKey, World } from '../world.ts';
import { answerSts } from './answerSts.ts';
import type { HttpCall } from './http.ts';

/** The AWS SDK for JavaScript talks to the engine, and cannot tell. */

interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Options {
  readonly world?: World;
  readonly key?: Pick<AccessKey, 'id' | 'secretAccessKey'> & { readonly sessionToken?: string };
  readonly region?: string;
  readonly endpoint?: string;
  readonly change?: (call: HttpCall) => HttpCall;
}

/** A client whose requests the engine answers; the world goes on from call to call. */
function clientOf({ world = STS_WORLD, key = USER_KEY, ...options }: Options = {}) {
  let now = world;
  const handle = (request: SdkRequest) => {
    const sent: HttpCall = {
      method: request.method,
      host: request.hostname,
      path: request.path,
      query: '',
      headers: Object.entries(request.headers),
      body: typeof request.body === 'string' ? request.body : '',
    };
    const { answer, world: next } = answerSts(now, options.change?.(sent) ?? sent);
    now = next;
    return Promise.resolve({
      response: {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: new TextEncoder().encode(answer.body),
      },
    });
  };
  const client = new STSClient({
    region: options.region ?? REGION,
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    maxAttempts: 1,
    credentials: {
      accessKeyId: key.id,
      secretAccessKey: key.secretAccessKey,
      ...(key.sessionToken !== undefined && { sessionToken: key.sessionToken }),
    },
    requestHandler: { handle },
  });
  return { client, world: () => now };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const role = { RoleArn: ROLE, RoleSessionName: 'nightly-build' };
const withSaml = {
  RoleArn: SAML_ROLE,
  PrincipalArn: SAML_PROVIDER,
  SAMLAssertion: formatSamlResponse(ASSERTION),
};
const withToken = {
  RoleArn: OIDC_ROLE,
  RoleSessionName: 'deploy',
  WebIdentityToken: formatWebToken(TOKEN),
};
const readOnly = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
});
const taskPolicy = { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' };

const credentials = (until: number) => ({
  AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/) as string,
  SecretAccessKey: expect.stringMatching(/^.{40}$/) as string,
  SessionToken: expect.any(String) as string,
  Expiration: new Date(until),
});

describe('the SDK reads the result of', () => {
  test('AssumeRole, and calls on with the credentials it got', async () => {
    const { client, world } = clientOf();
    const got = await client.send(
      new AssumeRoleCommand({
        RoleArn: TAGGED,
        RoleSessionName: 'nightly-build',
        DurationSeconds: 900,
        Policy: readOnly,
        PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
        Tags: [
          { Key: 'Project', Value: 'R and D' },
          { Key: 'Team', Value: 'blue' },
        ],
        TransitiveTagKeys: ['Project'],
        ExternalId: 'customer-7',
        SourceIdentity: 'jane',
        SerialNumber: DEVICE,
        TokenCode: mfaCode(DEVICE, START),
        ProvidedContexts: [
          {
            ProviderArn: 'arn:aws:iam::aws:contextProvider/IdentityCenter',
            ContextAssertion: 'asserted',
          },
        ],
      }),
    );
    expect(got.Credentials).toEqual(credentials(after(START, minutes(15))));
    expect(got.AssumedRoleUser?.Arn).toBe(
      `arn:aws:sts::${ACCOUNT}:assumed-role/Tagged/nightly-build`,
    );
    expect(got.SourceIdentity).toBe('jane');
    expect(got).toMatchObject({ PackedPolicySize: expect.any(Number) as number });
    const id = got.Credentials?.AccessKeyId ?? '';
    expect(accountInKeyId(id)).toBe(ACCOUNT);
    expect(world().accessKeys[id]?.owner).toMatchObject({
      kind: 'role-session',
      tags: { Project: 'R and D', Team: 'blue' },
      transitiveTagKeys: ['Project'],
      sourceIdentity: 'jane',
    });
    const next = clientOf({
      world: world(),
      key: {
        id: id as AccessKey['id'],
        secretAccessKey: got.Credentials?.SecretAccessKey ?? '',
        sessionToken: got.Credentials?.SessionToken ?? '',
      },
    });
    const who = await next.client.send(new GetCallerIdentityCommand());
    expect(who).toMatchObject({ Account: ACCOUNT, Arn: got.AssumedRoleUser?.Arn });
    expect(who.UserId).toBe(got.AssumedRoleUser?.AssumedRoleId);
  });

  test('AssumeRole without policies: no PackedPolicySize', async () => {
    const got = await clientOf().client.send(new AssumeRoleCommand(role));
    expect(got).not.toHaveProperty('PackedPolicySize');
    expect(got.Credentials).toEqual(credentials(after(START, hours(1))));
  });

  test('AssumeRole with a token of a size', async () => {
    const got = await clientOf().client.send(
      new AssumeRoleCommand({ ...role, MinimumSessionTokenSize: 2048 }),
    );
    expect(got.Credentials?.SessionToken).toHaveLength(2048);
    expect(got).toMatchObject({ SessionTokenSize: 2048, SessionTokenUtilization: 50 });
  });

  test('AssumeRoleWithSAML', async () => {
    const got = await clientOf().client.send(new AssumeRoleWithSAMLCommand(withSaml));
    expect(got.Credentials).toEqual(credentials(after(START, hours(1))));
    expect(got).toMatchObject({
      Subject: 'jane@example.com',
      SubjectType: 'persistent',
      Issuer: 'https://idp.example.com/saml',
      Audience: 'https://signin.aws.amazon.com/saml',
    });
    expect(got.NameQualifier).toMatch(/^[A-Za-z0-9+/]{27}=$/);
    expect(got.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/Employee/jane`);
  });

  test('AssumeRoleWithWebIdentity', async () => {
    const got = await clientOf().client.send(new AssumeRoleWithWebIdentityCommand(withToken));
    expect(got.Credentials).toEqual(credentials(after(START, hours(1))));
    expect(got).toMatchObject({
      SubjectFromWebIdentityToken: TOKEN.subject,
      Provider: TOKEN.issuer,
      Audience: 'sts.amazonaws.com',
    });
  });

  test('AssumeRoot', async () => {
    const { client, world } = clientOf({ key: ADMIN_KEY });
    const got = await client.send(
      new AssumeRootCommand({ TargetPrincipal: ACCOUNT, TaskPolicyArn: taskPolicy }),
    );
    expect(got.Credentials).toEqual(credentials(after(START, minutes(15))));
    const owner = world().accessKeys[got.Credentials?.AccessKeyId ?? '']?.owner;
    expect(owner).toMatchObject({ kind: 'root-session', account: ACCOUNT });
  });

  test('GetSessionToken', async () => {
    const { client, world } = clientOf();
    const got = await client.send(
      new GetSessionTokenCommand({ SerialNumber: DEVICE, TokenCode: mfaCode(DEVICE, START) }),
    );
    expect(got.Credentials).toEqual(credentials(after(START, hours(12))));
    const owner = world().accessKeys[got.Credentials?.AccessKeyId ?? '']?.owner;
    expect(owner).toMatchObject({ kind: 'user-session', arn: USER, mfaAt: START });
  });

  test('GetFederationToken', async () => {
    const got = await clientOf().client.send(new GetFederationTokenCommand({ Name: 'bob' }));
    expect(got.Credentials).toEqual(credentials(after(START, hours(12))));
    expect(got.FederatedUser).toEqual({
      FederatedUserId: `${ACCOUNT}:bob`,
      Arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
    });
    expect(got).toMatchObject({ PackedPolicySize: 0 });
  });

  test('GetCallerIdentity', async () => {
    const got = await clientOf().client.send(new GetCallerIdentityCommand());
    expect(got).toMatchObject({ Account: ACCOUNT, Arn: USER });
    expect(got.UserId).toMatch(/^AIDA/);
  });

  test('GetAccessKeyInfo', async () => {
    // Published pairs of key ids and accounts (sts.md 3.2).
    const { client } = clientOf();
    const about = (AccessKeyId: string) =>
      client.send(new GetAccessKeyInfoCommand({ AccessKeyId }));
    expect((await about('ASIAY34FZKBOKMUTVV7A')).Account).toBe('609629065308');
    expect((await about('ASIAQNZGKIQY56JQ7WML')).Account).toBe('029608264753');
  });

  test('DecodeAuthorizationMessage', async () => {
    const message = JSON.stringify({ allowed: false, explicitDeny: true });
    const got = await clientOf().client.send(
      new DecodeAuthorizationMessageCommand({ EncodedMessage: encodeMessage(message) }),
    );
    expect(got.DecodedMessage).toBe(message);
  });

  test('GetWebIdentityToken', async () => {
    const got = await clientOf().client.send(
      new GetWebIdentityTokenCommand({
        Audience: ['https://api.example.com'],
        SigningAlgorithm: 'ES384',
        Tags: [{ Key: 'Stage', Value: 'test' }],
      }),
    );
    expect(got.Expiration).toEqual(new Date(after(START, minutes(5))));
    expect(parseWebToken(got.WebIdentityToken ?? '')).toMatchObject({
      issuer: ISSUER,
      subject: USER,
      audience: 'https://api.example.com',
      algorithm: 'ES384',
      expiresAt: after(START, minutes(5)),
    });
  });

  test('GetDelegatedAccessToken', async () => {
    const { client } = clientOf({ key: PARTNER_KEY });
    const got = await client.send(new GetDelegatedAccessTokenCommand({ TradeInToken: TRADE_IN }));
    expect(got.Credentials).toEqual(credentials(after(START, hours(2))));
    expect(got.AssumedPrincipal).toBe(USER);
  });
});

const edit =
  (fields: Partial<HttpCall>) =>
  (call: HttpCall): HttpCall => ({ ...call, ...fields });

const inAccount = (fields: Partial<World['accounts'][string]>): World => {
  const account = STS_WORLD.accounts[ACCOUNT];
  if (!account) throw new Error('The world has the account');
  return {
    ...STS_WORLD,
    accounts: { ...STS_WORLD.accounts, [ACCOUNT]: { ...account, ...fields } },
  };
};
const oidc = STS_WORLD.accounts[ACCOUNT]?.oidcProviders[0];
if (!oidc) throw new Error('The world has an OIDC provider');

type Send = (client: STSClient) => Promise<unknown>;

const assume =
  (fields: object = {}): Send =>
  (client) =>
    client.send(new AssumeRoleCommand({ ...role, ...fields }));
const saml =
  (fields: object): Send =>
  (client) =>
    client.send(
      new AssumeRoleWithSAMLCommand({
        ...withSaml,
        SAMLAssertion: formatSamlResponse({ ...ASSERTION, ...fields }),
      }),
    );
const web =
  (fields: object = {}): Send =>
  (client) =>
    client.send(
      new AssumeRoleWithWebIdentityCommand({
        ...withToken,
        WebIdentityToken: formatWebToken({ ...TOKEN, ...fields }),
      }),
    );
const identify: Send = (client) => client.send(new GetCallerIdentityCommand());
const webToken: Send = (client) =>
  client.send(new GetWebIdentityTokenCommand({ Audience: ['x'], SigningAlgorithm: 'RS256' }));
const decode: Send = (client) =>
  client.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: 'a\nb' }));
const trade: Send = (client) =>
  client.send(new GetDelegatedAccessTokenCommand({ TradeInToken: TRADE_IN }));
const rootSession: Send = (client) =>
  client.send(new AssumeRootCommand({ TargetPrincipal: ACCOUNT, TaskPolicyArn: taskPolicy }));
const delegation = STS_WORLD.delegations?.[TRADE_IN];
if (!delegation) throw new Error('The world has a delegation');
const LATE_TRADE: World = {
  ...STS_WORLD,
  delegations: { [TRADE_IN]: { ...delegation, tokenExpiresAt: after(START, minutes(-1)) } },
};
const off = { [REGION]: { enabled: true, stsActive: false } };

type Refusal = readonly [name: string, status: number, send: Send, options?: Options];

const REFUSALS: readonly Refusal[] = [
  ['MalformedPolicyDocumentException', 400, assume({ Policy: '{' })],
  [
    'PackedPolicyTooLargeException',
    400,
    assume({
      Policy: readOnly.replace('"*"', JSON.stringify(`arn:aws:s3:::${'x'.repeat(1500)}`)),
    }),
  ],
  ['RegionDisabledException', 403, assume(), { world: inAccount({ regions: off }) }],
  ['ExpiredTokenException', 400, saml({ notOnOrAfter: START })],
  ['ExpiredTokenException', 400, web({ expiresAt: START })],
  ['IDPRejectedClaimException', 403, saml({ isSuccess: false })],
  ['InvalidIdentityTokenException', 400, web({ audience: 'somebody-else' })],
  [
    'IDPCommunicationErrorException',
    400,
    web(),
    { world: inAccount({ oidcProviders: [{ ...oidc, jwks: 'unreachable' }] }) },
  ],
  ['InvalidAuthorizationMessageException', 400, decode],
  ['ExpiredTradeInTokenException', 400, trade, { key: PARTNER_KEY, world: LATE_TRADE }],
  [
    'SessionDurationEscalationException',
    403,
    webToken,
    {
      key: OPERATOR_KEY,
      world: withKey(STS_WORLD, { ...OPERATOR_KEY, expiresAt: after(START, minutes(2)) }),
    },
  ],
  ['OutboundWebIdentityFederationDisabledException', 403, webToken, { key: PARTNER_KEY }],
  // Undeclared, and real.
  ['AccessDenied', 403, assume(), { key: PARTNER_KEY }],
  ['ValidationError', 400, assume({ DurationSeconds: 1 })],
  ['InvalidParameterValue', 400, assume({ TransitiveTagKeys: ['Project'] })],
  [
    'ExpiredToken',
    403,
    identify,
    {
      key: OPERATOR_KEY,
      world: withKey(STS_WORLD, { ...OPERATOR_KEY, expiresAt: after(START, minutes(-1)) }),
    },
  ],
  ['InvalidClientTokenId', 403, identify, { key: { ...USER_KEY, id: 'AKIAIOSFODNN7EXAMPLE' } }],
  [
    'InvalidClientTokenId',
    403,
    identify,
    { world: withKey(STS_WORLD, { ...USER_KEY, status: 'Inactive' }) },
  ],
  [
    'InvalidClientTokenId',
    403,
    identify,
    { key: { ...OPERATOR_KEY, sessionToken: USER_SESSION_KEY.sessionToken } },
  ],
  ['SignatureDoesNotMatch', 403, identify, { key: { ...USER_KEY, secretAccessKey: 'another' } }],
  [
    'SignatureDoesNotMatch',
    403,
    assume(),
    { change: (call) => edit({ body: call.body.replace('nightly', 'daily') })(call) },
  ],
  ['SignatureDoesNotMatch', 403, assume(), { change: edit({ path: '/elsewhere' }) }],
  [
    'SignatureDoesNotMatch',
    403,
    assume(),
    { change: edit({ host: 'sts.eu-west-1.amazonaws.com' }) },
  ],
  [
    'SignatureDoesNotMatch',
    403,
    assume(),
    { world: { ...STS_WORLD, now: after(START, minutes(16)) } },
  ],
  [
    'MissingAuthenticationToken',
    403,
    assume(),
    {
      change: (call) =>
        edit({ headers: call.headers.filter(([name]) => name !== 'authorization') })(call),
    },
  ],
  [
    'IncompleteSignature',
    400,
    assume(),
    {
      change: (call) =>
        edit({
          headers: call.headers.map(([name, value]) =>
            name === 'authorization' ? [name, value.split(',')[0] ?? ''] : [name, value],
          ),
        })(call),
    },
  ],
  [
    'InvalidAction',
    400,
    assume(),
    { change: (call) => edit({ body: call.body.replace('AssumeRole&', 'AssumeAll&') })(call) },
  ],
];

describe('the SDK throws', () => {
  test.each(REFUSALS.map((row) => [row[0], row[1], row] as const))(
    '%s with status %i',
    async (name, status, [, , send, options]) => {
      const error: unknown = await send(clientOf(options).client).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof STSServiceException)) throw new Error('It should have been refused');
      expect(error.name).toBe(name);
      expect(error.$metadata.httpStatusCode).toBe(status);
      expect(error.message).not.toBe('');
    },
  );

  test('its own classes for the errors the model declares', async () => {
    const module = await import('@aws-sdk/client-sts');
    const declared = REFUSALS.filter(([name]) => name.endsWith('Exception'));
    for (const [name, , send, options] of declared) {
      const type = (module as Readonly<Record<string, unknown>>)[name];
      if (typeof type !== 'function') throw new Error(`The SDK has no ${name}`);
      await expect(send(clientOf(options).client)).rejects.toBeInstanceOf(type);
    }
  });
});

test('a caller of another account is told in the short form', async () => {
  await expect(assume()(clientOf({ key: PARTNER_KEY }).client)).rejects.toMatchObject({
    message: `User: ${PARTNER_USER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
  });
});

describe('the global endpoint', () => {
  const endpoint = 'https://sts.amazonaws.com';

  test('answers, with tokens of the version the account has chosen', async () => {
    const { client, world } = clientOf({ endpoint, region: 'us-east-1' });
    const got = await client.send(new AssumeRoleCommand(role));
    const key = world().accessKeys[got.Credentials?.AccessKeyId ?? ''];
    expect(key).toMatchObject({ tokenVersion: 1 });
    const regional = await clientOf().client.send(new AssumeRoleCommand(role));
    expect(got.Credentials?.SessionToken?.length).toBeLessThan(
      regional.Credentials?.SessionToken?.length ?? 0,
    );
  });

  test('does not know AssumeRoot', async () => {
    const { client } = clientOf({ endpoint, region: 'us-east-1', key: ADMIN_KEY });
    await expect(rootSession(client)).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});
