import type { Act, HttpMethod } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'thesis-drafts';
const KEY = 'chapter-3.pdf';
const START = at('2026-01-16T10:00:00Z');

const TOM = user(ACCOUNT, 'tom');
const TOMS_KEY = userKey(TOM);

/** What Tom himself may do with the drafts. */
const MAY = {
  read: ['s3:GetObject', 's3:ListBucket'],
  write: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
  all: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'],
} as const;

function worldOf(may: keyof typeof MAY): World {
  const drafts = [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`];
  const tom = {
    ...TOM,
    policies: [policy('TomPolicy', 'identity', document(allow(MAY[may], drafts)))],
  };
  const university = account(ACCOUNT, 'university', REGION, {
    users: [tom],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('chapter three') } }],
  });
  return world(START, [university], [TOMS_KEY]);
}

/** Every method as an option of a knob. */
const methods: Readonly<Record<HttpMethod, string>> = {
  GET: 'GET, to read',
  HEAD: 'HEAD, to look',
  PUT: 'PUT, to write',
  DELETE: 'DELETE, to delete',
};

/** The method is the first line of what is signed: each method needs a link of its own, and a permission. */
export const wrongMethod = defineScenario({
  id: 'wrong-method',
  lab: 'presigned',
  title: 'A link to read, sent to write',
  tag: 'method',
  summary:
    'Tom signs a link so that his reviewer can read a chapter. The reviewer sends a corrected chapter to the same link, and S3 refuses it.',
  subjects: ['s3', 'changes'],
  parties: [
    { id: 'tom', name: 'Tom', spoken: 'Tom' },
    { id: 'reviewer', name: 'reviewer', spoken: 'the reviewer' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    signed: {
      kind: 'choice',
      label: 'Tom signs for',
      hint: 'The method is the first line of the canonical request.',
      options: methods,
      initial: 'GET',
    },
    sent: {
      kind: 'choice',
      label: 'The reviewer sends',
      hint: 'Programs that check links often send HEAD.',
      options: methods,
      initial: 'PUT',
    },
    may: {
      kind: 'choice',
      label: 'Tom himself may',
      hint: 'HEAD needs s3:GetObject; no action is called s3:HeadObject.',
      options: { read: 'read', write: 'read and write', all: 'read, write and delete' },
      initial: 'write',
    },
    gone: {
      kind: 'toggle',
      label: 'The chapter is deleted first',
      hint: 'A read needs an object; a write or a deletion does not.',
      initial: false,
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 10:00 for an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(3)),
      initial: at('2026-01-16T10:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { sign: 'link' },
  working: { sent: 'GET' },
  variations: [
    { label: 'Sign a link to write', knobs: { signed: 'PUT' } },
    { label: 'Sign it as somebody who may only read', knobs: { signed: 'PUT', may: 'read' } },
    {
      label: 'Write to a link for writing, though nothing is there',
      knobs: { signed: 'PUT', gone: 'on' },
    },
    {
      label: 'Look at a chapter that is gone',
      knobs: { signed: 'HEAD', sent: 'HEAD', gone: 'on' },
    },
    {
      label: 'Delete with a link for deleting',
      knobs: { signed: 'DELETE', sent: 'DELETE', may: 'all' },
    },
    { label: 'Come two hours later', knobs: { signed: 'PUT', used: '20260116T120000Z' } },
  ],
  decides: 'open-url.signature-matches',
  about: 's3.signature-matches',
  setup: ({ signed, sent, may, gone, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'tom',
        credentials: { keyId: TOMS_KEY.id },
        method: signed,
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(1),
      },
      shared({ at: START, by: 'tom', to: 'reviewer' }),
      { id: 'wait', at: used, kind: 'wait' },
      ...changed(used, gone ? { kind: 'delete-object', bucket: BUCKET, key: KEY } : undefined),
      opened({ at: used, by: 'reviewer', method: sent }),
    ];
    return { world: worldOf(may), script };
  },
});
