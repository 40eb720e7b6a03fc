import type { Act, OpenUrl } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'exam-answers';
const KEY = 'question-7/noor.txt';
const START = at('2026-01-23T09:00:00Z');
const FIRST = after(START, minutes(40));

const SERVER = user(ACCOUNT, 'exam-server', {
  policies: [
    policy(
      'ExamServerPolicy',
      'identity',
      document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
});
const SERVERS_KEY = userKey(SERVER);

const ANSWER = 'The deputy is confused because nobody told it for whom it acts.';
// The MD5 of that answer, in base64: `openssl md5 -binary | base64`.
const DIGEST = 'cdy0HC1hmNNiC44RQHu18w==';

const FILES = { same: ANSWER, other: 'Copied from Otto.' } as const;

function worldOf(isVersioned: boolean): World {
  const school = account(ACCOUNT, 'school', REGION, {
    users: [SERVER],
    buckets: [{ name: BUCKET, region: REGION, objects: {}, isVersioned }],
  });
  return world(START, [school], [SERVERS_KEY]);
}

/** A link for an upload writes as often as it is used, unless what was signed with it says otherwise. */
export const onlyOnce = defineScenario({
  id: 'only-once',
  lab: 'presigned',
  title: 'The second upload wiped out the first',
  tag: 'presigned PUT',
  summary:
    'Noor hands in an exam answer through a presigned PUT. Otto finds her link and sends a file of his own. S3 takes it, and her answer is gone.',
  subjects: ['s3'],
  parties: [
    { id: 'server', name: 'exam server', spoken: 'the exam server' },
    { id: 'noor', name: 'Noor', spoken: 'Noor' },
    { id: 'otto', name: 'Otto', spoken: 'Otto' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  attacker: 'otto',
  safeguards: [
    {
      knob: 'once',
      off: 'off',
      says: 'The link does not say that it may only write where nothing is.',
    },
  ],
  knobs: {
    once: {
      kind: 'toggle',
      label: 'If-None-Match: * is signed',
      hint: 'As a parameter of the link: S3 then writes only where nothing is yet.',
      initial: false,
    },
    digest: {
      kind: 'toggle',
      label: 'Content-MD5 is signed',
      hint: 'It fixes the very file. No header can fix only its size.',
      initial: false,
    },
    acl: {
      kind: 'choice',
      label: 'x-amz-acl is signed',
      hint: 'New buckets have access control lists switched off.',
      options: { none: 'no', owner: 'bucket-owner-full-control', open: 'public-read' },
      initial: 'none',
    },
    file: {
      kind: 'choice',
      label: 'Otto sends',
      hint: 'With the link he can send whatever the signature does not fix.',
      options: { same: 'Noor’s answer again', other: 'an answer of his own' },
      initial: 'other',
    },
    kept: {
      kind: 'toggle',
      label: 'The bucket is versioned',
      hint: 'Then a write keeps what was there before it.',
      initial: false,
    },
    used: {
      kind: 'moment',
      label: 'Otto sends it at',
      hint: 'UTC. The link was signed at 09:00 for two hours, and Noor used it at 09:40.',
      min: after(FIRST, minutes(1)),
      max: after(START, hours(4)),
      initial: at('2026-01-23T10:10:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Otto sends his file at that moment',
  lives: { sign: 'link' },
  working: {},
  variations: [
    { label: 'Sign that nothing may be there yet', knobs: { once: 'on' } },
    { label: 'Sign the digest of Noor’s answer', knobs: { digest: 'on' } },
    { label: 'Sign the digest, and send her file again', knobs: { digest: 'on', file: 'same' } },
    { label: 'Ask for an access control list', knobs: { acl: 'open' } },
    { label: 'Ask for the one list that does no harm', knobs: { acl: 'owner' } },
    { label: 'Come after the link’s end', knobs: { used: '20260123T113000Z' } },
  ],
  decides: 'again.signature-matches',
  about: 's3.signature-matches',
  lesson: {
    text: 'A link for an upload writes as often as it is used, and each write replaces the object. Only If-None-Match: *, signed into it, lets it write where nothing is yet.',
    source: 's3.conditional-writes',
  },
  question: 'upload-on-top',
  setup: ({ once, digest, acl, file, kept, used }) => {
    const lists = {
      none: {},
      owner: { 'x-amz-acl': 'bucket-owner-full-control' },
      open: { 'x-amz-acl': 'public-read' },
    };
    const signed = { ...(digest && { 'Content-MD5': DIGEST }), ...lists[acl] };
    const sent: OpenUrl['headers'] = Object.entries(signed);
    const put = (fields: Pick<OpenUrl, 'id' | 'at' | 'by' | 'body'>): Act =>
      opened({ method: 'PUT', headers: sent, ...fields });
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'server',
        credentials: { keyId: SERVERS_KEY.id },
        method: 'PUT',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(2),
        headers: signed,
        ...(once && { parameters: { 'If-None-Match': '*' } }),
      },
      shared({ at: START, by: 'server', to: 'noor' }),
      { id: 'wait', at: FIRST, kind: 'wait' },
      put({ id: 'open-url', at: FIRST, by: 'noor', body: ANSWER }),
      shared({ id: 'leak', at: FIRST, by: 'noor', to: 'otto' }),
      { id: 'wait-again', at: used, kind: 'wait' },
      put({ id: 'again', at: used, by: 'otto', body: FILES[file] }),
    ];
    return { world: worldOf(kept), script };
  },
});
