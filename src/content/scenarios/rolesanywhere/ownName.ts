import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

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

const BUCKET = 'shop-floor-logs';
const ALL = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'LogKeeper');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'logs');

type Named = 'none' | 'own' | 'borrowed' | 'spaced';

const NAMES: Readonly<Record<Exclude<Named, 'none'>, string>> = {
  own: 'menu-screen-2',
  borrowed: 'batch-07',
  spaced: 'menu screen 2',
};

type Tested = 'nothing' | 'name' | 'identity';

/** Who may delete: by what the caller says of itself, or by what its certificate says. */
const MAY_DELETE = {
  nothing: {},
  name: { Condition: { StringLike: { 'aws:userid': '*:batch-07' } } },
  identity: { Condition: { StringEquals: { 'aws:SourceIdentity': 'CN=batch-07' } } },
} as const;

function worldOf(pki: Pki, isAccepted: boolean, tested: Tested): World {
  const keeper = role(PLACE.account, 'LogKeeper', {
    trustPolicy: serviceTrust('LogKeeper'),
    policies: [
      policy(
        'LogKeeperPolicy',
        'identity',
        document(allow('s3:PutObject', ALL), allow('s3:DeleteObject', ALL, MAY_DELETE[tested])),
      ),
    ],
  });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [keeper],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'logs', [ROLE], { acceptRoleSessionName: isAccepted })],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** The session’s name is the certificate’s serial number; a profile that takes other names takes any. */
export const ownName = defineScenario({
  id: 'own-name',
  lab: 'rolesanywhere',
  title: 'The canteen’s screen calls itself batch-07',
  tag: 'role session name',
  summary:
    'A session is named by the certificate’s serial number, which the caller cannot choose. This profile accepts names of the caller’s own, and a policy believes them.',
  subjects: ['rolesanywhere', 'api'],
  parties: [
    { id: 'screen', name: 'canteen’s screen', spoken: 'the canteen’s screen' },
    SERVICE,
    S3,
  ],
  knobs: {
    named: {
      kind: 'choice',
      label: 'The request names the session',
      hint: 'It takes 2 to 64 letters, digits and the signs _+=,.@- but no spaces.',
      options: {
        borrowed: 'batch-07, which is another machine',
        own: 'menu-screen-2',
        spaced: 'menu screen 2, with spaces',
        none: 'not at all',
      },
      initial: 'borrowed',
    },
    accepted: {
      kind: 'toggle',
      label: 'Profile accepts session names',
      hint: 'The setting acceptRoleSessionName is off unless somebody switches it on.',
      initial: true,
    },
    tested: {
      kind: 'choice',
      label: 'Deleting is allowed to',
      hint: 'The source identity is taken from the certificate, and nobody can change it later.',
      options: {
        name: 'whoever is named batch-07 (aws:userid)',
        identity: 'the certificate of batch-07 (source identity)',
        nothing: 'every session of the role',
      },
      initial: 'name',
    },
    deletes: {
      kind: 'moment',
      label: 'The screen deletes at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'deletes',
  clockSays: 'the screen deletes a log at that moment',
  lives: { 'create-session': 'screen’s session' },
  working: {},
  variations: [
    { label: 'Let the profile accept no names', knobs: { accepted: 'off' } },
    { label: 'Send no name', knobs: { named: 'none' } },
    {
      label: 'Send no name to a profile that takes none',
      knobs: { named: 'none', accepted: 'off', tested: 'nothing' },
    },
    { label: 'Send a name with spaces', knobs: { named: 'spaced' } },
    { label: 'Delete an hour too late', knobs: { deletes: '20260115T130100Z' } },
  ],
  attacker: 'screen',
  safeguards: [
    {
      knob: 'accepted',
      off: 'on',
      says: 'The profile accepts any session name, so a log line and aws:userid say what the caller likes.',
    },
    {
      knob: 'tested',
      off: 'name',
      says: 'The policy believes the session name, which the caller chose.',
    },
    { knob: 'tested', off: 'nothing', says: 'Every session of the role may delete.' },
  ],
  decides: 'create-session.session-name-accepted',
  about: 'rolesanywhere.session-name-accepted',
  setup: ({ named, accepted, tested, deletes }, _, pki) => {
    const certificates = pki();
    return {
      world: worldOf(certificates, accepted, tested),
      script: [
        opened({
          at: START,
          by: 'screen',
          certificate: certificates.certificate('menu'),
          chain: [certificates.certificate('issuing')],
          trustAnchorArn: ANCHOR,
          profileArn: PROFILE,
          roleArn: ROLE,
          ...(named !== 'none' && { roleSessionName: NAMES[named] }),
        }),
        { id: 'wait', at: deletes, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'delete',
          by: 'screen',
          at: deletes,
          action: 's3:DeleteObject',
          resources: [`arn:aws:s3:::${BUCKET}/2026-01-14.log`],
        }),
      ],
    };
  },
});
