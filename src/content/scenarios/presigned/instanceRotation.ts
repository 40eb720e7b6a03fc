import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { after, at, days, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  instanceKey,
  policy,
  role,
  serviceTrust,
  world,
} from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'x-ray-images';
const KEY = 'image-0815.pdf';
const START = at('2026-01-12T08:00:00Z');
const ROTATED = after(START, hours(5));

const SERVER = role(ACCOUNT, 'ImageServer', {
  trustPolicy: serviceTrust('ImageServer', 'ec2.amazonaws.com'),
  policies: [
    policy(
      'ImageServerPolicy',
      'identity',
      document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
});
const INSTANCE = 'i-0a1b2c3d4e5f67890';
const FIRST_KEY = instanceKey(SERVER, INSTANCE, START);
const NEXT_KEY = instanceKey(SERVER, INSTANCE, ROTATED, 'rotation');

function worldOf(): World {
  const clinic = account(ACCOUNT, 'clinic', REGION, {
    roles: [SERVER],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the X-ray image') } }],
  });
  return world(START, [clinic], [FIRST_KEY, NEXT_KEY]);
}

type Administrators = 'nothing' | 'revoked' | 'stripped';

const CHANGES: Readonly<Record<Administrators, WorldChange | undefined>> = {
  nothing: undefined,
  revoked: { kind: 'revoke-sessions', role: SERVER.arn },
  stripped: { kind: 'replace-policies', principal: SERVER.arn, policies: [] },
};

const SIGNINGS = {
  first: { signed: after(START, hours(4)), keyId: FIRST_KEY.id },
  next: { signed: after(ROTATED, minutes(10)), keyId: NEXT_KEY.id },
} as const;

/** A link belongs to the credentials that signed it: newer ones of the same instance do not keep it alive. */
export const instanceRotation = defineScenario({
  id: 'instance-rotation',
  lab: 'presigned',
  title: 'The server has new credentials, the link has not',
  tag: 'EC2 instance role',
  summary:
    'A server on EC2 signs a link for twelve hours. An hour later EC2 gives it new credentials, and it works on without a break. The link ends with the old ones.',
  subjects: ['s3', 'outside', 'changes'],
  parties: [
    { id: 'metadata', name: 'instance metadata', spoken: 'the instance metadata service' },
    { id: 'server', name: 'image server', spoken: 'the image server' },
    { id: 'doctor', name: 'doctor', spoken: 'the doctor' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    signing: {
      kind: 'choice',
      label: 'The server signs',
      hint: 'EC2 gave it credentials at 08:00 and the next ones at 13:00. Each live about six hours.',
      options: {
        first: 'at 12:00, before the rotation',
        next: 'at 13:10, after the rotation',
      },
      initial: 'first',
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'How long the link asks to live.',
      min: minutes(15),
      max: days(7),
      initial: hours(12),
      stops: [minutes(15), hours(1), hours(6), hours(12), days(7)],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. The first credentials end at 14:00, the next ones at 19:00.',
      min: after(ROTATED, minutes(15)),
      max: after(START, days(2)),
      initial: at('2026-01-12T14:10:00Z'),
    },
    before: {
      kind: 'choice',
      label: 'Just before that',
      hint: 'What an administrator does.',
      options: {
        nothing: 'nothing happens',
        revoked: 'the role’s sessions are revoked',
        stripped: 'the role’s permission is removed',
      },
      initial: 'nothing',
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { ec2: 'first credentials', rotation: 'next credentials', sign: 'link' },
  working: { used: '20260112T135500Z' },
  variations: [
    { label: 'Sign after the rotation', knobs: { signing: 'next' } },
    {
      label: 'Revoke the role’s sessions, new ones too',
      knobs: { signing: 'next', before: 'revoked' },
    },
    { label: 'Take the role’s permission away', knobs: { signing: 'next', before: 'stripped' } },
    { label: 'Ask for an hour', knobs: { expires: '3600', used: '20260112T133000Z' } },
    {
      label: 'Sign for a week, come in the evening',
      knobs: { signing: 'next', expires: '604800' },
    },
  ],
  decides: 'open-url.token-alive',
  about: 's3.token-alive',
  question: 'link-of-an-instance',
  setup: ({ signing, expires, used, before }) => {
    const { signed, keyId } = SIGNINGS[signing];
    const signs: readonly Act[] = [
      { id: 'work', at: signed, kind: 'wait' },
      {
        id: 'sign',
        at: signed,
        kind: 'presign',
        by: 'server',
        credentials: { keyId },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      shared({ at: signed, by: 'server', to: 'doctor' }),
    ];
    const rotates: readonly Act[] = [
      { id: 'pass', at: ROTATED, kind: 'wait' },
      {
        id: 'rotate',
        at: ROTATED,
        kind: 'tell',
        by: 'metadata',
        to: 'server',
        what: 'hands over the next credentials',
        credentials: { keyId: NEXT_KEY.id },
      },
    ];
    const script: readonly Act[] = [
      {
        id: 'hand-out',
        at: START,
        kind: 'tell',
        by: 'metadata',
        to: 'server',
        what: 'hands over the role’s credentials',
        credentials: { keyId: FIRST_KEY.id },
      },
      ...(signing === 'first' ? [...signs, ...rotates] : [...rotates, ...signs]),
      { id: 'wait', at: used, kind: 'wait' },
      ...changed(used, CHANGES[before]),
      opened({ at: used, by: 'doctor' }),
    ];
    return { world: worldOf(), script };
  },
});
