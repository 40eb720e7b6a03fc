import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
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
const BUCKET = 'night-shift';
const BROKER = userArn(ACCOUNT, 'broker');
const LOBBY = roleArn(ACCOUNT, 'Lobby');
const OPERATOR = roleArn(ACCOUNT, 'Operator');
const KEY = uniqueId('AKIA', ACCOUNT, 'broker');
const START = at('2026-01-29T18:00:00Z');

const readLogs = document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`));

function worldOf(permissions: PolicyDocument): World {
  const broker = user(ACCOUNT, 'broker', {
    policies: [
      policy(
        'BrokerPolicy',
        'identity',
        document(allow(['sts:GetFederationToken', 's3:GetObject'], '*')),
      ),
    ],
  });
  const lobby = role(ACCOUNT, 'Lobby', { trustPolicy: trusting('Lobby', BROKER) });
  const operator = role(ACCOUNT, 'Operator', {
    trustPolicy: trusting('Operator', [BROKER, LOBBY]),
    policies: [policy('OperatorPolicy', 'identity', permissions)],
  });
  const log = { contentType: 'text/plain', body: 'All quiet.' };
  const plant = account(ACCOUNT, 'plant', REGION, {
    users: [broker],
    roles: [lobby, operator],
    buckets: [{ name: BUCKET, region: REGION, objects: { 'log.txt': log } }],
  });
  return world(START, [plant], [userKey(broker)]);
}

type Source = 'role' | 'chained' | 'federated' | 'own';

const toSts = { at: START, by: 'broker', to: 'sts', region: REGION } as const;
const byBroker = { ...toSts, credentials: { keyId: KEY } } as const;
const assume = {
  kind: 'sts:AssumeRole',
  roleArn: OPERATOR,
  roleSessionName: 'ines',
  durationSeconds: hours(1),
} as const;

/** The calls that get the session credentials; the last of them is `open-session`. */
const SOURCES: Readonly<Record<Source, readonly Act[]>> = {
  role: [{ ...byBroker, ...assume, id: 'open-session' }],
  chained: [
    { ...byBroker, ...assume, id: 'open-lobby', roleArn: LOBBY },
    { ...toSts, ...assume, id: 'open-session', credentials: { issuedBy: 'open-lobby' } },
  ],
  federated: [
    {
      ...byBroker,
      id: 'open-session',
      kind: 'sts:GetFederationToken',
      name: 'ines',
      policy: JSON.stringify(readLogs),
      durationSeconds: hours(1),
    },
  ],
  own: [
    { ...byBroker, id: 'open-session', kind: 'sts:GetSessionToken', durationSeconds: hours(1) },
  ],
};

/** The console has a clock of its own: it may run on for hours after the credentials that opened it have ended. */
export const consoleClock = defineScenario({
  id: 'console-clock',
  lab: 'sts',
  title: 'The credentials are dead, the console is not',
  tag: 'console federation',
  summary:
    'A broker trades a one-hour session for a console session of twelve hours. Three hours later the credentials are refused, and the console still works.',
  subjects: ['sts', 'signin', 'api', 'changes'],
  parties: [
    { id: 'broker', name: 'broker', spoken: 'the broker' },
    { id: 'ines', name: 'Ines’s browser', spoken: 'Ines’s browser' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'signin', name: 'AWS sign-in', spoken: 'AWS sign-in' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    source: {
      kind: 'choice',
      label: 'The broker’s session is from',
      hint: 'Always for one hour.',
      options: {
        role: 'AssumeRole',
        chained: 'AssumeRole, chained',
        federated: 'GetFederationToken',
        own: 'GetSessionToken',
      },
      initial: 'role',
    },
    length: {
      kind: 'choice',
      label: 'SessionDuration',
      hint: 'How long the console session is to last. The role’s maximum does not count here.',
      options: {
        none: 'left out',
        '900': '15 minutes',
        '43200': '12 hours',
        '46800': '13 hours',
      },
      initial: '43200',
    },
    opened: {
      kind: 'choice',
      label: 'Sign-in URL is opened',
      hint: 'It is good for 15 minutes, and the session must live when it is made.',
      options: {
        soon: 'after a minute',
        late: 'after 20 minutes',
        stale: 'at once, but made two hours late',
      },
      initial: 'soon',
    },
    used: {
      kind: 'moment',
      label: 'Ines looks again at',
      hint: 'UTC. Or drag the clock below.',
      min: after(START, minutes(30)),
      max: after(START, hours(14)),
      initial: at('2026-01-29T21:00:00Z'),
    },
    revoked: {
      kind: 'toggle',
      label: 'Sessions are revoked before that',
      hint: 'An administrator revokes all sessions of the role Operator.',
      initial: false,
    },
    permissions: {
      kind: 'policy',
      label: 'What the role Operator may do',
      hint: 'Read at every click in the console.',
      policyType: 'identity',
      initial: readLogs,
    },
  },
  clock: 'used',
  clockSays: 'Ines looks again at that moment',
  lives: {
    'open-lobby': 'first session',
    'open-session': 'credentials',
    'sign-in': 'console session',
  },
  working: { used: '20260129T184500Z' },
  variations: [
    { label: 'Leave SessionDuration out', knobs: { length: 'none' } },
    { label: 'Ask for thirteen hours', knobs: { length: '46800' } },
    { label: 'Ask with a chained session', knobs: { source: 'chained' } },
    { label: 'Ask with a session from GetSessionToken', knobs: { source: 'own' } },
    { label: 'Open the URL after twenty minutes', knobs: { opened: 'late' } },
    { label: 'Make the URL after the session has ended', knobs: { opened: 'stale' } },
    { label: 'Revoke the role’s sessions', knobs: { revoked: 'on' } },
  ],
  decides: 'in-console.token-alive',
  about: 'api.token-alive',
  setup: ({ source, length, opened, used, revoked, permissions }) => {
    const madeAt = opened === 'stale' ? after(START, hours(2)) : START;
    const openedAt = after(madeAt, opened === 'late' ? minutes(20) : minutes(1));
    const read = {
      at: used,
      kind: 'call',
      to: 's3',
      region: REGION,
      action: 's3:GetObject',
      resources: [`arn:aws:s3:::${BUCKET}/log.txt`],
    } as const;
    const script: readonly Act[] = [
      ...SOURCES[source],
      {
        id: 'get-token',
        at: madeAt,
        kind: 'signin:getSigninToken',
        by: 'broker',
        to: 'signin',
        credentials: { issuedBy: 'open-session' },
        ...(length !== 'none' && { sessionDuration: seconds(Number(length)) }),
      },
      { id: 'walk', at: openedAt, kind: 'wait', needs: ['get-token'] },
      {
        id: 'sign-in',
        at: openedAt,
        kind: 'signin:login',
        by: 'ines',
        to: 'signin',
        signinToken: 'get-token',
        issuer: 'https://broker.example',
        destination: 'https://console.aws.amazon.com/s3/',
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['sign-in'] },
      ...(revoked
        ? [
            {
              id: 'revoke',
              at: used,
              kind: 'change',
              by: 'administrator',
              change: { kind: 'revoke-sessions', role: OPERATOR },
              needs: ['sign-in'],
            } as const,
          ]
        : []),
      {
        ...read,
        id: 'with-credentials',
        by: 'broker',
        credentials: { issuedBy: 'open-session' },
        needs: ['sign-in'],
      },
      { ...read, id: 'in-console', by: 'ines', credentials: { issuedBy: 'sign-in' } },
    ];
    return { world: worldOf(permissions), script };
  },
});
