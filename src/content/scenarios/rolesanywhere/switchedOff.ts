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
  changed,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'turbine-readings';
const START = at('2026-01-15T12:00:00Z');
const CHANGED = after(START, minutes(10));
const ROLE = roleArn(PLACE.account, 'ReadingWriter');
const OTHER = roleArn(PLACE.account, 'ReadingViewer');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'turbines');

const TURBINES = profile(PLACE, 'turbines', [ROLE, OTHER]);

type Switched =
  | 'nothing'
  | 'anchor'
  | 'anchor-gone'
  | 'profile'
  | 'profile-gone'
  | 'role'
  | 'trust'
  | 'permission';

/** What happens at ten past twelve. */
const CHANGES: Readonly<Record<Switched, readonly Act[]>> = {
  nothing: [],
  anchor: [changed('switch', CHANGED, { kind: 'set-enabled', arn: ANCHOR, enabled: false })],
  'anchor-gone': [changed('switch', CHANGED, { kind: 'delete-resource', arn: ANCHOR })],
  profile: [changed('switch', CHANGED, { kind: 'set-enabled', arn: PROFILE, enabled: false })],
  'profile-gone': [changed('switch', CHANGED, { kind: 'delete-resource', arn: PROFILE })],
  role: [
    changed('switch', CHANGED, {
      kind: 'put-profile',
      profile: { ...TURBINES, roleArns: [OTHER] },
    }),
  ],
  trust: [
    {
      id: 'switch',
      at: CHANGED,
      kind: 'change',
      by: 'admin',
      change: {
        kind: 'put-trust-policy',
        role: ROLE,
        policy: serviceTrust('ReadingWriter', { Effect: 'Deny' }),
      },
    },
  ],
  permission: [
    {
      id: 'switch',
      at: CHANGED,
      kind: 'change',
      by: 'admin',
      change: { kind: 'detach-policy', principal: ROLE, policyId: 'ReadingWriterPolicy' },
    },
  ],
};

function worldOf(pki: Pki): World {
  const writer = bucketRole('ReadingWriter', { action: 's3:PutObject', bucket: BUCKET });
  const farm = account(PLACE.account, 'wind-farm', PLACE.region, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere([anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])], [TURBINES]),
  });
  return world(START, [farm], [], { x509: pki.material });
}

/** What stands at the door stops whoever comes next, and nobody who is inside. */
export const switchedOff = defineScenario({
  id: 'switched-off',
  lab: 'rolesanywhere',
  title: 'The anchor is off, and the turbine writes on',
  tag: 'disabling, and live sessions',
  summary:
    'A turbine opens a session at noon. Ten minutes later somebody disables the trust anchor. The next session is refused; the one from noon goes on to its end.',
  subjects: ['rolesanywhere', 'api', 'changes'],
  parties: [{ id: 'server', name: 'turbine', spoken: 'the turbine' }, SERVICE, S3, ADMIN],
  knobs: {
    switched: {
      kind: 'choice',
      label: 'At 12:10 the administrator',
      hint: 'All but the last are asked only when a session is issued.',
      options: {
        nothing: 'does nothing',
        anchor: 'disables the trust anchor',
        'anchor-gone': 'deletes the trust anchor',
        profile: 'disables the profile',
        'profile-gone': 'deletes the profile',
        role: 'takes the role out of the profile',
        trust: 'denies in the trust policy',
        permission: 'takes the role’s permission away',
      },
      initial: 'anchor',
    },
    last: {
      kind: 'choice',
      label: 'The turbine does last',
      hint: 'It does both. This comes at the end.',
      options: { write: 'writes with the session from noon', renew: 'asks for another session' },
      initial: 'write',
    },
    writes: {
      kind: 'moment',
      label: 'The turbine comes again at',
      hint: 'UTC. The session from noon lasts an hour.',
      min: CHANGED,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:40:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the turbine comes again at that moment',
  lives: { 'create-session': 'session from noon', renew: 'next session' },
  working: {},
  variations: [
    { label: 'Watch the next session', knobs: { last: 'renew' } },
    { label: 'Delete the anchor, ask again', knobs: { switched: 'anchor-gone', last: 'renew' } },
    { label: 'Disable the profile, ask again', knobs: { switched: 'profile', last: 'renew' } },
    { label: 'Delete the profile, ask again', knobs: { switched: 'profile-gone', last: 'renew' } },
    { label: 'Take the role out, ask again', knobs: { switched: 'role', last: 'renew' } },
    { label: 'Take the permission away', knobs: { switched: 'permission' } },
    { label: 'Wait until after one o’clock', knobs: { writes: '20260115T130100Z' } },
  ],
  decides: 'renew.anchor-enabled',
  about: 'rolesanywhere.anchor-enabled',
  setup: ({ switched, last, writes }, _, pki) => {
    const certificates = pki();
    const asks = {
      certificate: certificates.certificate('batch'),
      chain: [certificates.certificate('issuing')],
      trustAnchorArn: ANCHOR,
      profileArn: PROFILE,
      roleArn: ROLE,
    };
    const attempts = {
      renew: opened({ ...asks, id: 'renew', at: writes }),
      write: called({
        id: 'write',
        at: writes,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/turbine-4.csv`],
      }),
    };
    return {
      world: worldOf(certificates),
      script: [
        opened({ ...asks, at: START }),
        { id: 'notice', at: CHANGED, kind: 'wait' },
        ...CHANGES[switched],
        { id: 'wait', at: writes, kind: 'wait' },
        attempts[last === 'write' ? 'renew' : 'write'],
        attempts[last],
      ],
    };
  },
});
