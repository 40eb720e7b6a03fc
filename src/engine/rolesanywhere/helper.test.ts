import { describe, expect, test } from 'vitest';

import { at, hours, isoDate, minutes, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import type { CreateSession } from './acts.ts';
import { answerSession } from './createSession.ts';
import {
  ACCOUNT,
  ANCHOR,
  createSession,
  PROFILE,
  START,
  worldOf,
} from './anywhereWorld.fixture.ts';
import {
  helperAsksMore,
  helperCommand,
  helperConfig,
  helperPrints,
  helperRefuses,
  refreshesOf,
} from './helper.ts';
import { requestOf } from './request.ts';

/** The helper's options for the commands that vend credentials, as its code names them (cmd/credentials.go, 1f9c897). */
const DOCUMENTED = [
  'role-arn',
  'profile-arn',
  'trust-anchor-arn',
  'session-duration',
  'region',
  'endpoint',
  'no-verify-ssl',
  'with-proxy',
  'debug',
  'certificate',
  'private-key',
  'intermediates',
  'cert-selector',
  'system-store-name',
  'use-latest-expiring-certificate',
  'pkcs11-lib',
  'reuse-pin',
  'tpm-key-password',
  'no-tpm-key-password',
  'role-session-name',
  'pkcs8-password',
];

/** The options of a command, as a shell would hand them over. */
function optionsIn(command: string): ReadonlyMap<string, string> {
  const words = command.replaceAll('\\\n', ' ').match(/"(?:\\.|[^"])*"|\S+/g) ?? [];
  const plain = words.map((word) =>
    word.startsWith('"') ? word.slice(1, -1).replaceAll(/\\(.)/g, '$1') : word,
  );
  const start = plain.findIndex((word) => word.startsWith('--'));
  expect(plain[start - 1]).toBe('credential-process');
  const pairs = plain.slice(start);
  expect(pairs.length % 2).toBe(0);
  return new Map(
    pairs.flatMap((name, index) =>
      index % 2 === 0 ? [[name.replace(/^--/, ''), pairs[index + 1] ?? ''] as const] : [],
    ),
  );
}

const CALLS: readonly (readonly [string, Partial<CreateSession>])[] = [
  ['as it is', {}],
  ['of an hour', { durationSeconds: hours(1) }],
  ['of two hours', { durationSeconds: hours(2) }],
  [
    'that was changed on its way',
    { durationSeconds: hours(12), signedAs: { durationSeconds: hours(2) } },
  ],
  ['with a name and a chain of none', { roleSessionName: 'press=12', chain: [] }],
  ['to another Region', { region: 'eu-west-1' }],
  ['to the FIPS endpoint', { endpoint: 'fips' }],
];

describe.each(CALLS)('a call %s', (_, fields) => {
  const act = createSession(fields);
  const world = worldOf({});
  const options = optionsIn(helperCommand(world, act));

  test('it uses only options that the helper has', () => {
    expect([...options.keys()].filter((name) => !DOCUMENTED.includes(name))).toEqual([]);
  });

  test('it says what the request says', () => {
    const call = requestOf(world, act.signedAs ? { ...act, ...act.signedAs } : act);
    const query = new URLSearchParams(call.query);
    const body = JSON.parse(call.body) as {
      readonly durationSeconds?: number;
      readonly roleSessionName?: string;
    };
    expect(options.get('trust-anchor-arn')).toBe(query.get('trustAnchorArn'));
    expect(options.get('profile-arn')).toBe(query.get('profileArn'));
    expect(options.get('role-arn')).toBe(query.get('roleArn'));
    expect(options.get('role-session-name')).toBe(body.roleSessionName);
    expect(Number(options.get('session-duration') ?? 3600)).toBe(body.durationSeconds ?? 3600);
    expect(options.has('intermediates')).toBe(act.chain.length > 0);
    const host = options.get('endpoint')?.slice('https://'.length);
    const region = options.get('region') ?? 'eu-central-1';
    expect(call.host).toBe(host ?? `rolesanywhere.${region}.amazonaws.com`);
  });

  test('the config file says the same on one line', () => {
    const [section, line, ...rest] = helperConfig(world, act).split('\n');
    expect([section, rest]).toEqual(['[profile BatchWriter]', []]);
    expect(line).toMatch(/^credential_process = \/\S+ credential-process --/);
    expect(optionsIn(line ?? '')).toEqual(options);
  });
});

test('it prints version 1 with the credentials of the answer', () => {
  const world = worldOf({});
  const act = createSession();
  const { key } = answerSession({ world, act, call: requestOf(world, act) });
  if (!key) throw new Error('the session is granted');
  const printed = JSON.parse(helperPrints(key)) as Record<string, unknown>;
  // The shape of the SDKs' guide: nothing more, nothing less.
  expect(printed).toEqual({
    Version: 1,
    AccessKeyId: key.id,
    SecretAccessKey: key.secretAccessKey,
    SessionToken: key.sessionToken,
    Expiration: isoDate(key.expiresAt),
  });
  expect(printed['Expiration']).toMatch(/^\d{4}(?:-\d\d){2}T(?:\d\d:){2}\d\dZ$/);
});

test('it stops where anchor and profile are of two Regions, and asks where the call leaves it open', () => {
  const elsewhere = PROFILE.arn.replace('eu-central-1', 'eu-west-1');
  expect(helperRefuses(createSession())).toBe(false);
  expect(helperRefuses(createSession({ profileArn: elsewhere }))).toBe(true);
  expect(ANCHOR.arn).toContain(ACCOUNT);
  expect(helperAsksMore(createSession())).toBe(true);
  expect(helperAsksMore(createSession({ durationSeconds: seconds(900) }))).toBe(false);
});

test('update asks again five minutes before each end, until the certificate has ended', () => {
  const rows = (ends: Instant) =>
    refreshesOf({ from: START, until: at('2026-01-15T13:00:00Z') }, ends).map(
      ({ from, until }) =>
        `${isoDate(from).slice(11, 16)} ${until ? isoDate(until).slice(11, 16) : '-'}`,
    );
  expect(rows(at('2026-04-01T00:00:00Z'))).toEqual([
    '12:00 13:00',
    '12:55 13:55',
    '13:50 14:50',
    '14:45 15:45',
  ]);
  // The very second of its end still counts.
  expect(rows(at('2026-01-15T12:55:00Z'))).toEqual(['12:00 13:00', '12:55 13:55', '13:50 -']);
  expect(rows(at('2026-01-15T12:54:59Z'))).toEqual(['12:00 13:00', '12:55 -']);
  expect(minutes(5)).toBe(300);
});
