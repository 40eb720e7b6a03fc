import type { Act, CredentialsRef } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { secretAccessKey, uniqueId } from '#engine/ids.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
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
const START = at('2026-01-21T16:00:00Z');
const LEO = userArn(ACCOUNT, 'leo');
const AUDITOR = roleArn(ACCOUNT, 'Auditor');
const LEOS_KEY = userKey(user(ACCOUNT, 'leo'));

const everythingDenied = document({
  Sid: 'NothingAtAll',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
});

/** Keys somebody may find: of this account, of another one, and one from the days before ids carried an account. */
const FOUND = {
  own: uniqueId('AKIA', ACCOUNT, 'found'),
  stranger: uniqueId('AKIA', '777788889999', 'found'),
  old: 'AKIAIOSFODNN7EXAMPLE',
} as const;

type Credentials = 'user' | 'role' | 'deleted';

const SIGNERS: Readonly<Record<Credentials, CredentialsRef>> = {
  user: { keyId: LEOS_KEY.id },
  role: { issuedBy: 'assume-role' },
  deleted: { keyId: LEOS_KEY.id },
};

function worldOf(isDeleted: boolean, isLate: boolean): World {
  const permissions = document(allow('*', '*'));
  const leo = user(ACCOUNT, 'leo', { policies: [policy('LeoPolicy', 'identity', permissions)] });
  const auditor = role(ACCOUNT, 'Auditor', {
    trustPolicy: trusting('Auditor', LEO),
    policies: [policy('AuditorPolicy', 'identity', permissions)],
  });
  return world(
    START,
    [account(ACCOUNT, 'office', REGION, { users: [leo], roles: [auditor] })],
    [isDeleted ? { ...LEOS_KEY, status: 'Deleted' } : LEOS_KEY],
    { clockSkew: { leo: isLate ? seconds(-minutes(20)) : seconds(0) } },
  );
}

/** GetCallerIdentity asks for good credentials, and for nothing else. */
export const whoAmI = defineScenario({
  id: 'who-am-i',
  lab: 'sts',
  title: 'Denied everything, and still told who he is',
  tag: 'no permission needed',
  summary:
    'An administrator denies Leo everything. Leo calls GetCallerIdentity, and STS answers: a refusal would have told him as much.',
  subjects: ['sts', 'changes'],
  parties: [
    { id: 'leo', name: 'Leo', spoken: 'Leo' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    asks: {
      kind: 'choice',
      label: 'Leo asks',
      hint: 'GetAccessKeyInfo tells the account of any key, but it takes a permission.',
      options: {
        who: 'GetCallerIdentity',
        own: 'whose key this is: his account’s',
        stranger: 'whose key this is: a stranger’s',
        old: 'whose key this is: a very old one',
      },
      initial: 'who',
    },
    signs: {
      kind: 'choice',
      label: 'Leo signs with',
      hint: 'The answer names the signer: a user, or a role and its session.',
      options: { user: 'his own key', role: 'a session of a role', deleted: 'his deleted key' },
      initial: 'user',
    },
    denies: {
      kind: 'toggle',
      label: 'An administrator denies',
      hint: 'The policy below is attached to whoever signs, the user or the role.',
      initial: true,
    },
    denial: {
      kind: 'policy',
      label: 'What is attached',
      hint: 'GetAccessKeyInfo feels it. GetCallerIdentity does not.',
      policyType: 'identity',
      initial: everythingDenied,
      when: { knob: 'denies', is: ['on'] },
    },
    secret: {
      kind: 'choice',
      label: 'Secret access key',
      hint: 'The key id alone proves nothing.',
      options: { right: 'the right one', wrong: 'guessed' },
      initial: 'right',
    },
    clock: {
      kind: 'choice',
      label: 'Leo’s clock',
      hint: 'A signature is good for 15 minutes.',
      options: { right: 'right', slow: '20 min slow' },
      initial: 'right',
    },
    used: {
      kind: 'moment',
      label: 'Leo asks at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-21T16:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Leo asks at that moment',
  lives: { 'assume-role': 'role session' },
  working: {},
  variations: [
    { label: 'Ask as a session of a role', knobs: { signs: 'role' } },
    {
      label: 'Ask with a session that is over',
      knobs: { signs: 'role', used: '20260121T173000Z' },
    },
    { label: 'Ask whose key a stranger lost', knobs: { asks: 'stranger' } },
    {
      label: 'Ask the same with nothing denied',
      knobs: { asks: 'stranger', denies: 'off' },
    },
    { label: 'Sign with a guessed secret', knobs: { secret: 'wrong' } },
    { label: 'Sign by a slow clock', knobs: { clock: 'slow' } },
  ],
  decides: 'ask.caller-kind',
  about: 'sts.caller-kind',
  setup: ({ asks, signs, denies, denial, secret, clock, used }) => {
    const call = { by: 'leo', to: 'sts', region: REGION } as const;
    const needs = signs === 'role' ? ['assume-role'] : [];
    const ask = {
      ...call,
      id: 'ask',
      at: used,
      credentials: SIGNERS[signs],
      ...(secret === 'wrong' && { signedWith: secretAccessKey('guessed') }),
      ...(secret === 'right' && signs !== 'role' && { signedWith: LEOS_KEY.secretAccessKey }),
    };
    const script: readonly Act[] = [
      ...(signs === 'role'
        ? [
            {
              ...call,
              id: 'assume-role',
              at: START,
              kind: 'sts:AssumeRole',
              credentials: { keyId: LEOS_KEY.id },
              roleArn: AUDITOR,
              roleSessionName: 'leo',
            } as const,
          ]
        : []),
      ...(denies
        ? [
            {
              id: 'deny',
              at: START,
              kind: 'change',
              by: 'administrator',
              change: {
                kind: 'put-policy',
                principal: signs === 'role' ? AUDITOR : LEO,
                policy: policy('DenyLeo', 'identity', denial),
              },
              needs,
            } as const,
          ]
        : []),
      { id: 'wait', at: used, kind: 'wait', needs },
      asks === 'who'
        ? { ...ask, kind: 'sts:GetCallerIdentity' }
        : { ...ask, kind: 'sts:GetAccessKeyInfo', accessKeyId: FOUND[asks] },
    ];
    return { world: worldOf(signs === 'deleted', clock === 'slow'), script };
  },
});
