import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { after, at, days, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'paid-invoices';
const KEY = 'january.pdf';
const START = at('2026-01-08T09:00:00Z');

const readInvoices = document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`));
const JOB = user(ACCOUNT, 'invoice-job', {
  policies: [policy('InvoiceJobPolicy', 'identity', readInvoices)],
});
const JOBS_KEY = userKey(JOB);

function worldOf(): World {
  const office = account(ACCOUNT, 'office', REGION, {
    users: [JOB],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the January invoice') } }],
  });
  return world(START, [office], [JOBS_KEY]);
}

type Administrators = 'nothing' | 'off' | 'deleted' | 'stripped' | 'gone';

const CHANGES: Readonly<Record<Administrators, WorldChange | undefined>> = {
  nothing: undefined,
  off: { kind: 'deactivate-key', keyId: JOBS_KEY.id },
  deleted: { kind: 'delete-key', keyId: JOBS_KEY.id },
  stripped: { kind: 'replace-policies', principal: JOB.arn, policies: [] },
  gone: { kind: 'delete-user', user: JOB.arn },
};

/** A user’s long-term key has no end of its own: the only signer whose link can live for all of seven days. */
export const userSigned = defineScenario({
  id: 'user-signed',
  lab: 'presigned',
  title: 'Seven days, and really seven days',
  tag: 'longest life',
  summary:
    'A nightly job signs a link with the access key of an IAM user. A week later, an hour before its end, the link still opens.',
  subjects: ['sts', 's3', 'changes'],
  parties: [
    { id: 'job', name: 'nightly job', spoken: 'the nightly job' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'customer', name: 'customer', spoken: 'the customer' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    signer: {
      kind: 'choice',
      label: 'Signed with',
      hint: 'Both belong to the same IAM user; a session from GetSessionToken lives 36 hours at most.',
      options: { key: 'the user’s access key', session: 'a 36-hour session of the user' },
      initial: 'key',
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'S3 reads the number only when the link is used. The JavaScript SDK throws above 604800; boto3 signs any number.',
      min: hours(1),
      max: days(8),
      initial: days(7),
      stops: [hours(1), hours(12), days(1), days(3), days(7), days(8)],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed on 8 January at 09:00.',
      min: after(START, minutes(5)),
      max: after(START, days(9)),
      initial: at('2026-01-15T08:00:00Z'),
    },
    before: {
      kind: 'choice',
      label: 'Just before that',
      hint: 'What an administrator does.',
      options: {
        nothing: 'nothing happens',
        off: 'the access key is deactivated',
        deleted: 'the access key is deleted',
        stripped: 'the user’s permission is removed',
        gone: 'the user is deleted',
      },
      initial: 'nothing',
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { 'get-session': 'user’s session', sign: 'link' },
  working: { used: '20260109T090000Z' },
  variations: [
    { label: 'Ask for eight days', knobs: { expires: '691200' } },
    { label: 'Come a second after the seven days', knobs: { used: '20260115T090001Z' } },
    { label: 'Deactivate the access key', knobs: { before: 'off' } },
    { label: 'Take the user’s permission away', knobs: { before: 'stripped' } },
    { label: 'Sign with a session of the same user', knobs: { signer: 'session' } },
    {
      label: 'Deactivate the key, but sign with the session',
      knobs: { signer: 'session', before: 'off', used: '20260109T090000Z' },
    },
  ],
  decides: 'open-url.url-alive',
  about: 's3.url-alive',
  setup: ({ signer, expires, used, before }) => {
    const usersKey = { keyId: JOBS_KEY.id };
    const getSession: Act = {
      id: 'get-session',
      at: START,
      kind: 'sts:GetSessionToken',
      by: 'job',
      to: 'sts',
      region: REGION,
      credentials: usersKey,
      durationSeconds: hours(36),
    };
    const script: readonly Act[] = [
      ...(signer === 'session' ? [getSession] : []),
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'job',
        credentials: signer === 'key' ? usersKey : { issuedBy: 'get-session' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      shared({ at: START, by: 'job', to: 'customer' }),
      { id: 'wait', at: used, kind: 'wait' },
      ...changed(used, CHANGES[before]),
      opened({ at: used, by: 'customer' }),
    ];
    return { world: worldOf(), script };
  },
});
