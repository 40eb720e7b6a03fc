import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { TemporaryKey, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  serviceKey,
  serviceTrust,
  world,
} from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'photo-books';
const KEY = 'summer.pdf';
const START = at('2026-01-14T10:00:00Z');

const FUNCTION = role(ACCOUNT, 'PhotoBookFunction', {
  trustPolicy: serviceTrust('PhotoBookFunction', 'lambda.amazonaws.com'),
  policies: [
    policy(
      'PhotoBookPolicy',
      'identity',
      document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
  maxSessionDuration: hours(12),
});

/** The credentials that the function finds in its environment, good for as long as the story says: AWS publishes no number. */
const functionKey = (left: Seconds): TemporaryKey =>
  serviceKey(FUNCTION, 'photo-book', { from: START, until: after(START, left), by: 'lambda' });

function worldOf(key: TemporaryKey): World {
  const shop = account(ACCOUNT, 'photo shop', REGION, {
    roles: [FUNCTION],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the photo book') } }],
  });
  return world(START, [shop], [key]);
}

type Developers = 'nothing' | 'maximum' | 'revoked' | 'stripped';

const CHANGES: Readonly<Record<Developers, WorldChange | undefined>> = {
  nothing: undefined,
  maximum: {
    kind: 'set-max-session-duration',
    role: FUNCTION.arn,
    maxSessionDuration: hours(1),
  },
  revoked: { kind: 'revoke-sessions', role: FUNCTION.arn },
  stripped: { kind: 'replace-policies', principal: FUNCTION.arn, policies: [] },
};

/** Neither the end of a function nor its role’s maximum ends a link: what is left of the credentials does. */
export const lambdaSigner = defineScenario({
  id: 'lambda-signer',
  lab: 'presigned',
  title: 'The function is gone, its link lives on',
  tag: 'Lambda execution role',
  summary:
    'A Lambda function signs a link for an hour and ends three seconds later. Half an hour after that the customer opens the link, and it works.',
  subjects: ['s3', 'changes'],
  parties: [
    { id: 'function', name: 'Lambda function', spoken: 'the Lambda function' },
    { id: 'customer', name: 'customer', spoken: 'the customer' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    left: {
      kind: 'duration',
      label: 'Left of its credentials',
      hint: 'AWS publishes no number, so none is taught here. A warm environment may hold older credentials than a cold one.',
      min: minutes(10),
      max: hours(8),
      initial: hours(2),
      stops: [minutes(10), minutes(30), hours(1), hours(2), hours(4), hours(8)],
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'How long the link asks to live.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), hours(1), hours(4), hours(12)],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 10:00:00, and the function ended at 10:00:03.',
      min: after(START, seconds(3)),
      max: after(START, hours(13)),
      initial: at('2026-01-14T10:30:00Z'),
    },
    before: {
      kind: 'choice',
      label: 'Just before that',
      hint: 'What an administrator does to the function’s role.',
      options: {
        nothing: 'nothing happens',
        maximum: 'its MaxSessionDuration is lowered',
        revoked: 'its sessions are revoked',
        stripped: 'its permission is removed',
      },
      initial: 'nothing',
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { lambda: 'function’s credentials', sign: 'link' },
  working: { used: '20260114T100500Z' },
  variations: [
    { label: 'Sign in a warm environment, with little left', knobs: { left: '600' } },
    { label: 'Ask for a quarter of an hour', knobs: { expires: '900' } },
    {
      label: 'Lower the role’s maximum to an hour',
      knobs: { before: 'maximum', expires: '14400', used: '20260114T113000Z' },
    },
    { label: 'Revoke the role’s sessions', knobs: { before: 'revoked' } },
    { label: 'Take the role’s permission away', knobs: { before: 'stripped' } },
  ],
  decides: 'open-url.token-alive',
  about: 's3.token-alive',
  question: 'link-of-an-instance',
  setup: ({ left, expires, used, before }) => {
    const key = functionKey(left);
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'function',
        credentials: { keyId: key.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      shared({ at: START, by: 'function', to: 'customer' }),
      { id: 'wait', at: used, kind: 'wait' },
      ...changed(used, CHANGES[before]),
      opened({ at: used, by: 'customer' }),
    ];
    return { world: worldOf(key), script };
  },
});
