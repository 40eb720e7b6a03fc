import type { Act } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const LAB = '444455556666';
const REGION = 'eu-central-1';
const BUCKET = 'genome-data';
const KEY = 'wheat.pdf';
const OBJECTS = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-08T11:00:00Z');

const reader = [policy('ReadGenomes', 'identity', document(allow('s3:GetObject', OBJECTS)))];
const CURATOR = user(ACCOUNT, 'curator', { policies: reader });
const POSTDOC = user(LAB, 'postdoc', { policies: reader });
const KEYS = { curator: userKey(CURATOR), postdoc: userKey(POSTDOC) } as const;

const allowing = (id: string, principal: '*' | { readonly AWS: string }) =>
  policy(
    id,
    'bucket',
    document({ Effect: 'Allow', Principal: principal, Action: 's3:GetObject', Resource: OBJECTS }),
  );

const POLICIES = {
  none: undefined,
  lab: allowing('ForTheLab', { AWS: `arn:aws:iam::${LAB}:root` }),
  everybody: allowing('ForEverybody', '*'),
} as const;

interface Settings {
  readonly policy: keyof typeof POLICIES;
  readonly block: boolean;
  readonly pays: boolean;
}

function worldOf({ policy: name, block, pays }: Settings): World {
  const bucketPolicy = POLICIES[name];
  const institute = account(ACCOUNT, 'institute', REGION, {
    users: [CURATOR],
    ...(block && { publicAccessBlock: { blockPublicPolicy: true, restrictPublicBuckets: true } }),
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: { [KEY]: pdf('the genome of wheat') },
        isRequesterPays: pays,
        ...(bucketPolicy && { policy: bucketPolicy }),
      },
    ],
  });
  const lab = account(LAB, 'lab', REGION, { users: [POSTDOC] });
  return world(START, [institute, lab], Object.values(KEYS));
}

/** A presigned request is its signer’s, not public: Block Public Access lets it pass, and somebody pays for it. */
export const publicBlock = defineScenario({
  id: 'public-block',
  lab: 'presigned',
  title: 'Blocked for the public, open by link',
  tag: 'Block Public Access',
  summary:
    'An institute has Block Public Access on for all its buckets. Its curator signs a link for a colleague outside, and it works. The request is the curator’s, and the public never asked.',
  subjects: ['s3'],
  parties: [
    { id: 'curator', name: 'curator', spoken: 'the curator' },
    { id: 'postdoc', name: 'postdoc', spoken: 'the postdoc' },
    { id: 'reader', name: 'reader', spoken: 'the reader' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    block: {
      kind: 'toggle',
      label: 'Block Public Access',
      hint: 'For the whole account, so for this bucket too.',
      initial: true,
    },
    policy: {
      kind: 'choice',
      label: 'The bucket policy lets in',
      hint: 'It was saved before Block Public Access came on.',
      options: { none: 'nobody', lab: 'the postdoc’s account', everybody: 'everybody' },
      initial: 'everybody',
    },
    signer: {
      kind: 'choice',
      label: 'The link was signed by',
      hint: 'The curator belongs to the bucket’s account, the postdoc to another one.',
      options: { curator: 'the curator', postdoc: 'the postdoc' },
      initial: 'curator',
    },
    pays: {
      kind: 'choice',
      label: 'Requester Pays',
      hint: 'Who signs must say that it pays, unless the bucket is its own.',
      options: {
        off: 'is off',
        silent: 'is on, and the link says nothing',
        says: 'is on, and the link says so',
      },
      initial: 'off',
    },
    sends: {
      kind: 'choice',
      label: 'The reader sends',
      hint: 'Without what stands behind the question mark, nobody has signed.',
      options: { link: 'the whole link', bare: 'the address alone' },
      initial: 'link',
    },
    used: {
      kind: 'moment',
      label: 'It is sent at',
      hint: 'UTC. The link was signed at 11:00 for an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(2)),
      initial: at('2026-01-08T11:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the reader sends it at that moment',
  lives: { sign: 'link' },
  working: {},
  variations: [
    { label: 'Send the address without its signature', knobs: { sends: 'bare' } },
    { label: 'The same, with Block Public Access off', knobs: { sends: 'bare', block: 'off' } },
    {
      label: 'Take the policy away, and send the address alone',
      knobs: { sends: 'bare', policy: 'none' },
    },
    {
      label: 'Let the postdoc sign, whom the policy names',
      knobs: { signer: 'postdoc', policy: 'lab' },
    },
    {
      label: 'Let the requester pay, and say nothing',
      knobs: { signer: 'postdoc', policy: 'lab', pays: 'silent' },
    },
    {
      label: 'Sign that the requester pays',
      knobs: { signer: 'postdoc', policy: 'lab', pays: 'says' },
    },
    { label: 'Open it too late', knobs: { used: '20260108T123000Z' } },
  ],
  decides: 'open-url.public-access',
  about: 's3.public-access',
  question: 'public-access-blocked',
  setup: ({ block, policy: name, signer, pays, sends, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: signer,
        credentials: { keyId: KEYS[signer].id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(1),
        ...(pays === 'says' && { parameters: { 'x-amz-request-payer': 'requester' } }),
      },
      shared({ at: START, by: signer, to: 'reader' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({
        at: used,
        by: 'reader',
        edits: sends === 'bare' ? [{ kind: 'drop-query' }] : [],
      }),
    ];
    return { world: worldOf({ policy: name, block, pays: pays !== 'off' }), script };
  },
});
