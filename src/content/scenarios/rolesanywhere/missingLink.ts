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
  fromAnchor,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

const BUCKET = 'night-backups';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'BackupWriter');
const PROFILE = resourceArn('profile', PLACE, 'backups');

type Named = 'root' | 'pair' | 'issuing' | 'next' | 'other' | 'gone';

/** What each trust anchor holds; the two of the company’s own root are one and the same resource. */
const ANCHORS: Readonly<
  Record<Exclude<Named, 'gone'>, readonly [name: string, ...LabCertificateName[]]>
> = {
  root: ['sim-corp', 'root'],
  pair: ['sim-corp', 'root', 'root-g2'],
  issuing: ['plant-7', 'issuing'],
  next: ['sim-corp-g2', 'root-g2'],
  other: ['other-corp', 'other-root'],
};

const arnOf = (named: Named): ReturnType<typeof resourceArn<'trust-anchor'>> =>
  resourceArn('trust-anchor', PLACE, named === 'gone' ? 'last-year' : ANCHORS[named][0]);

type Sent = 'nothing' | 'issuing' | 'cross' | 'six';

const CHAINS: Readonly<Record<Sent, readonly LabCertificateName[]>> = {
  nothing: [],
  issuing: ['issuing'],
  cross: ['issuing-by-g2'],
  six: ['issuing', 'issuing-by-g2', 'device-ca', 'short-lived-ca', 'root', 'root-g2'],
};

function worldOf(pki: Pki, named: Named, isPinned: boolean): World {
  const writer = bucketRole(
    'BackupWriter',
    { action: 's3:PutObject', bucket: BUCKET },
    isPinned ? { Condition: fromAnchor(arnOf('root')) } : {},
  );
  const [name, ...held] = ANCHORS[named === 'gone' ? 'root' : named];
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [
        anchor(
          PLACE,
          name,
          held.map((one) => pki.certificate(one)),
        ),
      ],
      [profile(PLACE, 'backups', [ROLE])],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** The path to the anchor is built from what the request brings and what the anchor holds, and from nothing else. */
export const missingLink = defineScenario({
  id: 'missing-link',
  lab: 'rolesanywhere',
  title: 'One certificate sent, two needed',
  tag: 'path to the trust anchor',
  summary:
    'The trust anchor holds the root, and an issuing CA stands between. The server sends its own certificate alone. AWS fetches no missing certificate from anywhere.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'backup server', spoken: 'the backup server' }, SERVICE, S3],
  knobs: {
    sent: {
      kind: 'choice',
      label: 'Sent beside it',
      hint: 'The header X-Amz-X509-Chain takes five certificates, in any order.',
      options: {
        nothing: 'nothing',
        issuing: 'the issuing CA, certified by the root',
        cross: 'the issuing CA, certified by the new root',
        six: 'all six CAs there are',
      },
      initial: 'nothing',
    },
    named: {
      kind: 'choice',
      label: 'The trust anchor holds',
      hint: 'The request names one trust anchor, and the path must end there.',
      options: {
        root: 'the company’s root',
        pair: 'the root, and the new root beside it',
        issuing: 'the issuing CA itself',
        next: 'only the new root, as an anchor of its own',
        other: 'the root of another company',
        gone: 'nothing: it was deleted last year',
      },
      initial: 'root',
    },
    pinned: {
      kind: 'toggle',
      label: 'Trust policy tests the anchor',
      hint: 'It names the ARN of the anchor that holds the company’s root.',
      initial: true,
    },
    writes: {
      kind: 'moment',
      label: 'The backup is written at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server writes its backup at that moment',
  lives: { 'create-session': 'server’s session' },
  working: { sent: 'issuing' },
  variations: [
    { label: 'Make the issuing CA the anchor', knobs: { named: 'issuing', pinned: 'off' } },
    { label: 'Put the new root beside the old', knobs: { named: 'pair', sent: 'cross' } },
    { label: 'Give the new root an anchor of its own', knobs: { named: 'next', sent: 'cross' } },
    { label: 'Send every CA there is', knobs: { sent: 'six' } },
    { label: 'Name an anchor that was deleted', knobs: { sent: 'issuing', named: 'gone' } },
    {
      label: 'Come back after the session has ended',
      knobs: { sent: 'issuing', writes: '20260115T131000Z' },
    },
  ],
  decides: 'create-session.path-trusted',
  about: 'rolesanywhere.path-trusted',
  setup: ({ sent, named, pinned, writes }, _, pki) => {
    const certificates = pki();
    const script: readonly Act[] = [
      opened({
        at: START,
        certificate: certificates.certificate('batch'),
        chain: CHAINS[sent].map((name) => certificates.certificate(name)),
        trustAnchorArn: arnOf(named),
        profileArn: PROFILE,
        roleArn: ROLE,
      }),
      { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
      called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/2026-01-15.tar`],
      }),
    ];
    return { world: worldOf(certificates, named, pinned), script };
  },
});
