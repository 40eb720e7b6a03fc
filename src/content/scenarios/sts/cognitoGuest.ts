import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
import type { IdentityToken } from '#engine/sts/acts.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const HOST = 'cognito-identity.amazonaws.com';
const POOL = `${REGION}:5f0a1c2e-museum`;
const STRANGE_POOL = `${REGION}:77d1b0aa-stranger`;
const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:map-of-the-vault-a1b2c3`;
const START = at('2026-01-17T10:00:00Z');
const GUEST_LIMITS = 'arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy';

type Kind = 'guest' | 'member';

const ROLES: Readonly<Record<Kind, string>> = { guest: 'MuseumGuest', member: 'MuseumMember' };

const AMR: Readonly<Record<Kind, readonly string[]>> = {
  guest: ['unauthenticated'],
  member: ['authenticated', 'museum.example'],
};

/** The trust policy of one of the two roles; `amr` says how somebody came in. */
const trustOf = (kind: Kind, testsAmr: boolean): Policy =>
  policy(
    `${ROLES[kind]}Trust`,
    'trust',
    document({
      Effect: 'Allow',
      Principal: { Federated: HOST },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${HOST}:aud`]: POOL },
        ...(testsAmr && { 'ForAnyValue:StringLike': { [`${HOST}:amr`]: AMR[kind][0] ?? '' } }),
      },
    }),
  );

const readSecret = document(allow('secretsmanager:GetSecretValue', SECRET));

function worldOf(permissions: PolicyDocument, testsAmr: boolean): World {
  const named = (kind: Kind) =>
    role(ACCOUNT, ROLES[kind], {
      trustPolicy: trustOf(kind, testsAmr),
      policies: [policy(`${ROLES[kind]}Policy`, 'identity', permissions)],
    });
  const museum = account(ACCOUNT, 'museum', REGION, { roles: [named('guest'), named('member')] });
  return world(START, [museum], []);
}

const tokenOf = (who: Kind, pool: string): IdentityToken => ({
  issuer: `https://${HOST}`,
  subject: `${REGION}:0b9e-visitor`,
  audience: pool,
  issuedAt: START,
  expiresAt: after(START, minutes(10)),
  algorithm: 'RS512',
  signedBy: 'key of Cognito',
  claims: { amr: AMR[who] },
});

/** A Cognito identity pool hands out two roles, in two flows; one of them cuts guests by a session policy of its own. */
export const cognitoGuest = defineScenario({
  id: 'cognito-guest',
  lab: 'sts',
  title: 'The guest’s role allows it, and still no',
  tag: 'Cognito',
  summary:
    'A visitor uses the museum’s app without signing in. The role for guests allows reading a secret, but Cognito has cut the session when it opened it.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'app', name: 'visitor’s app', spoken: 'the visitor’s app' },
    { id: 'cognito', name: 'Cognito', spoken: 'Cognito' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'secrets', name: 'Secrets Manager', spoken: 'Secrets Manager' },
  ],
  knobs: {
    flow: {
      kind: 'choice',
      label: 'Flow',
      hint: 'In the enhanced flow Cognito calls STS itself. In the basic one the app does.',
      options: { enhanced: 'enhanced', basic: 'basic (classic)' },
      initial: 'enhanced',
    },
    visitor: {
      kind: 'choice',
      label: 'The visitor is',
      hint: 'The claim amr of the token says whether somebody has signed in.',
      options: { guest: 'a guest', member: 'signed in' },
      initial: 'guest',
    },
    asked: {
      kind: 'choice',
      label: 'The app asks for',
      hint: 'In the basic flow the app names the role itself.',
      options: { guest: 'the role for guests', member: 'the role for members' },
      initial: 'guest',
      when: { knob: 'flow', is: ['basic'] },
    },
    pool: {
      kind: 'choice',
      label: 'Token is from',
      hint: 'Anybody can make an identity pool. Its id is the audience of the token.',
      options: { own: 'the museum’s pool', strange: 'a stranger’s pool' },
      initial: 'own',
    },
    amr: {
      kind: 'toggle',
      label: 'Trust policies test amr',
      hint: 'With ForAnyValue, because amr holds several values.',
      initial: true,
    },
    used: {
      kind: 'moment',
      label: 'Secret is asked for at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-17T10:05:00Z'),
    },
    permissions: {
      kind: 'policy',
      label: 'What both roles may do',
      hint: 'The session policy for guests lets through only a short list of services.',
      policyType: 'identity',
      initial: readSecret,
    },
  },
  clock: 'used',
  clockSays: 'the app asks for the secret at that moment',
  lives: { 'assume-role': 'visitor’s session' },
  working: { flow: 'basic' },
  variations: [
    { label: 'Take the basic flow', knobs: { flow: 'basic' } },
    { label: 'Sign in first', knobs: { visitor: 'member' } },
    {
      label: 'Let the guest ask for the members’ role',
      knobs: { flow: 'basic', asked: 'member' },
    },
    {
      label: 'Let the guest ask, and do not test amr',
      knobs: { flow: 'basic', asked: 'member', amr: 'off' },
    },
    {
      label: 'Bring the token after twenty minutes',
      knobs: { flow: 'basic', used: '20260117T102000Z' },
    },
    {
      label: 'Sign in, and come back after an hour',
      knobs: { visitor: 'member', used: '20260117T110500Z' },
    },
  ],
  decides: 'read.allowed',
  about: 'api.allowed',
  setup: ({ flow, visitor, asked, pool, amr, used, permissions }) => {
    const isEnhanced = flow === 'enhanced';
    const script: readonly Act[] = [
      ...(isEnhanced ? [] : [{ id: 'wait', at: used, kind: 'wait' } as const]),
      {
        id: 'assume-role',
        at: isEnhanced ? START : used,
        kind: 'sts:AssumeRoleWithWebIdentity',
        by: isEnhanced ? 'cognito' : 'app',
        to: 'sts',
        region: REGION,
        roleArn: roleArn(ACCOUNT, ROLES[isEnhanced ? visitor : asked]),
        roleSessionName: 'CognitoIdentityCredentials',
        webIdentityToken: tokenOf(visitor, pool === 'own' ? POOL : STRANGE_POOL),
        ...(isEnhanced && visitor === 'guest' && { policyArns: [GUEST_LIMITS] }),
      },
      ...(isEnhanced
        ? [{ id: 'wait', at: used, kind: 'wait', needs: ['assume-role'] } as const]
        : []),
      {
        id: 'read',
        at: used,
        kind: 'call',
        by: 'app',
        to: 'secrets',
        credentials: { issuedBy: 'assume-role' },
        region: REGION,
        action: 'secretsmanager:GetSecretValue',
        resources: [SECRET],
      },
    ];
    return { world: worldOf(permissions, amr), script };
  },
});
