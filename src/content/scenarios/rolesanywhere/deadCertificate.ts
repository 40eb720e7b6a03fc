import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, world } from '../build.ts';
import {
  ADMIN,
  anchor,
  anywhere,
  bucketRole,
  called,
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

const BUCKET = 'tank-levels';
const NOON = at('2026-01-19T12:00:00Z');
const START = after(NOON, minutes(-5));
const CUT = after(NOON, minutes(30));
const ROLE = roleArn(PLACE.account, 'LevelWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'short-lived-ca');
const PROFILE = resourceArn('profile', PLACE, 'tanks');
const CA = `arn:aws:acm-pca:${PLACE.region}:${PLACE.account}:certificate-authority/5c0f7e7a-19d2-4d6a-b8f5-2f6f4f0b7c11`;

function worldOf(pki: Pki): World {
  const writer = bucketRole(
    'LevelWriter',
    { action: 's3:PutObject', bucket: BUCKET },
    { Condition: ofSubject('CN', 'batch-07') },
    { maxSessionDuration: hours(12) },
  );
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [
        anchor(PLACE, 'short-lived-ca', [], {
          source: {
            sourceType: 'AWS_ACM_PCA',
            acmPcaArn: CA,
            certificates: [pki.certificate('short-lived-ca')],
          },
        }),
      ],
      [profile(PLACE, 'tanks', [ROLE], { durationSeconds: hours(12) })],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** Two clocks: the certificate counts when a session is asked for, the session counts by itself. */
export const deadCertificate = defineScenario({
  id: 'dead-certificate',
  lab: 'rolesanywhere',
  title: 'The certificate died at noon, the session lives till midnight',
  tag: 'certificates of seven days',
  summary:
    'A Private CA in short-lived mode issues certificates of seven days and needs no revocation list. Five minutes before its end the server opens a session of twelve hours. The certificate’s end does not shorten it.',
  subjects: ['rolesanywhere', 'api', 'changes'],
  parties: [{ id: 'server', name: 'tank server', spoken: 'the tank server' }, SERVICE, S3, ADMIN],
  knobs: {
    length: {
      kind: 'duration',
      label: 'Session asked for',
      hint: 'Profile and role allow twelve hours. The certificate has five minutes left.',
      min: minutes(15),
      max: hours(12),
      initial: hours(12),
      stops: [minutes(15), hours(1), hours(4), hours(12)],
    },
    renewed: {
      kind: 'toggle',
      label: 'Renewed certificate in place',
      hint: 'Issued a day before the old one ends. The helper reads the file anew each time.',
      initial: false,
    },
    cut: {
      kind: 'toggle',
      label: 'Sessions revoked at 12:30',
      hint: 'What ends a session early is a denial on the role, not a certificate.',
      initial: false,
    },
    last: {
      kind: 'choice',
      label: 'The server does last',
      hint: 'It does both. This comes at the end.',
      options: { write: 'writes with its session', renew: 'asks for the next session' },
      initial: 'write',
    },
    writes: {
      kind: 'moment',
      label: 'The server comes again at',
      hint: 'UTC. The certificate ends at 12:00.',
      min: START,
      max: after(NOON, hours(13)),
      initial: at('2026-01-19T23:00:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server comes again at that moment',
  lives: { 'create-session': 'session', renew: 'next session' },
  working: {},
  variations: [
    { label: 'Ask for the next session', knobs: { last: 'renew' } },
    { label: 'Renew the certificate in time', knobs: { renewed: 'on', last: 'renew' } },
    { label: 'Ask for a short session', knobs: { length: '900' } },
    { label: 'Revoke the sessions', knobs: { cut: 'on' } },
    { label: 'Come back in the last minute', knobs: { last: 'renew', writes: '20260119T115900Z' } },
  ],
  decides: 'renew.certificate-current',
  about: 'rolesanywhere.certificate-current',
  setup: ({ length, renewed, cut, last, writes }, _, pki) => {
    const certificates = pki();
    const asks = {
      chain: [],
      trustAnchorArn: ANCHOR,
      profileArn: PROFILE,
      roleArn: ROLE,
      durationSeconds: length,
    };
    const revoked: readonly Act[] =
      cut && writes >= CUT
        ? [
            { id: 'notice', at: CUT, kind: 'wait' },
            {
              id: 'cut',
              at: CUT,
              kind: 'change',
              by: 'admin',
              change: { kind: 'revoke-sessions', role: ROLE },
            },
          ]
        : [];
    const attempts = {
      renew: opened({
        ...asks,
        id: 'renew',
        at: writes,
        certificate: certificates.certificate(renewed ? 'short-lived-next' : 'short-lived'),
      }),
      write: called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/tank-3.csv`],
      }),
    };
    return {
      world: worldOf(certificates),
      script: [
        opened({ ...asks, at: START, certificate: certificates.certificate('short-lived') }),
        ...revoked,
        { id: 'wait', at: writes, kind: 'wait' },
        attempts[last === 'write' ? 'renew' : 'write'],
        attempts[last],
      ],
    };
  },
});
