import type { Act, OpenUrl } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { StoredObject, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { changed, opened, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'festival-films';
const KEY = 'premiere.mov';
const START = at('2026-01-16T20:00:00Z');
const BEGUN = after(START, minutes(50));
const BROKEN = after(START, minutes(80));
const ENDED = after(START, minutes(95));
const STRIPPED = after(START, minutes(70));
const SIZE = 6_000_000_000;
const RECEIVED = 4_000_000_000;

const DESK = user(ACCOUNT, 'festival-desk', {
  policies: [
    policy('DeskPolicy', 'identity', document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`))),
  ],
});
const DESKS_KEY = userKey(DESK);

const NO_MORE: WorldChange = {
  kind: 'replace-policies',
  principal: DESK.arn,
  policies: [],
};

/** What a request says of the bytes it wants. */
const RANGES: Readonly<Record<'rest' | 'behind' | 'all', OpenUrl['headers']>> = {
  rest: [['Range', `bytes=${RECEIVED}-`]],
  behind: [['Range', `bytes=${SIZE}-`]],
  all: [],
};

type Film = 'there' | 'restored' | 'archived';

function worldOf(film: Film): World {
  const stored: StoredObject = {
    contentType: 'video/quicktime',
    body: '(the film)',
    size: SIZE,
    ...(film !== 'there' && { storageClass: 'GLACIER', isRestored: film === 'restored' }),
  };
  const festival = account(ACCOUNT, 'festival', REGION, {
    users: [DESK],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: stored } }],
  });
  return world(START, [festival], [DESKS_KEY]);
}

/** S3 looks at a link when a request begins: a running download outlives it, and going on after a break is a new request. */
export const filmNight = defineScenario({
  id: 'film-night',
  lab: 'presigned',
  title: 'The download outlived the link, until the line broke',
  tag: 'running downloads, Range',
  summary:
    'Mira starts a download of 6 GB ten minutes before her link ends. It goes on after the end. Then her line breaks, and asking for the rest is a new request.',
  subjects: ['s3', 'changes'],
  parties: [
    { id: 'desk', name: 'festival desk', spoken: 'the festival desk' },
    { id: 'mira', name: 'Mira', spoken: 'Mira' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    {
      id: 'administrator',
      name: 'administrator',
      spoken: 'the administrator',
      isOffstage: true,
    },
  ],
  knobs: {
    line: {
      kind: 'toggle',
      label: 'The line breaks',
      hint: 'Without a break there is only one request, and S3 looks once.',
      initial: true,
    },
    asks: {
      kind: 'choice',
      label: 'Then Mira asks for',
      hint: 'Range needs no signature of its own.',
      options: {
        rest: 'the bytes she lacks',
        behind: 'bytes behind the end',
        all: 'the whole film again',
      },
      initial: 'rest',
      when: { knob: 'line', is: ['on'] },
    },
    life: {
      kind: 'duration',
      label: 'The link asks to live',
      hint: 'Counted from 20:00, when it was signed.',
      min: minutes(30),
      max: hours(4),
      initial: hours(1),
      stops: [minutes(30), hours(1), hours(2), hours(4)],
    },
    film: {
      kind: 'choice',
      label: 'The film is',
      hint: 'A link does not bring anything back from an archive.',
      options: {
        there: 'stored as usual',
        restored: 'archived, and restored',
        archived: 'archived',
      },
      initial: 'there',
    },
    meanwhile: {
      kind: 'choice',
      label: 'While it runs, the administrator',
      hint: 'At 21:10, ten minutes before the line may break.',
      options: { nothing: 'does nothing', stripped: 'takes the desk’s permission away' },
      initial: 'nothing',
    },
    resumed: {
      kind: 'moment',
      label: 'Mira asks again at',
      hint: 'UTC. The line broke at 21:20.',
      min: BROKEN,
      max: after(START, hours(5)),
      initial: at('2026-01-16T21:25:00Z'),
    },
  },
  clock: 'resumed',
  clockSays: 'Mira asks again at that moment',
  lives: { sign: 'link' },
  working: { line: 'off' },
  variations: [
    { label: 'Let the line hold', knobs: { line: 'off' } },
    { label: 'Let the link live for four hours', knobs: { life: '14400' } },
    {
      label: 'With a long link, ask for bytes behind the end',
      knobs: { life: '14400', asks: 'behind' },
    },
    { label: 'Let the film be archived', knobs: { line: 'off', film: 'archived' } },
    { label: 'Let it be restored in time', knobs: { line: 'off', film: 'restored' } },
    {
      label: 'With a long link, take the permission away',
      knobs: { life: '14400', meanwhile: 'stripped' },
    },
    { label: 'The same, and let the line hold', knobs: { line: 'off', meanwhile: 'stripped' } },
  ],
  decides: 'resume.url-alive',
  about: 's3.url-alive',
  setup: ({ line, asks, life, film, meanwhile, resumed }) => {
    const moving = { kind: 'download', by: 's3', to: 'mira', url: 'sign', size: SIZE } as const;
    const needs = ['open-url'];
    const going: readonly Act[] = line
      ? [
          { ...moving, id: 'bytes', at: BROKEN, received: RECEIVED, stage: 'breaks off', needs },
          { id: 'wait-again', at: resumed, kind: 'wait', needs },
          opened({ id: 'resume', at: resumed, by: 'mira', headers: RANGES[asks], needs }),
        ]
      : [
          { ...moving, id: 'bytes', at: BROKEN, received: RECEIVED, stage: 'goes on', needs },
          { ...moving, id: 'end', at: ENDED, received: SIZE, stage: 'is complete', needs },
        ];
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'desk',
        credentials: { keyId: DESKS_KEY.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: life,
      },
      shared({ at: START, by: 'desk', to: 'mira' }),
      { id: 'wait', at: BEGUN, kind: 'wait' },
      opened({ at: BEGUN, by: 'mira' }),
      ...changed(STRIPPED, meanwhile === 'stripped' ? NO_MORE : undefined, { needs }),
      { id: 'wait-on', at: BROKEN, kind: 'wait', needs },
      ...going,
    ];
    return { world: worldOf(film), script };
  },
});
