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
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

const BUCKET = 'spare-part-orders';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'OrderWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'orders');

type Made =
  | 'good'
  | 'usage'
  | 'silent'
  | 'authority'
  | 'hash'
  | 'key'
  | 'version'
  | 'nameless'
  | 'extension'
  | 'purpose'
  | 'bare';

const CERTIFICATES: Readonly<Record<Made, LabCertificateName>> = {
  good: 'batch',
  usage: 'no-digital-signature',
  silent: 'no-key-usage',
  authority: 'ca-leaf',
  hash: 'sha1',
  key: 'weak-key',
  version: 'version-1',
  nameless: 'no-subject',
  extension: 'unknown-critical',
  purpose: 'server-auth-only',
  bare: 'no-basic-constraints',
};

type Wanted = 'nobody' | 'right' | 'typo';

const CONDITIONS = {
  nobody: {},
  right: { Condition: ofSubject('CN', 'batch-07') },
  typo: { Condition: ofSubject('CN', 'batch-7') },
} as const;

function worldOf(pki: Pki, wanted: Wanted): World {
  const writer = bucketRole(
    'OrderWriter',
    { action: 's3:PutObject', bucket: BUCKET },
    CONDITIONS[wanted],
  );
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'orders', [ROLE])],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** What AWS asks of the certificate itself, what it does not ask, and how little its error says. */
export const leafOnTrial = defineScenario({
  id: 'leaf-on-trial',
  lab: 'rolesanywhere',
  title: 'Ten ways to make a certificate, two words of refusal',
  tag: 'end-entity certificate',
  summary:
    'A technician makes the server’s certificate by hand and forgets what the key is for. AWS answers “Insufficient certificate” and not a word more. Some of what study notes demand is not asked at all.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'order server', spoken: 'the order server' }, SERVICE, S3],
  knobs: {
    made: {
      kind: 'choice',
      label: 'The certificate is',
      hint: 'Each was really issued by the company’s CA, and signed by it.',
      options: {
        usage: 'without digitalSignature',
        silent: 'without keyUsage at all',
        authority: 'marked as a CA’s',
        hash: 'signed with SHA-1',
        key: 'for an RSA key of 1,024 bits',
        version: 'of version 1',
        nameless: 'without a subject, with a DNS name',
        extension: 'with an unknown critical extension',
        purpose: 'for servers only (extended key usage)',
        bare: 'without basicConstraints',
        good: 'as it should be',
      },
      initial: 'usage',
    },
    wanted: {
      kind: 'choice',
      label: 'Trust policy wants the name',
      hint: 'A certificate that is good by itself must still be the one the role waits for.',
      options: { nobody: 'of nobody in particular', right: 'batch-07', typo: 'batch-7' },
      initial: 'right',
    },
    writes: {
      kind: 'moment',
      label: 'Orders are written at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server writes its orders at that moment',
  lives: { 'create-session': 'server’s session' },
  working: { made: 'good' },
  variations: [
    { label: 'Leave basicConstraints out: that is allowed', knobs: { made: 'bare' } },
    { label: 'Name servers as its only purpose: allowed too', knobs: { made: 'purpose' } },
    { label: 'Sign with SHA-1', knobs: { made: 'hash' } },
    { label: 'Mark it as a CA’s', knobs: { made: 'authority' } },
    { label: 'Leave the subject empty', knobs: { made: 'nameless' } },
    { label: 'Add a critical extension nobody knows', knobs: { made: 'extension' } },
    { label: 'Make it well, mistype the name it needs', knobs: { made: 'good', wanted: 'typo' } },
  ],
  decides: 'create-session.certificate-sufficient',
  about: 'rolesanywhere.certificate-sufficient',
  setup: ({ made, wanted, writes }, _, pki) => {
    const certificates = pki();
    const script: readonly Act[] = [
      opened({
        at: START,
        certificate: certificates.certificate(CERTIFICATES[made]),
        chain: [certificates.certificate('issuing')],
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
      }),
      { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
      called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/order-4711.json`],
      }),
    ];
    return { world: worldOf(certificates, wanted), script };
  },
});
