import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import type { Statement } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, document, policy, world } from '../build.ts';
import {
  ADMIN,
  anchor,
  anywhere,
  bucketRole,
  called,
  changed,
  crl,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'design-drawings';
const START = at('2026-01-15T12:00:00Z');
const NOTICED = after(START, minutes(30));
const ROLE = roleArn(PLACE.account, 'DrawingReader');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'drawings');

type Condition = NonNullable<Statement['Condition']>;
const THIEF: Condition = { StringEquals: { 'sts:SourceIdentity': 'CN=batch-03' } };

type Door = 'nothing' | 'list' | 'trust' | 'anchor';
type Room = 'nothing' | 'revoked' | 'tag' | 'identity';

/** What stops new sessions: the list, the trust policy, or the whole anchor. */
const doorActs = (door: Door, pki: Pki): readonly Act[] => {
  switch (door) {
    case 'nothing':
      return [];
    case 'list':
      return [
        changed('door', NOTICED, {
          kind: 'put-crl',
          crl: crl(PLACE, 'plant-7', { trustAnchorArn: ANCHOR, list: pki.list('issuing-list') }),
        }),
      ];
    case 'trust':
      return [
        {
          id: 'door',
          at: NOTICED,
          kind: 'change',
          by: 'admin',
          change: {
            kind: 'put-trust-policy',
            role: ROLE,
            policy: serviceTrust('DrawingReader', {}, { Effect: 'Deny', Condition: THIEF }),
          },
        },
      ];
    case 'anchor':
      return [changed('door', NOTICED, { kind: 'set-enabled', arn: ANCHOR, enabled: false })];
  }
};

const denying = (id: string, condition: Condition) =>
  policy(
    id,
    'identity',
    document({ Effect: 'Deny', Action: '*', Resource: '*', Condition: condition }),
  );

/** What stops sessions that live: all that are older, or those of one certificate. */
const roomActs = (room: Room): readonly Act[] => {
  const change = (denial: ReturnType<typeof denying>): readonly Act[] => [
    {
      id: 'room',
      at: NOTICED,
      kind: 'change',
      by: 'admin',
      change: { kind: 'put-policy', principal: ROLE, policy: denial },
    },
  ];
  switch (room) {
    case 'nothing':
      return [];
    case 'revoked':
      return [
        {
          id: 'room',
          at: NOTICED,
          kind: 'change',
          by: 'admin',
          change: { kind: 'revoke-sessions', role: ROLE },
        },
      ];
    case 'tag':
      return change(
        denying('DenyTag', {
          StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'batch-03' },
        }),
      );
    case 'identity':
      return change(
        denying('DenyIdentity', { StringEquals: { 'aws:SourceIdentity': 'CN=batch-03' } }),
      );
  }
};

function worldOf(pki: Pki): World {
  const reader = bucketRole(
    'DrawingReader',
    { action: 's3:GetObject', bucket: BUCKET },
    {},
    { maxSessionDuration: hours(12) },
  );
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [reader],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'drawings', [ROLE], { durationSeconds: hours(12) })],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** A door and a room: the list stops who comes, the denial stops who is there, and it takes both. */
export const thiefAgain = defineScenario({
  id: 'thief-again',
  lab: 'rolesanywhere',
  title: 'Thrown out at half past, back a minute later',
  tag: 'cutting off a live session',
  summary:
    'A thief holds the key of batch-03 and a session of 12 hours. The administrator revokes all older sessions of the role. The thief asks for a new one, and batch-07, who did nothing, is out too.',
  subjects: ['rolesanywhere', 'api', 'changes'],
  parties: [
    { id: 'thief', name: 'thief', spoken: 'the thief' },
    { id: 'server', name: 'batch-07', spoken: 'the server batch-07' },
    SERVICE,
    S3,
    ADMIN,
  ],
  knobs: {
    door: {
      kind: 'choice',
      label: 'Against new sessions',
      hint: 'At 12:30. These are asked when a session is issued.',
      options: {
        nothing: 'nothing',
        list: 'import the revocation list, enabled',
        trust: 'deny batch-03 in the trust policy',
        anchor: 'disable the trust anchor',
      },
      initial: 'nothing',
    },
    room: {
      kind: 'choice',
      label: 'Against sessions that live',
      hint: 'At 12:30. A denial on the role is read at every call.',
      options: {
        nothing: 'nothing',
        revoked: 'revoke all older sessions of the role',
        tag: 'deny the tag x509Subject/CN = batch-03',
        identity: 'deny the source identity CN=batch-03',
      },
      initial: 'revoked',
    },
    last: {
      kind: 'choice',
      label: 'Who reads last',
      hint: 'All three try. This one comes at the end.',
      options: {
        again: 'the thief, with a new session',
        old: 'the thief, with the session from noon',
        server: 'batch-07, with its session from noon',
      },
      initial: 'again',
    },
    reads: {
      kind: 'moment',
      label: 'They read at',
      hint: 'UTC. The sessions from noon were opened for 12 hours.',
      min: after(NOTICED, minutes(1)),
      max: after(START, hours(13)),
      initial: at('2026-01-15T12:31:00Z'),
    },
  },
  clock: 'reads',
  clockSays: 'the thief and batch-07 read at that moment',
  lives: {
    'open-thief': 'thief’s session',
    'open-server': 'batch-07’s session',
    'open-again': 'thief’s new session',
  },
  working: {},
  variations: [
    { label: 'Import the list as well', knobs: { door: 'list' } },
    {
      label: 'Import the list alone, and look at noon’s',
      knobs: { door: 'list', room: 'nothing', last: 'old' },
    },
    { label: 'Look at who else was thrown out', knobs: { door: 'list', last: 'server' } },
    { label: 'Deny the tag instead', knobs: { room: 'tag' } },
    { label: 'Deny the source identity instead', knobs: { room: 'identity', last: 'old' } },
    { label: 'The same, and look at batch-07', knobs: { room: 'identity', last: 'server' } },
    { label: 'Deny it in the trust policy as well', knobs: { door: 'trust' } },
  ],
  attacker: 'thief',
  safeguards: [
    {
      knob: 'door',
      off: 'nothing',
      says: 'Nothing stops a new session: whoever holds the key asks again.',
    },
    {
      knob: 'room',
      off: 'nothing',
      says: 'Nothing stops the sessions that live: they run to their own end.',
    },
  ],
  decides: 'read-again.allowed',
  about: 'api.allowed',
  setup: ({ door, room, last, reads }, _, pki) => {
    const certificates = pki();
    const asks = {
      chain: [certificates.certificate('issuing')],
      trustAnchorArn: ANCHOR,
      profileArn: PROFILE,
      roleArn: ROLE,
    };
    const stolen = certificates.certificate('revoked');
    const read = (id: string, by: string, issuedBy: string, file: string): Act =>
      called({
        id,
        by,
        at: reads,
        credentials: { issuedBy },
        action: 's3:GetObject',
        resources: [`arn:aws:s3:::${BUCKET}/${file}`],
      });
    const attempts: Readonly<Record<typeof last, readonly Act[]>> = {
      again: [
        opened({ ...asks, id: 'open-again', by: 'thief', at: reads, certificate: stolen }),
        read('read-again', 'thief', 'open-again', 'gear.dwg'),
      ],
      old: [read('read-old', 'thief', 'open-thief', 'axle.dwg')],
      server: [read('read-server', 'server', 'open-server', 'frame.dwg')],
    };
    const order = ['server', 'old', 'again'] as const;
    return {
      world: worldOf(certificates),
      script: [
        opened({ ...asks, id: 'open-thief', by: 'thief', at: START, certificate: stolen }),
        opened({
          ...asks,
          id: 'open-server',
          at: START,
          certificate: certificates.certificate('batch'),
        }),
        { id: 'notice', at: NOTICED, kind: 'wait' },
        ...doorActs(door, certificates),
        ...roomActs(room),
        { id: 'wait', at: reads, kind: 'wait' },
        ...order.filter((one) => one !== last).flatMap((one) => attempts[one]),
        ...attempts[last],
      ],
    };
  },
});
