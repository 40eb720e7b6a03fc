import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { OpenUrl, Presign } from '../act.ts';
import type { Policy, Statement } from '../policy/document.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  PARTNER_KEY,
  PARTNER_USER,
  policyOf,
  says,
  USER,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import type { Bucket, StoredObject, World } from '../world.ts';
import { isPublic } from './publicPolicy.ts';
import { readRange } from './range.ts';
import { endOf, played, responseOf } from './use.fixture.ts';
import type { Use } from './use.fixture.ts';

/** S3's settings, objects, uploads and encryption: presigned-urls.md 4.1, 4.3 and 5.5. */

const ALLOWS = { Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` } as const;
const everybody: Policy = policyOf('Public', 'bucket', {
  Effect: 'Allow',
  Principal: '*',
  ...ALLOWS,
});
const partner: Policy = policyOf('Partner', 'bucket', {
  Effect: 'Allow',
  Principal: { AWS: PARTNER_USER },
  ...ALLOWS,
});
const bare: Partial<OpenUrl> = { edits: [{ kind: 'drop-query' }] };
const byPartner: Partial<Presign> = { credentials: { keyId: PARTNER_KEY.id } };
const header = (...headers: OpenUrl['headers']): Partial<OpenUrl> => ({ headers });

type Row = readonly [name: string, use: Use, end: string];
const rows = (...table: readonly Row[]): void =>
  test.each(table)('%s', (_, use, end) => {
    expect(endOf(played(use))).toBe(end);
  });

describe('Block Public Access', () => {
  const publicAccessBlock = { blockPublicPolicy: true, restrictPublicBuckets: true };
  const shut = 's3.public-access: 403 AccessDenied Access Denied';

  rows(
    ['does not stop a URL of a private bucket', { bucket: { publicAccessBlock } }, 'granted'],
    [
      'does not stop a URL signed in the bucket’s own account',
      { bucket: { publicAccessBlock, policy: everybody } },
      'granted',
    ],
    [
      'stops an unsigned request for a public bucket',
      { bucket: { publicAccessBlock, policy: everybody }, open: bare },
      shut,
    ],
    [
      'stops a URL that another account signed for a public bucket',
      { bucket: { publicAccessBlock, policy: everybody }, sign: byPartner },
      shut,
    ],
    [
      'does not stop another account that a policy names',
      { bucket: { publicAccessBlock, policy: partner }, sign: byPartner },
      'granted',
    ],
    ['stops nothing while it is off', { bucket: { policy: everybody }, open: bare }, 'granted'],
  );

  test('counts for every bucket where the account has it', () => {
    const owner = WORLD.accounts[ACCOUNT];
    if (!owner) throw new Error('The test world has its account');
    const accounts = { ...WORLD.accounts, [ACCOUNT]: { ...owner, publicAccessBlock } };
    const use = { world: { ...WORLD, accounts }, bucket: { policy: everybody }, open: bare };
    expect(endOf(played(use))).toBe(shut);
  });

  test.each<[name: string, fields: Partial<Statement>, isPublic: boolean]>([
    ['everybody', { Principal: '*' }, true],
    ['everybody, in the long form', { Principal: { AWS: '*' } }, true],
    ['one user', { Principal: { AWS: USER } }, false],
    ['a Deny', { Effect: 'Deny' }, false],
    ['one address', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, false],
    ['half of all addresses', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } }, true],
    ['one VPC', { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }, false],
    ['any VPC', { Condition: { StringLike: { 'aws:SourceVpc': 'vpc-*' } } }, true],
    ['all but one VPC', { Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }, true],
    ['TLS only', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, true],
  ])('a policy for %s', (_, fields, expected) => {
    const { document } = policyOf('P', 'bucket', {
      Effect: 'Allow',
      Principal: '*',
      ...ALLOWS,
      ...fields,
    });
    expect(isPublic(document)).toBe(expected);
  });
});

describe('Requester Pays', () => {
  const bucket: Partial<Bucket> = { isRequesterPays: true, policy: partner };
  const refused = 's3.requester-pays: 403 AccessDenied Access Denied';
  const says = { 'x-amz-request-payer': 'requester' };
  rows(
    ['the owner’s URL needs no word', { bucket }, 'granted'],
    ['another account’s URL needs one', { bucket, sign: byPartner }, refused],
    ['it may stand in the query', { bucket, sign: { ...byPartner, parameters: says } }, 'granted'],
    [
      'or in a signed header',
      {
        bucket,
        sign: { ...byPartner, headers: says },
        open: header(['x-amz-request-payer', 'requester']),
      },
      'granted',
    ],
    ['nobody pays for an unsigned request', { bucket, open: bare }, refused],
  );
});

const holding = (object: Partial<StoredObject>): Partial<Bucket> => ({
  objects: { [KEY]: { contentType: 'text/plain', body: '0123456789', ...object } },
});

describe('an archived object', () => {
  const archived = holding({ storageClass: 'GLACIER' });
  rows(
    [
      'cannot be read',
      { bucket: archived },
      "s3.object-readable: 403 InvalidObjectState The action is not valid for the object's storage class",
    ],
    ['can be asked about', { bucket: archived, sign: { method: 'HEAD' } }, 'granted'],
    [
      'can be read once it is restored',
      { bucket: holding({ storageClass: 'GLACIER', isRestored: true }) },
      'granted',
    ],
  );
});

describe('a range', () => {
  const asked = (range: string) => played({ bucket: holding({}), open: header(['Range', range]) });

  test.each([
    ['bytes=0-3', '206', 'bytes 0-3/10', '0123'],
    ['bytes=4-', '206', 'bytes 4-9/10', '456789'],
    ['bytes=-2', '206', 'bytes 8-9/10', '89'],
    ['bytes=8-99', '206', 'bytes 8-9/10', '89'],
  ])('%s is served without a signature', (range, status, part, body) => {
    const response = responseOf(asked(range));
    expect(response).toMatch(new RegExp(`^HTTP/1.1 ${status} Partial Content\n`));
    expect(response).toContain(`\nContent-Range: ${part}\n`);
    expect(response).toContain(`\nContent-Length: ${body.length}\n`);
    expect(response.endsWith(`\n\n${body}`)).toBe(true);
  });

  test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('%s lies behind the end', (range) => {
    const trace = asked(range);
    expect(endOf(trace)).toBe(
      's3.range-satisfiable: 416 InvalidRange The requested range is not satisfiable',
    );
    expect(responseOf(trace)).toContain(
      `<RangeRequested>${range}</RangeRequested>\n  <ActualObjectSize>10</ActualObjectSize>`,
    );
  });

  test.each(['bytes=5-3', 'bytes=one-two', 'lines=1-2', 'bytes=0-1,3-4'])(
    'what S3 does not read, as %s, gets the whole',
    (range) => {
      expect(responseOf(asked(range))).toMatch(/^HTTP\/1\.1 200 OK\n/);
    },
  );

  test('it lies inside the object, whatever was asked', () => {
    const number = fc.option(fc.nat(200), { nil: '' });
    fc.assert(
      fc.property(number, number, fc.nat(100), (first, last, size) => {
        const range = readRange(`bytes=${first}-${last}`, size);
        if (range === undefined || range === 'unsatisfiable') return;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThanOrEqual(range.from);
        expect(range.to).toBeLessThan(size);
      }),
    );
  });

  test('of a large object stands for its bytes', () => {
    const bucket = holding({ body: '(film)', size: 5_000_000_000 });
    const response = responseOf(played({ bucket, open: header(['Range', 'bytes=4000000000-']) }));
    expect(response).toContain('\nContent-Length: 1000000000\n');
    expect(response).toContain('\nContent-Range: bytes 4000000000-4999999999/5000000000\n');
  });
});

describe('headers of the answer', () => {
  const parameters = { 'response-content-disposition': 'attachment; filename="‽.pdf"' };
  test('they must fit into ISO-8859-1', () => {
    const trace = played({ sign: { parameters } });
    expect(endOf(trace)).toBe(
      's3.overrides-valid: 400 InvalidArgument Header value cannot be represented using ISO-8859-1.',
    );
    expect(responseOf(trace)).toContain(
      '<ArgumentName>response-content-disposition</ArgumentName>',
    );
  });

  test('they cannot be asked for without a signature', () => {
    const edits = [
      { kind: 'drop-query' },
      { kind: 'set-parameter', name: 'response-content-type', value: 'text%2Fplain' },
    ] as const;
    expect(endOf(played({ open: { edits } }))).toMatch(/^s3\.overrides-valid: 400 InvalidRequest /);
  });
});

describe('an upload', () => {
  const put = (sign: Partial<Presign>, open: Partial<OpenUrl> = {}): Use => ({
    sign: { method: 'PUT', ...sign },
    open,
  });
  const free = { key: 'new.txt' };
  const once = { parameters: { 'If-None-Match': '*' } };
  // `openssl md5 -binary | base64` of "hello"
  const md5 = { 'Content-MD5': 'XUFAKrxLKna5cZ2REBfFkg==' };
  const acl = { parameters: { 'x-amz-acl': 'public-read' } };
  const taken =
    's3.condition-holds: 412 PreconditionFailed At least one of the pre-conditions you specified did not hold';

  rows(
    ['it overwrites', put({}), 'granted'],
    ['it does not where If-None-Match was signed', put(once), taken],
    ['it does not where If-None-Match is sent', put({}, header(['If-None-Match', '*'])), taken],
    ['it writes what was not there', put({ ...once, ...free }), 'granted'],
    [
      'it is the file whose digest was signed',
      put({ headers: md5 }, { ...header(['Content-MD5', md5['Content-MD5']]), body: 'hello' }),
      'granted',
    ],
    [
      'it is another file',
      put({ headers: md5 }, { ...header(['Content-MD5', md5['Content-MD5']]), body: 'other' }),
      's3.digest-matches: 400 BadDigest The Content-MD5 you specified did not match what we received.',
    ],
    [
      'its digest is none',
      put({}, { ...header(['Content-MD5', 'abc']), body: 'hello' }),
      's3.digest-matches: 400 InvalidDigest The Content-MD5 you specified was invalid.',
    ],
    [
      'it asks for a list where there are none',
      put(acl),
      's3.acl-accepted: 400 AccessControlListNotSupported The bucket does not allow ACLs',
    ],
    [
      'it asks for a list where there are some',
      { ...put(acl), bucket: { hasAcls: true } },
      'granted',
    ],
    [
      'it gives the owner control',
      put({ parameters: { 'x-amz-acl': 'bucket-owner-full-control' } }),
      'granted',
    ],
  );
});

describe('a KMS key', () => {
  const arn = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const everyUser: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const withKey = (keyPolicy: readonly Statement[], mine: readonly Statement[]): World => {
    const user = withUser(WORLD, USER, {
      policies: [
        policyOf('Objects', 'identity', says('Allow', ['s3:GetObject', 's3:PutObject'])),
        ...(mine.length > 0 ? [policyOf('Key', 'identity', ...mine)] : []),
      ],
    });
    const owner = user.accounts[ACCOUNT];
    if (!owner) throw new Error('The test world has its account');
    const kmsKeys = { [arn]: { arn, policy: policyOf('KeyPolicy', 'bucket', ...keyPolicy) } };
    return { ...user, accounts: { ...user.accounts, [ACCOUNT]: { ...owner, kmsKeys } } };
  };
  const may = says('Allow', ['kms:Decrypt', 'kms:GenerateDataKey'], arn);
  const locked = holding({ kmsKey: arn });
  const closed = (action: string, place: string) =>
    `s3.kms-allowed: 403 AccessDenied User: ${USER} is not authorized to perform: ${action} on ${place} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  const put = { method: 'PUT' } as const;
  const http = { scheme: 'http' } as const;
  const over = 'Requests specifying Server Side Encryption with AWS KMS managed keys';

  rows(
    [
      'opens to a signer who may use it',
      { world: withKey([everyUser], [may]), bucket: locked },
      'granted',
    ],
    [
      'stays shut to a signer who may only read the object',
      { world: withKey([everyUser], []), bucket: locked },
      `s3.kms-allowed: 403 AccessDenied User: ${USER} is not authorized to perform: kms:Decrypt on resource: ${arn} because no identity-based policy allows the kms:Decrypt action`,
    ],
    [
      'asks its own policy, whatever the signer’s says',
      { world: withKey([], [may]), bucket: locked },
      closed('kms:Decrypt', 'the resource associated with this ciphertext'),
    ],
    [
      'asks for another action where something is written',
      { world: withKey([], [may]), bucket: { kmsKey: arn }, sign: put },
      closed('kms:GenerateDataKey', 'this resource'),
    ],
    [
      'is not asked about an upload that names S3’s own encryption',
      {
        world: withKey([], []),
        bucket: { kmsKey: arn },
        sign: { ...put, parameters: { 'x-amz-server-side-encryption': 'AES256' } },
      },
      'granted',
    ],
    [
      'is not asked for a HEAD',
      { world: withKey([], []), bucket: locked, sign: { method: 'HEAD' } },
      'granted',
    ],
    [
      'wants TLS',
      { world: withKey([everyUser], [may]), bucket: locked, open: http },
      `s3.kms-secure: 400 InvalidArgument ${over} must be made over a secure connection.`,
    ],
    [
      'wants a signature',
      { world: withKey([everyUser], []), bucket: { ...locked, policy: everybody }, open: bare },
      `s3.kms-secure: 400 InvalidArgument ${over} require AWS Signature Version 4.`,
    ],
  );

  test('does not see where the user of the URL sits: S3 asks from its own network', () => {
    const fromHome = { ...may, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.9' } } };
    const use = {
      world: withKey([everyUser], [fromHome]),
      bucket: locked,
      open: { origin: { ip: '203.0.113.9' } },
    };
    expect(endOf(played(use))).toContain('no identity-based policy allows the kms:Decrypt action');
  });

  test('is in the answer', () => {
    const response = responseOf(played({ world: withKey([everyUser], [may]), bucket: locked }));
    expect(response).toContain(`\nx-amz-server-side-encryption-aws-kms-key-id: ${arn}\n`);
  });
});

test('an object that nobody may list is hidden, whatever else is asked', () => {
  const use = { bucket: { objects: {} }, open: header(['Range', 'bytes=0-1']) };
  expect(endOf(played(use))).toContain(`s3:ListBucket on resource: "arn:aws:s3:::${BUCKET}"`);
});

test('the policies of key and signer stand beside the check that asks for the key', () => {
  const arn = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const owner = WORLD.accounts[ACCOUNT];
  if (!owner) throw new Error('The test world has its account');
  const kmsKeys = { [arn]: { arn, policy: policyOf('KeyPolicy', 'bucket') } };
  const world = { ...WORLD, accounts: { ...WORLD.accounts, [ACCOUNT]: { ...owner, kmsKeys } } };
  const step = played({ world, bucket: holding({ kmsKey: arn }) }).steps.find(
    ({ id }) => id === 'open-url.kms-allowed',
  );
  expect(step?.artifacts.map(({ name }) => name)).toEqual(['KeyPolicy', 'UserPolicy']);
});
