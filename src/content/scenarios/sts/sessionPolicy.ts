import type { Act } from '#engine/act.ts';
import { roleArn, sessionArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
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

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'case-files';
const FILES = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-14T08:00:00Z');
const OMAR = userArn(ACCOUNT, 'omar');
const ROLE = roleArn(ACCOUNT, 'CaseWorker');
const SESSION = 'read-only-visit';
const KEY = uniqueId('AKIA', ACCOUNT, 'omar');

const readAndWrite = document(allow(['s3:GetObject', 's3:PutObject'], FILES));
const readOnly = document(allow('s3:GetObject', FILES));
const everything = document(allow('*', '*'));

/** A policy that names objects one by one: well formed, and too long to be packed. */
const longList = document(
  ...Array.from({ length: 20 }, (_, index) =>
    allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/${index * 7919}/${index * 104_729}`),
  ),
);

type Passed = 'one' | 'none' | 'all' | 'broken' | 'foreign' | 'long';

/** What AssumeRole is given to limit the session. */
const limitsOf = (passed: Passed, own: PolicyDocument) =>
  ({
    one: { policy: JSON.stringify(own) },
    none: {},
    all: { policy: JSON.stringify(everything) },
    broken: { policy: JSON.stringify(own).slice(0, -1) },
    foreign: { policyArns: ['arn:aws:iam::444455556666:policy/ReadCaseFiles'] },
    long: { policy: JSON.stringify(longList) },
  })[passed];

type Named = 'nobody' | 'role' | 'session';

const NAMES: Readonly<Record<Exclude<Named, 'nobody'>, string>> = {
  role: ROLE,
  session: sessionArn(ROLE, SESSION),
};

function worldOf(rolePolicy: PolicyDocument, named: Named): World {
  const omar = user(ACCOUNT, 'omar');
  const worker = role(ACCOUNT, 'CaseWorker', {
    trustPolicy: trusting('CaseWorker', OMAR),
    policies: [policy('CaseWorkerPolicy', 'identity', rolePolicy)],
  });
  const bucketPolicy =
    named === 'nobody'
      ? {}
      : {
          policy: policy(
            'CaseFilesPolicy',
            'bucket',
            document(allow('s3:PutObject', FILES, { Principal: { AWS: NAMES[named] } })),
          ),
        };
  const file = { contentType: 'text/plain', body: 'Case 17' };
  const office = account(ACCOUNT, 'office', REGION, {
    users: [omar],
    roles: [worker],
    buckets: [{ name: BUCKET, region: REGION, objects: { 'case-17.txt': file }, ...bucketPolicy }],
  });
  return world(START, [office], [userKey(omar)]);
}

/** A session policy cuts, and never adds; only a resource policy that names the session itself gets past it. */
export const sessionPolicy = defineScenario({
  id: 'session-policy',
  lab: 'sts',
  title: 'The role may write, this session may not',
  tag: 'intersection',
  summary:
    'Omar takes a role that reads and writes, and passes a session policy that only reads. What counts is what both allow.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'omar', name: 'Omar', spoken: 'Omar' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    passed: {
      kind: 'choice',
      label: 'AssumeRole passes',
      hint: 'A session policy goes with the call and stays with this one session.',
      options: {
        one: 'the session policy below',
        none: 'no session policy',
        all: 'one that allows everything',
        broken: 'a text with a bracket missing',
        foreign: 'another account’s managed policy',
        long: 'one of twenty statements',
      },
      initial: 'one',
    },
    limit: {
      kind: 'policy',
      label: 'The session policy',
      hint: 'It can only take away from what the role may do.',
      policyType: 'session',
      initial: readOnly,
      when: { knob: 'passed', is: ['one', 'broken'] },
    },
    permissions: {
      kind: 'policy',
      label: 'What the role may do',
      hint: 'The other half: a session policy never adds to it.',
      policyType: 'identity',
      initial: readAndWrite,
    },
    named: {
      kind: 'choice',
      label: 'Bucket policy lets write',
      hint: 'A grant to the role is cut by the session policy. A grant to the session is not.',
      options: { nobody: 'nobody', role: 'the role', session: 'this very session' },
      initial: 'nobody',
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-14T08:20:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the session is used at that moment',
  lives: { 'assume-role': 'role session' },
  working: { passed: 'none' },
  variations: [
    { label: 'Let the bucket policy name the session', knobs: { named: 'session' } },
    { label: 'Pass a policy that allows everything', knobs: { passed: 'all' } },
    { label: 'Pass a text with a bracket missing', knobs: { passed: 'broken' } },
    { label: 'Pass a policy of twenty statements', knobs: { passed: 'long' } },
    {
      label: 'Pass none, and write an hour too late',
      knobs: { passed: 'none', used: '20260114T093000Z' },
    },
  ],
  decides: 'write.allowed',
  about: 'api.allowed',
  setup: ({ passed, limit, permissions, named, used }) => {
    const use = {
      at: used,
      kind: 'call',
      by: 'omar',
      to: 's3',
      credentials: { issuedBy: 'assume-role' },
      region: REGION,
      resources: [`arn:aws:s3:::${BUCKET}/case-17.txt`],
    } as const;
    const script: readonly Act[] = [
      {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'omar',
        to: 'sts',
        region: REGION,
        credentials: { keyId: KEY },
        roleArn: ROLE,
        roleSessionName: SESSION,
        ...limitsOf(passed, limit),
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-role'] },
      { ...use, id: 'read', action: 's3:GetObject' },
      { ...use, id: 'write', action: 's3:PutObject' },
    ];
    return { world: worldOf(permissions, named), script };
  },
});
