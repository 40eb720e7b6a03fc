import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
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
  crl,
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

const BUCKET = 'machine-states';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'StateWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-roots');
const PROFILE = resourceArn('profile', PLACE, 'machines');

type Machine =
  | 'press'
  | 'printer'
  | 'gateway'
  | 'line'
  | 'mute'
  | 'ancient'
  | 'revoked'
  | 'impostor'
  | 'altered';

/** A machine’s certificate, and what it sends beside it. */
const MACHINES: Readonly<
  Record<Machine, readonly [leaf: LabCertificateName, ...LabCertificateName[]]>
> = {
  press: ['device', 'device-ca'],
  printer: ['device-outside', 'device-ca'],
  gateway: ['of-not-ca', 'issuing-not-ca'],
  line: ['of-too-deep', 'issuing-too-deep', 'issuing'],
  mute: ['of-may-not-sign', 'issuing-may-not-sign'],
  ancient: ['of-version-1', 'issuing-version-1'],
  revoked: ['of-revoked', 'issuing-revoked'],
  impostor: ['impostor', 'issuing'],
  altered: ['bad-signature', 'issuing'],
};

function worldOf(pki: Pki, isListed: boolean, isTested: boolean): World {
  const writer = bucketRole(
    'StateWriter',
    { action: 's3:PutObject', bucket: BUCKET },
    isTested ? { Condition: ofSubject('OU', 'Plant 7') } : {},
  );
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-roots', [pki.certificate('root'), pki.certificate('root-g2')])],
      [profile(PLACE, 'machines', [ROLE])],
      isListed
        ? [crl(PLACE, 'root-list', { trustAnchorArn: ANCHOR, list: pki.list('root-list') })]
        : [],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** A CA below the anchor has only the power that was written into its own certificate. */
export const narrowCa = defineScenario({
  id: 'narrow-ca',
  lab: 'rolesanywhere',
  title: 'The device CA may name presses, not printers',
  tag: 'power of an intermediate CA',
  summary:
    'The device CA was given the names below plant7.sim.example. It has signed a certificate for a printer of the office. The signature is right, and the path is refused.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'machine', spoken: 'the machine' }, SERVICE, S3],
  knobs: {
    machine: {
      kind: 'choice',
      label: 'The machine’s certificate is from',
      hint: 'Each brings the certificates of all CAs that it needs.',
      options: {
        printer: 'the device CA, for a printer outside',
        press: 'the device CA, for a press of plant 7',
        gateway: 'a gateway that is no CA',
        line: 'a CA below the last one allowed (pathlen)',
        mute: 'a CA without keyCertSign',
        ancient: 'a CA with a version 1 certificate',
        revoked: 'a CA that the root has revoked',
        impostor: 'somebody with the issuing CA’s name',
        altered: 'the issuing CA, and a bit was changed',
      },
      initial: 'printer',
    },
    listed: {
      kind: 'toggle',
      label: 'The root’s revocation list is imported',
      hint: 'That a list is asked about intermediates too is not published; this engine asks.',
      initial: true,
    },
    tested: {
      kind: 'toggle',
      label: 'Trust policy wants OU=Plant 7',
      hint: 'The press and the printer differ here; the others have OU=Batch.',
      initial: true,
    },
    writes: {
      kind: 'moment',
      label: 'The state is written at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the machine writes its state at that moment',
  lives: { 'create-session': 'machine’s session' },
  working: { machine: 'press' },
  variations: [
    { label: 'Let the press come', knobs: { machine: 'press' } },
    { label: 'Let a gateway sign that is no CA', knobs: { machine: 'gateway' } },
    { label: 'Put one CA too many below', knobs: { machine: 'line' } },
    { label: 'Take keyCertSign from the CA', knobs: { machine: 'mute' } },
    { label: 'Borrow the CA’s name, not its key', knobs: { machine: 'impostor' } },
    { label: 'Revoke the CA itself', knobs: { machine: 'revoked' } },
    { label: 'Revoke it, and import no list', knobs: { machine: 'revoked', listed: 'off' } },
  ],
  decides: 'create-session.path-trusted',
  about: 'rolesanywhere.path-trusted',
  setup: ({ machine, listed, tested, writes }, _, pki) => {
    const certificates = pki();
    const [leaf, ...chain] = MACHINES[machine];
    const script: readonly Act[] = [
      opened({
        at: START,
        certificate: certificates.certificate(leaf),
        chain: chain.map((name) => certificates.certificate(name)),
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
      }),
      { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
      called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/state.json`],
      }),
    ];
    return { world: worldOf(certificates, listed, tested), script };
  },
});
