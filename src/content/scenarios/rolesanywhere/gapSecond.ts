import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, world } from '../build.ts';
import {
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

const BUCKET = 'shift-reports';
const NOON = at('2026-01-15T12:00:00Z');
const START = after(NOON, minutes(-10));
const ROLE = roleArn(PLACE.account, 'ShiftReporter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'shifts');

type Shown = 'old' | 'new' | 'overlapping' | 'orphan';

const CERTIFICATES: Readonly<
  Record<Shown, readonly [leaf: LabCertificateName, issuer: LabCertificateName]>
> = {
  old: ['expired', 'issuing'],
  new: ['not-yet-valid', 'issuing'],
  overlapping: ['batch', 'issuing'],
  orphan: ['of-expired', 'issuing-expired'],
};

const SKEWS: Readonly<Record<'right' | 'near' | 'behind' | 'ahead', Seconds>> = {
  right: seconds(0),
  near: minutes(-4),
  behind: minutes(-30),
  ahead: minutes(30),
};

function worldOf(pki: Pki, clock: keyof typeof SKEWS): World {
  const reporter = bucketRole(
    'ShiftReporter',
    { action: 's3:PutObject', bucket: BUCKET },
    {
      Condition: ofSubject('OU', 'Batch'),
    },
  );
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [reporter],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'shifts', [ROLE])],
    ),
  });
  return world(START, [plant], [], { clockSkew: { server: SKEWS[clock] }, x509: pki.material });
}

/** Both ends of a validity belong to it; whose clock counts, and for what. */
export const gapSecond = defineScenario({
  id: 'gap-second',
  lab: 'rolesanywhere',
  title: 'At noon sharp, neither certificate counts',
  tag: 'validity and clocks',
  summary:
    'The old certificate ends at 11:59:59, and the new one begins at 12:00:01. The server asks for a session in the second between. A wrong clock of its own would not help it: AWS reads the validity by AWS’s clock.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'shift server', spoken: 'the shift server' }, SERVICE, S3],
  knobs: {
    shown: {
      kind: 'choice',
      label: 'The server shows',
      hint: 'All four carry the same name.',
      options: {
        old: 'the old one, until 11:59:59',
        new: 'the new one, from 12:00:01',
        overlapping: 'one made to overlap both',
        orphan: 'a good one, whose CA ended on 10 January',
      },
      initial: 'old',
    },
    clock: {
      kind: 'choice',
      label: 'The server’s clock',
      hint: 'It dates the signature, and nothing else.',
      options: {
        right: 'is right',
        near: 'is four minutes behind',
        behind: 'is half an hour behind',
        ahead: 'is half an hour ahead',
      },
      initial: 'right',
    },
    asks: {
      kind: 'moment',
      label: 'The server asks at',
      hint: 'UTC. Noon sharp is the second that nobody thought of.',
      min: START,
      max: after(NOON, minutes(10)),
      initial: NOON,
    },
    pause: {
      kind: 'duration',
      label: 'Reports are written after',
      hint: 'Counted from when the server asks. The session lasts an hour, whatever the certificate does.',
      min: minutes(5),
      max: hours(2),
      initial: minutes(5),
      stops: [minutes(5), minutes(30), hours(1), hours(2)],
    },
  },
  clock: 'asks',
  clockSays: 'the server asks for its session at that moment',
  lives: { 'create-session': 'server’s session' },
  working: { shown: 'overlapping' },
  variations: [
    { label: 'Ask a second earlier', knobs: { asks: '20260115T115959Z' } },
    {
      label: 'Ask a second later, with the new one',
      knobs: { shown: 'new', asks: '20260115T120001Z' },
    },
    { label: 'Turn the server’s clock back half an hour', knobs: { clock: 'behind' } },
    {
      label: 'Have it four minutes behind, and overlap',
      knobs: { shown: 'overlapping', clock: 'near' },
    },
    { label: 'Let the CA end before its certificate', knobs: { shown: 'orphan' } },
    {
      label: 'Ask in time, write two hours later',
      knobs: { asks: '20260115T115959Z', pause: '7200' },
    },
  ],
  decides: 'create-session.certificate-current',
  about: 'rolesanywhere.certificate-current',
  setup: ({ shown, clock, asks, pause }, _, pki) => {
    const certificates = pki();
    const [leaf, issuer] = CERTIFICATES[shown];
    const writes = after(asks, pause);
    const script: readonly Act[] = [
      { id: 'start', at: asks, kind: 'wait' },
      opened({
        at: asks,
        certificate: certificates.certificate(leaf),
        chain: [certificates.certificate(issuer)],
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
      }),
      { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
      called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/early-shift.csv`],
      }),
    ];
    return { world: worldOf(certificates, clock), script };
  },
});
