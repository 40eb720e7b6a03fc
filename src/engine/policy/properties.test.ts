import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { POLICY_TYPES } from './document.ts';
import type { PrincipalElement, Statement } from './document.ts';
import {
  AWAY,
  CALLERS,
  FEDERATED,
  HOME,
  ROLE,
  SESSION,
  USER,
  decided,
  organizationOf,
  policy,
  requestOf,
  worldOf,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';
import { FULL_AWS_ACCESS } from './fullAccess.ts';
import { parsePolicy } from './parse.ts';

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));

const action = some(
  anyOf('*', 's3:*', 's3:GetObject', 's3:Put*', 'sts:*', 'sts:AssumeRole', 'iam:*'),
);
const resource = some(
  anyOf(
    '*',
    'arn:aws:s3:::photos/*',
    'arn:aws:s3:::photos/${aws:username}',
    'arn:aws:s3:::other',
    'arn:aws:iam::*:role/*',
  ),
);
const operator = anyOf(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotEqualsIfExists',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringLike',
  'ForAllValues:StringNotLike',
  'ArnLike',
  'ArnNotLike',
  'NumericNotEquals',
  'NotIpAddress',
  'Null',
  'Bool',
  'DateGreaterThan',
);
const key = anyOf(
  'aws:username',
  'aws:userid',
  'aws:PrincipalArn',
  'aws:MultiFactorAuthPresent',
  'aws:SourceIp',
  'aws:CurrentTime',
  'aws:TagKeys',
  'aws:PrincipalOrgID',
);
const value = anyOf(
  'alice',
  '*',
  '${aws:username}',
  USER,
  ROLE,
  'true',
  'false',
  '7',
  '203.0.113.0/24',
  '2026-01-01',
  'o-example',
);
const condition = fc.dictionary(
  operator,
  fc.dictionary(key, some(value), { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  { maxKeys: 2, noNullPrototype: true },
);
const named: fc.Arbitrary<PrincipalElement> = fc.oneof(
  fc.constant<PrincipalElement>('*'),
  some(anyOf('*', HOME, AWAY, USER, ROLE, SESSION, FEDERATED)).map((AWS) => ({ AWS })),
  fc.constant<PrincipalElement>({ Service: 'ec2.amazonaws.com' }),
  fc.constant<PrincipalElement>({ Federated: CALLERS['web-identity'].provider }),
);

const effect = anyOf<'Allow' | 'Deny'>('Allow', 'Allow', 'Deny');
const actions = fc.oneof(
  action.map((Action) => ({ Action })),
  action.map((NotAction) => ({ NotAction })),
);
const resources = fc.oneof(
  resource.map((Resource) => ({ Resource })),
  resource.map((NotResource) => ({ NotResource })),
);
const permission: fc.Arbitrary<Statement> = fc
  .tuple(effect, actions, resources, fc.option(condition, { nil: undefined }))
  .map(([Effect, what, where, Condition]) => ({
    Effect,
    ...what,
    ...where,
    ...(Condition && { Condition }),
  }));
const granted: fc.Arbitrary<Statement> = fc
  .tuple(permission, named)
  .map(([statement, Principal]) => ({ ...statement, Principal }));
const assumed: fc.Arbitrary<Statement> = fc
  .tuple(effect, named)
  .map(([Effect, Principal]) => ({ Effect, Action: 'sts:AssumeRole', Principal }));

const list = (statement: fc.Arbitrary<Statement>) =>
  fc.array(statement, { minLength: 1, maxLength: 4 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const scene: fc.Arbitrary<Scene> = fc
  .record({
    caller: anyOf(...Object.values(CALLERS)),
    identity: maybe(list(permission)),
    boundary: maybe(list(permission)),
    session: maybe(list(permission)),
    resourcePolicy: maybe(
      fc.oneof(
        list(granted).map((bucket) => ({ bucket })),
        list(assumed).map((trust) => ({ trust })),
      ),
    ),
    resourceAccount: anyOf(HOME, HOME, AWAY),
    scp: maybe(list(permission)),
    rcp: maybe(list(granted)),
    isMember: fc.boolean(),
    context: fc.dictionary(
      key,
      anyOf<string | string[]>('alice', 'true', '203.0.113.7', '2026-01-15', ['a'], []),
      { noNullPrototype: true },
    ),
  })
  .map(({ resourcePolicy, scp, rcp, isMember, ...rest }) => {
    const target = {
      serviceControlPolicies: scp ? [FULL_AWS_ACCESS, policy('service-control', scp)] : [],
      resourceControlPolicies: rcp ? [policy('resource-control', rcp)] : [],
    };
    const plain = Object.entries({ ...rest, ...resourcePolicy }).filter(
      ([, each]) => each !== undefined,
    );
    // What is left of the record are the fields of a scene.
    const base = Object.fromEntries(plain) as unknown as Scene;
    return isMember ? { ...base, organization: organizationOf(target) } : base;
  });

const isAllowed = (each: Scene): boolean => decided(each).verdict === 'allow';
const PARTS = ['identity', 'boundary', 'session', 'bucket', 'trust'] as const;
/** A statement as a policy of some part may have it: only policies on resources name a principal. */
const fitting = (part: (typeof PARTS)[number], { Principal, ...statement }: Statement): Statement =>
  Principal && (part === 'bucket' || part === 'trust') ? { ...statement, Principal } : statement;
const statementsOf = (statements: Scene['identity']): readonly Statement[] =>
  statements === undefined ? [] : [statements].flat();

// Generous, for machines that do other things beside.
describe('the verdict', { timeout: 60_000 }, () => {
  test('it is reached often enough by both ways for the properties to mean something', () => {
    const verdicts = fc.sample(scene, 500).map((each) => decided(each).verdict);
    for (const verdict of ['allow', 'implicit-deny', 'explicit-deny']) {
      expect(verdicts.filter((each) => each === verdict).length).toBeGreaterThan(50);
    }
  });

  test('it never turns from denied to allowed when a Deny is added', () => {
    fc.assert(
      fc.property(scene, anyOf(...PARTS), granted, (before, part, statement) => {
        const deny: Statement = { ...fitting(part, statement), Effect: 'Deny' };
        // A policy where none was is another question: a first boundary or trust policy changes who must allow.
        fc.pre(before[part] !== undefined);
        const after = { ...before, [part]: [...statementsOf(before[part]), deny] };
        expect(!isAllowed(after) || isAllowed(before)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('it never turns from allowed to denied when an Allow is added to a policy', () => {
    fc.assert(
      fc.property(scene, anyOf(...PARTS), granted, (before, part, statement) => {
        const allow: Statement = { ...fitting(part, statement), Effect: 'Allow' };
        fc.pre(before[part] !== undefined);
        const after = { ...before, [part]: [...statementsOf(before[part]), allow] };
        expect(!isAllowed(before) || isAllowed(after)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['session', 'boundary'] as const)(
    'it never gains a permission from a %s policy',
    (part) => {
      fc.assert(
        fc.property(scene, list(permission), (each, limit) => {
          const rest = Object.entries(each).filter(([name]) => name !== part);
          // Every field of a scene may be missing.
          const without = Object.fromEntries(rest) as Scene;
          // A federated user has no rights at all until there is a session policy.
          const isFederated = each.caller?.kind === 'federated-user';
          const before =
            isFederated && part === 'session'
              ? { ...without, caller: CALLERS['role-session'] }
              : without;
          expect(!isAllowed({ ...before, [part]: limit }) || isAllowed(before)).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('it gives a federated user no more than the user who asked for the session', () => {
    // Conditions and variables would see two different callers.
    const bare = fc
      .tuple(effect, actions)
      .map(([Effect, what]): Statement => ({ Effect, ...what, Resource: '*' }));
    fc.assert(
      fc.property(list(bare), list(bare), (identity, session) => {
        const federated = decided({ caller: CALLERS['federated-user'], identity, session });
        expect(federated.verdict !== 'allow' || isAllowed({ identity })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('it does not depend on the order of statements', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const turned = Object.fromEntries(
          PARTS.flatMap((part) =>
            each[part] ? [[part, statementsOf(each[part]).toReversed()]] : [],
          ),
        );
        const one = decided(each);
        const other = decided({ ...each, ...turned });
        expect([other.verdict, other.decidedBy.gate]).toEqual([one.verdict, one.decidedBy.gate]);
      }),
      { numRuns: 500 },
    );
  });

  test('it does not change with a statement that has nothing to do with the request', () => {
    const unrelated = fc.oneof(
      granted.map(({ NotAction: _, ...rest }) => ({
        ...rest,
        Action: ['dynamodb:*', 'sqs:Send?'],
      })),
      granted.map(({ NotResource: _, ...rest }) => ({ ...rest, Resource: 'arn:aws:sqs:*:*:jobs' })),
    );
    fc.assert(
      fc.property(
        scene,
        anyOf(...PARTS),
        unrelated,
        fc.boolean(),
        (each, part, statement, isLast) => {
          fc.pre(each[part] !== undefined);
          const added = fitting(part, statement);
          const held = statementsOf(each[part]);
          const more = { ...each, [part]: isLast ? [...held, added] : [added, ...held] };
          const [one, other] = [decided(each), decided(more)];
          expect([other.verdict, other.decidedBy.gate]).toEqual([one.verdict, one.decidedBy.gate]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('it does not change when a statement is said twice, or its lists are taken apart', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const spread = ({ Action, ...rest }: Statement): readonly Statement[] =>
          Action === undefined ? [rest] : [Action].flat().map((one) => ({ ...rest, Action: one }));
        const again = Object.fromEntries(
          PARTS.flatMap((part) => {
            const held = statementsOf(each[part]);
            return each[part] ? [[part, [...held.flatMap(spread), ...held]]] : [];
          }),
        );
        expect(decided({ ...each, ...again }).verdict).toBe(decided(each).verdict);
      }),
      { numRuns: 400 },
    );
  });

  test('it tells an object from one in other letters, but not its service', () => {
    const swapped = (text: string): string =>
      text.replace(/./g, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{1,12}$/), (object) => {
        const identity: Statement = {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::photos/${object}`,
        };
        expect(isAllowed({ identity, resource: `arn:AWS:S3:::photos/${object}` })).toBe(true);
        expect(isAllowed({ identity, resource: `arn:aws:s3:::photos/${swapped(object)}` })).toBe(
          false,
        );
      }),
    );
  });

  test('it does not depend on the case of actions and keys', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const request = requestOf(each);
        const context = Object.fromEntries(
          Object.entries(request.context).map(([name, is]) => [name.toUpperCase(), is]),
        );
        const shouted = { ...request, action: request.action.toUpperCase(), context };
        expect(decide(shouted, worldOf(each)).verdict).toBe(decided(each).verdict);
      }),
    );
  });

  test('it is one of its gates, and every statement that decides can be found', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const { verdict, gates, decidedBy } = decided(each);
        const reached = gates.filter(({ result }) => result !== 'not-reached');
        const last = reached.at(-1);
        expect(gates.slice(reached.length).every(({ result }) => result === 'not-reached')).toBe(
          true,
        );
        expect(last?.result === 'denied').toBe(verdict !== 'allow');
        const gate = reached.find((one) => one.gate === decidedBy.gate);
        if (decidedBy.policyId === undefined) return;
        const found = gate?.policies.filter(({ policyId }) => policyId === decidedBy.policyId);
        const statement = found
          ?.flatMap(({ statements }) => statements)
          .find(({ index, matched }) => matched && index === decidedBy.statementIndex);
        expect(statement?.effect).toBe(verdict === 'allow' ? 'Allow' : 'Deny');
      }),
      { numRuns: 400 },
    );
  });

  test('it is unmoved by texts that are no ARNs and keys of every object', () => {
    const hostile = fc.oneof(
      fc.string(),
      anyOf('__proto__', 'constructor', '::::__proto__', 'arn:aws:iam::__proto__:role/toString'),
    );
    fc.assert(
      fc.property(scene, hostile, hostile, (each, resourceText, actionText) => {
        const request = {
          ...requestOf(each),
          resource: resourceText,
          action: actionText,
          context: { [actionText]: resourceText },
        };
        expect(['allow', 'explicit-deny', 'implicit-deny']).toContain(
          decide(request, worldOf(each)).verdict,
        );
      }),
    );
  });
});

describe('the parser', { timeout: 60_000 }, () => {
  const document = fc.record({
    Version: fc.constant('2012-10-17'),
    Statement: fc.oneof(list(permission), permission),
  });

  test('it gives back what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(document, anyOf<string | number>(0, 2, '\t'), (each, space) => {
        const text = JSON.stringify(each, undefined, space);
        const parsed = parsePolicy(text, 'session');
        const kept =
          'document' in parsed ? parsed.document : parsed.problems.map(({ kind }) => kind);
        // The only quarrel a generated policy can have with the rules is over a value that is no date.
        const expected = Array.isArray(kept) ? kept.map(() => 'date') : each;
        expect(kept).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  const type = anyOf(...POLICY_TYPES);

  test('it never throws, and every problem lies in the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.json(),
      // A policy with one place changed, cut or doubled.
      fc
        .tuple(document, fc.nat(), fc.nat({ max: 8 }), fc.string({ maxLength: 3 }))
        .map(([each, at, drop, put]) => {
          const whole = JSON.stringify(each);
          const from = at % whole.length;
          return whole.slice(0, from) + put + whole.slice(from + drop);
        }),
      fc.jsonValue().map((each) => JSON.stringify({ Version: '2012-10-17', Statement: each })),
    );
    fc.assert(
      fc.property(text, type, (each, as) => {
        const parsed = parsePolicy(each, as);
        if ('document' in parsed) return;
        const lines = each.split(/\r\n|\r|\n/);
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { line, column, fix, message } of parsed.problems) {
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(Math.min(line, column, fix.length, message.length)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  const wrapped = (statement: string): string =>
    `{"Version":"2012-10-17","Statement":${statement}}`;
  const withResource = (resourceText: string): string =>
    wrapped(`{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${resourceText}"}`);
  const quoted = (count: number, text: string): string =>
    JSON.stringify(Array<string>(Math.floor(count)).fill(text));

  const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
    ['open brackets', (size) => '['.repeat(size)],
    ['open objects', (size) => '{"a":'.repeat(size / 5)],
    ['nested lists', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
    ['spaces', (size) => ' '.repeat(size)],
    ['lines', (size) => '\r\n'.repeat(size / 2)],
    ['one text', (size) => JSON.stringify('a'.repeat(size - 2))],
    ['escapes', (size) => JSON.stringify('"'.repeat(size / 2 - 2))],
    ['digits', (size) => '9'.repeat(size)],
    ['letters', (size) => 'a'.repeat(size)],
    ['statements', (size) => wrapped(`[${'{},'.repeat((size - 60) / 3)}{}]`)],
    ['numbers for statements', (size) => wrapped(`[${'1,'.repeat((size - 60) / 2)}1]`)],
    [
      'actions',
      (size) =>
        wrapped(`{"Effect":"Allow","Resource":"*","Action":${quoted((size - 100) / 9, 's3:Get')}}`),
    ],
    [
      'principals',
      (size) =>
        wrapped(
          `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":${quoted((size - 100) / 15, 'arn:aws:iam:')}}}`,
        ),
    ],
    [
      'keys',
      (size) => `{${Array.from({ length: size / 16 }, (_, index) => `"key${index}":1`).join(',')}}`,
    ],
    ['colons', (size) => withResource(':'.repeat(size - 120))],
    ['stars and holes', (size) => withResource('*?'.repeat((size - 120) / 2))],
    ['variables', (size) => withResource('${a}'.repeat((size - 120) / 4))],
    ['open variables', (size) => withResource('${'.repeat((size - 120) / 2))],
    ['open defaults', (size) => withResource(`${"${a,'".repeat((size - 120) / 5)}}`)],
    ['quotes', (size) => withResource(`${"${'".repeat((size - 120) / 3)}}`)],
    [
      'dates',
      (size) =>
        wrapped(
          `{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateEquals":{"a":"${'1-'.repeat((size - 140) / 2)}"}}}`,
        ),
    ],
  ];

  test.each(HOSTILE)('it refuses a text full of %s in good time', (_, textOf) => {
    // A megabyte is refused unread; the second is the longest that is read.
    expect(parsePolicy(textOf(1_000_000), 'identity')).toHaveProperty('problems');
    const text = textOf(131_000);
    for (const each of POLICY_TYPES) expect(parsePolicy(text, each)).toHaveProperty('problems');
  });

  test('it stops at a nesting of 100,000', () => {
    const parsed = parsePolicy('['.repeat(100_000), 'identity');
    expect(parsed).toMatchObject({ problems: [{ kind: 'nesting', column: 34 }] });
  });
});
