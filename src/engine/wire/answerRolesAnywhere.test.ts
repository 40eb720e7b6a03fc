import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';

import { roleArn } from '../arn.ts';
import { promised } from '../never.ts';
import { BATCH_ROLE, letsIn, trustOf } from '../rolesanywhere/anywhereWorld.fixture.ts';
import {
  CERTIFICATES,
  isVerified,
  named,
  VECTORS,
  verifiedAmong,
} from '../rolesanywhere/realCertificates.setup.ts';
import { DEFAULT_MAPPINGS } from '../rolesanywhere/resources.ts';
import { after, at, hours, minutes } from '../time.ts';
import { emptyAccount } from '../world.ts';
import type { World } from '../world.ts';
import { answerRolesAnywhere, claimedIn } from './answerRolesAnywhere.ts';
import type { HttpCall } from './http.ts';

const ACCOUNT = '111122223333';
const PLACE = `arn:aws:rolesanywhere:us-east-1:${ACCOUNT}` as const;
const ANCHOR = `${PLACE}:trust-anchor/0f3e2a10-5c1b-4a7e-9d55-3a1b2c4d5e6f` as const;
const PROFILE = `${PLACE}:profile/7a9c1d22-0b4e-4f60-8a11-9e8d7c6b5a40` as const;
const ROLE = roleArn(ACCOUNT, 'Backup+Writer=A', 'onprem/');
const SIGNED = at('2026-10-15T12:00:00Z');

const WORLD: World = {
  now: SIGNED,
  clockSkew: {},
  accessKeys: {},
  presignedUrls: {},
  accounts: {
    [ACCOUNT]: {
      ...emptyAccount(ACCOUNT, 'sim', 'us-east-1'),
      roles: { [ROLE]: { ...BATCH_ROLE, arn: ROLE, trustPolicy: trustOf(letsIn()) } },
      rolesAnywhere: {
        trustAnchors: {
          [ANCHOR]: {
            arn: ANCHOR,
            name: 'sim',
            enabled: true,
            source: { sourceType: 'CERTIFICATE_BUNDLE', certificates: [named('rootA').id] },
          },
        },
        profiles: {
          [PROFILE]: {
            arn: PROFILE,
            name: 'backup',
            enabled: true,
            roleArns: [ROLE],
            durationSeconds: hours(1),
            managedPolicyArns: [],
            acceptRoleSessionName: true,
            attributeMappings: DEFAULT_MAPPINGS,
          },
        },
        crls: {},
        subjects: {},
      },
    },
  },
  x509: { certificates: [named('rootA')], lists: [], verified: [], texts: [] },
};

const VERIFIED = verifiedAmong(Object.values(CERTIFICATES), []);

/** The request of a vector, but for what is given. */
function callOf(id: string, change: Partial<HttpCall> = {}): HttpCall {
  const row = promised(
    VECTORS.signing.find((one) => one.id === id),
    `the vectors have ${id}`,
  );
  const { host, query, headers, body, authorization } = row;
  return {
    method: 'POST',
    host,
    path: '/sessions',
    query,
    headers: [...headers, ['Authorization', authorization]],
    body,
    ...change,
  };
}

const CHAINED = 'gen-rsa2048-json-body-with-chain';
const QUERY = 'gen-p256-arns-in-query';

/** The answer, with the signature really verified. */
function answered(call: HttpCall, world: World = WORLD) {
  const claimed = claimedIn(call);
  const isGood =
    claimed !== undefined &&
    isVerified(claimed.leaf, 'SHA-256', {
      text: utf8ToBytes(claimed.text),
      signature: Buffer.from(claimed.signature, 'hex'),
    });
  return answerRolesAnywhere(world, call, {
    verified: VERIFIED,
    own: isGood ? 'valid' : 'invalid',
  });
}

const said = ({ status, headers, body }: ReturnType<typeof answered>['answer']): string => {
  const code = headers.find(([name]) => name === 'x-amzn-ErrorType')?.[1] ?? '';
  const { message = '' } = JSON.parse(body) as { readonly message?: string };
  return `${status} ${code} ${message}`.trim();
};

/** Headers without one, or with another value for it. */
const without = (call: HttpCall, name: string, value?: string): HttpCall => ({
  ...call,
  headers: call.headers.flatMap(([key, given]) =>
    key === name ? (value === undefined ? [] : [[key, value] as const]) : [[key, given] as const],
  ),
});

describe('Roles Anywhere as a server', () => {
  test('answers a request with its ARNs in the body, and gives credentials that the world knows', () => {
    const { answer, world } = answered(callOf(CHAINED));
    expect(answer.status).toBe(201);
    const { credentialSet, subjectArn } = JSON.parse(answer.body) as {
      readonly credentialSet: readonly {
        readonly assumedRoleUser: { readonly arn: string };
        readonly credentials: { readonly accessKeyId: string; readonly expiration: string };
        readonly sourceIdentity: string;
      }[];
      readonly subjectArn: string;
    };
    expect(credentialSet).toHaveLength(1);
    expect(credentialSet[0]).toMatchObject({
      assumedRoleUser: {
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Backup+Writer=A/1f71c5114a119fc0cc5a5a52fb3720ad`,
      },
      credentials: { expiration: '2026-10-15T13:00:00Z' },
      sourceIdentity: 'CN=web-01',
    });
    expect(world.accessKeys[credentialSet[0]?.credentials.accessKeyId ?? '']).toMatchObject({
      issuedAt: SIGNED,
      expiresAt: after(SIGNED, hours(1)),
    });
    expect(subjectArn).toMatch(
      /^arn:aws:rolesanywhere:us-east-1:111122223333:subject\/[\da-f-]{36}$/,
    );
  });

  test('answers a request with its ARNs in the query and a name of its own', () => {
    const { answer } = answered(callOf(QUERY));
    expect(answer.status).toBe(201);
    expect(answer.body).toContain('assumed-role/Backup+Writer=A/web-01@dc1"');
    expect(answer.body).toContain('2026-10-15T12:15:00Z');
  });

  test('gives two equal requests two sessions', () => {
    const first = answered(callOf(QUERY));
    const second = answered(callOf(QUERY), first.world);
    expect(Object.keys(second.world.accessKeys)).toHaveLength(2);
  });

  const SIGNATURE = '403 AccessDeniedException Invalid signature';
  const authorization = (id: string): string =>
    callOf(id).headers.find(([name]) => name === 'Authorization')?.[1] ?? '';

  test.each([
    [
      'a body that was changed',
      callOf(CHAINED, { body: callOf(CHAINED).body.replace('3600', '7200') }),
      SIGNATURE,
    ],
    [
      'a certificate that was not signed',
      without(callOf(QUERY), 'Authorization', authorization(QUERY).replace(';x-amz-x509', '')),
      SIGNATURE,
    ],
    ['no Authorization', without(callOf(QUERY), 'Authorization'), SIGNATURE],
    [
      'another serial number',
      without(callOf(QUERY), 'Authorization', authorization(QUERY).replace(/=\d+\//, '=1/')),
      SIGNATURE,
    ],
    ['another Region', callOf(QUERY, { host: 'rolesanywhere.eu-west-1.amazonaws.com' }), SIGNATURE],
    ['no chain, which was signed', without(callOf(CHAINED), 'X-Amz-X509-Chain'), SIGNATURE],
    [
      'a certificate that is none',
      without(callOf(QUERY), 'X-Amz-X509', 'MIIB'),
      `400 ValidationException 1 validation error detected: Value 'no certificate' at 'X-Amz-X509' failed to satisfy constraint: Member must be a certificate in base64`,
    ],
    [
      'a chain that is none',
      without(callOf(CHAINED), 'X-Amz-X509-Chain', 'MIIB,MIIC'),
      `400 ValidationException 1 validation error detected: Value 'something else' at 'X-Amz-X509-Chain' failed to satisfy constraint: Member must be certificates in base64`,
    ],
    [
      'a body that is no JSON',
      callOf(QUERY, { body: '{' }),
      '400 ValidationException The body is no JSON',
    ],
    [
      'no ARNs at all',
      callOf(QUERY, { query: '' }),
      `400 ValidationException 1 validation error detected: Value '' at 'trustAnchorArn' failed to satisfy constraint: Member must be the ARN of such a resource`,
    ],
    [
      'a bare GET',
      callOf(QUERY, { method: 'GET', path: '/', body: '' }),
      '404 ResourceNotFoundException Not Found',
    ],
    [
      'another service',
      callOf(QUERY, { host: 'sts.amazonaws.com' }),
      '404 ResourceNotFoundException Not Found',
    ],
  ])('refuses %s', (_, call, says) => {
    expect(said(answered(call).answer)).toBe(says);
  });

  test.each([-30, 30])('refuses a request that is %s minutes off', (off) => {
    const world = { ...WORLD, now: after(SIGNED, minutes(off)) };
    expect(said(answered(callOf(CHAINED), world).answer)).toBe(SIGNATURE);
  });

  test('counts no signature that nobody has verified', () => {
    const { answer } = answerRolesAnywhere(WORLD, callOf(CHAINED), {
      verified: VERIFIED,
      own: 'unsupported',
    });
    expect(said(answer)).toBe(SIGNATURE);
  });

  test('counts no signature of a CA that nobody has verified', () => {
    const { answer } = answerRolesAnywhere(WORLD, callOf(CHAINED), { verified: [], own: 'valid' });
    expect(said(answer)).toBe('403 AccessDeniedException Untrusted signing certificate');
  });

  test('takes a length from the body only as a number within its limits', () => {
    const call = callOf(QUERY, { body: '{"durationSeconds":"soon"}' });
    expect(said(answered(call).answer)).toMatch(/^400 ValidationException .*'durationSeconds'/);
  });
});
