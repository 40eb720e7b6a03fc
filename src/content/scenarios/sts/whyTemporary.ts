import type { Act } from '#engine/act.ts';
import type { ApiCall } from '#engine/api/acts.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, days, hours, minutes } from '#engine/time.ts';
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
const MIA = userArn(ACCOUNT, 'mia');
const MIAS_KEY = uniqueId('AKIA', ACCOUNT, 'mia');
const RESTORE = roleArn(ACCOUNT, 'Restore');
const BACKUP = 'arn:aws:s3:::night-backups/customers.sql';

const START = at('2026-01-12T09:00:00Z');
const PASTED = at('2026-01-12T09:10:00Z');
const FIRST_LOOK = at('2026-01-12T09:20:00Z');

const readBackups = document(
  allow('s3:GetObject', 'arn:aws:s3:::night-backups/*'),
  allow('sts:AssumeRole', RESTORE),
);

function worldOf(permissions: PolicyDocument): World {
  const policies = [policy('ReadBackups', 'identity', permissions)];
  const mia = user(ACCOUNT, 'mia', { policies });
  const restore = role(ACCOUNT, 'Restore', {
    trustPolicy: trusting('Restore', MIA),
    policies,
    maxSessionDuration: hours(12),
  });
  const body = 'INSERT INTO customers VALUES …';
  const backups = account(ACCOUNT, 'backups', REGION, {
    users: [mia],
    roles: [restore],
    buckets: [
      {
        name: 'night-backups',
        region: REGION,
        objects: { 'customers.sql': { contentType: 'application/sql', body } },
      },
    ],
  });
  return world(START, [backups], [userKey(mia)]);
}

type Response = 'nothing' | 'key-off' | 'revoke' | 'permission' | 'trust';

/** What the administrator does; trusting nobody is written as trusting an account that has nothing to do with it. */
function changeOf(response: Response, owner: string): WorldChange | undefined {
  switch (response) {
    case 'nothing':
      return undefined;
    case 'key-off':
      return { kind: 'deactivate-key', keyId: MIAS_KEY };
    case 'revoke':
      return { kind: 'revoke-sessions', role: RESTORE };
    case 'permission':
      return { kind: 'replace-policies', principal: owner, policies: [] };
    case 'trust':
      return {
        kind: 'put-trust-policy',
        role: RESTORE,
        policy: trusting('Restore', '444455556666'),
      };
  }
}

/** The first principle: a theft that nobody notices ends by itself, or never. */
export const whyTemporary = defineScenario({
  id: 'why-temporary',
  lab: 'sts',
  title: 'Stolen at nine, worthless by ten',
  tag: 'first principle',
  summary:
    'Mia pastes her credentials into a public chat, and nobody notices. A session dies within the hour by itself. A long-term key works until somebody acts.',
  subjects: ['sts', 'api', 'changes', 'outside'],
  parties: [
    { id: 'mia', name: 'Mia', spoken: 'Mia' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'thief', name: 'thief', spoken: 'the thief' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    stolen: {
      kind: 'choice',
      label: 'What Mia pastes',
      hint: 'What she works with is what she can lose.',
      options: { session: 'a role session', key: 'her long-term key' },
      initial: 'session',
    },
    lifetime: {
      kind: 'duration',
      label: 'Session duration',
      hint: 'DurationSeconds in AssumeRole. The role allows 12 hours.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), minutes(30), hours(1), hours(2), hours(4), hours(8), hours(12)],
      when: { knob: 'stolen', is: ['session'] },
    },
    tries: {
      kind: 'moment',
      label: 'The thief comes back at',
      hint: 'UTC. The first look was at 09:20.',
      min: FIRST_LOOK,
      max: after(START, days(14)),
      initial: at('2026-01-12T12:30:00Z'),
    },
    noticed: {
      kind: 'moment',
      label: 'Somebody notices at',
      hint: 'UTC. It helps only before the thief comes back.',
      min: FIRST_LOOK,
      max: after(START, days(14)),
      initial: at('2026-01-12T18:00:00Z'),
    },
    response: {
      kind: 'choice',
      label: 'And then',
      hint: 'Each answer stops one kind of credentials; some stop nothing.',
      options: {
        nothing: 'does nothing',
        'key-off': 'deactivates Mia’s key',
        revoke: 'revokes the role’s sessions',
        permission: 'takes the permissions away',
        trust: 'empties the trust policy',
      },
      initial: 'key-off',
    },
    breeds: {
      kind: 'toggle',
      label: 'Thief makes a session too',
      hint: 'With GetSessionToken, at once. A session cannot do that.',
      initial: false,
    },
    permissions: {
      kind: 'policy',
      label: 'What Mia and the role may do',
      hint: 'A thief can do what the credentials can do, and nothing else.',
      policyType: 'identity',
      initial: readBackups,
    },
  },
  clock: 'tries',
  clockSays: 'the thief comes back at that moment',
  lives: {
    [MIAS_KEY]: 'Mia’s long-term key',
    'assume-role': 'Mia’s session',
    breed: 'the thief’s own session',
  },
  working: { tries: '20260112T094500Z' },
  variations: [
    { label: 'Paste the long-term key instead', knobs: { stolen: 'key' } },
    { label: 'Come back within the hour', knobs: { tries: '20260112T094500Z' } },
    {
      label: 'Notice in time, and deactivate the key',
      knobs: { stolen: 'key', noticed: '20260112T110000Z' },
    },
    {
      label: 'Deactivate the key, though a session was stolen',
      knobs: { lifetime: '43200', noticed: '20260112T110000Z' },
    },
    {
      label: 'Revoke a twelve-hour session',
      knobs: { lifetime: '43200', noticed: '20260112T110000Z', response: 'revoke' },
    },
    {
      label: 'Make a session from the key before it is deactivated',
      knobs: { stolen: 'key', breeds: 'on', noticed: '20260112T110000Z' },
    },
    {
      label: 'Make that session, and take Mia’s permissions away',
      knobs: {
        stolen: 'key',
        breeds: 'on',
        noticed: '20260112T110000Z',
        response: 'permission',
      },
    },
  ],
  safeguards: [
    {
      knob: 'stolen',
      off: 'key',
      says: 'Mia works with a long-term key, which has no end of its own.',
    },
  ],
  attacker: 'thief',
  decides: 'come-back.token-alive',
  about: 'api.token-alive',
  setup: ({ stolen, lifetime, tries, noticed, response, breeds, permissions }) => {
    const isKey = stolen === 'key';
    const pasted = isKey ? { keyId: MIAS_KEY } : { issuedBy: 'assume-role' };
    const used = isKey && breeds ? { issuedBy: 'breed' } : pasted;
    const read = (id: string, when: Instant, credentials: ApiCall['credentials']): Act => ({
      id,
      at: when,
      kind: 'call',
      by: 'thief',
      to: 's3',
      region: REGION,
      credentials,
      action: 's3:GetObject',
      resources: [BACKUP],
    });
    const change = noticed <= tries ? changeOf(response, isKey ? MIA : RESTORE) : undefined;
    const script: readonly (Act | false)[] = [
      !isKey && {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'mia',
        to: 'sts',
        region: REGION,
        credentials: { keyId: MIAS_KEY },
        roleArn: RESTORE,
        roleSessionName: 'mia',
        durationSeconds: lifetime,
      },
      {
        id: 'paste',
        at: PASTED,
        kind: 'tell',
        by: 'mia',
        to: 'thief',
        what: isKey ? 'pastes her key into a public chat' : 'pastes the session into a public chat',
        credentials: pasted,
      },
      read('first-look', FIRST_LOOK, pasted),
      breeds && {
        id: 'breed',
        at: FIRST_LOOK,
        kind: 'sts:GetSessionToken',
        by: 'thief',
        to: 'sts',
        region: REGION,
        credentials: pasted,
      },
      change !== undefined && {
        id: 'respond',
        at: noticed,
        kind: 'change',
        by: 'administrator',
        change,
      },
      { id: 'wait', at: tries, kind: 'wait' },
      read('come-back', tries, used),
    ];
    return { world: worldOf(permissions), script: script.filter((act) => act !== false) };
  },
});
