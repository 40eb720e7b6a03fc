import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act } from '../act.ts';
import { simulate } from '../everything.fixture.ts';
import { lifetimesOf } from '../lifetimes.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  longTermKey,
  REGION,
  ROLE,
  START,
  USER_KEY,
  withKey,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, minutes, seconds, secondsBetween } from '../time.ts';
import type { Seconds } from '../time.ts';
import { findRole } from '../world.ts';
import type { World } from '../world.ts';
import { sessionLife, SIGNERS, urlLife } from './urlLife.ts';
import type { Signer, UrlLifeInputs } from './urlLife.ts';

const WEEK = seconds(604_800);
const PLAIN: UrlLifeInputs = {
  roleMaximum: hours(12),
  age: seconds(0),
  expires: WEEK,
};

const lives = (length: Seconds, endedBy: 'url' | 'session') => ({
  kind: 'lives',
  endedBy,
  least: length,
  most: length,
});

describe('a URL by who signs it', () => {
  test.each<[Signer, string, Partial<UrlLifeInputs>, object]>([
    ['user', 'lives its seven days', {}, lives(WEEK, 'url')],
    [
      'user',
      'is never served for a second more',
      { expires: seconds(604_801) },
      { kind: 'refused-url', by: 's3', limit: WEEK },
    ],
    ['console', 'is offered for 12 hours', { expires: hours(12) }, lives(hours(12), 'url')],
    [
      'console',
      'is not offered for longer',
      {},
      { kind: 'refused-url', by: 'console', limit: hours(12) },
    ],
    ['session-token', 'lives 12 hours by default', {}, lives(hours(12), 'session')],
    [
      'federation-token',
      'lives 36 hours at most',
      { asked: hours(36) },
      lives(hours(36), 'session'),
    ],
    ['root-token', 'is cut to an hour', { asked: hours(36) }, lives(hours(1), 'session')],
    ['role', 'lives an hour by default', {}, lives(hours(1), 'session')],
    ['role', 'has what is left of the session', { age: minutes(56) }, lives(minutes(4), 'session')],
    [
      'role',
      'ends by itself where the session has more',
      { expires: minutes(5) },
      lives(minutes(5), 'url'),
    ],
    [
      'role',
      'is dead when the session is over',
      { age: hours(1) },
      { kind: 'over', session: hours(1) },
    ],
    ['instance', 'lives about six hours', {}, lives(hours(6), 'session')],
    [
      'task',
      'may end early',
      { expires: hours(2) },
      { kind: 'lives', endedBy: 'either', least: hours(1), most: hours(2) },
    ],
    ['function', 'has an end that nobody knows', {}, { kind: 'unknown', most: WEEK }],
  ])('signed by %s: it %s', (signer, _, inputs, found) => {
    expect(urlLife(signer, { ...PLAIN, ...inputs })).toEqual(found);
  });

  test.each<[Signer, Seconds, string]>([
    ['role', minutes(10), 'least'],
    ['role', hours(13), 'most'],
    ['chained', hours(2), 'chain'],
    ['session-token', hours(37), 'most'],
    ['root-token', minutes(10), 'least'],
    ['roles-anywhere', hours(13), 'most'],
  ])('%s gets no session for %i seconds', (signer, asked, by) => {
    expect(sessionLife(signer, { ...PLAIN, asked })).toMatchObject({ kind: 'refused', by });
    expect(urlLife(signer, { ...PLAIN, asked }).kind).toBe('refused-session');
  });

  test('never outlives what was asked, nor the session', () => {
    const lengths = fc.integer({ min: 0, max: 200_000 }).map(seconds);
    const inputs = fc.record(
      { asked: lengths, roleMaximum: lengths, age: lengths, expires: lengths },
      { requiredKeys: ['roleMaximum', 'age', 'expires'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...SIGNERS), inputs, (signer, given) => {
        const life = urlLife(signer, given);
        if (life.kind !== 'lives') return;
        expect(life.least).toBeLessThanOrEqual(life.most);
        expect(life.most).toBeLessThanOrEqual(given.expires);
        const session = sessionLife(signer, given);
        const left = session.kind === 'session' ? session.most - given.age : Infinity;
        expect(life.most).toBeLessThanOrEqual(left);
      }),
    );
  });
});

/** A call that opens a session of the kind, and a URL signed with it; absent where the engine plays no such call. */
const OPENERS: Partial<Record<Signer, (asked: Seconds | undefined) => readonly Act[]>> = {
  'session-token': (asked) => [token('sts:GetSessionToken', USER_KEY.id, asked)],
  'root-token': (asked) => [token('sts:GetSessionToken', ROOT_KEY.id, asked)],
  role: (asked) => [assume('open', { keyId: USER_KEY.id }, asked)],
  chained: (asked) => [
    assume('first', { keyId: USER_KEY.id }, undefined),
    assume('open', { issuedBy: 'first' }, asked),
  ],
};

const ROOT_KEY = longTermKey('root', { kind: 'root', account: ACCOUNT });

const call = { at: START, by: 'signer', to: 'sts', region: REGION } as const;

const withDuration = (asked: Seconds | undefined) =>
  asked === undefined ? {} : { durationSeconds: asked };

const token = (
  kind: 'sts:GetSessionToken',
  keyId: typeof USER_KEY.id,
  asked: Seconds | undefined,
): Act => ({ ...call, id: 'open', kind, credentials: { keyId }, ...withDuration(asked) });

const assume = (
  id: string,
  credentials: Extract<Act, { kind: 'sts:AssumeRole' }>['credentials'],
  asked: Seconds | undefined,
): Act => ({
  ...call,
  id,
  kind: 'sts:AssumeRole',
  credentials,
  roleArn: ROLE,
  roleSessionName: 'signer',
  ...withDuration(asked),
});

/** The test world with a role that trusts its account, for so long. */
function worldWith(roleMaximum: Seconds): World {
  const role = findRole(WORLD, ROLE);
  const owner = WORLD.accounts[ACCOUNT];
  if (!role || !owner) throw new Error('The test world has the role');
  const trusted = {
    ...role,
    maxSessionDuration: roleMaximum,
    trustPolicy: {
      ...role.trustPolicy,
      document: {
        Version: '2012-10-17' as const,
        Statement: [
          { Effect: 'Allow' as const, Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
        ],
      },
    },
  };
  const opener = {
    id: 'Open',
    name: 'Open',
    type: 'identity' as const,
    document: {
      Version: '2012-10-17' as const,
      Statement: [{ Effect: 'Allow' as const, Action: 'sts:AssumeRole', Resource: '*' }],
    },
  };
  const self = { ...trusted, policies: [...trusted.policies, opener] };
  const accounts = {
    ...WORLD.accounts,
    [ACCOUNT]: { ...owner, roles: { ...owner.roles, [ROLE]: self } },
  };
  return withKey({ ...WORLD, accounts }, ROOT_KEY);
}

const someLength = fc
  .constantFrom(600, 900, 3600, 3601, 7200, 43_200, 129_600, 130_000)
  .map(seconds);
const someInputs = fc.record(
  {
    asked: someLength,
    roleMaximum: fc.constantFrom(hours(1), hours(4), hours(12)),
    age: fc.constantFrom(0, 600, 3500).map(seconds),
    expires: fc.constantFrom(minutes(5), hours(6), WEEK),
  },
  { requiredKeys: ['roleMaximum', 'age', 'expires'] },
);

/** What becomes of a URL in a run: the session refused, the URL dead at once, or its length. */
function playedLife(opener: readonly Act[], { roleMaximum, age, expires }: UrlLifeInputs): object {
  const signed: Act = {
    id: 'sign',
    kind: 'presign',
    at: after(START, age),
    by: 'signer',
    credentials: { issuedBy: 'open' },
    method: 'GET',
    bucket: BUCKET,
    key: KEY,
    region: REGION,
    expires,
  };
  const { steps, outcomes } = simulate(worldWith(roleMaximum), [...opener, signed]);
  if (outcomes['open']?.kind !== 'granted') return { kind: 'refused-session' };
  const url = lifetimesOf(steps.at(-1)?.world ?? WORLD).find(({ kind }) => kind === 'url');
  const length = url ? secondsBetween(after(START, age), url.until) : 0;
  return length > 0 ? { kind: 'lives', most: length } : { kind: 'over' };
}

test.each(Object.entries(OPENERS))(
  '%s: the lengths are those of the runs that are played',
  (signer, opener) => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const known = SIGNERS.find((one) => one === signer) ?? 'user';
        expect(urlLife(known, inputs)).toMatchObject(playedLife(opener(inputs.asked), inputs));
      }),
      { numRuns: 100 },
    );
  },
);
