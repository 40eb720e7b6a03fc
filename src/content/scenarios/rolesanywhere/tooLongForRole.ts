import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, trusting, world } from '../build.ts';
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

const BUCKET = 'weather-models';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'ModelRunner');
const PUBLISHER = roleArn(PLACE.account, 'ModelPublisher');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'models');

type Asked = 'none' | 'helper' | 'five' | 'twelve' | 'thirteen';

const ASKED: Readonly<Record<Asked, Seconds | undefined>> = {
  none: undefined,
  helper: hours(1),
  five: hours(5),
  twelve: hours(12),
  thirteen: hours(13),
};

const writing = (name: string) =>
  policy(name, 'identity', document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)));

type Changed = 'stays' | 'hour' | 'five';

const CHANGED: Readonly<Record<Exclude<Changed, 'stays'>, Seconds>> = {
  hour: hours(1),
  five: hours(5),
};

function worldOf(pki: Pki, profileLength: Seconds, most: Seconds): World {
  const runner = role(PLACE.account, 'ModelRunner', {
    trustPolicy: serviceTrust('ModelRunner'),
    policies: [
      writing('ModelRunnerPolicy'),
      policy('ChangeRoles', 'identity', document(allow('sts:AssumeRole', PUBLISHER))),
    ],
    maxSessionDuration: most,
  });
  const publisher = role(PLACE.account, 'ModelPublisher', {
    trustPolicy: trusting('ModelPublisher', ROLE, {
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
    }),
    policies: [writing('ModelPublisherPolicy')],
    maxSessionDuration: hours(12),
  });
  const station = account(PLACE.account, 'weather-station', PLACE.region, {
    roles: [runner, publisher],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'models', [ROLE], { durationSeconds: profileLength })],
    ),
  });
  return world(START, [station], [], { x509: pki.material });
}

const assumeSecond = (durationSeconds: Seconds): Act => ({
  id: 'assume-second',
  at: START,
  kind: 'sts:AssumeRole',
  by: 'server',
  to: 'sts',
  region: PLACE.region,
  credentials: { issuedBy: 'create-session' },
  roleArn: PUBLISHER,
  roleSessionName: 'publish',
  durationSeconds,
});

/** Between request and profile the shorter counts; against the role’s maximum it counts or fails, and nothing is cut. */
export const tooLongForRole = defineScenario({
  id: 'too-long-for-role',
  lab: 'rolesanywhere',
  title: 'Twelve hours in the profile, one in the role',
  tag: 'three lengths of a session',
  summary:
    'A weather model runs for five hours, so somebody set the profile to twelve. The role still has its hour. The request names no length and is refused: nothing is cut to fit.',
  subjects: ['rolesanywhere', 'sts', 'api'],
  parties: [
    { id: 'server', name: 'model server', spoken: 'the model server' },
    SERVICE,
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    S3,
  ],
  knobs: {
    asked: {
      kind: 'choice',
      label: 'The request asks for',
      hint: 'AWS’s credential helper writes one hour unless --session-duration says more.',
      options: {
        none: 'no length',
        helper: 'one hour, as the helper does by itself',
        five: 'five hours',
        twelve: 'twelve hours',
        thirteen: 'thirteen hours',
      },
      initial: 'none',
    },
    profile: {
      kind: 'duration',
      label: 'Length in the profile',
      hint: '15 minutes to 12 hours. A request can only shorten it.',
      min: minutes(15),
      max: hours(12),
      initial: hours(12),
      stops: [minutes(15), hours(1), hours(2), hours(5), hours(12)],
    },
    role: {
      kind: 'duration',
      label: 'Maximum of the role',
      hint: '1 to 12 hours; one hour where nobody set it.',
      min: hours(1),
      max: hours(12),
      initial: hours(1),
      stops: [hours(1), hours(2), hours(5), hours(12)],
    },
    goes: {
      kind: 'choice',
      label: 'With the session, the server',
      hint: 'A session from Roles Anywhere is no chained one. A role assumed from it is.',
      options: {
        stays: 'writes',
        hour: 'assumes a second role, for an hour',
        five: 'assumes a second role, for five hours',
      },
      initial: 'stays',
    },
    writes: {
      kind: 'moment',
      label: 'The result is written at',
      hint: 'UTC. The model starts at 12:00 and runs for five hours.',
      min: after(START, minutes(5)),
      max: after(START, hours(13)),
      initial: at('2026-01-15T16:59:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server writes its result at that moment',
  lives: { 'create-session': 'server’s session', 'assume-second': 'second role' },
  working: { role: '43200' },
  variations: [
    { label: 'Let the helper ask for its hour', knobs: { asked: 'helper' } },
    { label: 'Raise the role’s maximum to twelve hours', knobs: { role: '43200' } },
    {
      label: 'The same, and let the helper ask',
      knobs: { role: '43200', asked: 'helper', writes: '20260115T123000Z' },
    },
    {
      label: 'Ask for twelve of a profile of five',
      knobs: { role: '18000', asked: 'twelve', profile: '18000' },
    },
    { label: 'Then change roles for five hours', knobs: { role: '43200', goes: 'five' } },
    { label: 'Ask for thirteen hours', knobs: { role: '43200', asked: 'thirteen' } },
  ],
  decides: 'create-session.duration-within-role',
  about: 'rolesanywhere.duration-within-role',
  setup: ({ asked, profile: profileLength, role: most, goes, writes }, _, pki) => {
    const certificates = pki();
    const durationSeconds = ASKED[asked];
    const writer = goes === 'stays' ? 'create-session' : 'assume-second';
    return {
      world: worldOf(certificates, profileLength, most),
      script: [
        opened({
          at: START,
          certificate: certificates.certificate('batch'),
          chain: [certificates.certificate('issuing')],
          trustAnchorArn: ANCHOR,
          profileArn: PROFILE,
          roleArn: ROLE,
          ...(durationSeconds !== undefined && { durationSeconds }),
        }),
        ...(goes === 'stays' ? [] : [assumeSecond(CHANGED[goes])]),
        { id: 'wait', at: writes, kind: 'wait', needs: [writer] },
        called({
          id: 'write',
          at: writes,
          credentials: { issuedBy: writer },
          action: 's3:PutObject',
          resources: [`arn:aws:s3:::${BUCKET}/tomorrow.grib`],
        }),
      ],
    };
  },
});
