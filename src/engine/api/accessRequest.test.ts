import { describe, expect, test } from 'vitest';

import { decide } from '../policy/decide.ts';
import type { Policy } from '../policy/document.ts';
import type { Principal } from '../principal.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  longTermKey,
  REGION,
  START,
  USER_KEY,
  WORLD,
} from '../testWorld.fixture.ts';
import { accessRequest } from './accessRequest.ts';

const LOCKED: Policy = {
  id: 'locked',
  name: 'locked',
  type: 'bucket',
  document: {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
  },
};

const [owner] = Object.values(WORLD.accounts).filter(({ id }) => id === ACCOUNT);
const bucket = owner?.buckets[BUCKET];
if (!owner || !bucket) throw new Error('The test world has a bucket');
const world = {
  ...WORLD,
  accounts: {
    ...WORLD.accounts,
    [ACCOUNT]: { ...owner, buckets: { [BUCKET]: { ...bucket, policy: LOCKED } } },
  },
};

const verdict = (principal: Principal, action: `s3:${string}`, resource: string): string => {
  const key = longTermKey('somebody', principal);
  const act = {
    id: 'call',
    kind: 'call',
    at: START,
    by: 'somebody',
    to: 's3',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
    action,
    resources: [resource],
  } as const;
  return decide(accessRequest(world, key, act, resource), world).verdict;
};

const ROOT: Principal = { kind: 'root', account: ACCOUNT };
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
describe('a bucket policy that denies everybody everything', () => {
  test.each(['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'] as const)(
    'it does not keep its owner’s root user from %s',
    (action) => {
      expect(verdict(ROOT, action, BUCKET_ARN)).toBe('allow');
      expect(verdict({ kind: 'root-session', account: ACCOUNT }, action, BUCKET_ARN)).toBe('allow');
    },
  );

  test('it keeps root from everything else', () => {
    expect(verdict(ROOT, 's3:GetObject', `${BUCKET_ARN}/${KEY}`)).toBe('explicit-deny');
    expect(verdict(ROOT, 's3:ListBucket', BUCKET_ARN)).toBe('explicit-deny');
  });

  test('it keeps another account’s root user from all of it', () => {
    const stranger: Principal = { kind: 'root', account: '777788889999' };
    expect(verdict(stranger, 's3:DeleteBucketPolicy', BUCKET_ARN)).toBe('explicit-deny');
  });

  test('it keeps the owner’s users from all of it', () => {
    expect(verdict(USER_KEY.owner, 's3:DeleteBucketPolicy', BUCKET_ARN)).toBe('explicit-deny');
  });
});

describe('an object that is read by a call, signed in its headers', () => {
  const reading = {
    id: 'call',
    kind: 'call',
    at: START,
    by: 'somebody',
    to: 's3',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
    action: 's3:GetObject',
    resources: [`${BUCKET_ARN}/${KEY}`],
  } as const;

  test('its policies see a header’s signature, and no age', () => {
    const { context } = accessRequest(WORLD, USER_KEY, reading, `${BUCKET_ARN}/${KEY}`);
    expect(context).toMatchObject({
      's3:authType': 'REST-HEADER',
      's3:signatureversion': 'AWS4-HMAC-SHA256',
      's3:ResourceAccount': ACCOUNT,
    });
    expect(context).not.toHaveProperty('s3:signatureAge');
  });
});
