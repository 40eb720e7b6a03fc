import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
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
const BUCKET = 'payroll';
const START = at('2026-01-16T13:00:00Z');
const ANA = userArn(ACCOUNT, 'ana');
const SUPPORT = roleArn(ACCOUNT, 'Support');
const PAYROLL = roleArn(ACCOUNT, 'PayrollReader');
const KEY = uniqueId('AKIA', ACCOUNT, 'ana');

const NAMING = ['sts:AssumeRole', 'sts:SetSourceIdentity'];

/** Only under one's own name: a call that sets another name, or none, finds nothing that allows it. */
const ownName = document({
  Sid: 'UnderYourOwnName',
  Effect: 'Allow',
  Principal: { AWS: ANA },
  Action: NAMING,
  // The variable is the policy's, not TypeScript's.
  Condition: { StringEquals: { 'sts:SourceIdentity': '${aws:username}' } },
});

const denyAna = policy(
  'DenyAna',
  'identity',
  document({
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceIdentity': 'ana' } },
  }),
);

function worldOf(trust: PolicyDocument, carries: boolean): World {
  const ana = user(ACCOUNT, 'ana');
  const support = role(ACCOUNT, 'Support', { trustPolicy: policy('SupportTrust', 'trust', trust) });
  const payroll = role(ACCOUNT, 'PayrollReader', {
    trustPolicy: trusting('PayrollReader', SUPPORT, {
      Action: carries ? NAMING : 'sts:AssumeRole',
    }),
    policies: [
      policy(
        'PayrollReaderPolicy',
        'identity',
        document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
  });
  const list = { contentType: 'text/csv', body: 'name,amount' };
  const office = account(ACCOUNT, 'office', REGION, {
    users: [ana],
    roles: [support, payroll],
    buckets: [{ name: BUCKET, region: REGION, objects: { 'january.csv': list } }],
  });
  return world(START, [office], [userKey(ana)]);
}

/** A source identity is set once and goes with every session of the chain: who it was can always be told. */
export const sourceIdentity = defineScenario({
  id: 'source-identity',
  lab: 'sts',
  title: 'Ana cannot go on as Ben',
  tag: 'traceability',
  summary:
    'Ana takes a role under her own name, and a second one under the name of Ben. A source identity is set once, so STS refuses.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'ana', name: 'Ana', spoken: 'Ana' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    first: {
      kind: 'choice',
      label: 'First call sets',
      hint: 'SourceIdentity in the call for Support.',
      options: { ana: 'ana', ben: 'ben', none: 'no source identity' },
      initial: 'ana',
    },
    trust: {
      kind: 'policy',
      label: 'Support’s trust policy',
      hint: 'Its condition lets callers in under their own name only.',
      policyType: 'trust',
      initial: ownName,
    },
    second: {
      kind: 'choice',
      label: 'Second call sets',
      hint: 'SourceIdentity in the call for PayrollReader. Left out, the first one goes on.',
      options: { ben: 'ben', ana: 'ana', none: 'no source identity' },
      initial: 'ben',
    },
    carries: {
      kind: 'toggle',
      label: 'PayrollReader takes one in',
      hint: 'Its trust policy allows sts:SetSourceIdentity. A handed-down name needs that as well.',
      initial: true,
    },
    change: {
      kind: 'choice',
      label: 'While the session lives',
      hint: 'What an administrator does.',
      options: { nothing: 'nothing', deny: 'denies the source identity ana' },
      initial: 'nothing',
    },
    used: {
      kind: 'moment',
      label: 'Payroll is read at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-16T13:10:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'payroll is read at that moment',
  lives: { 'assume-support': 'Support', 'assume-payroll': 'PayrollReader' },
  working: { second: 'none' },
  variations: [
    { label: 'Set no source identity at all', knobs: { first: 'none' } },
    {
      label: 'Go on to a role that takes none in',
      knobs: { second: 'none', carries: 'off' },
    },
    { label: 'Deny the person, not the role', knobs: { second: 'none', change: 'deny' } },
    {
      label: 'Read when the session is over',
      knobs: { second: 'none', used: '20260116T143000Z' },
    },
    { label: 'Repeat the same name', knobs: { second: 'ana' } },
  ],
  decides: 'assume-payroll.source-identity-kept',
  about: 'sts.source-identity-kept',
  setup: ({ first, trust, second, carries, change, used }) => {
    const assume = { at: START, kind: 'sts:AssumeRole', by: 'ana', to: 'sts' } as const;
    const script: readonly Act[] = [
      {
        ...assume,
        id: 'assume-support',
        region: REGION,
        credentials: { keyId: KEY },
        roleArn: SUPPORT,
        roleSessionName: 'ticket-4711',
        ...(first !== 'none' && { sourceIdentity: first }),
      },
      {
        ...assume,
        id: 'assume-payroll',
        region: REGION,
        credentials: { issuedBy: 'assume-support' },
        roleArn: PAYROLL,
        roleSessionName: 'ticket-4711',
        ...(second !== 'none' && { sourceIdentity: second }),
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-payroll'] },
      ...(change === 'deny'
        ? [
            {
              id: 'change',
              at: used,
              kind: 'change',
              by: 'administrator',
              change: { kind: 'put-policy', principal: PAYROLL, policy: denyAna },
              needs: ['assume-payroll'],
            } as const,
          ]
        : []),
      {
        id: 'read',
        at: used,
        kind: 'call',
        by: 'ana',
        to: 's3',
        credentials: { issuedBy: 'assume-payroll' },
        region: REGION,
        action: 's3:GetObject',
        resources: [`arn:aws:s3:::${BUCKET}/january.csv`],
      },
    ];
    return { world: worldOf(trust, carries), script };
  },
});
