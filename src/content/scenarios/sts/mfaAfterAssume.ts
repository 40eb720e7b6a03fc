import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument, Statement } from '#engine/policy/document.ts';
import { mfaCode } from '#engine/sts/mfaCode.ts';
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

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const ROSA = userArn(ACCOUNT, 'rosa');
const ARCHIVIST = roleArn(ACCOUNT, 'Archivist');
const PHONE = `arn:aws:iam::${ACCOUNT}:mfa/rosas-phone`;
const KEY = { keyId: uniqueId('AKIA', ACCOUNT, 'rosa') };
const OLD_BOOKS = 'arn:aws:s3:::archive/1998.zip';
const START = at('2026-01-16T09:00:00Z');

const deletes = (fields: Partial<Statement> = {}): Statement =>
  allow('s3:DeleteObject', 'arn:aws:s3:::archive/*', fields);

const PERMISSIONS = {
  bool: document(deletes({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
  ifexists: document(
    deletes({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  ),
  none: document(deletes()),
} as const satisfies Record<string, PolicyDocument>;

const withMfaOnly = document({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:DeleteObject',
  Resource: 'arn:aws:s3:::archive/*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
});

function worldOf(permissions: PolicyDocument, isGuarded: boolean): World {
  const policies = [policy('DeleteOldBooks', 'identity', permissions)];
  const rosa = user(ACCOUNT, 'rosa', { policies });
  const archivist = role(ACCOUNT, 'Archivist', {
    trustPolicy: trusting('Archivist', ROSA, {
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    }),
    policies,
  });
  const archive = {
    name: 'archive',
    region: REGION,
    objects: { '1998.zip': { contentType: 'application/zip', body: 'PK' } },
    ...(isGuarded && { policy: policy('ArchivePolicy', 'bucket', withMfaOnly) }),
  };
  const office = account(ACCOUNT, 'office', REGION, {
    users: [rosa],
    roles: [archivist],
    buckets: [archive],
    mfaDevices: [{ serialNumber: PHONE, user: ROSA }],
  });
  return world(START, [office], [userKey(rosa)]);
}

/** A code opens the role, and is forgotten: what a role session carries of MFA, and what a session of the user does. */
export const mfaAfterAssume = defineScenario({
  id: 'mfa-after-assume',
  lab: 'sts',
  title: 'Shown at the door, forgotten inside',
  tag: 'exam trap',
  summary:
    'Rosa assumes a role with an MFA code. The role’s own policy asks for MFA again, and finds none. A code that comes with AssumeRole counts for that one call.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'rosa', name: 'Rosa', spoken: 'Rosa' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    way: {
      kind: 'choice',
      label: 'Rosa shows her code to',
      hint: 'It makes a session of the role, or one of her own. That MFA goes on from hers to a role was seen; AWS does not write it.',
      options: {
        role: 'AssumeRole',
        own: 'GetSessionToken',
        both: 'GetSessionToken, then AssumeRole',
      },
      initial: 'role',
    },
    code: {
      kind: 'choice',
      label: 'The code is',
      hint: 'A code is good for about half a minute, and once.',
      options: { right: 'right', wrong: 'an hour old' },
      initial: 'right',
    },
    condition: {
      kind: 'choice',
      label: 'Deleting is allowed',
      hint: 'The permission policy of the role, and of Rosa.',
      options: {
        bool: 'with Bool true',
        ifexists: 'with BoolIfExists true',
        none: 'without a condition',
        own: 'as you write it down',
      },
      initial: 'bool',
    },
    permissions: {
      kind: 'policy',
      label: 'Permission policy',
      hint: 'The role and Rosa have the same one here.',
      policyType: 'identity',
      initial: PERMISSIONS.bool,
      when: { knob: 'condition', is: ['own'] },
    },
    bucket: {
      kind: 'toggle',
      label: 'The bucket asks, too',
      hint: 'A bucket policy denies deleting where MFA is missing or false.',
      initial: false,
    },
    used: {
      kind: 'moment',
      label: 'She deletes at',
      hint: 'UTC. Her sessions live for an hour.',
      min: START,
      max: after(START, hours(4)),
      initial: at('2026-01-16T09:10:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Rosa deletes at that moment',
  lives: { 'get-session': 'Rosa’s own session', 'assume-role': 'role session' },
  working: { way: 'own' },
  variations: [
    { label: 'Show the code to GetSessionToken', knobs: { way: 'own' } },
    { label: 'Show it to GetSessionToken, then assume the role', knobs: { way: 'both' } },
    { label: 'Ask for MFA only in the trust policy', knobs: { condition: 'none' } },
    { label: 'Show a code that is an hour old', knobs: { code: 'wrong' } },
    {
      label: 'Let the bucket ask instead of the role',
      knobs: { condition: 'none', bucket: 'on' },
    },
    {
      label: 'Delete after the session has ended',
      knobs: { way: 'own', used: '20260116T103000Z' },
    },
  ],
  decides: 'delete.allowed',
  about: 'api.allowed',
  setup: ({ way, code, condition, permissions, bucket, used }) => {
    const call = { at: START, by: 'rosa', to: 'sts', region: REGION } as const;
    const shown = after(START, hours(code === 'right' ? 0 : -1));
    const proof = { serialNumber: PHONE, tokenCode: mfaCode(PHONE, shown) };
    const getSession: Act = {
      ...call,
      ...proof,
      id: 'get-session',
      kind: 'sts:GetSessionToken',
      credentials: KEY,
      durationSeconds: hours(1),
    };
    const assume: Act = {
      ...call,
      id: 'assume-role',
      kind: 'sts:AssumeRole',
      credentials: way === 'both' ? { issuedBy: 'get-session' } : KEY,
      roleArn: ARCHIVIST,
      roleSessionName: 'rosa',
      ...(way === 'role' && proof),
    };
    const opens = { role: [assume], own: [getSession], both: [getSession, assume] }[way];
    const session = way === 'own' ? 'get-session' : 'assume-role';
    return {
      world: worldOf(condition === 'own' ? permissions : PERMISSIONS[condition], bucket),
      script: [
        ...opens,
        { id: 'wait', at: used, kind: 'wait', needs: [session] },
        {
          id: 'delete',
          at: used,
          kind: 'call',
          by: 'rosa',
          to: 's3',
          region: REGION,
          credentials: { issuedBy: session },
          action: 's3:DeleteObject',
          resources: [OLD_BOOKS],
        },
      ],
    };
  },
});
