import type { Act } from '#engine/act.ts';
import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
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
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'signed-contracts';
const KEY = 'contract-42.pdf';
const SIGNED = at('2026-01-20T12:56:00Z');

const PORTAL = user(ACCOUNT, 'portal');
const PORTALS_KEY = userKey(PORTAL);
const GATEWAY = role(ACCOUNT, 'PortalGateway', {
  trustPolicy: trusting('PortalGateway', PORTAL.arn),
});
const READER = role(ACCOUNT, 'ContractReader', {
  trustPolicy: trusting('ContractReader', [PORTAL.arn, GATEWAY.arn]),
  policies: [
    policy(
      'ContractReaderPolicy',
      'identity',
      document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
  maxSessionDuration: hours(4),
});

function worldOf(age: Seconds): World {
  const firm = account(ACCOUNT, 'firm', REGION, {
    users: [PORTAL],
    roles: [GATEWAY, READER],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the signed contract') } }],
  });
  return world(born(age), [firm], [PORTALS_KEY]);
}

/** When a session of this age was issued. */
const born = (age: Seconds) => after(SIGNED, seconds(-age));

/** What counts is what is left of the session when it signs; chaining leaves an hour at the most to begin with. */
export const chainedHour = defineScenario({
  id: 'chained-hour',
  lab: 'presigned',
  title: 'The cached session had four minutes left',
  tag: 'remaining life',
  summary:
    'A portal reaches its second role through a first one, so the session lasts an hour. It keeps the session and signs a week’s link in the last minutes.',
  subjects: ['sts', 's3'],
  parties: [
    { id: 'portal', name: 'portal', spoken: 'the portal' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'client', name: 'client', spoken: 'the client' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    way: {
      kind: 'choice',
      label: 'The way to the role',
      hint: 'A role that assumes a role is role chaining.',
      options: { chained: 'through another role', direct: 'straight from the user' },
      initial: 'chained',
    },
    session: {
      kind: 'duration',
      label: 'Session duration',
      hint: 'DurationSeconds in AssumeRole. The role allows four hours.',
      min: hours(1),
      max: hours(12),
      initial: hours(1),
      stops: [hours(1), hours(2), hours(4), hours(12)],
    },
    age: {
      kind: 'duration',
      label: 'Age of the session',
      hint: 'How long the portal had kept it when it signed, at 12:56.',
      min: seconds(0),
      max: minutes(59),
      initial: minutes(56),
      stops: [seconds(0), minutes(15), minutes(30), minutes(45), minutes(56), minutes(59)],
    },
    tool: {
      kind: 'choice',
      label: 'The tool that signs',
      hint: 'Ruby’s aws-sdk-s3 from 1.127.0 on writes what is left of the session, where that is less.',
      options: { asked: 'writes what it is asked for', capped: 'writes no more than is left' },
      initial: 'asked',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 12:56 for seven days.',
      min: SIGNED,
      max: after(SIGNED, days(8)),
      initial: at('2026-01-20T13:05:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { 'assume-gateway': 'first session', 'assume-reader': 'second session', sign: 'link' },
  working: { used: '20260120T125900Z' },
  variations: [
    { label: 'Sign with a session that is just issued', knobs: { age: '0' } },
    { label: 'Let the tool write what is left', knobs: { tool: 'capped' } },
    { label: 'Ask the second role for two hours', knobs: { session: '7200' } },
    { label: 'Go straight to the role, for two hours', knobs: { way: 'direct', session: '7200' } },
    { label: 'Go straight to it, for twelve hours', knobs: { way: 'direct', session: '43200' } },
  ],
  decides: 'open-url.token-alive',
  about: 's3.token-alive',
  setup: ({ way, session, age, tool, used }) => {
    const left = seconds(session - age);
    const assume = {
      at: born(age),
      kind: 'sts:AssumeRole',
      by: 'portal',
      to: 'sts',
      region: REGION,
      roleSessionName: 'contracts',
    } as const;
    const usersKey = { keyId: PORTALS_KEY.id };
    const assumeGateway: Act = {
      ...assume,
      id: 'assume-gateway',
      credentials: usersKey,
      roleArn: GATEWAY.arn,
    };
    const script: readonly Act[] = [
      ...(way === 'chained' ? [assumeGateway] : []),
      {
        ...assume,
        id: 'assume-reader',
        credentials: way === 'chained' ? { issuedBy: 'assume-gateway' } : usersKey,
        roleArn: READER.arn,
        durationSeconds: session,
      },
      { id: 'keep', at: SIGNED, kind: 'wait', needs: ['assume-reader'] },
      {
        id: 'sign',
        at: SIGNED,
        kind: 'presign',
        by: 'portal',
        credentials: { issuedBy: 'assume-reader' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: tool === 'capped' && left < days(7) ? left : days(7),
      },
      shared({ at: SIGNED, by: 'portal', to: 'client' }),
      { id: 'wait', at: used, kind: 'wait', needs: ['share'] },
      opened({ at: used, by: 'client' }),
    ];
    return { world: worldOf(age), script };
  },
});
