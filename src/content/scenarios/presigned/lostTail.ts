import type { Act, OpenUrl, UrlEdit } from '#engine/act.ts';
import { uniqueId } from '#engine/ids.ts';
import { after, amzDate, amzDay, at, days, hours } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  instanceKey,
  policy,
  role,
  user,
  userKey,
  world,
} from '../build.ts';

const ACCOUNT = '111122223333';
const FRANKFURT = 'eu-central-1';
const BUCKET = 'audit-reports';
const KEY = 'report.pdf';
const START = at('2026-02-03T09:00:00Z');

const reader = [
  policy('ReadReports', 'identity', document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`))),
];
const CLERK = user(ACCOUNT, 'clerk', { policies: reader });
const SERVER = role(ACCOUNT, 'ReportServer', {
  trustPolicy: policy(
    'ReportServerTrust',
    'trust',
    document({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  ),
  policies: reader,
});
const SERVERS_KEY = instanceKey(SERVER, 'i-0bcd12ef34a567890', START);

const KEYS = {
  server: { keyId: SERVERS_KEY.id },
  clerk: { keyId: uniqueId('AKIA', ACCOUNT, 'clerk') },
} as const;

/** What was typed when the link was made. */
const PLACES = {
  right: { bucket: BUCKET, region: FRANKFURT },
  region: { bucket: BUCKET, region: 'us-east-1' },
  bucket: { bucket: 'audit-report', region: FRANKFURT },
} as const;

/** What the request carries beside the link. */
const SENT: Readonly<Record<'browser' | 'app' | 'tool', OpenUrl['headers']>> = {
  browser: [],
  app: [['Authorization', 'Bearer token-of-the-app-EXAMPLE']],
  tool: [['x-amz-request-payer', 'requester']],
};

type Damage = 'none' | 'tail' | 'twice' | 'token' | 'lifetime' | 'date' | 'dates';

/** What a damage or a repair does to the link; values are percent-encoded as they stand in the URL. */
function editsOf(
  damage: Damage,
  credential: (day: string, slash: string) => string,
  used: Instant,
): readonly UrlEdit[] {
  const set = (name: string, value: string): UrlEdit => ({ kind: 'set-parameter', name, value });
  const redated = set('X-Amz-Date', amzDate(used));
  switch (damage) {
    case 'none':
      return [];
    case 'tail':
      return [
        { kind: 'drop-parameter', name: 'X-Amz-SignedHeaders' },
        { kind: 'drop-parameter', name: 'X-Amz-Signature' },
      ];
    case 'twice':
      return [set('X-Amz-Credential', credential(amzDay(START), '%252F'))];
    case 'token':
      return [set('X-Amz-Security-Token', 'IQoJb3JpZ2luX2VjEXAMPLEofanotherlink')];
    case 'lifetime':
      return [set('X-Amz-Expires', '7d')];
    case 'date':
      return [redated];
    case 'dates':
      return [redated, set('X-Amz-Credential', credential(amzDay(used), '%2F'))];
  }
}

function worldOf(): World {
  const report = { contentType: 'application/pdf', body: '%PDF-1.7 (the audit report)' };
  const office = account(ACCOUNT, 'office', FRANKFURT, {
    users: [CLERK],
    roles: [SERVER],
    buckets: [{ name: BUCKET, region: FRANKFURT, objects: { [KEY]: report } }],
  });
  return world(START, [office], [userKey(CLERK), SERVERS_KEY]);
}

/** A presigned URL is one piece: what is cut off, added or mended by hand is found, each by a check of its own. */
export const lostTail = defineScenario({
  id: 'lost-tail',
  lab: 'presigned',
  title: 'The link that lost its tail',
  tag: 'copied, cut, mended',
  summary:
    'A server signs a link and mails it to an auditor. The mail program cuts off its end, which is where the signature stands.',
  subjects: ['s3'],
  parties: [
    { id: 'signer', name: 'report server', spoken: 'the report server' },
    { id: 'auditor', name: 'auditor', spoken: 'the auditor' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    damage: {
      kind: 'choice',
      label: 'On its way, the link',
      hint: 'Some of it is an accident, some a repair by hand.',
      options: {
        none: 'stays whole',
        tail: 'loses its end',
        twice: 'has its slashes encoded twice',
        token: 'gets another link’s token',
        lifetime: 'gets a lifetime of 7d',
        date: 'gets a new X-Amz-Date',
        dates: 'gets both dates new',
      },
      initial: 'tail',
    },
    sends: {
      kind: 'choice',
      label: 'Sent by',
      hint: 'A presigned URL carries all that it needs; some programs add headers.',
      options: {
        browser: 'a browser',
        app: 'an app that adds Authorization',
        tool: 'a tool that adds an x-amz- header',
      },
      initial: 'browser',
    },
    typed: {
      kind: 'choice',
      label: 'It was signed for',
      hint: 'Signing asks nobody, so a wrong name is noticed only when the link is used.',
      options: {
        right: 'the bucket, in Frankfurt',
        region: 'the bucket, in us-east-1',
        bucket: 'a misspelt bucket',
      },
      initial: 'right',
    },
    key: {
      kind: 'choice',
      label: 'It was signed with',
      hint: 'Only temporary credentials bring a session token.',
      options: { server: 'the server’s session', clerk: 'a clerk’s long-term key' },
      initial: 'server',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 09:00 for an hour.',
      min: START,
      max: after(START, days(2)),
      initial: at('2026-02-03T09:20:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { ec2: 'server’s session', sign: 'link' },
  working: { damage: 'none' },
  variations: [
    {
      label: 'Send it from an app that signs in by itself',
      knobs: { damage: 'none', sends: 'app' },
    },
    { label: 'Encode it twice', knobs: { damage: 'twice' } },
    { label: 'Write “7d” where seconds belong', knobs: { damage: 'lifetime' } },
    { label: 'Mix it up with another link’s token', knobs: { damage: 'token' } },
    {
      label: 'A day late, turn its date forward',
      knobs: { damage: 'date', used: '20260204T092000Z' },
    },
    {
      label: 'A day late, turn both dates forward',
      knobs: { damage: 'dates', key: 'clerk', used: '20260204T092000Z' },
    },
    { label: 'Let a tool add a header', knobs: { damage: 'none', sends: 'tool' } },
    { label: 'Misspell the bucket', knobs: { damage: 'none', typed: 'bucket' } },
  ],
  decides: 'open-url.six-parameters',
  about: 's3.six-parameters',
  setup: ({ damage, sends, typed, key, used }) => {
    const place = PLACES[typed];
    const credentials = KEYS[key];
    const credential = (day: string, slash: string): string =>
      [credentials.keyId, day, place.region, 's3', 'aws4_request'].join(slash);
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'signer',
        credentials,
        method: 'GET',
        key: KEY,
        expires: hours(1),
        ...place,
      },
      { id: 'share', at: START, kind: 'hand-over', by: 'signer', to: 'auditor', url: 'sign' },
      { id: 'wait', at: used, kind: 'wait' },
      {
        id: 'open-url',
        at: used,
        kind: 'open-url',
        by: 'auditor',
        to: 's3',
        url: 'sign',
        method: 'GET',
        headers: SENT[sends],
        edits: editsOf(damage, credential, used),
      },
    ];
    return { world: worldOf(), script };
  },
});
