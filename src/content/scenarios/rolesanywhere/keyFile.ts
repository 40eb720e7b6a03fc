import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, days, hours, minutes, seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import {
  anchor,
  anywhere,
  bucketRole,
  crl,
  fromAnchor,
  ofSubject,
  PLACE,
  profile,
} from './bricks.ts';

const BUCKET = 'nightly-results';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'ResultWriter');

const OLD_USER = user(PLACE.account, 'batch-07', {
  policies: [
    policy('BatchPolicy', 'identity', document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`))),
  ],
});
const OLD_KEY = userKey(OLD_USER);

type Shown =
  | 'good'
  | 'ended'
  | 'early'
  | 'usage'
  | 'weak'
  | 'authority'
  | 'altered'
  | 'other'
  | 'revoked'
  | 'nameless';

const CERTIFICATES: Readonly<Record<Shown, LabCertificateName>> = {
  good: 'batch',
  ended: 'expired',
  early: 'not-yet-valid',
  usage: 'no-digital-signature',
  weak: 'sha1',
  authority: 'ca-leaf',
  altered: 'bad-signature',
  other: 'of-other-root',
  revoked: 'revoked',
  nameless: 'no-subject',
};

type Listed = 'none' | 'imported' | 'enabled';
type Disabled = 'nothing' | 'anchor' | 'profile';

interface Choices {
  readonly listed: Listed;
  readonly disabled: Disabled;
  readonly clock: Seconds;
}

const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'batch');

function worldOf(pki: Pki, { listed, disabled, clock }: Choices): World {
  const writer = bucketRole(
    'ResultWriter',
    { action: 's3:PutObject', bucket: BUCKET },
    { Condition: { ...fromAnchor(ANCHOR), ...ofSubject('OU', 'Batch') } },
    { maxSessionDuration: hours(2) },
  );
  const list = crl(PLACE, 'plant-7', {
    enabled: listed === 'enabled',
    trustAnchorArn: ANCHOR,
    list: pki.list('issuing-list'),
  });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    users: [OLD_USER],
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [
        anchor(PLACE, 'sim-corp-root', [pki.certificate('root')], {
          enabled: disabled !== 'anchor',
        }),
      ],
      [
        profile(PLACE, 'batch', [ROLE], {
          durationSeconds: hours(12),
          enabled: disabled !== 'profile',
        }),
      ],
      listed === 'none' ? [] : [list],
    ),
  });
  return world(START, [plant], [OLD_KEY], {
    clockSkew: { server: clock },
    x509: pki.material,
  });
}

/** The migration at its core: a certificate instead of an access key in a file. */
export const keyFile = defineScenario({
  id: 'key-file',
  lab: 'rolesanywhere',
  title: 'The key file is gone, the batch still runs',
  tag: 'certificate to role',
  summary:
    'A server in the plant wrote its results to S3 with an access key from a file. Now it shows the certificate of the company’s own CA and gets a session that ends by itself.',
  subjects: ['rolesanywhere', 'api', 'changes'],
  parties: [
    { id: 'server', name: 'batch server', spoken: 'the batch server' },
    { id: 'rolesanywhere', name: 'Roles Anywhere', spoken: 'IAM Roles Anywhere' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'admin', name: 'administrator', spoken: 'the administrator', isOffstage: true },
  ],
  knobs: {
    certificate: {
      kind: 'choice',
      label: 'The server’s certificate',
      hint: 'AWS says the same few words about very different faults.',
      options: {
        good: 'good',
        ended: 'ended a second ago',
        early: 'begins in a second',
        usage: 'without digitalSignature',
        weak: 'signed with SHA-1',
        authority: 'a CA’s',
        altered: 'with a signature that is not the CA’s',
        other: 'the same name, from another CA',
        revoked: 'revoked by the CA',
        nameless: 'without a subject',
      },
      initial: 'good',
    },
    listed: {
      kind: 'choice',
      label: 'The CA’s revocation list',
      hint: 'AWS fetches none: somebody must import it and enable it.',
      options: {
        none: 'stays with the CA',
        imported: 'is imported',
        enabled: 'is imported and enabled',
      },
      initial: 'none',
      when: { knob: 'certificate', is: ['revoked'] },
    },
    chain: {
      kind: 'choice',
      label: 'Sent beside it',
      hint: 'The trust anchor holds the root only; an issuing CA stands between.',
      options: { issuing: 'the issuing CA’s certificate', nothing: 'nothing' },
      initial: 'issuing',
    },
    signer: {
      kind: 'choice',
      label: 'Private key that signs',
      hint: 'A certificate is public; the private key is what the server must hold.',
      options: {
        own: 'the certificate’s own',
        other: 'another one',
        changed: 'its own; then somebody asks for 12 hours instead',
      },
      initial: 'own',
    },
    clock: {
      kind: 'choice',
      label: 'The server’s clock',
      hint: 'The date that is signed is the server’s.',
      options: { right: 'is right', behind: 'is half an hour behind' },
      initial: 'right',
      when: { knob: 'certificate', is: ['good'] },
    },
    disabled: {
      kind: 'choice',
      label: 'Switched off by mistake',
      hint: 'Both are asked when a session is issued, and never again.',
      options: { nothing: 'nothing', anchor: 'the trust anchor', profile: 'the profile' },
      initial: 'nothing',
      when: { knob: 'certificate', is: ['good'] },
    },
    length: {
      kind: 'duration',
      label: 'Session asked for',
      hint: 'The profile allows 12 hours, the role 2.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), minutes(30), hours(1), hours(2), hours(4), hours(12)],
    },
    writes: {
      kind: 'moment',
      label: 'Results are written at',
      hint: 'UTC. The server asks for its session at 12:00.',
      min: START,
      max: after(START, days(1)),
      initial: at('2026-01-15T12:30:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server writes its results at that moment',
  lives: { 'create-session': 'server’s session' },
  working: {},
  variations: [
    { label: 'Leave the issuing CA out', knobs: { chain: 'nothing' } },
    { label: 'Show a certificate that has ended', knobs: { certificate: 'ended' } },
    { label: 'Forget digitalSignature', knobs: { certificate: 'usage' } },
    { label: 'Copy the certificate, not the key', knobs: { signer: 'other' } },
    {
      label: 'Revoke it, and enable the list',
      knobs: { certificate: 'revoked', listed: 'enabled' },
    },
    { label: 'Revoke it at the CA only', knobs: { certificate: 'revoked' } },
    { label: 'Ask for 12 hours', knobs: { length: '43200' } },
  ],
  decides: 'create-session.path-trusted',
  about: 'rolesanywhere.path-trusted',
  setup: ({ certificate, listed, chain, signer, clock, disabled, length, writes }, _, pki) => {
    const certificates = pki();
    const script: readonly Act[] = [
      {
        id: 'retire',
        at: START,
        kind: 'change',
        by: 'admin',
        change: { kind: 'delete-key', keyId: OLD_KEY.id },
      },
      {
        id: 'create-session',
        at: START,
        kind: 'rolesanywhere:CreateSession',
        by: 'server',
        to: 'rolesanywhere',
        region: PLACE.region,
        certificate: certificates.certificate(CERTIFICATES[certificate]),
        chain: chain === 'issuing' ? [certificates.certificate('issuing')] : [],
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
        durationSeconds: signer === 'changed' ? hours(12) : length,
        ...(signer === 'other' && { signedWith: certificates.certificate('menu') }),
        ...(signer === 'changed' && { signedAs: { durationSeconds: length } }),
      },
      { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
      {
        id: 'write',
        at: writes,
        kind: 'call',
        by: 'server',
        to: 's3',
        region: PLACE.region,
        credentials: { issuedBy: 'create-session' },
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/2026-01-15.csv`],
      },
    ];
    const choices = { listed, disabled, clock: clock === 'behind' ? minutes(-30) : seconds(0) };
    return { world: worldOf(certificates, choices), script };
  },
});
