import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
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
const BILLING = roleArn(ACCOUNT, 'Billing');
const JOB_KEY = uniqueId('AKIA', ACCOUNT, 'billing-job');
const START = at('2026-01-27T12:00:00Z');
const ISSUER = 'https://8c0f6a2e.tokens.sts.global.api.aws';
const BANK = 'https://bank.example';

const forTheBank = document(
  allow('sts:GetWebIdentityToken', '*', {
    Condition: { 'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': BANK } },
  }),
  allow('sts:TagGetWebIdentityToken', '*', {
    Condition: { StringEquals: { 'aws:RequestTag/purpose': 'invoices' } },
  }),
);

type Says = 'bank' | 'bazaar' | 'invoices' | 'lottery';

/** For whom the token is, and what it says beside that. */
const saying = (says: Says) => ({
  audience: [says === 'bazaar' ? 'https://bazaar.example' : BANK],
  ...((says === 'invoices' || says === 'lottery') && { tags: [{ key: 'purpose', value: says }] }),
});

function worldOf(permissions: PolicyDocument, isEnabled: boolean): World {
  const job = user(ACCOUNT, 'billing-job');
  const billing = role(ACCOUNT, 'Billing', {
    trustPolicy: trusting('Billing', userArn(ACCOUNT, 'billing-job')),
    policies: [policy('BillingPolicy', 'identity', permissions)],
  });
  const office = account(ACCOUNT, 'office', REGION, {
    users: [job],
    roles: [billing],
    ...(isEnabled && { outboundTokenIssuer: ISSUER }),
  });
  return world(START, [office], [userKey(job)]);
}

/** Outbound federation: AWS vouches for a workload outside AWS, for no longer than the workload’s own session. */
export const outboundToken = defineScenario({
  id: 'outbound-token',
  lab: 'sts',
  title: 'Ten minutes left, an hour asked',
  tag: 'outbound federation',
  summary:
    'A billing job asks STS for a token that tells a bank who it is. The token should live an hour, but the job’s own session ends in ten minutes.',
  subjects: ['sts'],
  parties: [
    { id: 'job', name: 'billing job', spoken: 'the billing job' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    asked: {
      kind: 'moment',
      label: 'Token is asked for at',
      hint: 'UTC. The session of the job lives from 12:00 to 13:00.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-27T12:50:00Z'),
    },
    duration: {
      kind: 'duration',
      label: 'DurationSeconds',
      hint: 'How long the token lives. Left out it would be five minutes.',
      min: minutes(1),
      max: hours(2),
      initial: hours(1),
      stops: [minutes(1), minutes(5), minutes(10), minutes(30), hours(1), hours(2)],
    },
    enabled: {
      kind: 'toggle',
      label: 'Outbound federation is on',
      hint: 'An administrator switches it on once, and the account gets an issuer.',
      initial: true,
    },
    endpoint: {
      kind: 'choice',
      label: 'Endpoint',
      hint: 'Two calls of STS are not served by the global endpoint. This is one.',
      options: { regional: 'sts.eu-central-1.amazonaws.com', global: 'sts.amazonaws.com' },
      initial: 'regional',
    },
    says: {
      kind: 'choice',
      label: 'The token is for',
      hint: 'The audience is who is to believe it. Tags take a permission of their own.',
      options: {
        bank: 'the bank',
        bazaar: 'somebody else',
        invoices: 'the bank, tagged purpose=invoices',
        lottery: 'the bank, tagged purpose=lottery',
      },
      initial: 'bank',
    },
    algorithm: {
      kind: 'choice',
      label: 'SigningAlgorithm',
      hint: 'STS signs with one of two.',
      options: { ES384: 'ES384', RS256: 'RS256', HS256: 'HS256' },
      initial: 'ES384',
    },
    permissions: {
      kind: 'policy',
      label: 'What the role Billing may do',
      hint: 'Condition keys limit audience, duration and algorithm.',
      policyType: 'identity',
      initial: forTheBank,
    },
  },
  clock: 'asked',
  clockSays: 'the job asks for the token at that moment',
  lives: { 'assume-role': 'job’s session' },
  working: { asked: '20260127T120000Z' },
  variations: [
    { label: 'Ask at once, with an hour left', knobs: { asked: '20260127T120000Z' } },
    { label: 'Ask for five minutes only', knobs: { duration: '300' } },
    { label: 'Ask for two hours', knobs: { duration: '7200' } },
    { label: 'Call the global endpoint', knobs: { endpoint: 'global' } },
    { label: 'Leave outbound federation off', knobs: { enabled: 'off' } },
    { label: 'Ask for somebody else’s audience', knobs: { says: 'bazaar' } },
    { label: 'Tag it with a purpose nobody allowed', knobs: { says: 'lottery' } },
    { label: 'Ask after the session has ended', knobs: { asked: '20260127T131500Z' } },
  ],
  decides: 'get-token.token-within-session',
  about: 'sts.token-within-session',
  setup: ({ asked, duration, enabled, endpoint, says, algorithm, permissions }) => {
    const script: readonly Act[] = [
      {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'job',
        to: 'sts',
        region: REGION,
        credentials: { keyId: JOB_KEY },
        roleArn: BILLING,
        roleSessionName: 'january',
      },
      { id: 'wait', at: asked, kind: 'wait', needs: ['assume-role'] },
      {
        id: 'get-token',
        at: asked,
        kind: 'sts:GetWebIdentityToken',
        by: 'job',
        to: 'sts',
        region: endpoint === 'global' ? 'us-east-1' : REGION,
        endpoint,
        credentials: { issuedBy: 'assume-role' },
        ...saying(says),
        signingAlgorithm: algorithm,
        durationSeconds: duration,
      },
    ];
    return { world: worldOf(permissions, enabled), script };
  },
});
