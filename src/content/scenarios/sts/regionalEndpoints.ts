import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';

const ACCOUNT = '111122223333';
const FRANKFURT = 'eu-central-1';
const MILAN = 'eu-south-1';
const MENUS = roleArn(ACCOUNT, 'Menus');
const KITCHEN_KEY = uniqueId('AKIA', ACCOUNT, 'kitchen');
const START = at('2026-01-22T11:00:00Z');

const readMenus = document(allow('s3:GetObject', 'arn:aws:s3:::menus-of-*/*'));

type Endpoint = 'global' | 'frankfurt' | 'milan';

const ENDPOINTS = {
  global: { region: 'us-east-1', endpoint: 'global' },
  frankfurt: { region: FRANKFURT, endpoint: 'regional' },
  milan: { region: MILAN, endpoint: 'regional' },
} as const satisfies Record<Endpoint, object>;

interface Settings {
  readonly version: 1 | 2;
  readonly hasMilan: boolean;
  readonly isActive: boolean;
  readonly isSlow: boolean;
}

function worldOf(
  permissions: PolicyDocument,
  { version, hasMilan, isActive, isSlow }: Settings,
): World {
  const kitchen = user(ACCOUNT, 'kitchen');
  const menus = role(ACCOUNT, 'Menus', {
    trustPolicy: trusting('Menus', userArn(ACCOUNT, 'kitchen')),
    policies: [policy('MenusPolicy', 'identity', permissions)],
  });
  const card = { contentType: 'text/plain', body: 'Risotto' };
  const restaurant = account(ACCOUNT, 'restaurant', FRANKFURT, {
    users: [kitchen],
    roles: [menus],
    buckets: [
      { name: 'menus-of-frankfurt', region: FRANKFURT, objects: { 'today.txt': card } },
      { name: 'menus-of-milan', region: MILAN, objects: { 'today.txt': card } },
    ],
    globalEndpointTokenVersion: version,
    regions: {
      [FRANKFURT]: { enabled: true, stsActive: isActive },
      [MILAN]: { enabled: hasMilan, optIn: true, stsActive: hasMilan },
    },
  });
  return world(START, [restaurant], [userKey(kitchen)], {
    clockSkew: isSlow ? { kitchen: seconds(-minutes(20)) } : {},
  });
}

/** Where a session is asked for, and where its token is good: endpoints, token versions and Regions. */
export const regionalEndpoints = defineScenario({
  id: 'regional-endpoints',
  lab: 'sts',
  title: 'The global token stops at Milan',
  tag: 'Regions',
  summary:
    'The kitchen gets its session from the old global endpoint. The token works in Frankfurt, and not in Milan: Milan is a Region one must opt in to.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'kitchen', name: 'kitchen', spoken: 'the kitchen' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    endpoint: {
      kind: 'choice',
      label: 'Session is asked for at',
      hint: 'A token from a Regional endpoint is good in every Region.',
      options: {
        global: 'sts.amazonaws.com',
        frankfurt: 'sts.eu-central-1.amazonaws.com',
        milan: 'sts.eu-south-1.amazonaws.com',
      },
      initial: 'global',
    },
    version: {
      kind: 'choice',
      label: 'Global endpoint issues',
      hint: 'A setting of the account. Version 2 tokens are longer.',
      options: { old: 'version 1 tokens', new: 'version 2 tokens' },
      initial: 'old',
      when: { knob: 'endpoint', is: ['global'] },
    },
    active: {
      kind: 'toggle',
      label: 'STS is active in Frankfurt',
      hint: 'An administrator can switch STS off in a Region, but not in us-east-1.',
      initial: true,
    },
    milan: {
      kind: 'toggle',
      label: 'Milan is enabled',
      hint: 'An opt-in Region does not know the account until it is enabled.',
      initial: true,
    },
    slow: {
      kind: 'toggle',
      label: 'Kitchen’s clock is 20 min slow',
      hint: 'STS takes a signature only if its date is at most 15 minutes off.',
      initial: false,
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-22T11:10:00Z'),
    },
    permissions: {
      kind: 'policy',
      label: 'What the role Menus may do',
      hint: 'Read by S3, after everything that has to do with Regions.',
      policyType: 'identity',
      initial: readMenus,
    },
  },
  clock: 'used',
  clockSays: 'the kitchen uses its session at that moment',
  lives: { 'assume-role': 'kitchen’s session' },
  working: { endpoint: 'frankfurt' },
  variations: [
    { label: 'Ask at the endpoint of Frankfurt', knobs: { endpoint: 'frankfurt' } },
    { label: 'Let the global endpoint issue version 2', knobs: { version: 'new' } },
    {
      label: 'Switch STS off in Frankfurt, and ask there',
      knobs: { endpoint: 'frankfurt', active: 'off' },
    },
    { label: 'Do not enable Milan', knobs: { endpoint: 'frankfurt', milan: 'off' } },
    { label: 'Call with a clock that is 20 minutes slow', knobs: { slow: 'on' } },
    {
      label: 'Use the session an hour and a half later',
      knobs: { endpoint: 'milan', used: '20260122T123000Z' },
    },
  ],
  decides: 'read-in-milan.token-fits-region',
  about: 'api.token-fits-region',
  setup: ({ endpoint, version, active, milan, slow, used, permissions }) => {
    const read = {
      at: used,
      kind: 'call',
      by: 'kitchen',
      to: 's3',
      credentials: { issuedBy: 'assume-role' },
    } as const;
    const script: readonly Act[] = [
      {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'kitchen',
        to: 'sts',
        ...ENDPOINTS[endpoint],
        credentials: { keyId: KITCHEN_KEY },
        roleArn: MENUS,
        roleSessionName: 'lunch',
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-role'] },
      {
        ...read,
        id: 'read-in-frankfurt',
        region: FRANKFURT,
        action: 's3:GetObject',
        resources: ['arn:aws:s3:::menus-of-frankfurt/today.txt'],
      },
      {
        ...read,
        id: 'read-in-milan',
        region: MILAN,
        action: 's3:GetObject',
        resources: ['arn:aws:s3:::menus-of-milan/today.txt'],
      },
    ];
    const settings = {
      version: version === 'old' ? 1 : 2,
      hasMilan: milan,
      isActive: active,
      isSlow: slow,
    } as const;
    return { world: worldOf(permissions, settings), script };
  },
});
