import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { AssumeRole } from '../act.ts';
import { roleArn, userArn } from '../arn.ts';
import { accountInKeyId, requestId } from '../ids.ts';
import type { RuleId } from '../rules.ts';
import { outcomeOf } from '../trace.ts';
import type { Step, Trace } from '../trace.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  PARTNER,
  PARTNER_KEY,
  PARTNER_USER,
  PIPELINE,
  PIPELINE_KEY,
  policyOf,
  REGION,
  ROLE,
  says,
  sessionOf,
  START,
  longTermKey,
  temporaryKey,
  trusts,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  withRole,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, minutes, seconds } from '../time.ts';
import type { AccessKey, Role, User, World } from '../world.ts';
import { ASSUME_ROLE_RULES } from './assumeRoleRules.ts';

interface Call {
  readonly world: World;
  readonly act: AssumeRole;
}

/** A call that is granted: a user assumes a role that trusts it, for an hour, with the right time. */
const VALID: Call = {
  world: WORLD,
  act: {
    id: 'assume-role',
    kind: 'sts:AssumeRole',
    at: START,
    by: 'build-server',
    to: 'sts',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
    roleArn: ROLE,
    roleSessionName: 'nightly-build',
    durationSeconds: seconds(3600),
  },
};

type Change = (call: Call) => Call;

const asks =
  (fields: Partial<AssumeRole>): Change =>
  ({ world, act }) => ({ world, act: { ...act, ...fields } });

const inWorld =
  (edit: (world: World) => World): Change =>
  ({ world, act }) => ({ world: edit(world), act });

const lasts = (count: number): Change => asks({ durationSeconds: seconds(count) });
const named = (roleSessionName: string): Change => asks({ roleSessionName });
/** Text from outside: the type of `roleArn` promises what the rules have yet to check. */
const assumes = (text: string): Change => asks({ roleArn: text as typeof ROLE });
const role = (fields: Partial<Role>): Change => inWorld((world) => withRole(world, ROLE, fields));
const user = (fields: Partial<User>): Change => inWorld((world) => withUser(world, USER, fields));
const trusting = (...statements: Parameters<typeof policyOf>[2][]): Change =>
  role({ trustPolicy: policyOf('ReaderTrust', 'trust', ...statements) });
const clockRuns = (count: number): Change =>
  inWorld((world) => ({ ...world, clockSkew: { 'build-server': seconds(count) } }));
const both =
  (...changes: Change[]): Change =>
  (call) =>
    changes.reduce((changed, change) => change(changed), call);

/** The call is made with this key, which AWS knows. */
const calledWith = (key: AccessKey): Change =>
  both(
    inWorld((world) => withKey(world, key)),
    asks({ credentials: { keyId: key.id } }),
  );

const play = (change: Change): Trace => {
  const { world, act } = change(VALID);
  return simulate(world, [act]);
};

const SHORT = (who: string, what = ROLE) =>
  `User: ${who} is not authorized to perform: sts:AssumeRole on resource: ${what}`;
const invalid = (name: string, value: string, constraint: string) =>
  `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: ${constraint}`;

const LONG_NAME = 'x'.repeat(65);
const CHAINED = calledWith(PIPELINE_KEY);
const CHAINING =
  'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.';
const OVER_MAXIMUM =
  'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
const UNKNOWN_TOKEN = 'The security token included in the request is invalid';
const EXPIRED_TOKEN = 'The security token included in the request is expired';
const NO_ROOT = 'Roles may not be assumed by root accounts.';
const NO_SUCH_ROLE = roleArn(ACCOUNT, 'Nobody');
const ABROAD = roleArn('777777777777', 'ReportReader');
const ROOT = longTermKey('root', { kind: 'root', account: ACCOUNT });
const USER_SESSION = temporaryKey('user-session', { ...userPrincipal(USER), kind: 'user-session' });
const FEDERATED = temporaryKey('federated', {
  kind: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: USER,
  sessionPolicies: [],
  tags: {},
  transitiveTagKeys: [],
});
const FOREIGN = both(calledWith(PARTNER_KEY), trusting(trusts(PARTNER_USER)));

type Row = readonly [
  name: string,
  change: Change,
  rule: string,
  code: string,
  message: string,
  wording: 'documented' | 'observed' | 'modelled',
];

// Messages and statuses: sts.md 1.5.
const ROWS: readonly Row[] = [
  [
    'it asks for less than 15 minutes',
    lasts(899),
    'sts.parameters-valid',
    'ValidationError',
    invalid('durationSeconds', '899', 'Member must have value greater than or equal to 900'),
    'observed',
  ],
  [
    'it asks for more than 12 hours',
    lasts(43_201),
    'sts.parameters-valid',
    'ValidationError',
    invalid('durationSeconds', '43201', 'Member must have value less than or equal to 43200'),
    'modelled',
  ],
  [
    'its session name has one character',
    named('x'),
    'sts.parameters-valid',
    'ValidationError',
    invalid('roleSessionName', 'x', 'Member must have length greater than or equal to 2'),
    'modelled',
  ],
  [
    'its session name has 65 characters',
    named(LONG_NAME),
    'sts.parameters-valid',
    'ValidationError',
    invalid('roleSessionName', LONG_NAME, 'Member must have length less than or equal to 64'),
    'observed',
  ],
  [
    'its session name has a colon',
    named('Session1:2'),
    'sts.parameters-valid',
    'ValidationError',
    invalid(
      'roleSessionName',
      'Session1:2',
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    ),
    'observed',
  ],
  [
    'its session name has a space',
    named('nightly build'),
    'sts.parameters-valid',
    'ValidationError',
    invalid(
      'roleSessionName',
      'nightly build',
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    ),
    'observed',
  ],
  [
    'two parameters are wrong',
    both(named(`${LONG_NAME}:`), lasts(1)),
    'sts.parameters-valid',
    'ValidationError',
    `3 validation errors detected: Value '${LONG_NAME}:' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*; Value '${LONG_NAME}:' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64; Value '1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900`,
    'modelled',
  ],
  [
    'its role is text too short for an ARN',
    assumes('ReportReader'),
    'sts.parameters-valid',
    'ValidationError',
    invalid('roleArn', 'ReportReader', 'Member must have length greater than or equal to 20'),
    'observed',
  ],
  [
    'its role is text too long for an ARN',
    assumes(`${ROLE}${'x'.repeat(2048)}`),
    'sts.parameters-valid',
    'ValidationError',
    invalid(
      'roleArn',
      `${ROLE}${'x'.repeat(2048)}`,
      'Member must have length less than or equal to 2048',
    ),
    'modelled',
  ],
  // The five that were recorded (localstack test_sts.snapshot.json, test_sts_invalid_parameters).
  ...[
    'nothing-valid-in-here',
    'arn::b:::something/test-role',
    'arn:a::::something/test-role',
    'arn:a:::something/test-role',
    'arn:a:a::aaaaaaaaaa:',
  ].map((text): Row => [
    `its role is no ARN: ${text}`,
    assumes(text),
    'sts.parameters-valid',
    'ValidationError',
    `${text} is invalid`,
    'observed',
  ]),
  [
    'its role is no ARN and its duration is too short: the generic layer speaks first',
    both(assumes('nothing-valid-in-here'), lasts(600)),
    'sts.parameters-valid',
    'ValidationError',
    invalid('durationSeconds', '600', 'Member must have value greater than or equal to 900'),
    'observed',
  ],
  [
    'its clock runs 15 minutes and a second slow',
    clockRuns(-901),
    'sts.signature-current',
    'SignatureDoesNotMatch',
    'Signature expired: 20260115T114459Z is now earlier than 20260115T114500Z (20260115T120000Z - 15 min.)',
    'observed',
  ],
  [
    'its clock runs 15 minutes and a second fast',
    clockRuns(901),
    'sts.signature-current',
    'SignatureDoesNotMatch',
    'Signature not yet current: 20260115T121501Z is still later than 20260115T121500Z (20260115T120000Z + 15 min.)',
    'observed',
  ],
  [
    'its key is unknown',
    asks({ credentials: { keyId: 'AKIAIOSFODNN7EXAMPLE' } }),
    'sts.caller-authenticated',
    'InvalidClientTokenId',
    UNKNOWN_TOKEN,
    'observed',
  ],
  [
    'its key is inactive',
    calledWith({ ...USER_KEY, status: 'Inactive' }),
    'sts.caller-authenticated',
    'InvalidClientTokenId',
    UNKNOWN_TOKEN,
    'modelled',
  ],
  [
    'its key is deleted',
    calledWith({ ...USER_KEY, status: 'Deleted' }),
    'sts.caller-authenticated',
    'InvalidClientTokenId',
    UNKNOWN_TOKEN,
    'observed',
  ],
  [
    'its session has expired by a second',
    both(CHAINED, asks({ at: after(START, seconds(3601)) })),
    'sts.caller-authenticated',
    'ExpiredToken',
    EXPIRED_TOKEN,
    'observed',
  ],
  ['its caller is root', calledWith(ROOT), 'sts.caller-kind', 'AccessDenied', NO_ROOT, 'observed'],
  [
    'its caller is a session of root',
    calledWith(temporaryKey('root-session', { kind: 'root-session', account: ACCOUNT })),
    'sts.caller-kind',
    'AccessDenied',
    NO_ROOT,
    'observed',
  ],
  [
    'its caller is a federated user',
    calledWith(FEDERATED),
    'sts.caller-kind',
    'AccessDenied',
    'Cannot call AssumeRole with these credentials',
    'modelled',
  ],
  [
    'the role does not exist',
    asks({ roleArn: NO_SUCH_ROLE }),
    'sts.assume-role-allowed',
    'AccessDenied',
    SHORT(USER, NO_SUCH_ROLE),
    'observed',
  ],
  [
    'the role is in an account that does not exist',
    asks({ roleArn: ABROAD }),
    'sts.assume-role-allowed',
    'AccessDenied',
    SHORT(USER, ABROAD),
    'observed',
  ],
  [
    'the role is in an account with a name of JavaScript’s own',
    assumes('arn:aws:iam::constructor:role/ReportReader'),
    'sts.assume-role-allowed',
    'AccessDenied',
    `User: ${USER} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::constructor:role/ReportReader`,
    'observed',
  ],
  [
    'the name of the role differs in case',
    asks({ roleArn: roleArn(ACCOUNT, 'reportreader') }),
    'sts.assume-role-allowed',
    'AccessDenied',
    SHORT(USER, roleArn(ACCOUNT, 'reportreader')),
    'observed',
  ],
  [
    'the trust policy names somebody else',
    trusting(trusts(userArn(ACCOUNT, 'somebody-else'))),
    'sts.assume-role-allowed',
    'AccessDenied',
    `User: ${USER} is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action`,
    'modelled',
  ],
  [
    'the trust policy names the account, and the caller’s own policies say nothing',
    trusting(trusts(ACCOUNT)),
    'sts.assume-role-allowed',
    'AccessDenied',
    `${SHORT(USER)} because no identity-based policy allows the sts:AssumeRole action`,
    'modelled',
  ],
  [
    'the trust policy denies the caller it also allows',
    trusting(trusts(USER), trusts(USER, 'Deny')),
    'sts.assume-role-allowed',
    'AccessDenied',
    `User: ${USER} is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy`,
    'modelled',
  ],
  [
    'the caller’s own policy denies it',
    user({ policies: [policyOf('UserPolicy', 'identity', says('Deny', 'sts:*'))] }),
    'sts.assume-role-allowed',
    'AccessDenied',
    `${SHORT(USER)} with an explicit deny in an identity-based policy`,
    'modelled',
  ],
  [
    'across accounts, the trust policy does not name the caller',
    both(FOREIGN, trusting(trusts(USER))),
    'sts.assume-role-allowed',
    'AccessDenied',
    SHORT(PARTNER_USER),
    'observed',
  ],
  [
    'across accounts, the caller’s own policies say nothing',
    both(
      FOREIGN,
      inWorld((world) => withUser(world, PARTNER_USER, { policies: [] })),
    ),
    'sts.assume-role-allowed',
    'AccessDenied',
    SHORT(PARTNER_USER),
    'observed',
  ],
  [
    'a session asks for an hour and a second',
    both(CHAINED, lasts(3601)),
    'sts.duration-when-chained',
    'ValidationError',
    CHAINING,
    'observed',
  ],
  [
    'a session of GetSessionToken asks for an hour and a second',
    both(calledWith(USER_SESSION), lasts(3601)),
    'sts.duration-when-chained',
    'ValidationError',
    CHAINING,
    'observed',
  ],
  [
    'it asks for a second more than the role allows',
    both(role({ maxSessionDuration: hours(1) }), lasts(3601)),
    'sts.duration-within-role',
    'ValidationError',
    OVER_MAXIMUM,
    'observed',
  ],
];

const REFUSALS = ROWS.map(
  ([name, change, rule, code, message, wording]) =>
    [name, { change, rule, code, message, wording }] as const,
);

const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  SignatureDoesNotMatch: 403,
  ValidationError: 400,
};

const GRANTS: readonly (readonly [name: string, change: Change])[] = [
  ['by a user the trust policy names', (call) => call],
  ['for exactly 15 minutes', lasts(900)],
  ['for exactly the role’s 12 hours', lasts(43_200)],
  ['for exactly the hour of a role that allows no more', role({ maxSessionDuration: hours(1) })],
  ['with a session name of two characters', named('ab')],
  ['with a session name of 64 characters', named('x'.repeat(64))],
  ['with every kind of character in the session name', named('aZ09_+=,.@-')],
  ['with a clock exactly 15 minutes slow', clockRuns(-900)],
  ['with a clock exactly 15 minutes fast', clockRuns(900)],
  ['by a session, for exactly an hour', CHAINED],
  ['by a session in its very last second', both(CHAINED, asks({ at: after(START, hours(1)) }))],
  ['by a session of GetSessionToken, for exactly an hour', calledWith(USER_SESSION)],
  [
    'where trust names the account and the caller’s own policies allow it',
    both(
      trusting(trusts(`arn:aws:iam::${ACCOUNT}:root`)),
      user({
        policies: [policyOf('UserPolicy', 'identity', says('Allow', 'sts:AssumeRole', ROLE))],
      }),
    ),
  ],
  ['across accounts, where both sides allow it', FOREIGN],
  [
    'across accounts, where trust names the other account as a whole',
    both(FOREIGN, trusting(trusts(PARTNER))),
  ],
];

const answerOf = (trace: Trace): Extract<Step, { row: 'answer' }> => {
  const last = trace.steps.at(-1);
  if (last?.row !== 'answer') throw new Error('A call ends with an answer');
  return last;
};

const textOf = (step: Step | undefined, kind: string): string =>
  step?.artifacts.find((artifact) => artifact.kind === kind)?.text ?? '';

const checksOf = (trace: Trace) =>
  trace.steps.flatMap((step) => (step.row === 'check' ? [step.check] : []));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&apos;');

describe('AssumeRole is refused when', () => {
  test.each(REFUSALS)('%s', (_, { change, rule, code, message, wording }) => {
    const trace = play(change);
    const outcome = outcomeOf(trace);
    if (outcome.kind === 'granted') throw new Error('It was granted');
    expect(outcome.rule).toBe(rule);
    expect(outcome.error).toEqual({
      service: 'sts',
      code,
      status: STATUS[code],
      message,
      wording,
      details: [],
    });
    expect(outcome.check).toBe(checksOf(trace).at(-1));
  });

  test.each(REFUSALS)('%s, and the answer says so in XML', (_, { change, code, message }) => {
    const { status, artifacts } = answerOf(play(change));
    const id = requestId('assume-role');
    expect(status).toBe(STATUS[code]);
    expect(artifacts.filter(({ kind }) => kind !== 'cloudtrail')).toEqual([
      {
        kind: 'response',
        text: `HTTP/1.1 ${STATUS[code] === 400 ? '400 Bad Request' : '403 Forbidden'}
x-amzn-RequestId: ${id}
Content-Type: text/xml

<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>${code}</Code>
    <Message>${escaped(message)}</Message>
  </Error>
  <RequestId>${id}</RequestId>
</ErrorResponse>`,
      },
    ]);
  });

  test.each(REFUSALS)('%s: nothing changes in the world', (_, { change }) => {
    const { world, act } = change(VALID);
    const { steps, outcomes } = simulate(world, [act]);
    for (const step of steps) expect(step.world).toEqual({ ...world, now: act.at });
    expect(Object.keys(outcomes)).toEqual(['assume-role']);
  });
});

test('every rule refuses something in the table', () => {
  const refusing = new Set(ROWS.map(([, , rule]) => rule));
  expect([...refusing].toSorted()).toEqual(ASSUME_ROLE_RULES.map(({ id }) => id).toSorted());
});

describe('AssumeRole makes its checks in order', () => {
  const order: readonly RuleId[] = ASSUME_ROLE_RULES.map(({ id }) => id);

  test('it checks parameters and the caller before trust, and durations last', () => {
    expect(order).toEqual([
      'sts.parameters-valid',
      'sts.signature-current',
      'sts.caller-authenticated',
      'sts.caller-kind',
      'sts.assume-role-allowed',
      'sts.duration-when-chained',
      'sts.duration-within-role',
    ]);
  });

  test.each(REFUSALS)(
    'when %s: all before have passed, all behind are named',
    (_, { change, rule }) => {
      const trace = play(change);
      const place = order.findIndex((id) => id === rule);
      expect(checksOf(trace).map(({ rule: id, result }) => [id, result])).toEqual(
        order.slice(0, place + 1).map((id, index) => [id, index === place ? 'fail' : 'pass']),
      );
      const unreached = trace.steps.flatMap((step) =>
        step.row === 'not-reached' ? step.rules : [],
      );
      expect(unreached).toEqual(order.slice(place + 1));
      expect(trace.steps.filter(({ row }) => row === 'not-reached')).toHaveLength(
        unreached.length > 0 ? 1 : 0,
      );
    },
  );

  test('it lets the first of several problems decide', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...REFUSALS], { minLength: 2, maxLength: 3 }), (rows) => {
        const outcome = outcomeOf(play(both(...rows.map(([, { change }]) => change))));
        const places = rows.map(([, { rule }]) => order.findIndex((id) => id === rule));
        // Where one change takes back another, the call may be granted.
        const place = outcome.kind === 'granted' ? -1 : order.indexOf(outcome.rule);
        expect(place).toBeLessThanOrEqual(Math.max(...places));
      }),
    );
  });
});

describe('AssumeRole is granted', () => {
  test.each(GRANTS)('%s', (_, change) => {
    const trace = play(change);
    expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
    expect(checksOf(trace).map(({ result }) => result)).toEqual(
      ASSUME_ROLE_RULES.map(() => 'pass'),
    );
  });

  test('for an hour when DurationSeconds is left out, whatever the role allows', () => {
    const { durationSeconds, ...act } = VALID.act;
    const { steps } = simulate(WORLD, [act]);
    expect(durationSeconds).toBeDefined();
    expect(textOf(steps[0], 'request')).not.toContain('DurationSeconds');
    expect(textOf(steps.at(-1), 'response')).toContain(
      '<Expiration>2026-01-15T13:00:00Z</Expiration>',
    );
  });

  test('for as long as it asked, to the second', () => {
    const lengths = fc.integer({ min: 900, max: 43_200 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 86_400 }), (length, wait) => {
        const issued = keyFrom(
          play(both(lasts(length), asks({ at: after(START, seconds(wait)) }))),
        );
        expect(issued).toMatchObject({
          issuedAt: after(START, seconds(wait)),
          expiresAt: after(START, seconds(wait + length)),
        });
      }),
    );
  });
});

/** The one key the call added to the world. */
function keyFrom(trace: Trace): AccessKey {
  const added = Object.values(answerOf(trace).world.accessKeys).filter(
    ({ id }) => !trace.start.accessKeys[id],
  );
  const [key] = added;
  if (!key || added.length > 1) throw new Error('AssumeRole issues one key');
  return key;
}

describe('a granted AssumeRole issues', () => {
  const trace = play(asks({ durationSeconds: minutes(90) }));
  const key = keyFrom(trace);

  test('a temporary key of the role’s account, with its own secret and token', () => {
    expect(key).toMatchObject({
      kind: 'temporary',
      issuedAt: START,
      expiresAt: after(START, minutes(90)),
      issuedBy: 'assume-role',
    });
    expect(key.id).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(accountInKeyId(key.id)).toBe(ACCOUNT);
    expect(key.secretAccessKey).toHaveLength(40);
  });

  test('a key of the role’s account also to a caller from another one', () => {
    expect(accountInKeyId(keyFrom(play(FOREIGN)).id)).toBe(ACCOUNT);
  });

  test('a session of the role, under the name the caller gave', () => {
    expect(key.owner).toEqual(sessionOf(ROLE, { sessionName: 'nightly-build' }));
  });

  test('credentials as the learner would paste them', () => {
    expect(answerOf(trace).artifacts.map(({ kind, name }) => [kind, name])).toEqual([
      ['response', undefined],
      ['credentials', key.id],
      ['cloudtrail', ACCOUNT],
    ]);
    expect(JSON.parse(textOf(answerOf(trace), 'credentials'))).toEqual({
      AccessKeyId: key.id,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.kind === 'temporary' ? key.sessionToken : '',
      Expiration: '2026-01-15T13:30:00Z',
    });
  });

  test('another key for another role, name or act, and the same one every time', () => {
    const ids = [
      key.id,
      keyFrom(play(named('another'))).id,
      keyFrom(play(asks({ id: 'assume-again' }))).id,
      keyFrom(play(asks({ roleArn: PIPELINE }))).id,
    ];
    expect(new Set(ids).size).toBe(4);
    expect(keyFrom(play((call) => call))).toEqual(keyFrom(play((call) => call)));
  });

  test('the XML of the Query protocol', () => {
    const { owner } = key;
    const roleId = owner.kind === 'role-session' ? owner.roleId : '';
    const id = requestId('assume-role');
    expect(textOf(answerOf(trace), 'response')).toBe(`HTTP/1.1 200 OK
x-amzn-RequestId: ${id}
Content-Type: text/xml

<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <AssumedRoleUser>
      <AssumedRoleId>${roleId}:nightly-build</AssumedRoleId>
      <Arn>arn:aws:sts::111122223333:assumed-role/ReportReader/nightly-build</Arn>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>${key.id}</AccessKeyId>
      <SecretAccessKey>${key.secretAccessKey}</SecretAccessKey>
      <SessionToken>${key.kind === 'temporary' ? key.sessionToken : ''}</SessionToken>
      <Expiration>2026-01-15T13:30:00Z</Expiration>
    </Credentials>
  </AssumeRoleResult>
  <ResponseMetadata>
    <RequestId>${id}</RequestId>
  </ResponseMetadata>
</AssumeRoleResponse>`);
  });
});

describe('the request of AssumeRole', () => {
  const requestOf = (change: Change): string => textOf(play(change).steps[0], 'request');

  test('it is a form, posted to the Regional endpoint', () => {
    const [head = '', body = ''] = requestOf((call) => call).split('\n\n');
    expect(head.split('\n').slice(0, 4)).toEqual([
      'POST / HTTP/1.1',
      'Host: sts.eu-central-1.amazonaws.com',
      'Content-Type: application/x-www-form-urlencoded; charset=utf-8',
      'X-Amz-Date: 20260115T120000Z',
    ]);
    expect(body).toBe(
      'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FReportReader&RoleSessionName=nightly-build&DurationSeconds=3600',
    );
  });

  test('it encodes what a form would take for its own', () => {
    const [, body = ''] = requestOf(named('a+b=c,d@e')).split('\n\n');
    expect(new URLSearchParams(body).get('RoleSessionName')).toBe('a+b=c,d@e');
  });

  test.each<[string, Change, AccessKey]>([
    ['a long-term key', (call) => call, USER_KEY],
    ['a session, whose token is signed too', CHAINED, PIPELINE_KEY],
    ['a clock that is wrong', clockRuns(-1200), USER_KEY],
    ['a request that is refused', lasts(1), USER_KEY],
    [
      'a key that was deleted, whose secret the caller still has',
      calledWith({ ...USER_KEY, status: 'Deleted' }),
      USER_KEY,
    ],
  ])('it carries a signature that verifies: %s', (_, change, key) => {
    const text = requestOf(change);
    const { provided, expected, signedHeaders } = verified(text, key.secretAccessKey);
    expect(provided).toBe(expected);
    expect(text.includes('X-Amz-Security-Token: ')).toBe(key.kind === 'temporary');
    expect(signedHeaders).toEqual([
      'content-type',
      'host',
      'x-amz-date',
      ...(key.kind === 'temporary' ? ['x-amz-security-token'] : []),
    ]);
  });

  test('it does not verify with another secret', () => {
    const { provided, expected } = verified(
      requestOf((call) => call),
      PARTNER_KEY.secretAccessKey,
    );
    expect(provided).not.toBe(expected);
  });

  test('it is signed by the caller’s own clock', () => {
    expect(requestOf(clockRuns(-600))).toContain('X-Amz-Date: 20260115T115000Z');
  });
});

/** SigV4 by the book, with Node's own hashes: what STS does with a request (create-signed-request). */
function verified(request: string, secret: string) {
  const [head = '', body = ''] = request.split('\n\n');
  const [start = '', ...lines] = head.split('\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 2),
    ]),
  );
  const [, scope = '', signed = '', provided] =
    /^AWS4-HMAC-SHA256 Credential=[A-Z0-9]+\/(.*),SignedHeaders=(.*),Signature=([0-9a-f]{64})$/.exec(
      headers.get('authorization') ?? '',
    ) ?? [];
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const names = signed.split(';');
  const canonical = [
    start.split(' ')[0],
    '/',
    '',
    ...names.map((name) => `${name}:${headers.get(name)}`),
    '',
    signed,
    hash(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers.get('x-amz-date'), scope, hash(canonical)].join('\n');
  const signingKey = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return {
    provided,
    expected: hmac(signingKey, toSign).toString('hex'),
    signedHeaders: names,
    scope,
  };
}
