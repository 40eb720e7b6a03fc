import type { Act } from '#engine/act.ts';
import { roleArn, rootArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
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
const REGION = 'eu-central-1';
const PIA = userArn(ACCOUNT, 'pia');
const WEATHER = roleArn(ACCOUNT, 'WeatherMap');
const START = at('2026-01-20T06:00:00Z');

const TRUST = {
  pia: trusting('WeatherMap', PIA).document,
  itself: trusting('WeatherMap', [PIA, WEATHER]).document,
  root: trusting('WeatherMap', rootArn(ACCOUNT)).document,
} as const satisfies Record<string, PolicyDocument>;

const s3Only = allow('s3:*', '*');
const mayAssume = allow('sts:AssumeRole', WEATHER);

const IDENTITY = {
  silent: document(s3Only),
  allows: document(s3Only, mayAssume),
} as const satisfies Record<string, PolicyDocument>;

interface Policies {
  readonly trust: PolicyDocument;
  readonly identity: PolicyDocument;
  readonly isBounded: boolean;
}

function worldOf({ trust, identity, isBounded }: Policies): World {
  const pia = user(ACCOUNT, 'pia', {
    policies: [policy('PiaPolicy', 'identity', document(mayAssume))],
  });
  const weather = role(ACCOUNT, 'WeatherMap', {
    trustPolicy: policy('WeatherMapTrust', 'trust', trust),
    policies: [policy('WeatherMapPolicy', 'identity', identity)],
    maxSessionDuration: hours(12),
    ...(isBounded && { boundary: policy('WeatherMapBoundary', 'boundary', document(s3Only)) }),
  });
  const station = account(ACCOUNT, 'weather station', REGION, { users: [pia], roles: [weather] });
  return world(START, [station], [userKey(pia)]);
}

/** A role is no friend of itself: since 2022 somebody must say so. */
export const assumeItself = defineScenario({
  id: 'assume-itself',
  lab: 'sts',
  title: 'A role that knocks at its own door',
  tag: 'changed in 2022',
  summary:
    'A job is running out of time. With its session of a role it asks for a new session of the same role. Once that was always allowed; today the role must be told to trust itself.',
  subjects: ['sts', 'outside'],
  parties: [
    { id: 'pia', name: 'Pia', spoken: 'Pia' },
    { id: 'job', name: 'weather job', spoken: 'the weather job' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    trusts: {
      kind: 'choice',
      label: 'The role trusts',
      hint: 'The Principal of its trust policy.',
      options: {
        pia: 'Pia',
        itself: 'Pia and itself',
        root: 'the account (:root)',
        own: 'whom you write down',
      },
      initial: 'pia',
    },
    trust: {
      kind: 'policy',
      label: 'Trust policy',
      hint: 'The role can stand in it by its own ARN.',
      policyType: 'trust',
      initial: TRUST.itself,
      when: { knob: 'trusts', is: ['own'] },
    },
    identity: {
      kind: 'choice',
      label: 'The role’s own policy',
      hint: 'What its permissions say of sts:AssumeRole on itself.',
      options: { silent: 'says nothing of it', allows: 'allows it' },
      initial: 'silent',
    },
    bounded: {
      kind: 'toggle',
      label: 'A boundary of S3 only',
      hint: 'A permissions boundary on the role.',
      initial: false,
    },
    asked: {
      kind: 'duration',
      label: 'The job asks for',
      hint: 'DurationSeconds. The role allows 12 hours, a chain of roles does not.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), minutes(30), hours(1), hours(2), hours(4), hours(8), hours(12)],
    },
    called: {
      kind: 'moment',
      label: 'The job asks at',
      hint: 'UTC. Its session of 06:00 lives for an hour.',
      min: START,
      max: after(START, hours(4)),
      initial: at('2026-01-20T06:50:00Z'),
    },
  },
  clock: 'called',
  clockSays: 'the job asks for a new session at that moment',
  lives: { 'assume-role': 'first session', 'assume-again': 'second session' },
  working: { trusts: 'itself' },
  variations: [
    { label: 'Let the role trust itself', knobs: { trusts: 'itself' } },
    { label: 'Trust the account', knobs: { trusts: 'root' } },
    {
      label: 'Trust the account, and let the role’s policy allow it',
      knobs: { trusts: 'root', identity: 'allows' },
    },
    {
      label: 'Let it trust itself, within a boundary of S3',
      knobs: { trusts: 'itself', bounded: 'on' },
    },
    {
      label: 'Let it trust itself, and ask for two hours',
      knobs: { trusts: 'itself', asked: '7200' },
    },
    {
      label: 'Let it trust itself, and ask too late',
      knobs: { trusts: 'itself', called: '20260120T071000Z' },
    },
  ],
  decides: 'assume-again.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ trusts, trust, identity, bounded, asked, called }) => {
    const call = {
      kind: 'sts:AssumeRole',
      to: 'sts',
      region: REGION,
      roleArn: WEATHER,
      roleSessionName: 'weather-map',
    } as const;
    const assume: Act = {
      ...call,
      id: 'assume-role',
      at: START,
      by: 'pia',
      credentials: { keyId: uniqueId('AKIA', ACCOUNT, 'pia') },
    };
    const start: Act = {
      id: 'start',
      at: START,
      kind: 'tell',
      by: 'pia',
      to: 'job',
      what: 'starts the weather job with the session',
      credentials: { issuedBy: 'assume-role' },
    };
    const again: Act = {
      ...call,
      id: 'assume-again',
      at: called,
      by: 'job',
      credentials: { issuedBy: 'assume-role' },
      durationSeconds: asked,
    };
    return {
      world: worldOf({
        trust: trusts === 'own' ? trust : TRUST[trusts],
        identity: IDENTITY[identity],
        isBounded: bounded,
      }),
      script: [
        assume,
        start,
        { id: 'wait', at: called, kind: 'wait', needs: ['assume-role'] },
        again,
      ],
    };
  },
});
