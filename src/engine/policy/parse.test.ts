import { describe, expect, test } from 'vitest';
import type { PolicyType } from './document.ts';
import { POLICY_TYPES } from './document.ts';
import { LIMITS, countedLength } from './limits.ts';
import { parsePolicy } from './parse.ts';
import type { PolicyProblem } from './problem.ts';

const VALID: Record<PolicyType, Record<string, unknown>> = {
  identity: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  boundary: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  session: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  trust: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
  bucket: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' },
  'service-control': { Effect: 'Deny', Action: '*', Resource: '*' },
  'resource-control': { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
  'vpc-endpoint': { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
};

/** A valid policy of a type with some elements changed; undefined removes one. */
const textWith = (
  type: PolicyType,
  change: Record<string, unknown>,
  top: Record<string, unknown> = {},
): string =>
  JSON.stringify({ Version: '2012-10-17', ...top, Statement: [{ ...VALID[type], ...change }] });

const problemsIn = (text: string, type: PolicyType): readonly PolicyProblem[] => {
  const parsed = parsePolicy(text, type);
  return 'problems' in parsed ? parsed.problems : [];
};

const kindsIn = (text: string, type: PolicyType): readonly string[] =>
  problemsIn(text, type).map(({ kind }) => kind);

test.each(POLICY_TYPES)('it accepts a %s policy and gives its document back', (type) => {
  const text = textWith(type, {});
  const parsed = parsePolicy(text, type);
  expect(parsed).toHaveProperty('warnings', []);
  expect(JSON.stringify('document' in parsed && parsed.document)).toBe(text);
});

describe('which elements each type takes', () => {
  test.each<[PolicyType, Record<string, unknown>, readonly string[]]>([
    ['identity', { Principal: '*' }, ['principal-forbidden']],
    [
      'identity',
      { NotPrincipal: { AWS: '111122223333' }, Effect: 'Deny' },
      ['principal-forbidden'],
    ],
    ['boundary', { Principal: '*' }, ['principal-forbidden']],
    ['session', { Principal: '*' }, ['principal-forbidden']],
    ['service-control', { Principal: '*' }, ['principal-forbidden']],
    ['identity', { Resource: undefined }, ['no-resource']],
    ['identity', { Resource: undefined, NotResource: '*' }, []],
    ['identity', { Action: undefined }, ['no-action']],
    ['identity', { Action: undefined, NotAction: 's3:*' }, []],
    ['trust', { Principal: undefined }, ['principal-missing']],
    ['trust', { Resource: '*' }, ['element-forbidden']],
    ['trust', { NotResource: '*' }, ['element-forbidden']],
    [
      'trust',
      { Principal: undefined, NotPrincipal: '*', Effect: 'Deny' },
      ['not-principal-forbidden'],
    ],
    ['bucket', { Principal: undefined }, ['principal-missing']],
    ['bucket', { Resource: undefined }, ['no-resource']],
    [
      'bucket',
      { Principal: undefined, NotPrincipal: { AWS: '111122223333' } },
      ['not-principal-allow'],
    ],
    ['bucket', { Principal: undefined, NotPrincipal: { AWS: '111122223333' }, Effect: 'Deny' }, []],
    ['bucket', { Principal: { CanonicalUser: 'f'.repeat(64) } }, []],
    [
      'service-control',
      { Effect: 'Allow', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
      [],
    ],
    ['resource-control', { Effect: 'Allow' }, ['effect-forbidden']],
    ['resource-control', { Principal: { AWS: '111122223333' } }, ['element-forbidden']],
    ['resource-control', { Principal: undefined }, ['principal-missing']],
    ['resource-control', { Action: undefined, NotAction: 's3:*' }, ['element-forbidden']],
  ])('it judges %s %j: %j', (type, change, kinds) => {
    expect(kindsIn(textWith(type, change), type)).toEqual(kinds);
  });
});

describe('the version', () => {
  const without = (type: PolicyType): string => JSON.stringify({ Statement: VALID[type] });
  test.each<[PolicyType, boolean]>([
    ['identity', false],
    ['boundary', false],
    ['service-control', false],
    ['resource-control', false],
    ['session', true],
    ['trust', true],
    ['bucket', true],
  ])('it accepts none, or the old one, in a %s policy: %s', (type, isAccepted) => {
    const kinds = isAccepted ? [] : ['old-version'];
    expect(kindsIn(without(type), type)).toEqual(kinds);
    expect(kindsIn(textWith(type, {}, { Version: '2008-10-17' }), type)).toEqual(kinds);
  });

  test.each(POLICY_TYPES)('it refuses a version AWS never had in a %s policy', (type) => {
    expect(kindsIn(textWith(type, {}, { Version: '2012-10-18' }), type)).toEqual([
      'unknown-version',
    ]);
  });
});

describe('principals', () => {
  test.each<[string, unknown, boolean]>([
    ['AWS', '*', true],
    ['AWS', '111122223333', true],
    ['AWS', ['111122223333', '444455556666'], true],
    ['AWS', 'arn:aws:iam::111122223333:root', true],
    ['AWS', 'arn:aws:iam::111122223333:user/team/alice', true],
    ['AWS', 'arn:aws:iam::111122223333:role/worker', true],
    ['AWS', 'arn:aws:sts::111122223333:assumed-role/worker/nightly', true],
    ['AWS', 'arn:aws:sts::111122223333:federated-user/bob', true],
    ['AWS', 'AROAEXAMPLE', true],
    ['AWS', '11112222333', false],
    ['AWS', 'alice', false],
    ['AWS', 'arn:aws:iam::111122223333:user/dev-*', false],
    ['AWS', 'arn:aws:iam::111122223333:group/devs', false],
    ['AWS', 'arn:aws:iam::111122223333:instance-profile/x', false],
    ['AWS', 'arn:aws:sts::111122223333:assumed-role/worker/*', false],
    ['AWS', 'arn:aws:sts::111122223333:assumed-role/worker', false],
    ['AWS', 'arn:aws:s3:::bucket', false],
    ['AWS', '', false],
    ['Federated', 'arn:aws:iam::111122223333:saml-provider/corp', true],
    ['Federated', 'arn:aws:iam::111122223333:oidc-provider/example.com/path', true],
    ['Federated', 'accounts.google.com', true],
    ['Federated', 'example.com', false],
    ['Federated', '*', false],
    ['Service', 'ec2.amazonaws.com', true],
    ['Service', 'states.eu-west-1.amazonaws.com', true],
    ['Service', 'ec2', false],
    ['Service', '*', false],
    ['CanonicalUser', 'f'.repeat(64), false],
  ])('it judges %s %j in a trust policy: %s', (kind, value, isValid) => {
    const kinds = kindsIn(textWith('trust', { Principal: { [kind]: value } }), 'trust');
    expect(kinds).toEqual(isValid ? [] : ['principal-invalid']);
  });

  test.each([['Group'], ['aws'], ['__proto__']])('it knows no principal type %s', (kind) => {
    const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"${kind}":"111122223333"}}}`;
    expect(kindsIn(text, 'trust')).toEqual(['unknown-element']);
  });

  test('it refuses a text other than "*"', () => {
    expect(kindsIn(textWith('trust', { Principal: '111122223333' }), 'trust')).toEqual(['shape']);
  });
});

describe('actions of a trust policy', () => {
  test.each([
    ['sts:AssumeRole', true],
    ['STS:assumerolewithsaml', true],
    ['sts:AssumeRoleWithWebIdentity', true],
    ['sts:TagSession', true],
    ['sts:SetSourceIdentity', true],
    ['sts:SetContext', true],
    ['sts:*', true],
    ['sts:AssumeRole*', true],
    ['sts:GetCallerIdentity', false],
    ['s3:GetObject', false],
    ['*', false],
  ])('it judges %s: %s', (action, isValid) => {
    expect(kindsIn(textWith('trust', { Action: action }), 'trust')).toEqual(
      isValid ? [] : ['trust-action'],
    );
  });
});

describe('providers that many customers share', () => {
  const HOST = 'token.actions.githubusercontent.com';
  const github = (condition: unknown, effect = 'Allow') =>
    textWith('trust', {
      Effect: effect,
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${HOST}` },
      Condition: condition,
    });
  test.each<[unknown, boolean, string?]>([
    [{ StringEquals: { [`${HOST}:sub`]: 'repo:org/app:ref:refs/heads/main' } }, true],
    [{ StringLike: { [`${HOST}:SUB`]: ['repo:org/app:*'] } }, true],
    [{ 'ForAnyValue:StringEqualsIgnoreCase': { [`${HOST}:sub`]: 'x' } }, true],
    [undefined, false],
    [undefined, true, 'Deny'],
    [{ StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' } }, false],
    [{ StringLike: { [`${HOST}:sub`]: '*' } }, false],
    [{ StringLike: { [`${HOST}:sub`]: ['repo:org/app:*', '*'] } }, false],
    [{ StringNotEquals: { [`${HOST}:sub`]: 'x' } }, false],
  ])('it judges a role for GitHub with %j: %s', (condition, isValid, effect) => {
    const kinds = kindsIn(github(condition, effect), 'trust');
    expect(kinds).toEqual(isValid ? [] : ['shared-provider']);
  });

  test('it says which key is missing', () => {
    const message = `Trust policy with trusted principal arn:aws:iam::111122223333:oidc-provider/${HOST} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${HOST}:sub which is not scoped to all.`;
    expect(problemsIn(github(undefined), 'trust')[0]).toMatchObject({
      message,
      wording: 'observed',
    });
  });

  test('it wants the audience for Cognito', () => {
    const principal = { Federated: 'cognito-identity.amazonaws.com' };
    expect(kindsIn(textWith('trust', { Principal: principal }), 'trust')).toEqual([
      'shared-provider',
    ]);
    const condition = { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' } };
    expect(
      kindsIn(textWith('trust', { Principal: principal, Condition: condition }), 'trust'),
    ).toEqual([]);
  });

  test('it asks nothing for a provider of your own', () => {
    const principal = { Federated: 'arn:aws:iam::111122223333:oidc-provider/login.example.com' };
    expect(kindsIn(textWith('trust', { Principal: principal }), 'trust')).toEqual([]);
  });
});

describe('resources', () => {
  test.each<[string, readonly string[]]>([
    ['arn:aws:iam::*', []],
    ['arn:aws:iam::*:*', []],
    // sts:AssumeRoot acts on it (service authorization reference, STS).
    ['arn:aws:iam::*:root', []],
    ['arn:aws:iam::*:rooted', ['iam-path']],
    ['arn:aws:iam::111122223333:r*', []],
    ['arn:aws:iam::111122223333:robot/x', ['iam-path']],
    ['arn:aws:iam::111122223333:*x', []],
    ['arn:aws:iam::111122223333:x*', ['iam-path']],
    ['arn:aws-us-gov:s3:::b', []],
    ['arn:*:s3:::b', []],
    ['arn:amazon:s3:::b', ['partition']],
    ['arn:aws:s*:::b', ['resource-service']],
    ['arn:aws:s3:*:*:b', []],
    ['arn:aws:s3:eu-west-1:111122223333:accesspoint/x', []],
    ['arn:aws:s3:eu-west-1:111122223333:job/x', []],
    ['arn:aws:s3:eu-west-1:111122223333:b', ['resource-region']],
    ['arn:aws:sqs:eu-west-1:111122223333:q', []],
    ['arn:aws:sqs::111122223333', ['short-arn']],
    ['arn:aws:sqs::111122223333*', []],
    ['arn:aws:sqs', []],
  ])('it judges %s: %j', (resource, kinds) => {
    expect(kindsIn(textWith('identity', { Resource: resource }), 'identity')).toEqual(kinds);
    const negated = { Resource: undefined, NotResource: ['*', resource] };
    expect(kindsIn(textWith('identity', negated), 'identity')).toEqual(kinds);
  });
});

describe('conditions', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['an operator in other case', { stringequals: { a: 'b' } }, ['unknown-operator']],
    ['IfExists on Null', { NullIfExists: { a: 'true' } }, ['unknown-operator']],
    ['IfExists twice', { StringEqualsIfExistsIfExists: { a: 'b' } }, ['unknown-operator']],
    [
      'a set prefix in other case',
      { 'forAnyValue:StringEquals': { a: 'b' } },
      ['unknown-operator'],
    ],
    ['a prefix that is none', { 'ForSomeValue:StringEquals': { a: 'b' } }, ['unknown-operator']],
    ['constructor', { constructor: { a: 'b' } }, ['unknown-operator']],
    ['a number and a truth', { StringEquals: { a: [1, true, 'x'] } }, []],
    ['a null', { StringEquals: { a: null } }, ['shape']],
    ['a date in a list that is none', { DateLessThan: { a: ['2026-01-01', 'soon'] } }, ['date']],
    ['a truth for a date', { DateLessThan: { a: [true] } }, ['date']],
    ['a date as a number', { DateLessThan: { a: 1768478400 } }, []],
    ['a variable left open', { StringEquals: { a: '${aws:username' } }, ['variable']],
    ['a variable with a default', { StringEquals: { a: "${aws:username, 'x'}" } }, []],
  ])('it judges %s', (_, condition, kinds) => {
    expect(kindsIn(textWith('identity', { Condition: condition }), 'identity')).toEqual(kinds);
  });

  test('it leaves variables alone in the old version, where they are text', () => {
    const change = { Resource: 'arn:aws:s3:::b/${aws:username' };
    expect(kindsIn(textWith('bucket', change, { Version: '2008-10-17' }), 'bucket')).toEqual([]);
    expect(kindsIn(textWith('bucket', change), 'bucket')).toEqual(['variable']);
  });
});

describe('places and fixes', () => {
  const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "allow",
      "Action": ["s3:GetObject", "GetObject"],\r\n      "Resource": "bucket"
    }
  ]
}`;

  test('it reports everything, what AWS would say first', () => {
    const found = problemsIn(TEXT, 'identity').map(({ kind, pointer, line, column }) => [
      kind,
      pointer,
      line,
      column,
    ]);
    expect(found).toEqual([
      ['effect-case', '/Statement/0/Effect', 5, 17],
      ['resource-format', '/Statement/0/Resource', 7, 19],
      ['action-prefix', '/Statement/0/Action/1', 6, 34],
    ]);
  });

  test.each([
    ['{"Version":"2012-10-17","Statement":{"effect":"Allow"}}', 'Write "Effect"'],
    ['{"version":"2012-10-17","Statement":[]}', 'Write "Version"'],
    [
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Grant":1}}',
      'Remove "Grant"',
    ],
    [
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":{"a":1},"Resource":"*"}}',
      'text in double quotes here instead of an object',
    ],
    [
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"stringlike":{"a":"b"}}}}',
      'Write "StringLike"',
    ],
    [
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForAnyValue:stringlikeIfExists":{"a":"b"}}}}',
      'Write "ForAnyValue:StringLikeIfExists"',
    ],
    ['[]', 'Write an object here instead of a list'],
    ['{"Version":"2012-10-17",}', "instead of '}'"],
  ])('it says of %s: %s', (text, fix) => {
    expect(problemsIn(text, 'identity').some((problem) => problem.fix.includes(fix))).toBe(true);
  });

  test('it gives no more problems than a reader can use', () => {
    const many = `{"Version":"2012-10-17","Statement":[${'1,'.repeat(1000)}1]}`;
    expect(problemsIn(many, 'identity')).toHaveLength(100);
  });
});

describe("AWS's words for other types", () => {
  test.each<[PolicyType, string, string, string]>([
    ['trust', 'x', 'This policy contains invalid Json', 'observed'],
    ['bucket', '', "Policies must be valid JSON and the first byte must be '{'", 'observed'],
    ['bucket', '{}', 'Missing required field Statement', 'observed'],
    [
      'bucket',
      textWith('bucket', { Principal: undefined }),
      'Missing required field Principal',
      'observed',
    ],
    [
      'bucket',
      textWith('bucket', { Principal: { AWS: 'x' } }),
      'Invalid principal in policy',
      'observed',
    ],
    [
      'trust',
      textWith('trust', { Principal: { AWS: 'x' } }),
      'Invalid principal in policy: "AWS":"x"',
      'observed',
    ],
    [
      'trust',
      textWith('trust', { Principal: { Service: 'x' } }),
      'Invalid principal in policy: "SERVICE":"x"',
      'modelled',
    ],
    ['trust', textWith('trust', { Resource: '*' }), 'Has prohibited field Resource', 'modelled'],
    [
      'trust',
      textWith('trust', { Action: 's3:*' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
      'modelled',
    ],
    [
      'identity',
      textWith('identity', { Principal: '*' }),
      'Policy document should not specify a principal.',
      'observed',
    ],
    ['session', 'x', 'Syntax errors in policy.', 'modelled'],
    [
      'service-control',
      'x',
      'The provided policy document does not meet the requirements of the specified policy type.',
      'observed',
    ],
  ])('it says for %s %s: %s', (type, text, message, wording) => {
    expect(problemsIn(text, type)[0]).toMatchObject({ message, wording });
  });
});

describe('size', () => {
  const long = (type: PolicyType, length: number): string => {
    const text = textWith(type, { Sid: '' });
    return text.replace('"Sid":""', `"Sid":"${'x'.repeat(length - countedLength(text, type))}"`);
  };

  test.each(POLICY_TYPES)('it takes a %s policy up to its limit and no further', (type) => {
    const { characters } = LIMITS[type];
    expect(kindsIn(long(type, characters), type)).toEqual([]);
    expect(kindsIn(long(type, characters + 1), type)).toEqual(['too-long']);
  });

  test.each<[PolicyType, number]>([
    ['identity', 6144],
    ['trust', 2048],
    ['session', 2048],
    ['bucket', 20_480],
    ['service-control', 10_240],
    ['resource-control', 5120],
  ])('it knows the limit of %s: %d', (type, limit) => {
    expect(LIMITS[type].characters).toBe(limit);
  });

  test.each<[PolicyType, boolean]>([
    ['identity', false],
    ['boundary', false],
    ['trust', false],
    ['session', true],
    ['bucket', true],
    ['service-control', true],
    ['resource-control', true],
  ])('it counts white space in a %s policy: %s', (type, counts) => {
    const spaced = long(type, LIMITS[type].characters).replace('{', '{ \n\t');
    expect(kindsIn(spaced, type)).toEqual(counts ? ['too-long'] : []);
  });

  test('it refuses characters IAM does not take, and leaves them to S3', () => {
    const sid = { Sid: 'a\u0151' };
    const text = textWith('identity', sid);
    const place = { kind: 'characters', line: 1, column: text.indexOf('\u0151') + 1 };
    expect(problemsIn(text, 'identity')[0]).toMatchObject(place);
    expect(kindsIn(textWith('bucket', sid), 'bucket')).toEqual([]);
  });
});

describe('statement ids', () => {
  const twice = (type: PolicyType, sid: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [1, 2].map(() => ({ Sid: sid, ...VALID[type] })),
    });

  test.each<[PolicyType, string, readonly string[]]>([
    ['identity', 'A', ['sid-twice']],
    ['identity', '', []],
    ['trust', 'A', ['sid-twice']],
    ['bucket', 'A', []],
  ])('it judges two of the same in a %s policy: %j', (type, sid, kinds) => {
    expect(kindsIn(twice(type, sid), type)).toEqual(kinds);
  });
});

test('it keeps a condition key named __proto__ a key', () => {
  const text =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"__proto__":"x"}}}}';
  const parsed = parsePolicy(text, 'identity');
  expect('document' in parsed && JSON.stringify(parsed.document)).toBe(text);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('it refuses elements named like members of every object', () => {
  const text =
    '{"Version":"2012-10-17","constructor":{},"__proto__":{"Statement":[]},"Statement":[]}';
  expect(kindsIn(text, 'identity')).toEqual(['unknown-element', 'unknown-element', 'shape']);
});

test('it keeps numbers and truths as they were written', () => {
  const text = textWith('identity', {
    Condition: { StringEquals: { a: [1, true, 'x'], b: false } },
  });
  const parsed = parsePolicy(text, 'identity');
  expect(JSON.stringify('document' in parsed && parsed.document)).toBe(text);
});

test('it passes over null in a list, as AWS does', () => {
  const parsed = parsePolicy(textWith('identity', { Resource: ['*', null] }), 'identity');
  expect(parsed).toMatchObject({
    document: { Statement: [{ Resource: ['*'] }] },
    warnings: [{ kind: 'null-passed-over', pointer: '/Statement/0/Resource/1' }],
  });
});

test('it does not read what no API takes', () => {
  const text = textWith('identity', {});
  const padded = (length: number): string => text + ' '.repeat(length - text.length);
  expect(kindsIn(padded(131_072), 'identity')).toEqual([]);
  expect(kindsIn(padded(131_073), 'identity')).toEqual(['too-long']);
});

describe('a trust policy for a shared OIDC provider without the test that AWS asks for since', () => {
  const host = 'token.actions.githubusercontent.com';
  const trusting = (action: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
        Action: action,
        Condition: { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } },
      },
    });

  test('it is not saved, but read where it was saved before', () => {
    const parsed = parsePolicy(trusting('sts:AssumeRoleWithWebIdentity'), 'trust');
    expect(parsed).toMatchObject({ savedBefore: { Version: '2012-10-17' } });
  });

  test('it is not read where something else is wrong too', () => {
    const parsed = parsePolicy(trusting('s3:GetObject'), 'trust');
    expect('problems' in parsed && parsed.problems.length).toBe(2);
    expect(parsed).not.toHaveProperty('savedBefore');
  });
});
