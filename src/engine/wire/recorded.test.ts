import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { AssumeRole } from '../act.ts';
import { decide } from '../policy/decide.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { StsAct } from '../sts/acts.ts';
import { answerCall } from '../sts/play.ts';
import { OPERATOR_KEY, STS_WORLD, TAGGED } from '../sts/stsWorld.fixture.ts';
import {
  ACCOUNT,
  policyOf,
  REGION,
  ROLE,
  says,
  sessionOf,
  START,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  withRole,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import type { World } from '../world.ts';
import type { Xml } from './xml.ts';

/**
 * Answers of the real STS and IAM, recorded by the tests of localstack/localstack (tests/aws/services/sts and iam,
 * *.snapshot.json; Apache License 2.0, see NOTICE): each is matched, or left out with the reason.
 */

type Recorded = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const RECORDED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded.vectors.json'), 'utf8'),
) as Recorded;

const CASES = Object.entries(RECORDED).flatMap(([name, answers]) =>
  Object.entries(answers).map(([answer, content]) => [`${name} ${answer}`, content] as const),
);

const ASSUME: AssumeRole = {
  id: 'assume-role',
  kind: 'sts:AssumeRole',
  at: START,
  by: 'client',
  to: 'sts',
  credentials: { keyId: USER_KEY.id },
  region: REGION,
  roleArn: ROLE,
  roleSessionName: 'nightly-build',
};

const asObject = (result: readonly Xml[]): Record<string, unknown> =>
  Object.fromEntries(
    result.map(([name, content]) => [
      name,
      typeof content === 'string'
        ? name === 'PackedPolicySize'
          ? Number(content)
          : content
        : asObject(content),
    ]),
  );

/** Our answer in the form of the recordings. */
function ours(act: StsAct, world: World = STS_WORLD): unknown {
  const { answer, grant, judgement } = answerCall(world, act);
  const metadata = { ResponseMetadata: { HTTPStatusCode: answer.status } };
  if (grant) return { ...asObject(grant.result), ...metadata };
  const { code, message } = judgement.refusal?.error ?? {};
  return { Error: { Code: code, Message: message, Type: 'Sender' }, ...metadata };
}

const assume = (fields: Partial<AssumeRole>, world?: World) => () =>
  ours({ ...ASSUME, ...fields }, world);

/** Text from outside: the type of `roleArn` promises what the rules have yet to check. */
const assumes = (arn: string) => assume({ roleArn: arn as typeof ROLE });

const tagged = (key: string) => ({ key, value: 'x' });

/** A session that hands the tag SessionTag1 down. */
const HANDING = withKey(STS_WORLD, {
  ...OPERATOR_KEY,
  owner: sessionOf(TAGGED, {
    tags: { SessionTag1: 'x' },
    transitiveTagKeys: ['SessionTag1'],
  }),
});
const chained = (key: string) =>
  assume(
    { credentials: { keyId: OPERATOR_KEY.id }, roleArn: TAGGED, tags: [tagged(key)] },
    HANDING,
  );

const STS: Readonly<Record<string, () => unknown>> = {
  'TestSTSIntegrations::test_get_federation_token get-federation-token': () => {
    const { id, at, by, to, credentials, region } = ASSUME;
    const common = { id, at, by, to, credentials, region };
    return ours({ ...common, kind: 'sts:GetFederationToken', name: 'bob' });
  },
  'TestSTSIntegrations::test_assume_role assume-role': assume({}),
  'TestSTSAssumeRoleTagging::test_assume_role_tag_validation invalid-transitive-tag-keys': assume({
    tags: [tagged('SessionTag1')],
    transitiveTagKeys: ['InvalidKey'],
  }),
  'TestSTSAssumeRoleTagging::test_assume_role_tag_validation duplicate-tag-keys-different-casing':
    assume({ tags: [tagged('SessionTag1'), tagged('sessiontag1')] }),
  'TestSTSAssumeRoleTagging::test_iam_role_chaining_override_transitive_tags override-transitive-tag-error':
    chained('SessionTag1'),
  'TestSTSAssumeRoleTagging::test_iam_role_chaining_override_transitive_tags override-transitive-tag-case-ignore-error':
    chained('sessiontag1'),
  'TestSTSIntegrations::test_sts_invalid_parameters malformed-arn':
    assumes('nothing-valid-in-here'),
  'TestSTSIntegrations::test_sts_invalid_parameters no-partition': assumes(
    'arn::b:::something/test-role',
  ),
  'TestSTSIntegrations::test_sts_invalid_parameters no-service': assumes(
    'arn:a::::something/test-role',
  ),
  'TestSTSIntegrations::test_sts_invalid_parameters not-enough-colons': assumes(
    'arn:a:::something/test-role',
  ),
  'TestSTSIntegrations::test_sts_invalid_parameters no-resource': assumes('arn:a:a::aaaaaaaaaa:'),
  'TestSTSIntegrations::test_sts_invalid_parameters invalid-session-name': assume({
    roleSessionName: 'Session1:2',
  }),
  'TestSTSIntegrations::test_assume_role_session_name_too_long session-name-too-long-error': assume(
    { roleSessionName: 's'.repeat(65) },
  ),
};

const BUCKET_ARN = 'arn:aws:s3:::bucket';
const PUT = policyOf('Put', 'identity', says('Allow', 's3:PutObject', BUCKET_ARN));

/** What IAM's simulator says to two actions on a bucket, of which a policy allows one. */
const simulated = (who: 'user' | 'role') => () => {
  const world =
    who === 'user'
      ? withUser(WORLD, USER, { policies: [PUT] })
      : withRole(WORLD, ROLE, { policies: [PUT] });
  const principal = who === 'user' ? userPrincipal(USER) : sessionOf(ROLE);
  const verdicts = {
    allow: 'allowed',
    'implicit-deny': 'implicitDeny',
    'explicit-deny': 'explicitDeny',
  };
  return ['s3:PutObject', 's3:GetObjectVersion'].map((action) => {
    const request = {
      principal,
      action,
      resource: BUCKET_ARN,
      resourceAccount: ACCOUNT,
      context: {},
    };
    return { EvalActionName: action, EvalDecision: verdicts[decide(request, world).verdict] };
  });
};

const results = (content: unknown): unknown =>
  (content as { EvaluationResults: readonly Record<string, unknown>[] }).EvaluationResults.map(
    ({ EvalActionName, EvalDecision }) => ({ EvalActionName, EvalDecision }),
  );

const malformed = () => {
  const parsed = parsePolicy('"Not a valid policy"}', 'trust');
  const [problem] = 'problems' in parsed ? parsed.problems : [];
  return {
    Error: { Code: 'MalformedPolicyDocument', Message: problem?.message, Type: 'Sender' },
    ResponseMetadata: { HTTPStatusCode: 400 },
  };
};

const same = (content: unknown): unknown => content;

const MATCHED = new Map<
  string,
  readonly [ours: () => unknown, read: (content: unknown) => unknown]
>([
  ...Object.entries(STS).map(([name, make]) => [`sts ${name}`, [make, same]] as const),
  [
    'iam TestIAMExtensions::test_create_role_with_malformed_assume_role_policy_document invalid-json',
    [malformed, same],
  ],
  [
    'iam TestIAMIntegrations::test_simulate_principle_policy[user] response',
    [simulated('user'), results],
  ],
  [
    'iam TestIAMIntegrations::test_simulate_principle_policy[role] response',
    [simulated('role'), results],
  ],
]);

const LEFT_OUT: readonly (readonly [which: RegExp, why: string])[] = [
  [/^sts .* role-session-name$/, 'it is what the recorder sent, not an answer'],
  [/^sts .* (?:create-role|role-1|role-2)$/, 'CreateRole is IAM’s, which has no API here'],
  [
    /^sts .*test_assume_role_with_policy /,
    'the policy that took 16 per cent was not recorded, and the packed size here is approximate',
  ],
  [/^iam .*simulate_principle_policy\[group\]/, 'the engine knows no groups'],
  [
    /^iam .*test_service_role_/,
    'service-linked roles are in worlds from the start; nobody creates one',
  ],
  [
    /^iam .*(?:service_credential|ServiceSpecificCredentials)/,
    'service-specific credentials are no part of the engine',
  ],
  [/^iam /, 'IAM’s own API is not simulated: changes to a world are acts'],
];

const ACCOUNT_IN_RECORDINGS = '111111111111';

const PLACEHOLDER = /<[a-z-]+(?::\d+)?>/;

/** Any text of this form, where a placeholder stands for what differs from run to run. */
const anyLike = (text: string): unknown =>
  expect.stringMatching(
    new RegExp(
      `^${text
        .split(PLACEHOLDER)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
        .join('.+')}$`,
    ),
  );

/** A recording with its placeholders open: `<datetime>` is any text. */
function opened(content: unknown): unknown {
  if (typeof content === 'string') {
    const text = content.replaceAll(ACCOUNT_IN_RECORDINGS, ACCOUNT);
    return PLACEHOLDER.test(text) ? anyLike(text) : text;
  }
  if (Array.isArray(content)) return content.map(opened);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content)
      .filter(([name]) => name !== 'HTTPHeaders')
      .map(([name, value]) => [name, opened(value)]),
  );
}

const matched = CASES.filter(([name]) => MATCHED.has(name));
const left = CASES.filter(([name]) => !MATCHED.has(name));

describe('an answer of AWS is ours, too', () => {
  test.each(matched)('%s', (name, content) => {
    const [make, read] = MATCHED.get(name) ?? [];
    expect(make?.()).toEqual(opened(read?.(content)));
  });

  test('every one that is listed was recorded', () => {
    expect(matched.map(([name]) => name).toSorted()).toEqual([...MATCHED.keys()].toSorted());
  });
});

describe('an answer of AWS is left out for a reason', () => {
  test.each(left)('%s', (name) => {
    expect(LEFT_OUT.find(([which]) => which.test(name))?.[1]).toBeDefined();
  });

  test('no reason stands without a case, and no answer of STS is left out by a reason for IAM', () => {
    const used = new Set(left.map(([name]) => LEFT_OUT.findIndex(([which]) => which.test(name))));
    expect(used).toEqual(new Set(LEFT_OUT.keys()));
  });

  test('all but these few answers of STS are matched', () => {
    expect(left.filter(([name]) => name.startsWith('sts')).map(([name]) => name)).toHaveLength(6);
  });
});
