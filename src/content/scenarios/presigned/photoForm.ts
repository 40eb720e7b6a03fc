import type { Act, FormEdit, SendForm } from '#engine/act.ts';
import type { PostCondition } from '#engine/s3/postForm.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'pet-photos';
const START = at('2026-01-20T15:00:00Z');
const MEGABYTE = 1_000_000;

const SITE = user(ACCOUNT, 'pet-site', {
  policies: [
    policy(
      'PetSitePolicy',
      'identity',
      document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/photos/*`)),
    ),
  ],
});
const SITES_KEY = userKey(SITE);

const FILES: Readonly<Record<'photo' | 'film' | 'empty', SendForm['file']>> = {
  photo: { name: 'rex.jpg', body: '(a photo of Rex)', size: 2 * MEGABYTE },
  film: { name: 'rex.mov', body: '(a film of Rex)', size: 900 * MEGABYTE },
  empty: { name: 'rex.jpg', body: '' },
};

type Edit = 'nothing' | 'key' | 'type' | 'extra' | 'policy' | 'signature';

const set = (name: string, value: string): readonly FormEdit[] => [
  { kind: 'set-field', name, value },
];

/** A policy that somebody wrote to have more: it is not the one that was signed. */
const LOOSER = 'eyJleHBpcmF0aW9uIjoiMjAyNy0wMS0wMVQwMDowMDowMFoiLCJjb25kaXRpb25zIjpbXX0=';

const EDITS: Readonly<Record<Edit, readonly FormEdit[]>> = {
  nothing: [],
  key: set('key', 'index.html'),
  type: set('Content-Type', 'text/html'),
  extra: set('x-amz-storage-class', 'GLACIER'),
  policy: set('policy', LOOSER),
  signature: [{ kind: 'drop-field', name: 'x-amz-signature' }],
};

function worldOf(): World {
  const club = account(ACCOUNT, 'pet club', REGION, {
    users: [SITE],
    buckets: [{ name: BUCKET, region: REGION, objects: {} }],
  });
  return world(START, [club], [SITES_KEY]);
}

/** A form’s policy limits what a browser may upload: where, what and how much, which no presigned PUT can. */
export const photoForm = defineScenario({
  id: 'photo-form',
  lab: 'presigned',
  title: 'One photo allowed, a whole film refused',
  tag: 'POST policy',
  summary:
    'A club’s site signs a form with which Kim’s browser may upload one photo of 5 MB at most. Kim picks a film of 900 MB. S3 counts the bytes and refuses.',
  subjects: ['s3'],
  parties: [
    { id: 'site', name: 'club’s site', spoken: 'the club’s site' },
    { id: 'kim', name: 'Kim’s browser', spoken: 'Kim’s browser' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    file: {
      kind: 'choice',
      label: 'Kim picks',
      hint: 'The policy may limit the bytes of the file.',
      options: {
        photo: 'a photo of 2 MB',
        film: 'a film of 900 MB',
        empty: 'an empty file',
      },
      initial: 'film',
    },
    limit: {
      kind: 'toggle',
      label: 'content-length-range',
      hint: 'A condition of the policy: 1 byte to 5 MB. A presigned PUT has nothing like it.',
      initial: true,
    },
    edit: {
      kind: 'choice',
      label: 'Before sending, Kim changes',
      hint: 'The fields are in the page, for everybody to change.',
      options: {
        nothing: 'nothing',
        key: 'the key, to index.html',
        type: 'Content-Type, to text/html',
        extra: 'the form: one more field',
        policy: 'the policy, to a looser one',
        signature: 'the form: no signature',
      },
      initial: 'nothing',
    },
    done: {
      kind: 'choice',
      label: 'After it, S3 shall answer',
      hint: 'Left alone, S3 answers 204 and the browser stays where it is.',
      options: { plain: '204', created: '201', page: 'with a way to a page' },
      initial: 'plain',
    },
    key: {
      kind: 'choice',
      label: 'The form was signed for',
      hint: 'Signing asks nobody; the site’s user may write to photos/ only.',
      options: { photos: 'photos/', covers: 'covers/' },
      initial: 'photos',
    },
    sent: {
      kind: 'moment',
      label: 'Kim sends it at',
      hint: 'UTC. The form was signed at 15:00, and its policy holds for half an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(2)),
      initial: at('2026-01-20T15:10:00Z'),
    },
  },
  clock: 'sent',
  clockSays: 'Kim sends the form at that moment',
  lives: { sign: 'form' },
  working: { file: 'photo' },
  variations: [
    { label: 'Pick a photo', knobs: { file: 'photo' } },
    { label: 'Change the key', knobs: { file: 'photo', edit: 'key' } },
    { label: 'Add a field', knobs: { file: 'photo', edit: 'extra' } },
    { label: 'Put a looser policy into the form', knobs: { file: 'photo', edit: 'policy' } },
    { label: 'Send it without its signature', knobs: { file: 'photo', edit: 'signature' } },
    { label: 'Send it after half an hour', knobs: { file: 'photo', sent: '20260120T154500Z' } },
    { label: 'Sign it for another folder', knobs: { file: 'photo', key: 'covers' } },
    { label: 'Take the limit away', knobs: { limit: 'off' } },
  ],
  decides: 'send-form.form-size',
  about: 's3.form-size',
  setup: ({ file, limit, edit, done, key, sent }) => {
    const conditions: readonly PostCondition[] = limit
      ? [['content-length-range', 1, 5 * MEGABYTE]]
      : [];
    const answers = {
      plain: {},
      created: { success_action_status: '201' },
      page: { success_action_redirect: 'https://pets.example.com/thanks' },
    } as const;
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'sign-form',
        by: 'site',
        credentials: { keyId: SITES_KEY.id },
        bucket: BUCKET,
        key: `${key}/\${filename}`,
        region: REGION,
        expires: minutes(30),
        fields: { 'Content-Type': 'image/jpeg', ...answers[done] },
        conditions,
      },
      shared({ at: START, by: 'site', to: 'kim' }),
      { id: 'wait', at: sent, kind: 'wait' },
      {
        id: 'send-form',
        at: sent,
        kind: 'send-form',
        by: 'kim',
        to: 's3',
        form: 'sign',
        file: FILES[file],
        edits: EDITS[edit],
      },
    ];
    return { world: worldOf(), script };
  },
});
