import { describe, expect, test } from 'vitest';

import type { OpenUrl, Origin, Presign } from '../act.ts';
import type { Policy, Statement } from '../policy/document.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  OBJECT,
  policyOf,
  START,
  USER,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, minutes } from '../time.ts';
import type { World } from '../world.ts';
import { endOf, played, responseOf } from './use.fixture.ts';

/** What a request brings along when it is used: presigned-urls.md 4.1 and 4.2. */

const denies = (Condition: NonNullable<Statement['Condition']>): Policy =>
  policyOf('Guard', 'bucket', {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${BUCKET}/*`],
    Condition,
  });

const ENDPOINT = { id: 'vpce-1a2b3c4d', vpc: 'vpc-9f8e7d6c' } as const;
const PASSED: World = { ...WORLD, vpcEndpoints: { [ENDPOINT.id]: ENDPOINT } };
const OFFICE: Origin = { ip: '203.0.113.9' };
const HOTEL: Origin = { ip: '198.51.100.7' };
const INSIDE: Origin = { ip: '10.0.1.5', endpoint: ENDPOINT.id };

const denied = `s3.signer-allowed: 403 AccessDenied User: ${USER} is not authorized to perform: s3:GetObject on resource: "${OBJECT}" with an explicit deny in a resource-based policy`;

const fromOffice = denies({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
const byVpc = denies({ StringNotEquals: { 'aws:SourceVpc': ENDPOINT.vpc } });
const byEndpoint = denies({ StringNotEquals: { 'aws:SourceVpce': ENDPOINT.id } });
const inVpc = denies({ NotIpAddressIfExists: { 'aws:VpcSourceIp': '10.0.0.0/16' } });
const secure = denies({ Bool: { 'aws:SecureTransport': 'false' } });

describe('the user of a URL brings the network, not its signer', () => {
  test.each<[string, Policy, Partial<OpenUrl>, string]>([
    ['the address that is allowed', fromOffice, { origin: OFFICE }, 'granted'],
    ['another address', fromOffice, { origin: HOTEL }, denied],
    [
      'an endpoint, where an address is asked for: there is none',
      fromOffice,
      { origin: INSIDE },
      denied,
    ],
    ['the VPC that is allowed', byVpc, { origin: INSIDE }, 'granted'],
    ['the internet, where a VPC is asked for', byVpc, { origin: OFFICE }, denied],
    ['the endpoint that is allowed', byEndpoint, { origin: INSIDE }, 'granted'],
    ['the internet, where an endpoint is asked for', byEndpoint, { origin: OFFICE }, denied],
    ['an address inside the VPC', inVpc, { origin: INSIDE }, 'granted'],
    ['another address inside a VPC', inVpc, { origin: { ...INSIDE, ip: '10.9.0.1' } }, denied],
    ['TLS', secure, {}, 'granted'],
    ['plain HTTP: the scheme is not signed', secure, { scheme: 'http' }, denied],
  ])('%s', (_, policy, open, end) => {
    expect(endOf(played({ world: PASSED, bucket: { policy }, open }))).toBe(end);
  });
});

describe('the policy of a VPC endpoint', () => {
  const open = { origin: INSIDE };
  const through = (...statements: readonly Statement[]): World => ({
    ...PASSED,
    vpcEndpoints: {
      [ENDPOINT.id]: { ...ENDPOINT, policy: policyOf('Gate', 'vpc-endpoint', ...statements) },
    },
  });
  const everybody = { Principal: '*', Resource: '*' } as const;
  const opening = `s3.signer-allowed: 403 AccessDenied User: ${USER} is not authorized to perform: s3:GetObject on resource: "${OBJECT}"`;

  test('it must allow', () => {
    const list = through({ Effect: 'Allow', Action: 's3:ListBucket', ...everybody });
    expect(endOf(played({ world: list, open }))).toBe(
      `${opening} because no VPC endpoint policy allows the s3:GetObject action`,
    );
  });

  test('it may deny', () => {
    const shut = through(
      { Effect: 'Allow', Action: 's3:*', ...everybody },
      { Effect: 'Deny', Action: 's3:GetObject', ...everybody },
    );
    expect(endOf(played({ world: shut, open }))).toBe(
      `${opening} with an explicit deny in a VPC endpoint policy`,
    );
  });

  test('it lets through what it allows, and binds nobody who comes another way', () => {
    const all = through({ Effect: 'Allow', Action: 's3:*', ...everybody });
    expect(endOf(played({ world: all, open }))).toBe('granted');
    expect(endOf(played({ world: through(), open: { origin: OFFICE } }))).toBe('granted');
    expect(endOf(played({ world: through(), open }))).toContain('no VPC endpoint policy');
  });
});

describe('the signature’s own keys', () => {
  const aged = (limit: number): Policy =>
    denies({ NumericGreaterThan: { 's3:signatureAge': `${limit}` } });
  const at = (count: number) => ({ at: after(START, minutes(count)) });

  test('s3:signatureAge counts milliseconds: 600 is less than a second', () => {
    expect(endOf(played({ bucket: { policy: aged(600) } }))).toBe(denied);
    expect(endOf(played({ bucket: { policy: aged(600_000) } }))).toBe('granted');
    expect(endOf(played({ bucket: { policy: aged(600_000) }, open: at(11) }))).toBe(denied);
  });

  test('s3:authType tells a URL from a request signed in its headers', () => {
    const links = denies({ StringNotEquals: { 's3:authType': 'REST-HEADER' } });
    expect(endOf(played({ bucket: { policy: links } }))).toBe(denied);
  });

  test('s3:ResourceAccount is the owner of the bucket', () => {
    const own = denies({ StringNotEquals: { 's3:ResourceAccount': ACCOUNT } });
    expect(endOf(played({ bucket: { policy: own } }))).toBe('granted');
  });
});

describe('an address without its query', () => {
  const bare: Partial<OpenUrl> = { edits: [{ kind: 'drop-query' }] };
  const everybody = policyOf('Public', 'bucket', {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${BUCKET}/*`,
  });

  test('it is nobody’s request: only a public bucket serves it', () => {
    expect(endOf(played({ open: bare }))).toBe('s3.signer-allowed: 403 AccessDenied Access Denied');
    expect(endOf(played({ bucket: { policy: everybody }, open: bare }))).toBe('granted');
  });
});

describe('a version', () => {
  const old = {
    versionId: 'v1',
    contentType: 'text/plain',
    body: 'first',
  } as const;
  const bucket = {
    isVersioned: true,
    objects: { [KEY]: { contentType: 'text/plain', body: 'second', versionId: 'v2' } },
    earlier: {
      [KEY]: [{ kind: 'delete-marker', versionId: 'm' } as const, old],
    },
  };
  const list = policyOf(
    'Versions',
    'bucket',
    {
      Effect: 'Allow',
      Principal: { AWS: USER },
      Action: ['s3:GetObjectVersion', 's3:DeleteObjectVersion'],
      Resource: OBJECT,
    },
    {
      Effect: 'Allow',
      Principal: { AWS: USER },
      Action: 's3:ListBucket',
      Resource: `arn:aws:s3:::${BUCKET}`,
    },
  );
  const named = (versionId: string) => ({ parameters: { versionId } });

  test('it needs a permission of its own', () => {
    expect(endOf(played({ bucket, sign: named('v1') }))).toContain('s3:GetObjectVersion');
  });

  test.each([
    ['v1', 'granted'],
    ['v2', 'granted'],
    ['v9', 's3.object-found: 404 NoSuchVersion The specified version does not exist.'],
    [
      'm',
      's3.object-found: 405 MethodNotAllowed The specified method is not allowed against this resource.',
    ],
  ])('%s is %s', (versionId, end) => {
    expect(endOf(played({ bucket: { ...bucket, policy: list }, sign: named(versionId) }))).toBe(
      end,
    );
  });

  test('it is the one that is served', () => {
    const served = (versionId: string) =>
      responseOf(played({ bucket: { ...bucket, policy: list }, sign: named(versionId) }));
    expect(served('v1')).toContain('x-amz-version-id: v1');
    expect(served('v1')).toMatch(/\n\nfirst$/);
    expect(served('v2')).toMatch(/\n\nsecond$/);
  });

  const heldAfter = (sign: Partial<Presign>): readonly (string | undefined)[] => {
    const trace = played({ bucket: { ...bucket, policy: list }, sign, open: { body: 'third' } });
    const held = trace.steps.at(-1)?.world.accounts[ACCOUNT]?.buckets[BUCKET];
    return [
      held?.objects[KEY]?.body,
      ...(held?.earlier?.[KEY] ?? []).map((one) => ('body' in one ? one.body : one.kind)),
    ];
  };

  test('a write keeps what was there, and a deletion leaves a mark', () => {
    expect(heldAfter({ method: 'PUT' })).toEqual(['third', 'second', 'delete-marker', 'first']);
    expect(heldAfter({ method: 'DELETE' })).toEqual([
      undefined,
      'delete-marker',
      'second',
      'delete-marker',
      'first',
    ]);
  });

  test('only a version that is named is gone for good', () => {
    expect(heldAfter({ method: 'DELETE', ...named('v1') })).toEqual(['second', 'delete-marker']);
    expect(heldAfter({ method: 'DELETE', ...named('v2') })).toEqual([
      undefined,
      'delete-marker',
      'first',
    ]);
  });
});

test('a host of another Region sends away, and the URL cannot follow', () => {
  const away = played({ sign: { endpoint: 'us-east-1' } });
  expect(endOf(away)).toMatch(/^s3\.bucket-found: 301 PermanentRedirect The bucket you are/);
  expect(responseOf(away)).toContain(
    `<Endpoint>${BUCKET}.s3.eu-central-1.amazonaws.com</Endpoint>`,
  );
});

test('answers take the headers that the URL was signed with', () => {
  const parameters = {
    'response-content-type': 'application/octet-stream',
    'response-content-disposition': 'attachment; filename="q1.pdf"',
  };
  const response = responseOf(played({ sign: { parameters } }));
  expect(response).toContain('\nContent-Type: application/octet-stream\n');
  expect(response).toContain('\nContent-Disposition: attachment; filename="q1.pdf"\n');
  expect(response.match(/Content-Type/g)).toHaveLength(1);
});
