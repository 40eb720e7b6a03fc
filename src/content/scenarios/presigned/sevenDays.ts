import type { Act, UrlEdit } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, document, policy, role, user, userKey, world } from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'quarterly-reports';
const KEY = 'report.pdf';
const START = at('2026-01-15T12:00:00Z');

const USER = userArn(ACCOUNT, 'build-server');
const PIPELINE = roleArn(ACCOUNT, 'Pipeline');
const READER = roleArn(ACCOUNT, 'ReportReader');
const USER_KEY = uniqueId('AKIA', ACCOUNT, 'build-server');

const readReports = document({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${BUCKET}/*`,
});

const trusting = (id: string, arn: string): Policy =>
  policy(
    id,
    'trust',
    document({ Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' }),
  );

type LinkChange = 'nothing' | 'method' | 'key' | 'expires' | 'token' | 'header';

/** What a change does to the link; values are percent-encoded as they stand in the URL. */
function editsOf(change: LinkChange, expires: Seconds, hasToken: boolean): readonly UrlEdit[] {
  if (change === 'key') return [{ kind: 'set-path', path: '/salaries.pdf' }];
  if (change === 'expires') {
    return [{ kind: 'set-parameter', name: 'X-Amz-Expires', value: `${expires - 1}` }];
  }
  return change === 'token' && hasToken
    ? [{ kind: 'drop-parameter', name: 'X-Amz-Security-Token' }]
    : [];
}

function worldOf(
  trusted: boolean,
  permissions: PolicyDocument,
  roleMaximum: Seconds,
  skew: Seconds,
): World {
  const trustedBy = (arn: string): string => (trusted ? arn : rootArn('444455556666'));
  const assumeReader = document({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: READER });
  const server = user(ACCOUNT, 'build-server', {
    policies: [policy('BuildServerPolicy', 'identity', permissions)],
  });
  const pipeline = role(ACCOUNT, 'Pipeline', {
    trustPolicy: trusting('PipelineTrust', USER),
    policies: [policy('PipelinePolicy', 'identity', assumeReader)],
    maxSessionDuration: hours(12),
  });
  const reader = role(ACCOUNT, 'ReportReader', {
    trustPolicy: readerTrust(trustedBy),
    policies: [policy('ReportReaderPolicy', 'identity', permissions)],
    maxSessionDuration: roleMaximum,
  });
  const report = { contentType: 'application/pdf', body: '%PDF-1.7 (the quarterly report)' };
  const reports = account(ACCOUNT, 'reports', REGION, {
    users: [server],
    roles: [pipeline, reader],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: report } }],
  });
  return world(START, [reports], [userKey(server)], { clockSkew: { 'build-server': skew } });
}

/** The reader trusts the user and the pipeline role by name, or an account that has nothing to do with them. */
const readerTrust = (trustedBy: (arn: string) => string): Policy =>
  policy(
    'ReportReaderTrust',
    'trust',
    document({
      Effect: 'Allow',
      Principal: { AWS: [...new Set([trustedBy(USER), trustedBy(PIPELINE)])] },
      Action: 'sts:AssumeRole',
    }),
  );

const FAR_CLOCK = minutes(20);

/** The first lesson: a link asks for seven days, and dies with the hour-long session that signed it. */
export const sevenDays = defineScenario({
  id: 'seven-days',
  lab: 'presigned',
  title: 'Seven days asked, one hour given',
  tag: 'exam trap',
  summary:
    'A build server signs a link for seven days with the credentials of a role. An hour later the link is dead.',
  subjects: ['sts', 's3', 'changes'],
  parties: [
    { id: 'build-server', name: 'build server', spoken: 'the build server' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'holder', name: 'link holder', spoken: 'the link holder' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    signer: {
      kind: 'choice',
      label: 'Who signs',
      hint: 'The credentials that sign the link.',
      options: { user: 'IAM user', role: 'role', chained: 'chained' },
      initial: 'role',
    },
    session: {
      kind: 'duration',
      label: 'Session duration',
      hint: 'DurationSeconds in AssumeRole.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), minutes(30), hours(1), hours(2), hours(4), hours(8), hours(12)],
      when: { knob: 'signer', is: ['role', 'chained'] },
    },
    maximum: {
      kind: 'duration',
      label: 'Role allows',
      hint: 'The role’s MaxSessionDuration.',
      min: hours(1),
      max: hours(12),
      initial: hours(12),
      stops: [hours(1), hours(2), hours(4), hours(8), hours(12)],
      when: { knob: 'signer', is: ['role', 'chained'] },
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'How long the link asks to live.',
      min: minutes(1),
      max: days(8),
      initial: days(7),
      stops: [
        minutes(1),
        minutes(15),
        hours(1),
        hours(6),
        hours(12),
        days(1),
        days(3),
        days(7),
        days(8),
      ],
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, days(9)),
      initial: at('2026-01-15T13:05:00Z'),
    },
    before: {
      kind: 'choice',
      label: 'Just before that',
      hint: 'What an administrator does.',
      options: {
        nothing: 'nothing happens',
        permission: 'the permission is removed',
        revoked: 'the role’s sessions are revoked',
        'key-off': 'the user’s key is deactivated',
        deleted: 'the object is deleted',
      },
      initial: 'nothing',
    },
    change: {
      kind: 'choice',
      label: 'The link holder changes',
      hint: 'Between signing and sending.',
      options: {
        nothing: 'nothing',
        method: 'the method, to PUT',
        key: 'the object’s name',
        expires: 'the lifetime, by a second',
        token: 'leaves the token out',
        header: 'adds an x-amz- header',
      },
      initial: 'nothing',
    },
    clock: {
      kind: 'choice',
      label: 'Build server’s clock',
      hint: 'X-Amz-Date is the signer’s clock.',
      options: { right: 'right', fast: '20 min fast', slow: '20 min slow' },
      initial: 'right',
    },
    trusted: {
      kind: 'toggle',
      label: 'Role trusts the caller',
      hint: 'Its trust policy names the caller.',
      initial: true,
      when: { knob: 'signer', is: ['role', 'chained'] },
    },
    permissions: {
      kind: 'policy',
      label: 'What the signer may do',
      hint: 'Signing never looks at this.',
      policyType: 'identity',
      initial: readReports,
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { 'assume-pipeline': 'first session', 'assume-role': 'role session', sign: 'link' },
  working: { used: '20260115T124500Z' },
  variations: [
    { label: 'Use the link before the session ends', knobs: { used: '20260115T124500Z' } },
    { label: 'Sign with the IAM user’s key instead', knobs: { signer: 'user' } },
    { label: 'Ask a one-hour role for two hours', knobs: { session: '7200', maximum: '3600' } },
    {
      label: 'Chain two roles and ask for two hours',
      knobs: { signer: 'chained', session: '7200' },
    },
    { label: 'Use the link to upload', knobs: { change: 'method', used: '20260115T124500Z' } },
    {
      label: 'Revoke the role’s sessions first',
      knobs: { before: 'revoked', used: '20260115T124500Z' },
    },
  ],
  decides: 'open-url.token-alive',
  about: 's3.token-alive',
  setup: ({
    signer,
    session,
    maximum,
    expires,
    used,
    before,
    change,
    clock,
    trusted,
    permissions,
  }) => {
    const skew = { right: seconds(0), fast: FAR_CLOCK, slow: seconds(-FAR_CLOCK) }[clock];
    const signsAs = signer === 'user' ? USER : READER;
    const call = {
      kind: 'sts:AssumeRole',
      at: START,
      by: 'build-server',
      to: 'sts',
      region: REGION,
    } as const;
    const assumePipeline: Act = {
      ...call,
      id: 'assume-pipeline',
      credentials: { keyId: USER_KEY },
      roleArn: PIPELINE,
      roleSessionName: 'nightly-build',
    };
    const assumeReader: Act = {
      ...call,
      id: 'assume-role',
      credentials: signer === 'chained' ? { issuedBy: 'assume-pipeline' } : { keyId: USER_KEY },
      roleArn: READER,
      roleSessionName: 'nightly-build',
      durationSeconds: session,
    };
    const changes: Readonly<Record<typeof before, WorldChange | undefined>> = {
      nothing: undefined,
      permission: { kind: 'replace-policies', principal: signsAs, policies: [] },
      revoked: { kind: 'revoke-sessions', role: READER },
      'key-off': { kind: 'deactivate-key', keyId: USER_KEY },
      deleted: { kind: 'delete-object', bucket: BUCKET, key: KEY },
    };
    const happens = changes[before];
    const script: readonly Act[] = [
      ...(signer === 'chained' ? [assumePipeline] : []),
      ...(signer === 'user' ? [] : [assumeReader]),
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'build-server',
        credentials: signer === 'user' ? { keyId: USER_KEY } : { issuedBy: 'assume-role' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      { id: 'share', at: START, kind: 'hand-over', by: 'build-server', to: 'holder', url: 'sign' },
      { id: 'wait', at: used, kind: 'wait', needs: ['share'] },
      ...(happens
        ? [
            {
              id: 'change',
              at: used,
              kind: 'change',
              by: 'administrator',
              change: happens,
              needs: ['share'],
            } as const,
          ]
        : []),
      {
        id: 'open-url',
        at: used,
        kind: 'open-url',
        by: 'holder',
        to: 's3',
        url: 'sign',
        method: change === 'method' ? 'PUT' : 'GET',
        headers: change === 'header' ? [['x-amz-meta-opened-by', 'holder']] : [],
        edits: editsOf(change, expires, signer !== 'user'),
      },
    ];
    return { world: worldOf(trusted, permissions, maximum, skew), script };
  },
});
