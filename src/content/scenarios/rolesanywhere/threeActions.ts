import { roleArn } from '#engine/arn.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';
import {
  ACTIONS,
  anchor,
  anywhere,
  called,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'label-prints';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'LabelPrinter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'labels');

const [ASSUME, TAG, IDENTIFY] = ACTIONS;

/** The three actions, the first and last of them only for a source identity. */
const forIdentity = (identity: string): PolicyDocument =>
  serviceTrust(
    'LabelPrinter',
    {
      Action: [ASSUME, IDENTIFY],
      Condition: { StringEquals: { 'sts:SourceIdentity': identity } },
    },
    { Action: TAG },
  ).document;

type Allowed = 'one' | 'tagged' | 'named' | 'all' | 'prefix' | 'bare' | 'account' | 'own';

const TRUST: Readonly<Record<Exclude<Allowed, 'own'>, PolicyDocument>> = {
  one: serviceTrust('LabelPrinter', { Action: ASSUME }).document,
  tagged: serviceTrust('LabelPrinter', { Action: [ASSUME, TAG] }).document,
  named: serviceTrust('LabelPrinter', { Action: [ASSUME, IDENTIFY] }).document,
  all: serviceTrust('LabelPrinter').document,
  prefix: forIdentity('CN=batch-07'),
  bare: forIdentity('batch-07'),
  account: serviceTrust('LabelPrinter', {
    Principal: { AWS: `arn:aws:iam::${PLACE.account}:root` },
  }).document,
};

type Shown = 'named' | 'nameless';

const CERTIFICATES: Readonly<Record<Shown, LabCertificateName>> = {
  named: 'batch',
  nameless: 'no-common-name',
};

function worldOf(pki: Pki, trusted: PolicyDocument, isMapped: boolean): World {
  const printer = role(PLACE.account, 'LabelPrinter', {
    trustPolicy: policy('LabelPrinterTrust', 'trust', trusted),
    policies: [
      policy(
        'LabelPrinterPolicy',
        'identity',
        document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
  });
  const warehouse = account(PLACE.account, 'warehouse', PLACE.region, {
    roles: [printer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'labels', [ROLE], { attributeMappings: isMapped ? DEFAULT_MAPPINGS : [] })],
    ),
  });
  return world(START, [warehouse], [], { x509: pki.material });
}

/** The service does three things with a role, and the trust policy must allow each of them. */
export const threeActions = defineScenario({
  id: 'three-actions',
  lab: 'rolesanywhere',
  title: 'AssumeRole is allowed, and nothing opens',
  tag: 'actions in the trust policy',
  summary:
    'The trust policy was copied from a role for Lambda: it allows sts:AssumeRole and no more. Roles Anywhere also tags the session and gives it a source identity. All that the caller reads is “Unable to assume role”.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'label server', spoken: 'the label server' }, SERVICE, S3],
  knobs: {
    allows: {
      kind: 'choice',
      label: 'Trust policy allows',
      hint: 'To rolesanywhere.amazonaws.com, unless it says otherwise.',
      options: {
        one: 'sts:AssumeRole',
        tagged: 'sts:AssumeRole and sts:TagSession',
        named: 'sts:AssumeRole and sts:SetSourceIdentity',
        all: 'all three',
        prefix: 'all three, for the identity CN=batch-07',
        bare: 'all three, for the identity batch-07',
        account: 'all three, to the account',
        own: 'what your own policy allows',
      },
      initial: 'one',
    },
    trust: {
      kind: 'policy',
      label: 'Whom the role trusts',
      hint: 'The three actions may stand in statements of their own, with conditions of their own.',
      policyType: 'trust',
      initial: TRUST.prefix,
      when: { knob: 'allows', is: ['own'] },
    },
    shown: {
      kind: 'choice',
      label: 'The certificate',
      hint: 'The source identity is CN= and the common name, or ID= and the serial number.',
      options: { named: 'has the common name batch-07', nameless: 'has no common name' },
      initial: 'named',
    },
    mapped: {
      kind: 'toggle',
      label: 'Attributes mapped to tags',
      hint: 'Where no attribute becomes a tag, the service has nothing to tag.',
      initial: true,
    },
    reads: {
      kind: 'moment',
      label: 'Labels are read at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'reads',
  clockSays: 'the server reads its labels at that moment',
  lives: { 'create-session': 'server’s session' },
  working: { allows: 'all' },
  variations: [
    { label: 'Allow sts:TagSession too', knobs: { allows: 'tagged' } },
    { label: 'Map nothing, so that nothing is tagged', knobs: { allows: 'named', mapped: 'off' } },
    { label: 'Allow all three, for CN=batch-07', knobs: { allows: 'prefix' } },
    { label: 'Forget the prefix CN=', knobs: { allows: 'bare' } },
    {
      label: 'Allow all three, and come late',
      knobs: { allows: 'all', reads: '20260115T130100Z' },
    },
  ],
  decides: 'create-session.tag-session-allowed',
  about: 'rolesanywhere.tag-session-allowed',
  setup: ({ allows, trust, shown, mapped, reads }, _, pki) => {
    const certificates = pki();
    return {
      world: worldOf(certificates, allows === 'own' ? trust : TRUST[allows], mapped),
      script: [
        opened({
          at: START,
          certificate: certificates.certificate(CERTIFICATES[shown]),
          chain: [certificates.certificate('issuing')],
          trustAnchorArn: ANCHOR,
          profileArn: PROFILE,
          roleArn: ROLE,
        }),
        { id: 'wait', at: reads, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'read',
          at: reads,
          action: 's3:GetObject',
          resources: [`arn:aws:s3:::${BUCKET}/parcel-88.zpl`],
        }),
      ],
    };
  },
});
