import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act } from '../act.ts';
import { lifetimesOf } from '../lifetimes.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  OBJECT,
  PIPELINE,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  sessionOf,
  START,
  temporaryKey,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, minutes, seconds } from '../time.ts';
import type { Trace } from '../trace.ts';
import type { AccessKey, World } from '../world.ts';
import type { GetSigninToken } from './acts.ts';
import { CONSOLE_BOUNDS } from './limits.ts';

const FEDERATED = temporaryKey('federated', {
  kind: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: USER,
  sessionPolicies: [policyOf('All', 'session', says('Allow', '*'))],
  tags: {},
  transitiveTagKeys: [],
});
const CHAINED = temporaryKey('chained', sessionOf(PIPELINE, { isChained: true }));
const OWN = temporaryKey('own', { ...userPrincipal(USER), kind: 'user-session' });
const LAB = [FEDERATED, CHAINED, OWN].reduce(withKey, WORLD);

const ask = (key: AccessKey, fields: Partial<GetSigninToken> = {}): Act => ({
  id: 'token',
  kind: 'signin:getSigninToken',
  at: START,
  by: 'broker',
  to: 'signin',
  credentials: { keyId: key.id },
  ...fields,
});

const login = (count = 0): Act => ({
  id: 'login',
  kind: 'signin:login',
  at: after(START, seconds(count)),
  by: 'person',
  to: 'signin',
  signinToken: 'token',
  issuer: 'https://broker.example.com',
  destination: 'https://console.aws.amazon.com/',
});

const listUsers = (count: number): Act => ({
  id: 'list',
  kind: 'call',
  at: after(START, seconds(count)),
  by: 'person',
  to: 'iam',
  credentials: { issuedBy: 'login' },
  region: REGION,
  action: 's3:GetObject',
  resources: [OBJECT],
});

const endOf = (trace: Trace, id: string): string | undefined => {
  const outcome = trace.outcomes[id];
  if (outcome?.kind !== 'refused') return outcome?.kind;
  const { status, message, wording } = outcome.error;
  return `${outcome.rule}: ${status} ${message} (${wording})`;
};

const run = (key: AccessKey, asked: number | undefined, ...rest: readonly Act[]): Trace =>
  simulate(LAB, [
    ask(key, asked === undefined ? {} : { sessionDuration: seconds(asked) }),
    ...rest,
  ]);

/** How long the console session lives, in seconds. */
function consoleLife(world: World | undefined): number | undefined {
  const [key] = Object.values(world?.accessKeys ?? {}).filter(
    (one) => one.kind === 'temporary' && one.isConsole === true,
  );
  return key?.kind === 'temporary' ? (key.expiresAt - key.issuedAt) / 1000 : undefined;
}

const INVALID = '400 Invalid credentials parameter';

describe('getSigninToken', () => {
  test.each<readonly [string, AccessKey, number | undefined, string]>([
    ['a role session', SESSION_KEY, undefined, 'granted'],
    ['a role session that asks for 12 hours', SESSION_KEY, 43_200, 'granted'],
    ['a federated user', FEDERATED, undefined, 'granted'],
    ['a chained role', CHAINED, undefined, 'granted'],
    [
      'a chained role that asks for a length',
      CHAINED,
      3600,
      `signin.duration-fits-session: ${INVALID} (documented)`,
    ],
    [
      'a federated user who asks for a length',
      FEDERATED,
      3600,
      `signin.duration-fits-session: ${INVALID} (modelled)`,
    ],
    [
      'less than 15 minutes',
      SESSION_KEY,
      899,
      'signin.duration-in-range: 400 Invalid SessionDuration parameter (modelled)',
    ],
    [
      'more than 12 hours',
      SESSION_KEY,
      43_201,
      'signin.duration-in-range: 400 Invalid SessionDuration parameter (modelled)',
    ],
    ['a GetSessionToken session', OWN, undefined, `signin.session-kind: ${INVALID} (modelled)`],
    ['a long-term key', USER_KEY, undefined, `signin.credentials-alive: ${INVALID} (modelled)`],
  ])('%s', (_, key, asked, expected) => {
    expect(endOf(run(key, asked), 'token')).toBe(expected);
  });

  test('a session that has ended opens nothing', () => {
    const late = simulate(LAB, [ask(SESSION_KEY, { at: after(START, hours(2)) })]);
    expect(endOf(late, 'token')).toContain('signin.credentials-alive');
  });

  test('it sends the three parts of the credentials and answers with a token', () => {
    const [request, response] = run(SESSION_KEY, 3600)
      .steps.flatMap(({ artifacts }) => artifacts)
      .map(({ text }) => text);
    expect(request).toMatch(
      /^GET \/federation\?Action=getSigninToken&SessionDuration=3600&Session=%7B%22sessionId%22%3A%22ASIA/,
    );
    expect(request).toContain('Host: signin.aws.amazon.com');
    expect(response).toMatch(/^HTTP\/1\.1 200 OK[^]*"SigninToken": "/);
  });
});

describe('the console session', () => {
  test('it outlives the credentials it came from, by its own clock', () => {
    const trace = run(SESSION_KEY, 43_200, login(60), listUsers(2 * 3600));
    expect(endOf(trace, 'list')).toBe('granted');
    const late = run(SESSION_KEY, 43_200, login(60), listUsers(43_200 + 61));
    expect(endOf(late, 'list')).toContain('api.token-alive');
  });

  test('it ends with the credentials where no length was asked for', () => {
    expect(consoleLife(run(SESSION_KEY, undefined, login(600)).steps.at(-1)?.world)).toBe(3000);
  });

  test('it lasts just as long as asked, whenever the person signs in in time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: CONSOLE_BOUNDS.min, max: CONSOLE_BOUNDS.max }),
        fc.integer({ min: 0, max: minutes(15) }),
        (asked, count) => {
          expect(consoleLife(run(SESSION_KEY, asked, login(count)).steps.at(-1)?.world)).toBe(
            asked,
          );
        },
      ),
    );
  });

  test('its sign-in URL is good for 15 minutes', () => {
    expect(endOf(run(SESSION_KEY, 3600, login(900)), 'login')).toBe('granted');
    expect(endOf(run(SESSION_KEY, 3600, login(901)), 'login')).toContain('signin.token-fresh');
  });

  test('it cannot begin after the credentials have ended, unless it has a length of its own', () => {
    const short = { ...SESSION_KEY, expiresAt: after(START, minutes(5)) };
    const world = withKey(LAB, short);
    const ends = (sessionDuration?: number) =>
      endOf(
        simulate(world, [
          ask(
            short,
            sessionDuration === undefined ? {} : { sessionDuration: seconds(sessionDuration) },
          ),
          login(600),
        ]),
        'login',
      );
    expect(ends()).toContain('signin.token-fresh');
    expect(ends(3600)).toBe('granted');
  });

  test('nobody signs in with a token that was not given', () => {
    expect(run(CHAINED, 3600, login()).unplayed).toEqual(['login']);
  });

  test('its life is a bar of its own', () => {
    const trace = run(SESSION_KEY, 7200, login(60));
    const world = trace.steps.at(-1)?.world ?? WORLD;
    const from = after(START, seconds(60));
    expect(lifetimesOf(world)).toContainEqual(
      expect.objectContaining({ kind: 'session', from, until: after(from, hours(2)) }),
    );
  });

  test('revoking the role’s sessions reaches into the console', () => {
    const revoke: Act = {
      id: 'revoke',
      kind: 'change',
      at: after(START, seconds(120)),
      by: 'administrator',
      change: { kind: 'revoke-sessions', role: ROLE },
    };
    expect(endOf(run(SESSION_KEY, 7200, login(60), revoke, listUsers(180)), 'list')).toContain(
      'api.allowed',
    );
  });
});
