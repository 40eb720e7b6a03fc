import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { PolicyDocument, Statement } from '#engine/policy/document.ts';
import type { IdentityToken } from '#engine/sts/acts.ts';
import { after, at, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const HOST = 'token.actions.githubusercontent.com';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}`;
const DEPLOY = roleArn(ACCOUNT, 'DeployShop');
const START = at('2026-01-20T14:00:00Z');
const STS_AUDIENCE = 'sts.amazonaws.com';
const OWN_AUDIENCE = 'deploy-the-shop';

/** The trust policy of the role with these tests of the subject. */
const trustOf = (condition: NonNullable<Statement['Condition']>): PolicyDocument =>
  document({
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  });

const SUBJECT = `${HOST}:sub`;
const MAIN = 'repo:meadow/shop:ref:refs/heads/main';
const exact = trustOf({ StringEquals: { [SUBJECT]: MAIN } });

type Test = 'star' | 'open' | 'missing' | 'exact' | 'literal' | 'production' | 'own';

const TESTS: Readonly<Record<Exclude<Test, 'own'>, PolicyDocument>> = {
  star: trustOf({ StringLike: { [SUBJECT]: 'repo:meadow/*' } }),
  open: trustOf({ StringLike: { [SUBJECT]: 'repo:meadow*' } }),
  missing: trustOf({}),
  exact,
  literal: trustOf({ StringEquals: { [SUBJECT]: 'repo:meadow/*' } }),
  production: trustOf({ StringEquals: { [SUBJECT]: 'repo:meadow/shop:environment:production' } }),
};

const RUNS = {
  main: 'ref:refs/heads/main',
  pull: 'pull_request',
  production: 'environment:production',
};

type Other = 'sandbox' | 'namesake' | 'stranger' | 'forged';

const OTHERS: Readonly<Record<Other, string>> = {
  sandbox: 'repo:meadow/lunch-menu:ref:refs/heads/main',
  namesake: 'repo:meadow-fans/shop:ref:refs/heads/main',
  stranger: 'repo:nobody/copy:ref:refs/heads/main',
  forged: MAIN,
};

/** The token a job asks GitHub for. */
const tokenOf = (subject: string, audience: string, signedBy: string): IdentityToken => ({
  issuer: `https://${HOST}`,
  subject,
  audience,
  issuedAt: START,
  expiresAt: after(START, minutes(10)),
  algorithm: 'RS256',
  signedBy,
  claims: { repository: /^repo:([^:]+)/.exec(subject)?.[1] ?? '' },
});

type Provider = 'ready' | 'silent' | 'gone';

function worldOf(trust: PolicyDocument, audience: string, provider: Provider): World {
  const deploy = role(ACCOUNT, 'DeployShop', {
    trustPolicy: policy('DeployShopTrust', 'trust', trust),
    policies: [policy('DeployShopPolicy', 'identity', document(allow('s3:PutObject', '*')))],
  });
  const gitHub = {
    arn: PROVIDER,
    issuer: `https://${HOST}`,
    signingKeys: ['key of GitHub'],
    audiences: [audience],
    ...(provider === 'silent' && { jwks: 'unreachable' as const }),
  };
  const shop = account(ACCOUNT, 'shop', REGION, {
    roles: [deploy],
    oidcProviders: provider === 'gone' ? [] : [gitHub],
  });
  return world(START, [shop], []);
}

/** Web identity from GitHub Actions: the subject in the token is all that tells one repository from another. */
export const githubWildcard = defineScenario({
  id: 'github-wildcard',
  lab: 'sts',
  title: 'One star lets every repository deploy',
  tag: 'GitHub Actions',
  summary:
    'The role of the shop trusts “repo:meadow/*”. A job in the lunch menu’s repository has a real GitHub token too, and gets in.',
  subjects: ['sts'],
  parties: [
    { id: 'shop', name: 'shop’s job', spoken: 'the shop’s job' },
    { id: 'other', name: 'other job', spoken: 'the other job' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    subject: {
      kind: 'choice',
      label: 'Trust policy tests the subject',
      hint: 'The claim sub says which repository runs, and from where.',
      options: {
        star: 'StringLike repo:meadow/*',
        open: 'StringLike repo:meadow*',
        missing: 'not at all (an old role)',
        exact: 'StringEquals, the main branch of the shop',
        literal: 'StringEquals repo:meadow/*',
        production: 'StringEquals, the environment production',
        own: 'your own policy',
      },
      initial: 'star',
    },
    trust: {
      kind: 'policy',
      label: 'Whom the role trusts',
      hint: 'AWS saves no role that trusts GitHub without a test of the subject.',
      policyType: 'trust',
      initial: exact,
      when: { knob: 'subject', is: ['own'] },
    },
    runs: {
      kind: 'choice',
      label: 'The shop’s job runs for',
      hint: 'What started the job is part of the subject.',
      options: {
        main: 'a push to main',
        pull: 'a pull request',
        production: 'the environment production',
      },
      initial: 'main',
    },
    other: {
      kind: 'choice',
      label: 'The other job is from',
      hint: 'Anybody on GitHub can ask for a token for a job of their own.',
      options: {
        sandbox: 'meadow/lunch-menu',
        namesake: 'meadow-fans/shop',
        stranger: 'nobody/copy',
        forged: 'nowhere: it signs the token itself',
      },
      initial: 'sandbox',
    },
    audience: {
      kind: 'choice',
      label: 'Audience the provider takes',
      hint: 'A job chooses the audience of its token itself.',
      options: {
        default: 'sts.amazonaws.com',
        own: 'a name of the shop’s own',
        copied: 'that name, and the other job knows it',
      },
      initial: 'default',
    },
    provider: {
      kind: 'choice',
      label: 'GitHub as a provider',
      hint: 'STS must find it in the account, and fetch its keys.',
      options: {
        ready: 'is set up and answers',
        silent: 'is set up and does not answer',
        gone: 'is not set up',
      },
      initial: 'ready',
    },
    used: {
      kind: 'moment',
      label: 'Tokens are used at',
      hint: 'UTC. GitHub made them at 14:00, for a few minutes.',
      min: START,
      max: after(START, minutes(20)),
      initial: at('2026-01-20T14:01:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'both jobs use their tokens at that moment',
  lives: { deploy: 'shop’s session', break: 'other session' },
  working: {},
  variations: [
    { label: 'Test the whole subject', knobs: { subject: 'exact' } },
    { label: 'Leave out the slash before the star', knobs: { subject: 'open', other: 'namesake' } },
    { label: 'Do not test the subject at all', knobs: { subject: 'missing', other: 'stranger' } },
    { label: 'Trust in an audience of one’s own', knobs: { audience: 'own' } },
    { label: 'Let the other job copy that audience', knobs: { audience: 'copied' } },
    { label: 'Forge the token', knobs: { other: 'forged' } },
    { label: 'Use the tokens a quarter of an hour later', knobs: { used: '20260120T141500Z' } },
  ],
  attacker: 'other',
  safeguards: [
    {
      knob: 'subject',
      off: 'star',
      says: 'The trust policy takes every repository of the organization.',
    },
    {
      knob: 'subject',
      off: 'open',
      says: 'The trust policy takes every organization whose name begins with meadow.',
    },
    { knob: 'subject', off: 'missing', says: 'The trust policy takes every repository on GitHub.' },
  ],
  decides: 'break.federation-allowed',
  about: 'sts.federation-allowed',
  setup: ({ subject, trust, runs, other, audience, provider, used }) => {
    const registered = audience === 'default' ? STS_AUDIENCE : OWN_AUDIENCE;
    const copied = audience === 'own' ? STS_AUDIENCE : registered;
    const call = {
      at: used,
      kind: 'sts:AssumeRoleWithWebIdentity',
      to: 'sts',
      region: REGION,
      roleArn: DEPLOY,
    } as const;
    const script: readonly Act[] = [
      { id: 'wait', at: used, kind: 'wait' },
      {
        ...call,
        id: 'deploy',
        by: 'shop',
        roleSessionName: 'deploy-shop',
        webIdentityToken: tokenOf(`repo:meadow/shop:${RUNS[runs]}`, registered, 'key of GitHub'),
      },
      {
        ...call,
        id: 'break',
        by: 'other',
        roleSessionName: 'deploy-shop',
        webIdentityToken: tokenOf(
          OTHERS[other],
          copied,
          other === 'forged' ? 'key of its own' : 'key of GitHub',
        ),
      },
    ];
    return {
      world: worldOf(subject === 'own' ? trust : TESTS[subject], registered, provider),
      script,
    };
  },
});
