import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import type { SamlAssertion } from '#engine/sts/acts.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, document, policy, role, world } from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/Headquarters`;
const ISSUER = 'https://login.headquarters.example';
const RECIPIENT = 'https://signin.aws.amazon.com/saml';
const ANALYST = roleArn(ACCOUNT, 'Analyst');
const AUDITOR = roleArn(ACCOUNT, 'Auditor');
const START = at('2026-01-12T09:00:00Z');
const ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/';

const trustHeadquarters = document({
  Effect: 'Allow',
  Principal: { Federated: PROVIDER },
  Action: 'sts:AssumeRoleWithSAML',
  Condition: { StringEquals: { 'saml:aud': RECIPIENT } },
});

interface Content {
  readonly madeFor: 'aws' | 'recipient' | 'audience';
  readonly offered: 'analyst' | 'auditor';
  readonly limit: 'none' | 'attribute' | 'end';
}

/** The response the portal makes at nine o’clock. */
function responseOf(
  state: 'good' | 'renewed' | 'failed' | 'cut',
  { madeFor, offered, limit }: Content,
): SamlAssertion | string {
  if (state === 'cut') return 'PHNhbWxwOlJlc3BvbnNlPgogIDxzYW1scDpT';
  return {
    id: '_5d2c0f7a',
    issuer: ISSUER,
    audience: madeFor === 'audience' ? 'https://wiki.example' : 'urn:amazon:webservices',
    recipient: madeFor === 'recipient' ? 'https://wiki.example/saml' : RECIPIENT,
    subject: 'nora@headquarters.example',
    subjectType: 'persistent',
    issuedAt: START,
    notOnOrAfter: after(START, minutes(15)),
    ...(limit === 'end' && { sessionNotOnOrAfter: after(START, minutes(40)) }),
    isSuccess: state !== 'failed',
    signedBy: state === 'renewed' ? 'certificate of 2026' : 'certificate of 2025',
    attributes: {
      [`${ATTRIBUTES}Role`]: [`${offered === 'analyst' ? ANALYST : AUDITOR},${PROVIDER}`],
      [`${ATTRIBUTES}RoleSessionName`]: ['nora'],
      ...(limit === 'attribute' && { [`${ATTRIBUTES}SessionDuration`]: ['1800'] }),
    },
  };
}

function worldOf(trust: PolicyDocument): World {
  const analyst = role(ACCOUNT, 'Analyst', {
    trustPolicy: policy('AnalystTrust', 'trust', trust),
    maxSessionDuration: hours(4),
  });
  const sales = account(ACCOUNT, 'sales', REGION, {
    roles: [analyst],
    samlProviders: [{ arn: PROVIDER, issuer: ISSUER, signingKeys: ['certificate of 2025'] }],
  });
  return world(START, [sales], []);
}

/** A SAML response takes the place of credentials: who signed it, for whom, and when it is brought. */
export const samlCorporate = defineScenario({
  id: 'saml-corporate',
  lab: 'sts',
  title: 'The right response, brought a minute late',
  tag: 'SAML',
  summary:
    'Nora signs in at headquarters at nine and gets a SAML response that is good for 15 minutes. She brings it to STS six minutes later. STS takes none that is older than five.',
  subjects: ['sts', 'outside'],
  parties: [
    { id: 'portal', name: 'headquarters', spoken: 'headquarters' },
    { id: 'nora', name: 'Nora', spoken: 'Nora' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    brought: {
      kind: 'moment',
      label: 'Response is brought at',
      hint: 'UTC. It was made at 09:00. Or drag the clock below.',
      min: START,
      max: after(START, minutes(30)),
      initial: at('2026-01-12T09:06:00Z'),
    },
    response: {
      kind: 'choice',
      label: 'The response is',
      hint: 'AWS knows the certificates in the metadata that an administrator has uploaded.',
      options: {
        good: 'signed with the certificate AWS knows',
        renewed: 'signed with a new one, not uploaded yet',
        failed: 'the report of a failed sign-in',
        cut: 'cut off in the copying',
      },
      initial: 'good',
    },
    madeFor: {
      kind: 'choice',
      label: 'Response is made for',
      hint: 'The condition key saml:aud holds the Recipient, not the Audience.',
      options: {
        aws: 'AWS',
        recipient: 'AWS, but sent to a wiki',
        audience: 'another audience, a wiki',
      },
      initial: 'aws',
    },
    offered: {
      kind: 'choice',
      label: 'Response offers',
      hint: 'The attribute Role holds pairs of role and provider.',
      options: { analyst: 'the role Analyst', auditor: 'only the role Auditor' },
      initial: 'analyst',
    },
    asked: {
      kind: 'duration',
      label: 'DurationSeconds',
      hint: 'What the call asks for. The role allows four hours.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), hours(1), hours(4), hours(8), hours(12)],
    },
    limit: {
      kind: 'choice',
      label: 'Response limits the session',
      hint: 'Headquarters can shorten the session, and never lengthen it.',
      options: {
        none: 'not at all',
        attribute: 'SessionDuration, 30 minutes',
        end: 'SessionNotOnOrAfter, 09:40',
      },
      initial: 'none',
    },
    trust: {
      kind: 'policy',
      label: 'Whom the role trusts',
      hint: 'The trust policy of Analyst.',
      policyType: 'trust',
      initial: trustHeadquarters,
    },
  },
  clock: 'brought',
  clockSays: 'Nora brings the response at that moment',
  lives: { 'assume-role': 'Nora’s session' },
  working: { brought: '20260112T090400Z' },
  variations: [
    { label: 'Bring it after four minutes', knobs: { brought: '20260112T090400Z' } },
    {
      label: 'Sign with a certificate AWS does not know',
      knobs: { brought: '20260112T090400Z', response: 'renewed' },
    },
    {
      label: 'Send it to another Recipient',
      knobs: { brought: '20260112T090400Z', madeFor: 'recipient' },
    },
    {
      label: 'Make it for another Audience',
      knobs: { brought: '20260112T090400Z', madeFor: 'audience' },
    },
    {
      label: 'Ask for a role it does not offer',
      knobs: { brought: '20260112T090400Z', offered: 'auditor' },
    },
    {
      label: 'Ask for eight hours of a four-hour role',
      knobs: { brought: '20260112T090400Z', asked: '28800' },
    },
    {
      label: 'Let headquarters end the session at 09:40',
      knobs: { brought: '20260112T090400Z', limit: 'end' },
    },
  ],
  decides: 'assume-role.token-current',
  about: 'sts.token-current',
  setup: ({ brought, response, madeFor, offered, asked, limit, trust }) => {
    const script: readonly Act[] = [
      {
        id: 'sign-in',
        at: START,
        kind: 'tell',
        by: 'portal',
        to: 'nora',
        what: 'hands out a SAML response',
      },
      { id: 'wait', at: brought, kind: 'wait' },
      {
        id: 'assume-role',
        at: brought,
        kind: 'sts:AssumeRoleWithSAML',
        by: 'nora',
        to: 'sts',
        region: REGION,
        roleArn: ANALYST,
        principalArn: PROVIDER,
        sAMLAssertion: responseOf(response, { madeFor, offered, limit }),
        durationSeconds: asked,
      },
    ];
    return { world: worldOf(trust), script };
  },
});
