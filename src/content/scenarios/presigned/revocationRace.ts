import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { after, at, days, hours, minutes } from '#engine/time.ts';
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
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'exam-papers';
const FILES = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-26T08:00:00Z');
const NOTICED = after(START, hours(1));
const LATER = after(NOTICED, minutes(5));

const KEYS = { user: 'algebra.pdf', session: 'biology.pdf', later: 'chemistry.pdf' } as const;
type Link = keyof typeof KEYS;

const readPapers = document(
  allow('s3:GetObject', FILES),
  allow('s3:ListBucket', `arn:aws:s3:::${BUCKET}`),
);
const OFFICE = user(ACCOUNT, 'exam-office', {
  policies: [policy('ExamOfficePolicy', 'identity', readPapers)],
});
const OFFICES_KEY = userKey(OFFICE);
const READER = role(ACCOUNT, 'PaperReader', {
  trustPolicy: trusting('PaperReader', OFFICE.arn),
  policies: [policy('PaperReaderPolicy', 'identity', readPapers)],
  maxSessionDuration: hours(12),
});

/** What stops every presigned URL into a bucket, and S3’s console with them. */
const noLinks = policy(
  'NoPresignedUrls',
  'bucket',
  document({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: FILES,
    Condition: { StringEquals: { 's3:authType': 'REST-QUERY-STRING' } },
  }),
);

function worldOf(): World {
  const school = account(ACCOUNT, 'school', REGION, {
    users: [OFFICE],
    roles: [READER],
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: Object.fromEntries(
          Object.values(KEYS).map((key) => [key, pdf('an exam paper')] as const),
        ),
      },
    ],
  });
  return world(START, [school], [OFFICES_KEY]);
}

type Answer = 'nothing' | 'off' | 'stripped' | 'links' | 'deleted';

const CHANGES: Readonly<Record<Answer, WorldChange | undefined>> = {
  nothing: undefined,
  off: { kind: 'deactivate-key', keyId: OFFICES_KEY.id },
  stripped: { kind: 'replace-policies', principal: OFFICE.arn, policies: [] },
  links: { kind: 'put-bucket-policy', bucket: BUCKET, policy: noLinks },
  deleted: { kind: 'delete-object', bucket: BUCKET, key: KEYS.user },
};

/** Revoking a role’s sessions denies what was issued before: links of users and of later sessions are not among it. */
export const revocationRace = defineScenario({
  id: 'revocation-race',
  lab: 'presigned',
  title: 'Sessions revoked, and two links still open',
  tag: 'incident response',
  summary:
    'An exam office posts links to papers in a chat that a pupil reads, too. The school revokes all active sessions of the role. The link of a user’s key does not notice, nor does that of a newer session.',
  subjects: ['sts', 's3', 'changes'],
  parties: [
    { id: 'office', name: 'exam office', spoken: 'the exam office' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'pupil', name: 'pupil', spoken: 'the pupil' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    revoked: {
      kind: 'toggle',
      label: 'Revoke active sessions',
      hint: 'At 09:00. It attaches a policy to the role that denies all sessions issued before that.',
      initial: true,
    },
    also: {
      kind: 'choice',
      label: 'At 09:05, also',
      hint: 'What else the administrator does, once the office has a new session.',
      options: {
        nothing: 'nothing',
        off: 'deactivate the user’s access key',
        stripped: 'remove the user’s permission',
        links: 'deny presigned URLs in the bucket policy',
        deleted: 'delete the algebra paper',
      },
      initial: 'nothing',
    },
    last: {
      kind: 'choice',
      label: 'Pupil tries last',
      hint: 'All three links are tried. This one comes at the end.',
      options: {
        user: 'the link of the user’s key',
        session: 'the link of the old session',
        later: 'the link of the new session',
      },
      initial: 'user',
    },
    used: {
      kind: 'moment',
      label: 'Links are used at',
      hint: 'UTC. They were signed for seven days; sessions last 12 hours.',
      min: after(LATER, minutes(1)),
      max: after(START, days(8)),
      initial: at('2026-01-26T09:10:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the links are used at that moment',
  lives: {
    'open-session': 'old session',
    'open-later': 'new session',
    'sign-user': 'user link',
    'sign-session': 'old link',
    'sign-later': 'new link',
  },
  working: { revoked: 'off' },
  variations: [
    { label: 'Watch the link of the old session', knobs: { last: 'session' } },
    { label: 'Watch the link of the new session', knobs: { last: 'later' } },
    { label: 'Deactivate the user’s key, too', knobs: { also: 'off' } },
    { label: 'Remove the user’s permission, too', knobs: { also: 'stripped' } },
    { label: 'Deny all presigned URLs', knobs: { also: 'links', last: 'later' } },
    { label: 'Delete the paper', knobs: { also: 'deleted' } },
    {
      label: 'Wait for the new session to end',
      knobs: { last: 'later', used: '20260126T211000Z' },
    },
  ],
  attacker: 'pupil',
  safeguards: [
    { knob: 'revoked', off: 'off', says: 'Nobody has revoked the sessions of the role.' },
    {
      knob: 'also',
      off: 'nothing',
      says: 'Nobody has touched the user’s key, and what is issued after the revocation is free.',
    },
  ],
  decides: 'use-user.signer-allowed',
  about: 's3.signer-allowed',
  setup: ({ revoked, also, last, used }) => {
    const usersKey = { keyId: OFFICES_KEY.id };
    const assume = {
      kind: 'sts:AssumeRole',
      by: 'office',
      to: 'sts',
      region: REGION,
      credentials: usersKey,
      roleArn: READER.arn,
      durationSeconds: hours(12),
    } as const;
    const signs = (link: Link, signed: typeof START): readonly Act[] => [
      {
        id: `sign-${link}`,
        at: signed,
        kind: 'presign',
        by: 'office',
        credentials: link === 'user' ? usersKey : { issuedBy: `open-${link}` },
        method: 'GET',
        bucket: BUCKET,
        key: KEYS[link],
        region: REGION,
        expires: days(7),
      },
      shared({ id: `share-${link}`, at: signed, by: 'office', to: 'pupil', url: `sign-${link}` }),
    ];
    const order = [
      ...(['user', 'session', 'later'] as const).filter((link) => link !== last),
      last,
    ];
    const script: readonly Act[] = [
      { ...assume, id: 'open-session', at: START, roleSessionName: 'morning' },
      ...signs('user', START),
      ...signs('session', START),
      { id: 'notice', at: NOTICED, kind: 'wait' },
      ...changed(NOTICED, revoked ? { kind: 'revoke-sessions', role: READER.arn } : undefined, {
        id: 'revoke',
      }),
      { id: 'go-on', at: LATER, kind: 'wait' },
      { ...assume, id: 'open-later', at: LATER, roleSessionName: 'after-the-break' },
      ...signs('later', LATER),
      ...changed(LATER, CHANGES[also], { id: 'also' }),
      { id: 'wait', at: used, kind: 'wait' },
      ...order.map((link) =>
        opened({ id: `use-${link}`, at: used, by: 'pupil', url: `sign-${link}` }),
      ),
    ];
    return { world: worldOf(), script };
  },
});
