import type { Act, UrlEdit } from '#engine/act.ts';
import { after, amzDay, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const FRANKFURT = 'eu-central-1';
const VIRGINIA = 'us-east-1';
const BUCKET = 'museum-audio';
const KEY = 'tour.pdf';
const START = at('2026-01-28T09:00:00Z');

const GUIDE = user(ACCOUNT, 'audio-guide', {
  policies: [
    policy(
      'AudioGuidePolicy',
      'identity',
      document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
});
const GUIDES_KEY = userKey(GUIDE);

function worldOf(): World {
  const museum = account(ACCOUNT, 'museum', FRANKFURT, {
    users: [GUIDE],
    buckets: [{ name: BUCKET, region: FRANKFURT, objects: { [KEY]: pdf('the audio tour') } }],
  });
  return world(START, [museum], [GUIDES_KEY]);
}

const REGIONS = { frankfurt: FRANKFURT, virginia: VIRGINIA } as const;

/** Frankfurt in the place of the Region that was signed for; `%2F` is the slash in a query. */
const newRegion: UrlEdit = {
  kind: 'set-parameter',
  name: 'X-Amz-Credential',
  value: [GUIDES_KEY.id, amzDay(START), FRANKFURT, 's3', 'aws4_request'].join('%2F'),
};
const newHost: UrlEdit = {
  kind: 'set-host',
  host: `${BUCKET}.s3.${FRANKFURT}.amazonaws.com`,
};

const REPAIRS: Readonly<Record<'none' | 'region' | 'host', readonly UrlEdit[]>> = {
  none: [],
  region: [newRegion],
  host: [newHost],
};

/** How the host is written: only the old global one has no Region in its name. */
const HOSTS = {
  global: { style: 'global' },
  frankfurt: { endpoint: FRANKFURT },
  virginia: { endpoint: VIRGINIA },
} as const;

/** Region and host are signed: S3 names the Region it expects, and nothing but a new link helps. */
export const wrongRegion = defineScenario({
  id: 'wrong-region',
  lab: 'presigned',
  title: 'Signed for Virginia, stored in Frankfurt',
  tag: 'Region and host',
  summary:
    'An audio guide signs with the Region its program has by default. The bucket lies in another one. S3 refuses the link and says which Region it expects.',
  subjects: ['s3'],
  parties: [
    { id: 'guide', name: 'audio guide', spoken: 'the audio guide' },
    { id: 'visitor', name: 'visitor', spoken: 'the visitor' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    region: {
      kind: 'choice',
      label: 'Signed for the Region',
      hint: 'It is part of X-Amz-Credential and of the signing key.',
      options: { virginia: VIRGINIA, frankfurt: `${FRANKFURT}, the bucket’s` },
      initial: 'virginia',
    },
    host: {
      kind: 'choice',
      label: 'With the host of',
      hint: 'The old global host leads to every Region. It is what boto3 writes unless it is told otherwise.',
      options: { global: 'no Region', frankfurt: FRANKFURT, virginia: VIRGINIA },
      initial: 'global',
    },
    repair: {
      kind: 'choice',
      label: 'The visitor tries again with',
      hint: 'S3’s error names the Region it expects. A redirect names another host.',
      options: {
        none: 'nothing else',
        region: 'another Region in the link',
        host: 'the link at Frankfurt’s host',
      },
      initial: 'none',
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'How long the link asks to live.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), hours(1), hours(12)],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 09:00.',
      min: after(START, minutes(1)),
      max: after(START, hours(13)),
      initial: at('2026-01-28T09:20:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { sign: 'link' },
  working: { region: 'frankfurt' },
  variations: [
    { label: 'Put the expected Region into the link', knobs: { repair: 'region' } },
    {
      label: 'Sign for Frankfurt, but at Virginia’s host',
      knobs: { region: 'frankfurt', host: 'virginia' },
    },
    {
      label: 'Sign for Frankfurt, at Frankfurt’s host',
      knobs: { region: 'frankfurt', host: 'frankfurt' },
    },
    {
      label: 'Mend it when its time is over',
      knobs: { repair: 'region', used: '20260128T103000Z' },
    },
  ],
  decides: 'open-url.credential-scope',
  about: 's3.credential-scope',
  setup: ({ region, host, repair, expires, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'guide',
        credentials: { keyId: GUIDES_KEY.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGIONS[region],
        ...HOSTS[host],
        expires,
      },
      shared({ at: START, by: 'guide', to: 'visitor' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ at: used, by: 'visitor' }),
      ...(repair === 'none'
        ? []
        : [opened({ id: 'try-again', at: used, by: 'visitor', edits: REPAIRS[repair] })]),
    ];
    return { world: worldOf(), script };
  },
});
