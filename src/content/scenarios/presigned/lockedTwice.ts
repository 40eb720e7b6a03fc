import type { Act } from '#engine/act.ts';
import type { Policy, Statement } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'x-ray-archive';
const START = at('2026-01-14T10:00:00Z');
const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`;

const objects = policy(
  'ReadAndWriteXRays',
  'identity',
  document(allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::${BUCKET}/*`)),
);
const KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** What the clinic’s app may do with the key, beside reading and writing objects. */
const MINE: Readonly<Record<'none' | 'key' | 'clinic', readonly Policy[]>> = {
  none: [objects],
  key: [objects, policy('UseTheKey', 'identity', document(allow(KEY_ACTIONS, KEY_ARN)))],
  clinic: [
    objects,
    policy(
      'UseTheKeyInTheClinic',
      'identity',
      document(
        allow(KEY_ACTIONS, KEY_ARN, {
          Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        }),
      ),
    ),
  ],
};

const trusting = (principal: string): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: 'kms:*',
  Resource: '*',
});

const KEY_POLICIES = {
  account: policy('KeyPolicy', 'bucket', document(trusting(`arn:aws:iam::${ACCOUNT}:root`))),
  radiology: policy(
    'KeyPolicyOfRadiology',
    'bucket',
    document(trusting(`arn:aws:iam::${ACCOUNT}:role/Radiology`)),
  ),
} as const;

const APP = user(ACCOUNT, 'patient-portal');
const APPS_KEY = userKey(APP);

function worldOf(mine: keyof typeof MINE, keyPolicy: keyof typeof KEY_POLICIES): World {
  const picture = { contentType: 'image/png', body: '(Tom’s hand)', kmsKey: KEY_ARN };
  const clinic = account(ACCOUNT, 'clinic', REGION, {
    users: [{ ...APP, policies: MINE[mine] }],
    kmsKeys: { [KEY_ARN]: { arn: KEY_ARN, policy: KEY_POLICIES[keyPolicy] } },
    buckets: [{ name: BUCKET, region: REGION, objects: { 'tom.png': picture }, kmsKey: KEY_ARN }],
  });
  return world(START, [clinic], [APPS_KEY]);
}

/** An object behind a KMS key is locked twice, and the signer must have both keys. */
export const lockedTwice = defineScenario({
  id: 'locked-twice',
  lab: 'presigned',
  title: 'The link opens the bucket, not the key',
  tag: 'SSE-KMS',
  summary:
    'A patient portal may read the X-rays in a bucket and signs a link for Tom. The pictures are encrypted with a KMS key that the portal may not use. Tom needs no permission; the signer needs two.',
  subjects: ['s3'],
  parties: [
    { id: 'portal', name: 'patient portal', spoken: 'the patient portal' },
    { id: 'tom', name: 'Tom', spoken: 'Tom' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    mine: {
      kind: 'choice',
      label: 'Of the key, the portal may use',
      hint: 'S3 asks KMS in the signer’s name, from its own network.',
      options: {
        none: 'nothing',
        key: 'Decrypt and GenerateDataKey',
        clinic: 'both, from the clinic’s addresses',
      },
      initial: 'none',
    },
    keyPolicy: {
      kind: 'choice',
      label: 'The key’s own policy trusts',
      hint: 'Unless it trusts the account or the caller, no other policy counts.',
      options: { account: 'the account', radiology: 'the radiology role only' },
      initial: 'account',
    },
    method: {
      kind: 'choice',
      label: 'The link is for',
      hint: 'Reading decrypts; writing asks for a new data key; HEAD does neither.',
      options: { GET: 'a download', PUT: 'an upload', HEAD: 'a look, with HEAD' },
      initial: 'GET',
    },
    scheme: {
      kind: 'choice',
      label: 'Tom sends it over',
      hint: 'The scheme is no part of the signature.',
      options: { https: 'https', http: 'http' },
      initial: 'https',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 10:00 for an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(2)),
      initial: at('2026-01-14T10:20:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Tom uses the link at that moment',
  lives: { sign: 'link' },
  working: { mine: 'key' },
  variations: [
    { label: 'Let the portal use the key', knobs: { mine: 'key' } },
    {
      label: 'Let the key trust another role only',
      knobs: { mine: 'key', keyPolicy: 'radiology' },
    },
    { label: 'Let it use the key, but send it over http', knobs: { mine: 'key', scheme: 'http' } },
    { label: 'Only look, with HEAD', knobs: { method: 'HEAD' } },
    { label: 'Upload with key and trust', knobs: { mine: 'key', method: 'PUT' } },
    { label: 'Use it too late', knobs: { mine: 'key', used: '20260114T113000Z' } },
  ],
  decides: 'open-url.kms-allowed',
  about: 's3.kms-allowed',
  question: 'link-to-an-encrypted-file',
  setup: ({ mine, keyPolicy, method, scheme, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'portal',
        credentials: { keyId: APPS_KEY.id },
        method,
        bucket: BUCKET,
        key: 'tom.png',
        region: REGION,
        expires: hours(1),
      },
      shared({ at: START, by: 'portal', to: 'tom' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({
        at: used,
        by: 'tom',
        method,
        origin: { ip: '203.0.113.12' },
        ...(scheme === 'http' && { scheme }),
      }),
    ];
    return { world: worldOf(mine, keyPolicy), script };
  },
});
