import { roleArn } from '#engine/arn.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';
import {
  anchor,
  anywhere,
  called,
  fromAnchor,
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'press-runs';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'PressUploads');
const CORP = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PARTNER = resourceArn('trust-anchor', PLACE, 'partner-root');
const PROFILE = resourceArn('profile', PLACE, 'presses');

type Tested = 'both' | 'unit' | 'nothing';

const TRUST = {
  both: { Condition: { ...fromAnchor(CORP), ...ofSubject('OU', 'Plant 7') } },
  unit: { Condition: ofSubject('OU', 'Plant 7') },
  nothing: {},
} as const;

type Caller = 'press' | 'partner' | 'disguised';

/** Who comes: with which certificate, what beside it, for which trust anchor. */
const CALLERS: Readonly<
  Record<
    Caller,
    {
      readonly leaf: LabCertificateName;
      readonly chain: readonly LabCertificateName[];
      readonly anchor: string;
      readonly name: string;
    }
  >
> = {
  press: { leaf: 'device', chain: ['device-ca'], anchor: CORP, name: 'press-12' },
  partner: { leaf: 'partner', chain: [], anchor: PARTNER, name: 'order-feed' },
  disguised: { leaf: 'partner', chain: [], anchor: CORP, name: 'order-feed' },
};

function worldOf(pki: Pki, tested: Tested, isMapped: boolean): World {
  const uploads = role(PLACE.account, 'PressUploads', {
    trustPolicy: serviceTrust('PressUploads', TRUST[tested]),
    policies: [
      policy(
        'OwnFolder',
        'identity',
        document(
          allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/\${aws:PrincipalTag/x509Subject/CN}/*`),
        ),
      ),
    ],
  });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [uploads],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [
        anchor(PLACE, 'sim-corp-root', [pki.certificate('root')]),
        anchor(PLACE, 'partner-root', [pki.certificate('partner-root')]),
      ],
      [
        profile(PLACE, 'presses', [ROLE], {
          attributeMappings: isMapped
            ? DEFAULT_MAPPINGS
            : [{ certificateField: 'x509Subject', mappingRules: [{ specifier: 'OU' }] }],
        }),
      ],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** One role for a whole factory: the certificate’s name is the name of the folder, and the anchor keeps the partner out. */
export const pressFolders = defineScenario({
  id: 'press-folders',
  lab: 'rolesanywhere',
  title: 'Thirty presses, one role, a folder each',
  tag: 'tags as policy variables',
  summary:
    'All presses share a role. Its policy names the folder by the tag that comes from the certificate. So press-12 cannot write into the folder of press-13. A partner’s system has an anchor of its own in the same account.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'caller', name: 'press or partner', spoken: 'the caller' }, SERVICE, S3],
  knobs: {
    caller: {
      kind: 'choice',
      label: 'The caller is',
      hint: 'The caller names the trust anchor. The path must then lead there.',
      options: {
        press: 'press-12, for the company’s anchor',
        partner: 'the partner’s order-feed, for its own anchor',
        disguised: 'order-feed, for the company’s anchor',
      },
      initial: 'press',
    },
    folder: {
      kind: 'choice',
      label: 'It writes into',
      hint: 'The policy allows ${aws:PrincipalTag/x509Subject/CN}/*, and no other folder.',
      options: { other: 'the folder of press-13', own: 'a folder of its own name' },
      initial: 'other',
    },
    tested: {
      kind: 'choice',
      label: 'Trust policy tests',
      hint: 'Every anchor of the account can be named for every role that does not test it.',
      options: {
        both: 'the company’s anchor and OU=Plant 7',
        unit: 'OU=Plant 7',
        nothing: 'nothing',
      },
      initial: 'both',
    },
    mapped: {
      kind: 'toggle',
      label: 'Common name mapped to a tag',
      hint: 'Without the tag the variable has no value, and the statement fits no folder.',
      initial: true,
    },
    writes: {
      kind: 'moment',
      label: 'The run is written at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the caller writes at that moment',
  lives: { 'create-session': 'caller’s session' },
  working: { folder: 'own' },
  variations: [
    { label: 'Write into its own folder', knobs: { folder: 'own' } },
    { label: 'Let the partner come', knobs: { caller: 'partner', folder: 'own' } },
    { label: 'Let it name the company’s anchor', knobs: { caller: 'disguised', folder: 'own' } },
    {
      label: 'Test nothing, and let the partner come',
      knobs: { caller: 'partner', folder: 'own', tested: 'nothing' },
    },
    { label: 'Write an hour too late', knobs: { folder: 'own', writes: '20260115T130100Z' } },
  ],
  decides: 'write.allowed',
  about: 'api.allowed',
  setup: ({ caller, folder, tested, mapped, writes }, _, pki) => {
    const certificates = pki();
    const { leaf, chain, anchor: trustAnchorArn, name } = CALLERS[caller];
    return {
      world: worldOf(certificates, tested, mapped),
      script: [
        opened({
          at: START,
          by: 'caller',
          certificate: certificates.certificate(leaf),
          chain: chain.map((one) => certificates.certificate(one)),
          trustAnchorArn,
          profileArn: PROFILE,
          roleArn: ROLE,
        }),
        { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'write',
          by: 'caller',
          at: writes,
          action: 's3:PutObject',
          resources: [`arn:aws:s3:::${BUCKET}/${folder === 'own' ? name : 'press-13'}/run-9.csv`],
        }),
      ],
    };
  },
});
