import type { Act } from '#engine/act.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'meter-readings';
const KEY = 'reading.pdf';
const START = at('2026-01-22T11:00:00Z');

const readings = [
  policy('ReadReadings', 'identity', document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`))),
];
const METER = user(ACCOUNT, 'smart-meter', { policies: readings });
const METERS_KEY = userKey(METER);
const READER = role(ACCOUNT, 'ReadingReader', {
  trustPolicy: trusting('ReadingReader', METER.arn),
  policies: readings,
});

/** How far the meter’s clock runs ahead of AWS’s. */
const SKEWS = {
  right: seconds(0),
  little: minutes(10),
  ahead: minutes(20),
  slow: minutes(-10),
  behind: minutes(-40),
} as const;

function worldOf(skew: Seconds): World {
  const utility = account(ACCOUNT, 'utility', REGION, {
    users: [METER],
    roles: [READER],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the meter reading') } }],
  });
  return world(START, [utility], [METERS_KEY], { clockSkew: { meter: skew } });
}

/** A link’s life is counted from X-Amz-Date, which is the signer’s clock and nobody else’s. */
export const skewedClock = defineScenario({
  id: 'skewed-clock',
  lab: 'presigned',
  title: 'Signed twenty minutes from now',
  tag: 'clock skew',
  summary:
    'A meter’s clock runs twenty minutes ahead. It signs a link for half an hour, and S3 finds that the link is not valid yet.',
  subjects: ['sts', 's3'],
  parties: [
    { id: 'meter', name: 'smart meter', spoken: 'the smart meter' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'tenant', name: 'tenant', spoken: 'the tenant' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    clock: {
      kind: 'choice',
      label: 'The meter’s clock is',
      hint: 'X-Amz-Date is what this clock says when the meter signs.',
      options: {
        right: 'right',
        little: '10 minutes ahead',
        ahead: '20 minutes ahead',
        slow: '10 minutes behind',
        behind: '40 minutes behind',
      },
      initial: 'ahead',
    },
    signer: {
      kind: 'choice',
      label: 'Signed with',
      hint: 'For a session the meter must call STS, and a call is signed with the same clock.',
      options: { key: 'the meter’s access key', session: 'a session of a role' },
      initial: 'key',
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'Counted from X-Amz-Date, not from the moment of signing.',
      min: minutes(15),
      max: hours(12),
      initial: minutes(30),
      stops: [minutes(15), minutes(30), hours(1), hours(12)],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC, by AWS’s clock. The meter signed it at 11:00 by that clock.',
      min: START,
      max: after(START, hours(13)),
      initial: at('2026-01-22T11:02:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { 'assume-role': 'role session', sign: 'link' },
  working: { clock: 'right' },
  variations: [
    { label: 'Let the clock run only a little ahead', knobs: { clock: 'little' } },
    { label: 'Wait for a quarter of an hour', knobs: { used: '20260122T111500Z' } },
    { label: 'Let it run forty minutes behind', knobs: { clock: 'behind' } },
    {
      label: 'Forty behind, but ask for an hour',
      knobs: { clock: 'behind', expires: '3600' },
    },
    { label: 'Call STS with the fast clock', knobs: { signer: 'session' } },
    {
      label: 'Come when the session has ended',
      knobs: { clock: 'little', signer: 'session', expires: '43200', used: '20260122T121000Z' },
    },
  ],
  decides: 'open-url.not-in-the-future',
  about: 's3.not-in-the-future',
  setup: ({ clock, signer, expires, used }) => {
    const usersKey = { keyId: METERS_KEY.id };
    const assume: Act = {
      id: 'assume-role',
      at: START,
      kind: 'sts:AssumeRole',
      by: 'meter',
      to: 'sts',
      region: REGION,
      credentials: usersKey,
      roleArn: READER.arn,
      roleSessionName: 'meter-17',
    };
    const script: readonly Act[] = [
      ...(signer === 'session' ? [assume] : []),
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'meter',
        credentials: signer === 'key' ? usersKey : { issuedBy: 'assume-role' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      shared({ at: START, by: 'meter', to: 'tenant' }),
      { id: 'wait', at: used, kind: 'wait', needs: ['share'] },
      opened({ at: used, by: 'tenant' }),
    ];
    return { world: worldOf(SKEWS[clock]), script };
  },
});
