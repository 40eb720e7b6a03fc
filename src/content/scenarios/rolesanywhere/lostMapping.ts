import { roleArn } from '#engine/arn.ts';
import type { Statement } from '#engine/policy/document.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import type { AttributeMapping } from '#engine/rolesanywhere/resources.ts';
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
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'price-lists';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'PriceReader');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'prices');
const OU = 'aws:PrincipalTag/x509Subject/OU';

type Tested = 'not' | 'guarded' | 'equals' | 'like';

const CONDITIONS: Readonly<Record<Tested, NonNullable<Statement['Condition']>>> = {
  not: { StringNotEquals: { [OU]: 'Canteen' } },
  guarded: { StringNotEquals: { [OU]: 'Canteen' }, Null: { [OU]: 'false' } },
  equals: { StringEquals: { [OU]: ['Batch', 'Engineering'] } },
  like: { StringLike: { [OU]: ['Batch', '*/Engineering/*'] } },
};

type Mapped = 'all' | 'name' | 'none';

/** The mapping of the subject: everything of it, its common name alone, or no mapping at all. */
const MAPPINGS: Readonly<Record<Mapped, readonly AttributeMapping[]>> = {
  all: DEFAULT_MAPPINGS,
  name: [{ certificateField: 'x509Subject', mappingRules: [{ specifier: 'CN' }] }],
  none: [],
};

type Machine = 'screen' | 'batch' | 'engineer';

const CERTIFICATES: Readonly<Record<Machine, LabCertificateName>> = {
  screen: 'menu',
  batch: 'batch',
  engineer: 'web',
};

type Place = 'permissions' | 'trust';

function worldOf(pki: Pki, tested: Tested, place: Place, mapped: Mapped): World {
  const Condition = CONDITIONS[tested];
  const reader = role(PLACE.account, 'PriceReader', {
    trustPolicy: serviceTrust('PriceReader', place === 'trust' ? { Condition } : {}),
    policies: [
      policy(
        'PriceReaderPolicy',
        'identity',
        document(
          allow(
            's3:GetObject',
            `arn:aws:s3:::${BUCKET}/*`,
            place === 'permissions' ? { Condition } : {},
          ),
        ),
      ),
    ],
  });
  const company = account(PLACE.account, 'company', PLACE.region, {
    roles: [reader],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'prices', [ROLE], { attributeMappings: MAPPINGS[mapped] })],
    ),
  });
  return world(START, [company], [], { x509: pki.material });
}

/** A tag that is not there fails a test for a value, and passes a test against one. */
export const lostMapping = defineScenario({
  id: 'lost-mapping',
  lab: 'rolesanywhere',
  title: 'One mapping less, and the canteen reads the prices',
  tag: 'attribute mapping',
  summary:
    'The policy lets everybody in but the canteen: StringNotEquals on a tag. Somebody tidied the profile and left only the common name mapped. Now nobody has that tag, so nobody is the canteen.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'machine', name: 'machine', spoken: 'the machine' }, SERVICE, S3],
  knobs: {
    mapped: {
      kind: 'choice',
      label: 'The profile maps',
      hint: 'A new profile maps everything. An attribute that is not mapped is no tag.',
      options: {
        name: 'the subject’s common name alone',
        all: 'everything, as a new profile does',
        none: 'nothing',
      },
      initial: 'name',
    },
    tested: {
      kind: 'choice',
      label: 'The policy asks for a unit (OU)',
      hint: 'Several units arrive as one tag, joined by slashes: Security/Engineering/Research.',
      options: {
        not: 'that is not Canteen',
        guarded: 'that is there, and is not Canteen',
        equals: 'that is Batch or Engineering',
        like: 'Batch, or */Engineering/*',
      },
      initial: 'not',
    },
    place: {
      kind: 'choice',
      label: 'It asks in',
      hint: 'Tags can be tested when the session is issued, and at each call.',
      options: { permissions: 'the role’s permissions', trust: 'the role’s trust policy' },
      initial: 'permissions',
    },
    machine: {
      kind: 'choice',
      label: 'The machine is',
      hint: 'All three have a certificate of the same CA.',
      options: {
        screen: 'the canteen’s menu screen',
        batch: 'the batch server',
        engineer: 'web-01, of three units',
      },
      initial: 'screen',
    },
    reads: {
      kind: 'moment',
      label: 'Prices are read at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'reads',
  clockSays: 'the machine reads the prices at that moment',
  lives: { 'create-session': 'machine’s session' },
  working: {},
  variations: [
    { label: 'Map everything again', knobs: { mapped: 'all' } },
    { label: 'Ask for the units that may', knobs: { tested: 'equals', place: 'trust' } },
    {
      label: 'Ask that there is a unit at all',
      knobs: { tested: 'guarded', machine: 'batch', mapped: 'all' },
    },
    {
      label: 'Let the engineer of three units come',
      knobs: { mapped: 'all', machine: 'engineer', tested: 'like' },
    },
    { label: 'Read an hour too late', knobs: { reads: '20260115T130100Z' } },
  ],
  attacker: 'machine',
  safeguards: [
    {
      knob: 'mapped',
      off: 'name',
      says: 'The unit is not mapped, so StringNotEquals on it is true for everybody.',
    },
    {
      knob: 'mapped',
      off: 'none',
      says: 'Nothing is mapped, so StringNotEquals on any tag is true for everybody.',
    },
  ],
  decides: 'read.allowed',
  about: 'api.allowed',
  setup: ({ mapped, tested, place, machine, reads }, _, pki) => {
    const certificates = pki();
    return {
      world: worldOf(certificates, tested, place, mapped),
      script: [
        opened({
          at: START,
          by: 'machine',
          certificate: certificates.certificate(CERTIFICATES[machine]),
          chain: [certificates.certificate('issuing')],
          trustAnchorArn: ANCHOR,
          profileArn: PROFILE,
          roleArn: ROLE,
        }),
        { id: 'wait', at: reads, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'read',
          by: 'machine',
          at: reads,
          action: 's3:GetObject',
          resources: [`arn:aws:s3:::${BUCKET}/wholesale.csv`],
        }),
      ],
    };
  },
});
