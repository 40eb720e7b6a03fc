import type { Act, ProvidedContext } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { Statement } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, instanceKey, policy, role, world } from '../build.ts';

const LAKE = '111122223333';
const APPS = '444455556666';
const REGION = 'eu-central-1';
const START = at('2026-02-06T08:00:00Z');
const ANALYTICS = roleArn(LAKE, 'Analytics');
const DASHBOARD = roleArn(APPS, 'Dashboard');
const IDENTITY_CENTER = 'arn:aws:iam::aws:contextProvider/IdentityCenter';

/** What many a trust policy says: it lets the app in, and nothing of contexts. */
const lettingIn = {
  Sid: 'LetTheDashboardIn',
  Effect: 'Allow',
  Principal: { AWS: DASHBOARD },
  Action: 'sts:AssumeRole',
} as const satisfies Statement;

const takingContexts = {
  Sid: 'TakeWhatIdentityCenterSays',
  Effect: 'Allow',
  Principal: { AWS: DASHBOARD },
  Action: 'sts:SetContext',
  Condition: { 'ForAllValues:ArnEquals': { 'sts:RequestContextProviders': IDENTITY_CENTER } },
} as const satisfies Statement;

const DASHBOARD_ROLE = role(APPS, 'Dashboard', {
  trustPolicy: policy(
    'DashboardTrust',
    'trust',
    document({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  ),
});
const APPS_KEY = instanceKey(DASHBOARD_ROLE, 'i-0dab12cd34e567890', START);

const assertionOf = (person: string): ProvidedContext => ({
  providerArn: IDENTITY_CENTER,
  contextAssertion: `what-Identity-Center-says-of-${person}-EXAMPLE`,
});

const CONTEXTS = {
  ana: [assertionOf('ana')],
  six: ['ana', 'ben', 'cem', 'dora', 'ella', 'finn'].map(assertionOf),
} as const;

function worldOf(takes: boolean, may: boolean): World {
  const permissions = document(
    allow(may ? ['sts:AssumeRole', 'sts:SetContext'] : 'sts:AssumeRole', ANALYTICS),
  );
  const analytics = role(LAKE, 'Analytics', {
    trustPolicy: policy(
      'AnalyticsTrust',
      'trust',
      takes ? document(lettingIn, takingContexts) : document(lettingIn),
    ),
  });
  const dashboard = {
    ...DASHBOARD_ROLE,
    policies: [policy('DashboardPolicy', 'identity', permissions)],
  };
  const accounts = [
    account(LAKE, 'data lake', REGION, { roles: [analytics] }),
    account(APPS, 'apps', REGION, { roles: [dashboard] }),
  ];
  return world(START, accounts, [APPS_KEY]);
}

/** Trusted identity propagation: who comes along takes a permission of its own, on both sides. */
export const contextProvided = defineScenario({
  id: 'context-provided',
  lab: 'sts',
  title: 'Let in alone, turned away with Ana',
  tag: 'trusted identity propagation',
  summary:
    'A dashboard takes a role in another account every morning. Today it brings what IAM Identity Center says of Ana, and the whole call is refused.',
  subjects: ['sts'],
  parties: [
    { id: 'dashboard', name: 'dashboard', spoken: 'the dashboard' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    brings: {
      kind: 'choice',
      label: 'ProvidedContexts',
      hint: 'What an identity provider asserts of the people behind the call. Five at most.',
      options: { ana: 'one, of Ana', six: 'six, of Ana and her team', none: 'left out' },
      initial: 'ana',
    },
    takes: {
      kind: 'toggle',
      label: 'Role takes contexts in',
      hint: 'Its trust policy allows sts:SetContext, for what Identity Center says.',
      initial: false,
    },
    may: {
      kind: 'toggle',
      label: 'Dashboard may bring them',
      hint: 'Its own policy allows sts:SetContext as well, which it must across accounts.',
      initial: true,
    },
    called: {
      kind: 'moment',
      label: 'The call is made at',
      hint: 'UTC. The dashboard’s own credentials are good from 08:00 to 14:00.',
      min: START,
      max: after(START, hours(8)),
      initial: at('2026-02-06T08:30:00Z'),
    },
  },
  clock: 'called',
  clockSays: 'the dashboard makes the call at that moment',
  lives: { ec2: 'dashboard’s session', 'assume-role': 'session of Analytics' },
  working: { takes: 'on' },
  variations: [
    { label: 'Come alone: the context is left out', knobs: { brings: 'none' } },
    {
      label: 'Let the role take it, but not the dashboard bring it',
      knobs: { takes: 'on', may: 'off' },
    },
    { label: 'Bring the whole team', knobs: { brings: 'six' } },
    { label: 'Call with credentials that have ended', knobs: { called: '20260206T150000Z' } },
  ],
  decides: 'assume-role.context-allowed',
  about: 'sts.context-allowed',
  setup: ({ brings, takes, may, called }) => {
    const script: readonly Act[] = [
      { id: 'wait', at: called, kind: 'wait' },
      {
        id: 'assume-role',
        at: called,
        kind: 'sts:AssumeRole',
        by: 'dashboard',
        to: 'sts',
        region: REGION,
        credentials: { keyId: APPS_KEY.id },
        roleArn: ANALYTICS,
        roleSessionName: 'dashboard',
        ...(brings !== 'none' && { providedContexts: CONTEXTS[brings] }),
      },
    ];
    return { world: worldOf(takes, may), script };
  },
});
