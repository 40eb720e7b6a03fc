import type { Act, OpenUrl } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'job-applications';
const START = at('2026-01-19T14:00:00Z');

const FORM = user(ACCOUNT, 'careers-form', {
  policies: [
    policy(
      'CareersFormPolicy',
      'identity',
      document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/inbox/*`)),
    ),
  ],
});
const FORMS_KEY = userKey(FORM);

function worldOf(): World {
  const firm = account(ACCOUNT, 'firm', REGION, {
    users: [FORM],
    buckets: [{ name: BUCKET, region: REGION, objects: {} }],
  });
  return world(START, [firm], [FORMS_KEY]);
}

/** What each tool signs of the Content-Type it is given (presigned-urls.md 1.5). */
const SIGNED = {
  boto: { 'Content-Type': 'application/pdf' },
  javascript: {},
} as const;

type Headers = OpenUrl['headers'];

const TYPES: Readonly<Record<'pdf' | 'word' | 'none', Headers>> = {
  pdf: [['Content-Type', 'application/pdf']],
  word: [['Content-Type', 'application/msword']],
  none: [],
};

const EXTRAS: Readonly<Record<'nothing' | 'language' | 'meta' | 'hash', Headers>> = {
  nothing: [],
  language: [['Content-Language', 'de']],
  meta: [['x-amz-meta-applicant', 'Lena']],
  hash: [['x-amz-content-sha256', 'UNSIGNED-PAYLOAD']],
};

/** A header that was signed must be sent as it was signed; one that was not may be sent, unless it is an x-amz- header. */
export const signedHeader = defineScenario({
  id: 'signed-header',
  lab: 'presigned',
  title: 'Signed as a PDF, sent as a Word file',
  tag: 'signed headers',
  summary:
    'A careers page signs an upload for a PDF, with boto3. Lena’s browser sends a Word file and says so in Content-Type. S3 refuses the signature.',
  subjects: ['s3'],
  parties: [
    { id: 'form', name: 'careers page', spoken: 'the careers page' },
    { id: 'lena', name: 'Lena’s browser', spoken: 'Lena’s browser' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    tool: {
      kind: 'choice',
      label: 'Signed with',
      hint: 'Both tools were given ContentType. X-Amz-SignedHeaders shows what each made of it.',
      options: {
        boto: 'boto3, which signs Content-Type',
        javascript: 'the JavaScript SDK, which does not',
      },
      initial: 'boto',
    },
    type: {
      kind: 'choice',
      label: 'The browser sends',
      hint: 'The Content-Type of the request.',
      options: {
        pdf: 'application/pdf',
        word: 'application/msword',
        none: 'no Content-Type',
      },
      initial: 'word',
    },
    extra: {
      kind: 'choice',
      label: 'It adds',
      hint: 'A header that nobody signed.',
      options: {
        nothing: 'nothing',
        language: 'Content-Language',
        meta: 'x-amz-meta-applicant',
        hash: 'x-amz-content-sha256',
      },
      initial: 'nothing',
    },
    folder: {
      kind: 'choice',
      label: 'Uploads go to',
      hint: 'The page’s user may write to inbox/ only.',
      options: { inbox: 'inbox/', accepted: 'accepted/' },
      initial: 'inbox',
    },
    used: {
      kind: 'moment',
      label: 'Upload starts at',
      hint: 'UTC. The link was signed at 14:00 for a quarter of an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(2)),
      initial: at('2026-01-19T14:10:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the upload starts at that moment',
  lives: { sign: 'link' },
  working: { type: 'pdf' },
  variations: [
    { label: 'Sign it with the JavaScript SDK', knobs: { tool: 'javascript' } },
    { label: 'Add an x-amz- header', knobs: { type: 'pdf', extra: 'meta' } },
    { label: 'Add another header', knobs: { type: 'pdf', extra: 'language' } },
    { label: 'Add the one x-amz- header that is free', knobs: { type: 'pdf', extra: 'hash' } },
    {
      label: 'Sign for a folder that is closed to the page',
      knobs: { type: 'pdf', folder: 'accepted' },
    },
    { label: 'Start the upload an hour later', knobs: { type: 'pdf', used: '20260119T151000Z' } },
  ],
  decides: 'open-url.signature-matches',
  about: 's3.signature-matches',
  question: 'signed-header-on-upload',
  setup: ({ tool, type, extra, folder, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'form',
        credentials: { keyId: FORMS_KEY.id },
        method: 'PUT',
        bucket: BUCKET,
        key: `${folder}/lena`,
        region: REGION,
        expires: minutes(15),
        headers: SIGNED[tool],
      },
      shared({ at: START, by: 'form', to: 'lena' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({
        at: used,
        by: 'lena',
        method: 'PUT',
        headers: [...TYPES[type], ...EXTRAS[extra]],
      }),
    ];
    return { world: worldOf(), script };
  },
});
