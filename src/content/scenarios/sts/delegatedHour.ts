import type { Act } from '#engine/act.ts';
import { uniqueId } from '#engine/ids.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { Delegation, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';

const CUSTOMER = '111122223333';
const PARTNER = '444455556666';
const OTHER_PARTNER = '777788889999';
const REGION = 'eu-central-1';
const START = at('2026-02-05T10:00:00Z');
const LOGS = 'arn:aws:s3:::shop-logs';
const DELEGATED = 'trade-in-token-for-the-partner-EXAMPLE';
const ELSEWHERE = 'trade-in-token-for-another-partner-EXAMPLE';

const PAULA = user(CUSTOMER, 'paula', {
  policies: [
    policy(
      'PaulaPolicy',
      'identity',
      document(allow(['cloudformation:*', 's3:*', 'iam:SendDelegationToken'], '*')),
    ),
  ],
});

/** What the partner asked for and Paula agreed to: it limits the session, and adds nothing to what she may do. */
const agreed = policy(
  'WhatWasAgreed',
  'identity',
  document(allow(['cloudformation:CreateStack', 'iam:CreateRole'], '*')),
);

function worldOf(duration: Seconds, mayTrade: boolean): World {
  const deployer = user(PARTNER, 'deployer', {
    policies: mayTrade
      ? [policy('TradeIn', 'identity', document(allow('sts:GetDelegatedAccessToken', '*')))]
      : [],
  });
  const sent: Omit<Delegation, 'partner'> = {
    principal: { kind: 'user', arn: PAULA.arn, userId: PAULA.userId },
    policies: [agreed],
    sentAt: START,
    sessionDuration: duration,
    tokenExpiresAt: after(START, duration),
  };
  const accounts = [
    account(CUSTOMER, 'shop', REGION, { users: [PAULA] }),
    account(PARTNER, 'partner', REGION, { users: [deployer] }),
  ];
  return world(START, accounts, [userKey(PAULA), userKey(deployer)], {
    delegations: {
      [DELEGATED]: { ...sent, partner: PARTNER },
      [ELSEWHERE]: { ...sent, partner: OTHER_PARTNER },
    },
  });
}

const WORK = {
  stack: { action: 'cloudformation:CreateStack', resources: [] },
  logs: { action: 's3:DeleteBucket', resources: [LOGS] },
  role: { action: 'iam:CreateRole', resources: [] },
} as const;

/** Temporary delegation: the session of the partner is counted from the moment the customer let the token go. */
export const delegatedHour = defineScenario({
  id: 'delegated-hour',
  lab: 'sts',
  title: 'The hour began without the partner',
  tag: 'temporary delegation',
  summary:
    'Paula gives a partner an hour in her account. The partner trades her token in after fifty minutes, and its session dies ten minutes later.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'paula', name: 'Paula', spoken: 'Paula' },
    { id: 'partner', name: 'partner', spoken: 'the partner' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'service', name: 'AWS services', spoken: 'the service' },
  ],
  knobs: {
    traded: {
      kind: 'moment',
      label: 'Token is traded at',
      hint: 'UTC. Paula sends it at 10:00. The partner works 20 minutes after the trade.',
      min: START,
      max: after(START, hours(13)),
      initial: at('2026-02-05T10:50:00Z'),
    },
    duration: {
      kind: 'duration',
      label: 'Session that was agreed',
      hint: 'The partner’s request names it, from 5 minutes to 12 hours.',
      min: minutes(5),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(5), minutes(30), hours(1), hours(2), hours(4), hours(8), hours(12)],
    },
    token: {
      kind: 'choice',
      label: 'Token that is traded',
      hint: 'A token is good for the partner it was sent to, and for nobody else.',
      options: { own: 'the one Paula sent here', other: 'one she sent to another partner' },
      initial: 'own',
    },
    may: {
      kind: 'toggle',
      label: 'Partner’s own policies allow it',
      hint: 'Trading takes sts:GetDelegatedAccessToken in the partner’s account.',
      initial: true,
    },
    work: {
      kind: 'choice',
      label: 'Then the partner calls',
      hint: 'The session can do what Paula may do, so far as it was agreed.',
      options: {
        stack: 'cloudformation:CreateStack',
        logs: 's3:DeleteBucket',
        role: 'iam:CreateRole',
      },
      initial: 'stack',
    },
  },
  clock: 'traded',
  clockSays: 'the token is traded at that moment',
  lives: { trade: 'delegated session' },
  working: { traded: '20260205T101500Z' },
  variations: [
    { label: 'Trade the token in at once', knobs: { traded: '20260205T100000Z' } },
    { label: 'Trade it in after the hour', knobs: { traded: '20260205T111500Z' } },
    {
      label: 'Agree on four hours',
      knobs: { duration: '14400', traded: '20260205T111500Z' },
    },
    { label: 'Trade in what another partner was sent', knobs: { token: 'other' } },
    { label: 'Leave the partner’s own policies empty', knobs: { may: 'off' } },
    {
      label: 'Do what Paula may do, but nobody agreed to',
      knobs: { work: 'logs', traded: '20260205T101500Z' },
    },
    {
      label: 'Do what was agreed, but Paula may not do',
      knobs: { work: 'role', traded: '20260205T101500Z' },
    },
  ],
  decides: 'work.token-alive',
  about: 'api.token-alive',
  setup: ({ traded, duration, token, may, work }) => {
    const script: readonly Act[] = [
      {
        id: 'send',
        at: START,
        kind: 'call',
        by: 'paula',
        to: 'service',
        region: REGION,
        credentials: { keyId: uniqueId('AKIA', CUSTOMER, 'paula') },
        action: 'iam:SendDelegationToken',
        resources: [],
      },
      { id: 'wait', at: traded, kind: 'wait', needs: ['send'] },
      {
        id: 'trade',
        at: traded,
        kind: 'sts:GetDelegatedAccessToken',
        by: 'partner',
        to: 'sts',
        region: REGION,
        credentials: { keyId: uniqueId('AKIA', PARTNER, 'deployer') },
        tradeInToken: token === 'own' ? DELEGATED : ELSEWHERE,
        needs: ['send'],
      },
      { id: 'prepare', at: after(traded, minutes(20)), kind: 'wait', needs: ['trade'] },
      {
        id: 'work',
        at: after(traded, minutes(20)),
        kind: 'call',
        by: 'partner',
        to: 'service',
        region: REGION,
        credentials: { issuedBy: 'trade' },
        ...WORK[work],
      },
    ];
    return { world: worldOf(duration, may), script };
  },
});
