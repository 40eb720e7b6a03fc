import type { Act } from '#engine/act.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
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
import { readLater } from '../readLater.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const TOM = userArn(ACCOUNT, 'tom');
const NIGHT_SHIFT = roleArn(ACCOUNT, 'NightShift');
const PLAN = 'arn:aws:s3:::ward-seven/night-plan.txt';
const START = at('2026-01-13T20:00:00Z');

const s3Only = allow('s3:*', '*');
const mayAssume = allow('sts:AssumeRole', NIGHT_SHIFT);

const IDENTITY = {
  silent: document(s3Only),
  allows: document(s3Only, mayAssume),
  denies: document(s3Only, { ...mayAssume, Effect: 'Deny' }),
} as const satisfies Record<string, PolicyDocument>;

const BOUNDARY = {
  none: undefined,
  narrow: document(s3Only),
  wide: document(s3Only, mayAssume),
} as const satisfies Record<string, PolicyDocument | undefined>;

const TRUST = {
  root: trusting('NightShift', rootArn(ACCOUNT)).document,
  user: trusting('NightShift', TOM).document,
  other: trusting('NightShift', userArn(ACCOUNT, 'ines')).document,
} as const satisfies Record<string, PolicyDocument>;

interface Policies {
  readonly trust: PolicyDocument;
  readonly identity: PolicyDocument;
  readonly boundary: PolicyDocument | undefined;
}

function worldOf({ trust, identity, boundary }: Policies): World {
  const tom = user(ACCOUNT, 'tom', {
    policies: [policy('TomPolicy', 'identity', identity)],
    ...(boundary && { boundary: policy('TomBoundary', 'boundary', boundary) }),
  });
  const trustPolicy: Policy = policy('NightShiftTrust', 'trust', trust);
  const readPlan = document(allow('s3:GetObject', PLAN));
  const ward = account(ACCOUNT, 'ward seven', REGION, {
    users: [tom, user(ACCOUNT, 'ines')],
    roles: [
      role(ACCOUNT, 'NightShift', {
        trustPolicy,
        policies: [policy('NightShiftPolicy', 'identity', readPlan)],
      }),
    ],
    buckets: [
      {
        name: 'ward-seven',
        region: REGION,
        objects: { 'night-plan.txt': { contentType: 'text/plain', body: '22:00 round' } },
      },
    ],
  });
  return world(START, [ward], [userKey(tom)]);
}

/** Inside one account: naming the user is enough, naming the account only lets the account decide. */
export const namedUserOrRoot = defineScenario({
  id: 'named-user-or-root',
  lab: 'sts',
  title: 'The account is trusted, Tom is not',
  tag: 'exam trap',
  summary:
    'A role trusts its own account with “:root”, and Tom is a user of that account. That opens nothing by itself: a policy of his own must allow it, too.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'tom', name: 'Tom', spoken: 'Tom' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    trusts: {
      kind: 'choice',
      label: 'The role trusts',
      hint: 'The Principal of its trust policy. “:root” means the account, not the root user.',
      options: {
        root: 'the account (:root)',
        user: 'Tom, by name',
        other: 'Ines, by name',
        own: 'whom you write down',
      },
      initial: 'root',
    },
    trust: {
      kind: 'policy',
      label: 'Trust policy',
      hint: 'The role itself is the resource, so there is no Resource element.',
      policyType: 'trust',
      initial: TRUST.root,
      when: { knob: 'trusts', is: ['own'] },
    },
    identity: {
      kind: 'choice',
      label: 'Tom’s own policy',
      hint: 'What his identity-based policy says of sts:AssumeRole.',
      options: { silent: 'says nothing of it', allows: 'allows it', denies: 'denies it' },
      initial: 'silent',
    },
    boundary: {
      kind: 'choice',
      label: 'Tom’s boundary',
      hint: 'A permissions boundary limits what his own policies grant.',
      options: { none: 'none', narrow: 'only S3', wide: 'S3 and this role' },
      initial: 'none',
    },
    used: {
      kind: 'moment',
      label: 'He reads the plan at',
      hint: 'UTC. A session of the role lives for an hour.',
      min: START,
      max: after(START, hours(6)),
      initial: at('2026-01-13T20:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Tom uses the session at that moment',
  lives: { 'assume-role': 'Tom’s session' },
  working: { trusts: 'user' },
  variations: [
    { label: 'Name Tom himself, and nothing else', knobs: { trusts: 'user' } },
    { label: 'Let Tom’s own policy allow it', knobs: { identity: 'allows' } },
    { label: 'Trust Ines, and allow Tom', knobs: { trusts: 'other', identity: 'allows' } },
    { label: 'Name Tom, and deny it to him', knobs: { trusts: 'user', identity: 'denies' } },
    {
      label: 'Allow Tom, and put a boundary of S3 around him',
      knobs: { identity: 'allows', boundary: 'narrow' },
    },
    {
      label: 'Name Tom, with the same boundary',
      knobs: { trusts: 'user', boundary: 'narrow' },
    },
    {
      label: 'Name Tom, and use the session too late',
      knobs: { trusts: 'user', used: '20260113T213000Z' },
    },
  ],
  decides: 'assume-role.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ trusts, trust, identity, boundary, used }) => {
    const assume: Act = {
      id: 'assume-role',
      at: START,
      kind: 'sts:AssumeRole',
      by: 'tom',
      to: 'sts',
      region: REGION,
      credentials: { keyId: uniqueId('AKIA', ACCOUNT, 'tom') },
      roleArn: NIGHT_SHIFT,
      roleSessionName: 'tom',
    };
    return {
      world: worldOf({
        trust: trusts === 'own' ? trust : TRUST[trusts],
        identity: IDENTITY[identity],
        boundary: BOUNDARY[boundary],
      }),
      script: [
        assume,
        ...readLater({ by: 'tom', session: 'assume-role', at: used, region: REGION, object: PLAN }),
      ],
    };
  },
});
