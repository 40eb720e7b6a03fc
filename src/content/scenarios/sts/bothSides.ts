import type { Act } from '#engine/act.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
import { FULL_AWS_ACCESS } from '#engine/policy/fullAccess.ts';
import { after, at, hours } from '#engine/time.ts';
import type { Organization, World } from '#engine/world.ts';

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
import { readLater } from '../readLater.ts';

const STUDIO = '111122223333';
const PRINT_SHOP = '444455556666';
const HEADQUARTERS = '777788889999';
const REGION = 'eu-central-1';
const LENA = userArn(STUDIO, 'lena');
const PRINTER = roleArn(PRINT_SHOP, 'Printer');
const POSTER = 'arn:aws:s3:::print-queue/poster.pdf';
const START = at('2026-01-14T10:00:00Z');

const TRUST = {
  user: trusting('Printer', LENA).document,
  root: trusting('Printer', rootArn(STUDIO)).document,
  other: trusting('Printer', rootArn(HEADQUARTERS)).document,
} as const satisfies Record<string, PolicyDocument>;

const s3Only = allow('s3:*', '*');
const mayPrint = allow('sts:AssumeRole', PRINTER);

const IDENTITY = {
  silent: document(s3Only),
  allows: document(s3Only, mayPrint),
} as const satisfies Record<string, PolicyDocument>;

const CONTROL = {
  full: [FULL_AWS_ACCESS],
  deny: [
    FULL_AWS_ACCESS,
    policy(
      'StayAtHome',
      'service-control',
      document({ ...mayPrint, Effect: 'Deny', Resource: '*' }),
    ),
  ],
  narrow: [policy('OnlyS3', 'service-control', document(s3Only))],
} as const satisfies Record<string, readonly Policy[]>;

/** Whoever comes from another account is turned away at every role of this one. */
const noVisitors = policy(
  'NoVisitors',
  'resource-control',
  document({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sts:AssumeRole',
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:PrincipalAccount': PRINT_SHOP } },
  }),
);

const organization: Organization = {
  id: 'o-paperworks',
  managementAccount: HEADQUARTERS,
  root: {
    id: 'r-pa9e',
    name: 'Root',
    serviceControlPolicies: [FULL_AWS_ACCESS],
    resourceControlPolicies: [],
    units: [],
    accounts: [STUDIO, PRINT_SHOP, HEADQUARTERS],
  },
};

interface Policies {
  readonly trust: PolicyDocument;
  readonly identity: PolicyDocument;
  readonly scp: readonly Policy[];
  readonly rcp: readonly Policy[];
}

function worldOf({ trust, identity, scp, rcp }: Policies): World {
  const lena = user(STUDIO, 'lena', { policies: [policy('LenaPolicy', 'identity', identity)] });
  const printer = role(PRINT_SHOP, 'Printer', {
    trustPolicy: policy('PrinterTrust', 'trust', trust),
    policies: [policy('PrinterPolicy', 'identity', document(allow('s3:GetObject', POSTER)))],
  });
  return world(
    START,
    [
      account(STUDIO, 'studio', REGION, { users: [lena], serviceControlPolicies: scp }),
      account(PRINT_SHOP, 'print shop', REGION, {
        roles: [printer],
        serviceControlPolicies: [FULL_AWS_ACCESS],
        resourceControlPolicies: rcp,
        buckets: [
          {
            name: 'print-queue',
            region: REGION,
            objects: { 'poster.pdf': { contentType: 'application/pdf', body: '%PDF-1.7' } },
          },
        ],
      }),
      account(HEADQUARTERS, 'headquarters', REGION),
    ],
    [userKey(lena)],
    { organization },
  );
}

/** Across accounts both sides must allow, however exactly one of them names the caller. */
export const bothSides = defineScenario({
  id: 'both-sides',
  lab: 'sts',
  title: 'Invited next door, held back at home',
  tag: 'across accounts',
  summary:
    'The print shop’s role trusts Lena of another account, by name. Her own account has never allowed her to go. Across accounts both sides must say yes.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'lena', name: 'Lena', spoken: 'Lena' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    trusts: {
      kind: 'choice',
      label: 'The role trusts',
      hint: 'The print shop’s side: the Principal of the trust policy.',
      options: {
        user: 'Lena, by name',
        root: 'Lena’s account (:root)',
        other: 'another account',
        own: 'whom you write down',
      },
      initial: 'user',
    },
    trust: {
      kind: 'policy',
      label: 'Trust policy',
      hint: 'In one account a name here is enough; across accounts it is half.',
      policyType: 'trust',
      initial: TRUST.user,
      when: { knob: 'trusts', is: ['own'] },
    },
    identity: {
      kind: 'choice',
      label: 'Lena’s own policy',
      hint: 'Her side: what it says of sts:AssumeRole on this role.',
      options: { silent: 'says nothing of it', allows: 'allows it' },
      initial: 'silent',
    },
    scp: {
      kind: 'choice',
      label: 'SCPs on Lena’s account',
      hint: 'They follow the caller.',
      options: {
        full: 'FullAWSAccess',
        deny: 'FullAWSAccess and a deny',
        narrow: 'only S3, instead of it',
      },
      initial: 'full',
    },
    rcp: {
      kind: 'choice',
      label: 'RCP on the role’s account',
      hint: 'It follows the role, whoever comes.',
      options: { none: 'none', visitors: 'turns other accounts away' },
      initial: 'none',
    },
    used: {
      kind: 'moment',
      label: 'She reads the poster at',
      hint: 'UTC. A session of the role lives for an hour.',
      min: START,
      max: after(START, hours(6)),
      initial: at('2026-01-14T10:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Lena uses the session at that moment',
  lives: { 'assume-role': 'Lena’s session' },
  working: { identity: 'allows' },
  variations: [
    { label: 'Allow it on Lena’s side, too', knobs: { identity: 'allows' } },
    {
      label: 'Trust her whole account, and allow her at home',
      knobs: { trusts: 'root', identity: 'allows' },
    },
    {
      label: 'Allow her at home, and trust somebody else',
      knobs: { trusts: 'other', identity: 'allows' },
    },
    { label: 'Deny it in an SCP on her account', knobs: { identity: 'allows', scp: 'deny' } },
    {
      label: 'Put an SCP for S3 in the place of FullAWSAccess',
      knobs: { identity: 'allows', scp: 'narrow' },
    },
    {
      label: 'Turn other accounts away with an RCP',
      knobs: { identity: 'allows', rcp: 'visitors' },
    },
    {
      label: 'Use the session too late',
      knobs: { identity: 'allows', used: '20260114T113000Z' },
    },
  ],
  decides: 'assume-role.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ trusts, trust, identity, scp, rcp, used }) => {
    const assume: Act = {
      id: 'assume-role',
      at: START,
      kind: 'sts:AssumeRole',
      by: 'lena',
      to: 'sts',
      region: REGION,
      credentials: { keyId: uniqueId('AKIA', STUDIO, 'lena') },
      roleArn: PRINTER,
      roleSessionName: 'lena',
    };
    return {
      world: worldOf({
        trust: trusts === 'own' ? trust : TRUST[trusts],
        identity: IDENTITY[identity],
        scp: CONTROL[scp],
        rcp: rcp === 'none' ? [] : [noVisitors],
      }),
      script: [
        assume,
        ...readLater({
          by: 'lena',
          session: 'assume-role',
          at: used,
          region: REGION,
          object: POSTER,
        }),
      ],
    };
  },
});
