import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import { promised } from '#engine/never.ts';
import { OUTSIDE_SERVICE } from '#engine/outside/service.ts';
import type { RoleSession } from '#engine/principal.ts';
import { simulate } from '#engine/simulate.ts';
import { after, hours } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import type { Telling } from '../narrate.ts';
import type { Party } from '../scenario.ts';
import { API } from '../subjects/api.ts';
import { SIGNIN } from '../subjects/signin.ts';
import { STS } from '../subjects/sts.ts';
import type { Subject } from '../subjects/subject.ts';
import { BEHIND } from './behind.ts';
import type { BehindId } from './behind.ts';
import type { StsCall } from './callIds.ts';
import type { Choices } from './choices.ts';
import { HOME } from './compare.ts';
import { CONSOLE_ACTS, actOf } from './script.ts';
import {
  EKS_ISSUER,
  MEMBER,
  NOW,
  OTHER,
  OWN,
  REGION,
  ROLE_NAME,
  callerKey,
  temporaryKey,
  tinyWorld,
} from './tinyWorld.ts';
import type { ServicePrincipal } from './tinyWorld.ts';

/** A small run behind each row: what is sent, what is checked, and who the caller is afterwards. */

export interface BehindRun extends Telling {
  readonly title: string;
  readonly summary: string;
  readonly trace: Trace;
}

const AWS_STS: Party = { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' };
const SIGN_IN: Party = { id: 'signin', name: 'AWS sign-in', spoken: 'AWS sign-in' };

/** How a workload comes by the session that a service has taken for it. */
const HAND_OVER: Subject = {
  service: OUTSIDE_SERVICE,
  rules: {},
  says: ({ act }, { who, to }) =>
    act.kind === 'tell'
      ? {
          label: act.what,
          title: `${who} ${act.what}`,
          caption: `${who} has taken the role with AssumeRole and gives the session to ${to}.`,
          because:
            'The trust policy names the service. Its own call is made inside AWS; CloudTrail names the service as the caller.',
        }
      : undefined,
};

const SUBJECTS = [STS, SIGNIN, API, HAND_OVER];

interface Played {
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly world: World;
  readonly script: readonly Act[];
}

const caller = (name: string, spoken = `the ${name}`): Party => ({ id: 'caller', name, spoken });

/** Who the caller is, once it has the session. */
const WHO: Act = {
  id: 'who-am-i',
  kind: 'sts:GetCallerIdentity',
  at: NOW,
  by: 'caller',
  to: 'sts',
  region: REGION,
  credentials: { issuedBy: 'call' },
};

/** A call as its caller makes it, and what follows. */
function called(
  party: Party,
  call: StsCall,
  {
    summary,
    choices = {},
    next = [WHO],
    change = {},
  }: {
    readonly summary: string;
    readonly choices?: Partial<Choices>;
    readonly next?: readonly Act[];
    readonly change?: object;
  },
): Played {
  const all = { ...HOME[call], ...choices };
  const act = promised(actOf(call, all), 'the caller of a row has something to send');
  return {
    summary,
    parties: [party, AWS_STS],
    world: tinyWorld(all),
    script: [{ ...act, ...change }, ...next],
  };
}

/** A service's session in the hands of its workload, and what follows. */
function handed(
  service: Party,
  workload: Party,
  [name, sessionName]: readonly [ServicePrincipal, string],
  then: readonly Act[] = [WHO],
): Played {
  const role = roleArn(OWN, ROLE_NAME);
  const owner: RoleSession = {
    kind: 'role-session',
    role,
    roleId: uniqueId('AROA', OWN, role),
    sessionName,
    via: name === 'ec2.amazonaws.com' ? 'ec2' : 'service',
    sessionPolicies: [],
    tags: {},
    transitiveTagKeys: [],
  };
  const key = temporaryKey('call', owner);
  const world = tinyWorld({ caller: 'none', from: 'account', mfa: 'no' });
  return {
    summary: `${name} has taken the role with AssumeRole, which nobody else can do in its name. What can be seen begins where ${workload.spoken} gets the session.`,
    parties: [service, workload, AWS_STS],
    world: { ...world, accessKeys: { ...world.accessKeys, [key.id]: key } },
    script: [
      {
        id: 'hand-over',
        kind: 'tell',
        at: NOW,
        by: service.id,
        to: workload.id,
        what: 'gives it the role’s session',
        credentials: { keyId: key.id },
      },
      ...then.map((act) => withoutNeed(act, key.id)),
    ],
  };
}

/** An act that signs with a key by its id, where no act of the run issued it. */
const withoutNeed = (act: Act, keyId: ReturnType<typeof temporaryKey>['id']): Act =>
  'credentials' in act ? { ...act, credentials: { keyId } } : act;

const service = (name: string, spoken = name): Party => ({ id: 'service', name, spoken });

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
    }),
  github: () =>
    called(caller('build job'), 'AssumeRoleWithWebIdentity', {
      summary: 'The job asks its build service for a token and sends it to STS; nothing is signed.',
      change: { roleSessionName: 'build-job' },
    }),
  'cognito-enhanced': () =>
    called(caller('Cognito', 'Cognito'), 'AssumeRoleWithWebIdentity', {
      summary: 'The app has called GetCredentialsForIdentity. Cognito signs a token and calls STS.',
      choices: { from: 'mobile' },
    }),
  'cognito-basic': () =>
    called(caller('mobile app'), 'AssumeRoleWithWebIdentity', {
      summary: 'The app has a token from GetOpenIdToken and calls STS itself.',
      choices: { from: 'mobile' },
    }),
  'identity-center': () =>
    called(caller('Identity Center', 'Identity Center'), 'AssumeRoleWithSAML', {
      summary:
        'The person is signed in. Identity Center writes a SAML response and takes the role of the permission set, which is called Reports here.',
    }),
  'saml-console': () =>
    withParty(
      called(caller('browser'), 'AssumeRoleWithSAML', {
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
