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
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'press-archive';
const ALL = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'ArchiveWorker');
const OTHER_ROLE = roleArn(PLACE.account, 'ArchiveOwner');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');

const writeOnly = document(allow('s3:PutObject', ALL));

type Policy = 'write' | 'wide' | 'long';

/** The first profile’s session policy; the longest is over STS’s 2,048 characters. */
const SESSION_POLICIES: Readonly<Record<Policy, string>> = {
  write: JSON.stringify(writeOnly),
  wide: JSON.stringify(document(allow('*', '*'))),
  long: JSON.stringify(
    document(
      allow(
        's3:PutObject',
        Array.from({ length: 60 }, (_, press) => `arn:aws:s3:::${BUCKET}/press-${press + 1}/*`),
      ),
    ),
  ),
};

type Second = 'without' | 'same' | 'elsewhere' | 'none';

interface Choices {
  readonly limits: Policy;
  readonly second: Second;
  readonly isBound: boolean;
}

function worldOf(pki: Pki, { limits, second, isBound }: Choices): World {
  const worker = role(PLACE.account, 'ArchiveWorker', {
    trustPolicy: serviceTrust('ArchiveWorker', { Condition: ofSubject('CN', 'press-12') }),
    policies: [
      policy(
        'ArchiveWorkerPolicy',
        'identity',
        document(allow(['s3:PutObject', 's3:DeleteObject'], ALL)),
      ),
    ],
    ...(isBound && { boundary: policy('WriteOnly', 'boundary', writeOnly) }),
  });
  const narrow = profile(PLACE, 'press-write', [ROLE], {
    sessionPolicy: SESSION_POLICIES[limits],
  });
  const open = profile(PLACE, 'archive-repair', [second === 'elsewhere' ? OTHER_ROLE : ROLE], {
    ...(second === 'same' && { sessionPolicy: SESSION_POLICIES[limits] }),
  });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [worker],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      second === 'none' ? [narrow] : [narrow, open],
    ),
  });
  return world(START, [plant], [], { x509: pki.material });
}

/** A profile’s session policy limits only those who choose that profile. */
export const otherProfile = defineScenario({
  id: 'other-profile',
  lab: 'rolesanywhere',
  title: 'The press picks the profile without limits',
  tag: 'the caller’s choice of profile',
  summary:
    'The profile for presses has a session policy: write, and nothing else. A second profile lists the same role, without one. Whoever controls the press names the second profile and deletes.',
  subjects: ['rolesanywhere', 'api'],
  parties: [
    { id: 'press', name: 'press, taken over', spoken: 'the press that was taken over' },
    SERVICE,
    S3,
  ],
  knobs: {
    chosen: {
      kind: 'choice',
      label: 'The request names',
      hint: 'The caller chooses, and no documented condition key lets the role ask which profile it was.',
      options: { second: 'the second profile', first: 'the profile for presses' },
      initial: 'second',
    },
    second: {
      kind: 'choice',
      label: 'The second profile',
      hint: 'It was made for a repair, and forgotten.',
      options: {
        without: 'lists the role, without a session policy',
        same: 'lists the role, with the same session policy',
        elsewhere: 'lists another role',
        none: 'was deleted',
      },
      initial: 'without',
    },
    limits: {
      kind: 'choice',
      label: 'Session policy of the first',
      hint: 'A session policy takes away, and never adds. STS reads 2,048 characters of it at most.',
      options: {
        write: 'writing only',
        wide: 'everything',
        long: 'writing only, in 3,000 characters',
      },
      initial: 'write',
    },
    bound: {
      kind: 'toggle',
      label: 'Limit on the role itself',
      hint: 'A permissions boundary holds on every path, whatever profile is named.',
      initial: false,
    },
    deletes: {
      kind: 'moment',
      label: 'The press deletes at',
      hint: 'UTC. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'deletes',
  clockSays: 'the press deletes a file at that moment',
  lives: { 'create-session': 'press’s session' },
  working: {},
  variations: [
    { label: 'Name the profile for presses', knobs: { chosen: 'first' } },
    { label: 'Put a limit on the role itself', knobs: { bound: 'on' } },
    { label: 'Take the role out of the second profile', knobs: { second: 'elsewhere' } },
    { label: 'Delete the second profile', knobs: { second: 'none' } },
    { label: 'Write the session policy too long', knobs: { chosen: 'first', limits: 'long' } },
    { label: 'Let the first profile allow everything', knobs: { chosen: 'first', limits: 'wide' } },
    { label: 'Delete an hour too late', knobs: { deletes: '20260115T130100Z' } },
  ],
  attacker: 'press',
  safeguards: [
    {
      knob: 'second',
      off: 'without',
      says: 'A second profile lists the role without a session policy, and the caller may name it.',
    },
    {
      knob: 'bound',
      off: 'off',
      says: 'The role itself may delete: only a profile’s session policy stands before that.',
    },
  ],
  decides: 'delete.allowed',
  about: 'api.allowed',
  setup: ({ chosen, second, limits, bound, deletes }, _, pki) => {
    const certificates = pki();
    return {
      world: worldOf(certificates, { limits, second, isBound: bound }),
      script: [
        opened({
          at: START,
          by: 'press',
          certificate: certificates.certificate('device'),
          chain: [certificates.certificate('device-ca')],
          trustAnchorArn: ANCHOR,
          profileArn: resourceArn(
            'profile',
            PLACE,
            chosen === 'first' ? 'press-write' : 'archive-repair',
          ),
          roleArn: ROLE,
        }),
        { id: 'wait', at: deletes, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'delete',
          by: 'press',
          at: deletes,
          action: 's3:DeleteObject',
          resources: [`arn:aws:s3:::${BUCKET}/2025/all-runs.csv`],
        }),
      ],
    };
  },
});
