import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { promised } from '#engine/never.ts';
import { simulate } from '#engine/simulate.ts';
import { after, hours } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import type { Telling } from '../narrate.ts';
import type { Party } from '../scenario.ts';
import { API } from '../subjects/api.ts';
import { SIGNIN } from '../subjects/signin.ts';
import { STS } from '../subjects/sts.ts';
import { BEHIND } from './behind.ts';
import type { BehindId } from './behind.ts';
import { HAND_OVER, WHO, called, caller, handed, service } from './behindStory.ts';
import type { Played, Trust } from './behindStory.ts';
import { CONSOLE_ACTS } from './script.ts';
import {
  COGNITO,
  EKS_ISSUER,
  MEMBER,
  NOW,
  OIDC_ISSUER,
  OTHER,
  OWN,
  REGION,
  ROLE_NAME,
  callerKey,
  oidcProvider,
  samlProvider,
} from './tinyWorld.ts';

/** A small run behind each row: what is sent, what is checked, and who the caller is afterwards. */

export interface BehindRun extends Telling {
  readonly title: string;
  readonly summary: string;
  readonly trace: Trace;
}

const SIGN_IN: Party = { id: 'signin', name: 'AWS sign-in', spoken: 'AWS sign-in' };
const SUBJECTS = [STS, SIGNIN, API, HAND_OVER];

/** A trust policy's statement for a provider of web identities. */
const federated = (provider: string, StringEquals: Readonly<Record<string, string>>): Trust => ({
  Principal: { Federated: provider },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals },
});

/** A condition key of a provider's token. */
const claim = (issuer: string, name: string): string => `${issuer.replace('https://', '')}:${name}`;

const COGNITO_TRUST = federated(COGNITO, {
  [`${COGNITO}:aud`]: `${REGION}:app-users`,
});

const SAML_TRUST: Trust = {
  Principal: { Federated: samlProvider(OTHER) },
  Action: 'sts:AssumeRoleWithSAML',
  Condition: { StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml' } },
};

/** The next role, in another account, for twelve hours. */
const ONWARD: Act = {
  id: 'onward',
  kind: 'sts:AssumeRole',
  at: NOW,
  by: 'caller',
  to: 'sts',
  region: REGION,
  credentials: { issuedBy: 'call' },
  roleArn: roleArn(OTHER, ROLE_NAME),
  roleSessionName: 'onward',
  durationSeconds: hours(12),
};

const LOG_IN: Act = {
  id: 'log-in',
  kind: 'signin:login',
  at: NOW,
  by: 'caller',
  to: 'signin',
  signinToken: 'sign-in-token',
  issuer: 'https://portal.example.com',
  destination: 'https://console.aws.amazon.com/',
};

const UNLOCK: Act = {
  id: 'unlock',
  kind: 'call',
  at: NOW,
  by: 'caller',
  to: 's3',
  region: REGION,
  credentials: { issuedBy: 'call' },
  action: 's3:DeleteBucketPolicy',
  resources: ['arn:aws:s3:::locked-bucket'],
};

const PIPELINE_KEY = promised(callerKey('role', 'no'), 'a role session has a key');

const POD_TOKEN = {
  issuer: EKS_ISSUER,
  subject: 'system:serviceaccount:reports:writer',
  audience: 'sts.amazonaws.com',
  issuedAt: NOW,
  expiresAt: after(NOW, hours(1)),
  algorithm: 'RS256',
  signedBy: 'oidc-key',
  claims: {},
};

const withParty = (played: Played, party: Party): Played => ({
  ...played,
  parties: [...played.parties, party],
});

const RUNS: { readonly [Id in BehindId]?: () => Played } = {
  ec2: () =>
    handed(
      service('Amazon EC2'),
      caller('instance'),
      ['ec2.amazonaws.com', 'i-0abc12de34f567890'],
      [WHO, ONWARD],
    ),
  lambda: () =>
    handed(service('AWS Lambda'), caller('function'), ['lambda.amazonaws.com', 'make-report']),
  ecs: () =>
    handed(service('Amazon ECS'), caller('task'), ['ecs-tasks.amazonaws.com', '0f9e8d7c6b5a']),
  'pod-identity': () =>
    handed(service('Amazon EKS'), caller('pod'), ['pods.eks.amazonaws.com', 'eks-reports-writer']),
  'roles-anywhere': () =>
    handed(service('Roles Anywhere'), caller('server'), [
      'rolesanywhere.amazonaws.com',
      '7f3a91c04e',
    ]),
  'ssm-hybrid': () =>
    handed(service('Systems Manager'), caller('agent'), [
      'ssm.amazonaws.com',
      'mi-0abc12de34f567890',
    ]),
  irsa: () =>
    called(caller('pod'), 'AssumeRoleWithWebIdentity', {
      summary: 'The pod’s SDK reads the service account’s token from a file and sends it to STS.',
      change: { webIdentityToken: POD_TOKEN, roleSessionName: 'reports-writer' },
      trust: federated(oidcProvider(OTHER, EKS_ISSUER), {
        [claim(EKS_ISSUER, 'aud')]: 'sts.amazonaws.com',
        [claim(EKS_ISSUER, 'sub')]: POD_TOKEN.subject,
      }),
    }),
  github: () =>
    called(caller('build job'), 'AssumeRoleWithWebIdentity', {
      summary: 'The job asks its build service for a token and sends it to STS; nothing is signed.',
      change: { roleSessionName: 'build-job' },
      trust: federated(oidcProvider(OTHER, OIDC_ISSUER), {
        [claim(OIDC_ISSUER, 'aud')]: 'sts.amazonaws.com',
        [claim(OIDC_ISSUER, 'sub')]: 'repo:example/reports:ref:refs/heads/main',
      }),
    }),
  'cognito-enhanced': () =>
    called(caller('Cognito', 'Cognito'), 'AssumeRoleWithWebIdentity', {
      summary: 'The app has called GetCredentialsForIdentity. Cognito signs a token and calls STS.',
      choices: { from: 'mobile' },
      trust: COGNITO_TRUST,
    }),
  'cognito-basic': () =>
    called(caller('mobile app'), 'AssumeRoleWithWebIdentity', {
      summary: 'The app has a token from GetOpenIdToken and calls STS itself.',
      choices: { from: 'mobile' },
      trust: COGNITO_TRUST,
    }),
  'identity-center': () =>
    called(caller('Identity Center', 'Identity Center'), 'AssumeRoleWithSAML', {
      trust: SAML_TRUST,
      summary:
        'The person is signed in. Identity Center writes a SAML response and takes the role of the permission set, which is called Reports here.',
    }),
  'saml-console': () =>
    withParty(
      called(caller('browser'), 'AssumeRoleWithSAML', {
        trust: SAML_TRUST,
        summary:
          'In truth the sign-in endpoint does all of this by itself with what the browser posts; here its two halves are drawn apart.',
        next: [...CONSOLE_ACTS, LOG_IN],
      }),
      SIGN_IN,
    ),
  'switch-role': () =>
    called(caller('console', 'the console'), 'AssumeRole', {
      summary: 'Behind a console session are temporary credentials; the console signs with them.',
      choices: { caller: 'user-session' },
      trust: { Principal: { AWS: userArn(OWN, 'ana') }, Action: 'sts:AssumeRole' },
    }),
  broker: () =>
    withParty(
      called(caller('broker'), 'GetFederationToken', {
        summary:
          'The guest has signed in at the company. The broker gets a session for the guest and opens the console with it.',
        next: [...CONSOLE_ACTS, LOG_IN],
      }),
      SIGN_IN,
    ),
  pipeline: () =>
    called(caller('pipeline'), 'AssumeRole', {
      summary: 'The pipeline has the session of its own role and takes one in the other account.',
      choices: { caller: 'role' },
      trust: { Principal: { AWS: roleArn(OWN, 'Worker') }, Action: 'sts:AssumeRole' },
      next: [{ ...ONWARD, id: 'longer', credentials: { keyId: PIPELINE_KEY.id } }],
    }),
  'root-access': () =>
    withParty(
      called(caller('administrator', 'an administrator'), 'AssumeRoot', {
        summary: `A bucket policy in the member account ${MEMBER} locks everybody out. An administrator removes it as root.`,
        next: [UNLOCK],
      }),
      { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    ),
  delegation: () =>
    called(caller('partner'), 'GetDelegatedAccessToken', {
      summary: 'The customer has accepted the partner’s request and sent the token.',
    }),
  outward: () =>
    called(caller('workload'), 'GetWebIdentityToken', {
      summary: 'The workload needs to show a service outside AWS who it is.',
      choices: { caller: 'role' },
      next: [],
    }),
};

/** Whether a row can be stepped through. */
export const hasRun = (id: BehindId): boolean => RUNS[id] !== undefined;

/** The run behind a row, played; undefined where nothing of it can be seen. */
export function behindRun(id: BehindId): BehindRun | undefined {
  const played = RUNS[id]?.();
  const row = BEHIND.find((each) => each.id === id);
  if (!played || !row) return undefined;
  const { world, script, parties, summary } = played;
  const services = SUBJECTS.map((subject) => subject.service);
  return {
    title: row.feature,
    summary,
    parties,
    subjects: SUBJECTS,
    trace: simulate(world, script, services),
  };
}
