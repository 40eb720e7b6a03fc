import type { Act } from '#engine/act.ts';
import { sessionToken, secretAccessKey, uniqueId } from '#engine/ids.ts';
import type { Principal } from '#engine/principal.ts';
import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { AccessKey, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { SIGNING_TOOLS } from '../../signingTools.ts';
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

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'course-videos';
const KEY = 'lesson-1.mp4';
const START = at('2026-01-22T10:00:00Z');

const readVideos = [
  policy('ReadVideos', 'identity', document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`))),
];
const NORA = user(ACCOUNT, 'nora', { policies: readVideos });
const TEACHER = role(ACCOUNT, 'Teacher', {
  trustPolicy: trusting('Teacher', NORA.arn),
  policies: readVideos,
});

type Credential = 'user' | 'role' | 'chained' | 'root';

const session = (isChained: boolean): Principal => ({
  kind: 'role-session',
  role: TEACHER.arn,
  roleId: TEACHER.roleId,
  sessionName: 'nora',
  via: 'AssumeRole',
  isChained,
  sessionPolicies: [],
  tags: {},
  transitiveTagKeys: [],
});

const OWNERS: Readonly<Record<Exclude<Credential, 'user'>, Principal>> = {
  role: session(false),
  chained: session(true),
  root: { kind: 'root-session', account: ACCOUNT },
};

/** The credentials that sign: each session was opened for an hour, some time before. */
function keyOf(credential: Credential, left: Seconds): AccessKey {
  if (credential === 'user') return userKey(NORA);
  const expiresAt = after(START, left);
  return {
    kind: 'temporary',
    id: uniqueId('ASIA', ACCOUNT, credential),
    secretAccessKey: secretAccessKey(credential),
    sessionToken: sessionToken(credential),
    owner: OWNERS[credential],
    issuedAt: after(expiresAt, seconds(-hours(1))),
    expiresAt,
    issuedBy: 'before',
  };
}

function worldOf(key: AccessKey): World {
  const video = { contentType: 'video/mp4', body: '(the first lesson)' };
  const school = account(ACCOUNT, 'school', REGION, {
    users: [NORA],
    roles: [TEACHER],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: video } }],
  });
  return world(START, [school], [key]);
}

const ASKED = {
  nothing: undefined,
  minutes: minutes(10),
  hours: hours(2),
  week: days(7),
  more: days(8),
} as const;

/** The wrong rule “an hour for users, fifteen minutes for roles”: both numbers are real, and both belong to tools. */
export const whoseDefault = defineScenario({
  id: 'whose-default',
  lab: 'presigned',
  title: 'A user’s key, and still only 15 minutes',
  tag: 'corrected belief',
  summary:
    'Many notes say that a link lives an hour for a user and 15 minutes for a role. Nora signs with her user’s key, and her link dies after 15 minutes. Change the credentials, then the tool, and see which of them moves the number.',
  subjects: ['tools', 's3'],
  parties: [
    { id: 'nora', name: 'Nora', spoken: 'Nora' },
    { id: 'tool', name: 'Nora’s tool', spoken: 'the tool' },
    { id: 'omar', name: 'Omar', spoken: 'Omar' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    tool: {
      kind: 'choice',
      label: 'Tool',
      hint: 'The program that signs on Nora’s own machine.',
      options: {
        cli: 'AWS CLI',
        boto3: 'boto3 (Python)',
        js: 'JavaScript SDK v3',
        go: 'Go SDK v2',
        java: 'Java SDK v2',
        net: '.NET SDK',
      },
      initial: 'js',
    },
    credential: {
      kind: 'choice',
      label: 'Credentials',
      hint: 'Who signs: watch whether X-Amz-Expires moves.',
      options: {
        user: 'a user’s access key',
        role: 'a role’s session',
        chained: 'a chained role’s session',
        root: 'a token that root asked for',
      },
      initial: 'user',
    },
    left: {
      kind: 'duration',
      label: 'Left of the session',
      hint: 'How long the credentials live on when the link is signed.',
      min: minutes(5),
      max: hours(1),
      initial: hours(1),
      stops: [minutes(5), minutes(10), minutes(30), hours(1)],
      when: { knob: 'credential', is: ['role', 'chained', 'root'] },
    },
    asked: {
      kind: 'choice',
      label: 'Lifetime asked for',
      hint: 'What Nora tells the tool.',
      options: {
        nothing: 'none: the tool decides',
        minutes: '10 minutes',
        hours: '2 hours',
        week: '7 days',
        more: '8 days',
      },
      initial: 'nothing',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 10:00.',
      min: START,
      max: after(START, days(8)),
      initial: after(START, minutes(20)),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { before: 'session', sign: 'link' },
  working: { tool: 'boto3' },
  variations: [
    {
      label: 'Let a role sign, with boto3: a whole hour',
      knobs: { tool: 'boto3', credential: 'role', used: '20260122T105900Z' },
    },
    {
      label: 'Let a session sign that has ten minutes left',
      knobs: { tool: 'boto3', credential: 'role', left: '600' },
    },
    { label: 'Name no lifetime to the Java SDK', knobs: { tool: 'java' } },
    { label: 'Ask boto3 for eight days', knobs: { tool: 'boto3', asked: 'more' } },
    { label: 'Ask the .NET SDK for eight days', knobs: { tool: 'net', asked: 'more' } },
    { label: 'Ask the JavaScript SDK for two hours', knobs: { asked: 'hours' } },
  ],
  decides: 'open-url.url-alive',
  about: 's3.url-alive',
  lesson: {
    text: 'Where nobody names a lifetime, the tool decides it: 900 or 3600 seconds, or a refusal to sign. Who signs never moves that number.',
    source: 'tool.js',
  },
  question: 'tool-and-default',
  setup: ({ tool, credential, left, asked, used }) => {
    const key = keyOf(credential, left);
    const lifetime = ASKED[asked];
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'tool:presign',
        by: 'nora',
        to: 'tool',
        tool: SIGNING_TOOLS[tool],
        credentials: { keyId: key.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        ...(lifetime !== undefined && { asked: lifetime }),
      },
      { id: 'share', at: START, kind: 'hand-over', by: 'nora', to: 'omar', url: 'sign' },
      { id: 'wait', at: used, kind: 'wait', needs: ['share'] },
      {
        id: 'open-url',
        at: used,
        kind: 'open-url',
        by: 'omar',
        to: 's3',
        url: 'sign',
        method: 'GET',
        headers: [],
        edits: [],
      },
    ];
    return { world: worldOf(key), script };
  },
});
