import type { Act } from '#engine/act.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { uniqueId } from '#engine/ids.ts';
import type { Policy } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
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
const BOB = userArn(ACCOUNT, 'bob');
const PRESS = roleArn(ACCOUNT, 'Press');
const STORY = 'arn:aws:s3:::news-desk/front-page.txt';
const OLD_KEY = uniqueId('AKIA', ACCOUNT, 'bob');
const NEW_KEY = uniqueId('AKIA', ACCOUNT, 'the new bob');
const START = at('2026-01-19T09:00:00Z');
const LEFT = at('2026-01-19T10:00:00Z');
const SAVED = at('2026-01-19T10:30:00Z');

const TRUST = {
  name: trusting('Press', BOB),
  condition: trusting('Press', rootArn(ACCOUNT), {
    Condition: { ArnLike: { 'aws:PrincipalArn': BOB } },
  }),
} as const satisfies Record<string, Policy>;

const mayAssume = policy('BobPolicy', 'identity', document(allow('sts:AssumeRole', PRESS)));

function worldOf(trustPolicy: Policy): World {
  const bob = user(ACCOUNT, 'bob', { policies: [mayAssume] });
  const press = role(ACCOUNT, 'Press', {
    trustPolicy,
    policies: [policy('PressPolicy', 'identity', document(allow('s3:GetObject', STORY)))],
    maxSessionDuration: hours(4),
  });
  const desk = {
    name: 'news-desk',
    region: REGION,
    objects: { 'front-page.txt': { contentType: 'text/plain', body: 'Cat rescued from tree' } },
  };
  const newspaper = account(ACCOUNT, 'newspaper', REGION, {
    users: [bob],
    roles: [press],
    buckets: [desk],
  });
  return world(START, [newspaper], [userKey(bob)]);
}

/** A trust policy keeps the unique id of a user, not the name. */
export const deletedPrincipal = defineScenario({
  id: 'deleted-principal',
  lab: 'sts',
  title: 'The new Bob is not the old Bob',
  tag: 'exam trap',
  summary:
    'A role trusts the user Bob. Bob is deleted, and created again under the same name. The ARN is the same to the letter, and the role does not know him.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'bob', name: 'Bob', spoken: 'Bob' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    trusts: {
      kind: 'choice',
      label: 'The role trusts',
      hint: 'A name is kept as a unique id. A condition is kept as text.',
      options: { name: 'Bob, by name', condition: 'the account, if the ARN is Bob’s' },
      initial: 'name',
    },
    signs: {
      kind: 'choice',
      label: 'Bob uses',
      hint: 'The session is of 09:00, and lives for four hours.',
      options: {
        fresh: 'the new Bob’s key',
        old: 'the old Bob’s key',
        session: 'the session of this morning',
      },
      initial: 'fresh',
    },
    saved: {
      kind: 'toggle',
      label: 'Trust policy saved again',
      hint: 'At 10:30, letter for letter as it was.',
      initial: false,
    },
    permitted: {
      kind: 'toggle',
      label: 'New Bob gets the old policy',
      hint: 'An identity-based policy that allows sts:AssumeRole.',
      initial: true,
    },
    called: {
      kind: 'moment',
      label: 'Bob calls at',
      hint: 'UTC. He is deleted and created again at 10:00.',
      min: after(START, hours(1)),
      max: after(START, hours(9)),
      initial: at('2026-01-19T11:00:00Z'),
    },
  },
  clock: 'called',
  clockSays: 'Bob calls at that moment',
  lives: { 'assume-early': 'session of this morning', 'assume-role': 'the new Bob’s session' },
  working: { saved: 'on' },
  variations: [
    { label: 'Save the same trust policy again', knobs: { saved: 'on' } },
    {
      label: 'Trust the account, and compare the ARN as text',
      knobs: { trusts: 'condition' },
    },
    { label: 'Use the session of this morning', knobs: { signs: 'session' } },
    {
      label: 'Use the session of this morning in the afternoon',
      knobs: { signs: 'session', called: '20260119T140000Z' },
    },
    { label: 'Use the old Bob’s key', knobs: { signs: 'old' } },
    {
      label: 'Compare as text, but give the new Bob no policy',
      knobs: { trusts: 'condition', permitted: 'off' },
    },
  ],
  decides: 'assume-role.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ trusts, signs, saved, permitted, called }) => {
    const call = { by: 'bob', to: 'sts', region: REGION } as const;
    const assume = (id: string, when: Instant, keyId: typeof OLD_KEY): Act => ({
      ...call,
      id,
      at: when,
      kind: 'sts:AssumeRole',
      credentials: { keyId },
      roleArn: PRESS,
      roleSessionName: 'bob',
      durationSeconds: hours(4),
    });
    const change = (id: string, when: Instant, what: WorldChange): Act => ({
      id,
      at: when,
      kind: 'change',
      by: 'administrator',
      change: what,
    });
    const uses: Act =
      signs === 'session'
        ? {
            id: 'read',
            at: called,
            kind: 'call',
            by: 'bob',
            to: 's3',
            region: REGION,
            credentials: { issuedBy: 'assume-early' },
            action: 's3:GetObject',
            resources: [STORY],
          }
        : assume('assume-role', called, signs === 'old' ? OLD_KEY : NEW_KEY);
    return {
      world: worldOf(TRUST[trusts]),
      script: [
        ...(signs === 'session' ? [assume('assume-early', START, OLD_KEY)] : []),
        change('delete', LEFT, { kind: 'delete-user', user: BOB }),
        change('create', LEFT, {
          kind: 'create-user',
          user: BOB,
          policies: permitted ? [mayAssume] : [],
        }),
        change('key', LEFT, { kind: 'create-key', user: BOB, keyId: NEW_KEY }),
        ...(saved && called >= SAVED
          ? [
              change('save', SAVED, {
                kind: 'put-trust-policy',
                role: PRESS,
                policy: TRUST[trusts],
              }),
            ]
          : []),
        { id: 'wait', at: called, kind: 'wait' },
        uses,
      ],
    };
  },
});
