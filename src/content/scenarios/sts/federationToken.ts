import type { Act, CredentialsRef } from '#engine/act.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import { secretAccessKey, uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { LongTermKey, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  instanceKey,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'museum-scans';
const SCANS = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-19T09:00:00Z');
const PORTAL = userArn(ACCOUNT, 'visitor-portal');
const GUEST = `arn:aws:sts::${ACCOUNT}:federated-user/maria`;

const readScans = document(allow('s3:GetObject', SCANS));

const PORTAL_ROLE = role(ACCOUNT, 'VisitorPortal', {
  trustPolicy: trusting('VisitorPortal', rootArn(ACCOUNT)),
  policies: [policy('VisitorPortalPolicy', 'identity', document(allow('*', '*')))],
});
const INSTANCES_KEY = instanceKey(PORTAL_ROLE, 'i-0fed12cb34a567890', START);
const ROOTS_KEY: LongTermKey = {
  kind: 'long-term',
  id: uniqueId('AKIA', ACCOUNT, 'root'),
  secretAccessKey: secretAccessKey('root'),
  owner: { kind: 'root', account: ACCOUNT },
  status: 'Active',
};

type Caller = 'user' | 'root' | 'instance';

const CALLERS: Readonly<Record<Caller, CredentialsRef>> = {
  user: { keyId: uniqueId('AKIA', ACCOUNT, 'visitor-portal') },
  root: { keyId: ROOTS_KEY.id },
  instance: { keyId: INSTANCES_KEY.id },
};

type Named = 'nobody' | 'user' | 'guest';

const NAMES: Readonly<Record<Exclude<Named, 'nobody'>, string>> = { user: PORTAL, guest: GUEST };

function worldOf(permissions: PolicyDocument, named: Named, caller: Caller): World {
  const portal = user(ACCOUNT, 'visitor-portal', {
    policies: [policy('VisitorPortalUserPolicy', 'identity', permissions)],
  });
  const bucketPolicy =
    named === 'nobody'
      ? {}
      : {
          policy: policy(
            'ScansPolicy',
            'bucket',
            document(allow('s3:GetObject', SCANS, { Principal: { AWS: NAMES[named] } })),
          ),
        };
  const scan = { contentType: 'image/png', body: 'a vase' };
  const museum = account(ACCOUNT, 'museum', REGION, {
    users: [portal],
    roles: [PORTAL_ROLE],
    buckets: [{ name: BUCKET, region: REGION, objects: { 'vase.png': scan }, ...bucketPolicy }],
  });
  const instances = caller === 'instance' ? [INSTANCES_KEY] : [];
  return world(START, [museum], [userKey(portal), ROOTS_KEY, ...instances]);
}

/** What Maria does with the credentials. */
const CALLS = {
  scan: { action: 's3:GetObject', resources: [`arn:aws:s3:::${BUCKET}/vase.png`] },
  iam: { action: 'iam:ListUsers', resources: [] },
  assume: { action: 'sts:AssumeRole', resources: [roleArn(ACCOUNT, 'VisitorPortal')] },
  who: { action: 'sts:GetCallerIdentity', resources: [] },
} as const;

/** GetFederationToken: the caller's rights cut by the policy that is passed, and nothing where none is. */
export const federationToken = defineScenario({
  id: 'federation-token',
  lab: 'sts',
  title: 'A token for Maria, and nothing she may do',
  tag: 'exam trap',
  summary:
    'A portal may read every scan. It gets a federated session for Maria and passes no policy. Maria may read nothing.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'portal', name: 'visitor portal', spoken: 'the visitor portal' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'maria', name: 'Maria', spoken: 'Maria' },
    { id: 'service', name: 'AWS service', spoken: 'the service' },
  ],
  knobs: {
    caller: {
      kind: 'choice',
      label: 'The portal calls with',
      hint: 'GetFederationToken takes long-term keys only.',
      options: {
        user: 'an IAM user’s key',
        root: 'the root user’s key',
        instance: 'an EC2 instance’s role',
      },
      initial: 'user',
    },
    passes: {
      kind: 'toggle',
      label: 'It passes a session policy',
      hint: 'Maria may do what this policy and the caller’s own policies both allow.',
      initial: false,
    },
    limit: {
      kind: 'policy',
      label: 'The session policy',
      hint: 'Without the portal’s own permission it gives nothing.',
      policyType: 'session',
      initial: readScans,
      when: { knob: 'passes', is: ['on'] },
    },
    named: {
      kind: 'choice',
      label: 'Bucket policy lets read',
      hint: 'A grant to the federated user herself needs no session policy.',
      options: { nobody: 'nobody', user: 'the portal’s user', guest: 'the federated user maria' },
      initial: 'nobody',
    },
    asked: {
      kind: 'duration',
      label: 'DurationSeconds',
      hint: 'Up to 36 hours for a user. Root gets one hour, whatever it asks for.',
      min: minutes(15),
      max: hours(36),
      initial: hours(12),
      stops: [minutes(15), hours(1), hours(4), hours(12), hours(24), hours(36)],
    },
    calls: {
      kind: 'choice',
      label: 'Maria calls',
      hint: 'IAM is closed to federated users, and so is STS but for one call.',
      options: {
        scan: 's3:GetObject',
        iam: 'iam:ListUsers',
        assume: 'sts:AssumeRole',
        who: 'sts:GetCallerIdentity',
      },
      initial: 'scan',
    },
    used: {
      kind: 'moment',
      label: 'Maria calls at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(37)),
      initial: at('2026-01-19T09:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Maria calls at that moment',
  lives: { ec2: 'EC2 instance', 'get-token': 'Maria’s session' },
  working: { passes: 'on' },
  variations: [
    { label: 'Let the bucket policy name Maria', knobs: { named: 'guest' } },
    { label: 'Run the portal on EC2 instead', knobs: { caller: 'instance' } },
    { label: 'Let Maria list the users', knobs: { passes: 'on', calls: 'iam' } },
    {
      label: 'Call as root, ask for 36 hours, come after two',
      knobs: { caller: 'root', passes: 'on', asked: '129600', used: '20260119T110000Z' },
    },
    { label: 'Let Maria ask who she is', knobs: { calls: 'who' } },
  ],
  decides: 'use.allowed',
  about: 'api.allowed',
  setup: ({ caller, passes, limit, named, asked, calls, used }) => {
    const script: readonly Act[] = [
      {
        id: 'get-token',
        at: START,
        kind: 'sts:GetFederationToken',
        by: 'portal',
        to: 'sts',
        region: REGION,
        credentials: CALLERS[caller],
        name: 'maria',
        durationSeconds: asked,
        ...(passes && { policy: JSON.stringify(limit) }),
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['get-token'] },
      {
        id: 'use',
        at: used,
        kind: 'call',
        by: 'maria',
        to: 'service',
        credentials: { issuedBy: 'get-token' },
        region: REGION,
        ...CALLS[calls],
      },
    ];
    const permissions = document(
      allow('sts:GetFederationToken', '*'),
      allow('s3:GetObject', SCANS),
    );
    return { world: worldOf(permissions, named, caller), script };
  },
});
