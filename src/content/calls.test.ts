import { describe, expect, test } from 'vitest';

import type { Act } from '#engine/act.ts';
import type { ApiCall } from '#engine/api/acts.ts';
import { API_RULES } from '#engine/api/rules.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import type { RuleId } from '#engine/rules.ts';
import type { GetSigninToken } from '#engine/signin/acts.ts';
import { LOGIN_RULES, SIGNIN_TOKEN_RULES } from '#engine/signin/rules.ts';
import { simulate } from '#engine/everything.fixture.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  longTermKey,
  PIPELINE,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  sessionOf,
  START,
  temporaryKey,
  trusts,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  withRole,
  WORLD,
} from '#engine/testWorld.fixture.ts';
import { after, hours, minutes, seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { AccessKey, World } from '#engine/world.ts';

import { SUBJECTS } from './subjects/all.ts';
import { narrate } from './narrate.ts';
import { stepFaults } from './wordFaults.fixture.ts';

/** What calls, console sessions and changes say that no scenario plays yet. */

const parties = ['administrator', 'caller', 'person', 'service'].map((id) => ({
  id,
  name: id,
  spoken: `the ${id}`,
}));

const OPEN = withRole(WORLD, ROLE, { policies: [policyOf('All', 'identity', says('Allow', '*'))] });
const OWN = temporaryKey('own', { ...userPrincipal(USER), kind: 'user-session' });
const FEDERATED = temporaryKey('federated', {
  kind: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: USER,
  sessionPolicies: [],
  tags: {},
  transitiveTagKeys: [],
});
const CHAINED = temporaryKey('chained', sessionOf(PIPELINE, { isChained: true }));
const OLD = { ...temporaryKey('old', sessionOf(ROLE)), tokenVersion: 1 } as const;
const LAB = [OWN, FEDERATED, CHAINED, OLD].reduce(withKey, OPEN);

const call = (key: AccessKey, fields: Partial<ApiCall> = {}): Act => ({
  id: 'call',
  kind: 'call',
  at: START,
  by: 'caller',
  to: 'service',
  credentials: { keyId: key.id },
  region: REGION,
  action: 'iam:ListUsers',
  resources: [],
  ...fields,
});

const ask = (key: AccessKey, fields: Partial<GetSigninToken> = {}): Act => ({
  id: 'token',
  kind: 'signin:getSigninToken',
  at: START,
  by: 'caller',
  to: 'service',
  credentials: { keyId: key.id },
  ...fields,
});

const login = (at = START): Act => ({
  id: 'login',
  kind: 'signin:login',
  at,
  by: 'person',
  to: 'service',
  signinToken: 'token',
  issuer: 'https://broker.example.com',
  destination: 'https://console.aws.amazon.com/',
});

const faultsOf = (trace: Trace): readonly string[] =>
  trace.steps.flatMap((step) => stepFaults({ parties, subjects: SUBJECTS }, step));

const checksOf = ({ steps }: Trace): readonly string[] =>
  steps.flatMap((step) =>
    step.row === 'check' ? [`${step.check.rule} ${step.check.result}`] : [],
  );

const late = { at: after(START, hours(2)) };
const asked = { sessionDuration: seconds(3600) };

const RUNS: readonly (readonly [name: string, script: readonly Act[]])[] = [
  ['a call of a session', [call(SESSION_KEY)]],
  ['a call of a user', [call(USER_KEY)]],
  ['a call with an unknown key', [call(longTermKey('nobody', userPrincipal(USER)))]],
  [
    'a call where the Region is not enabled',
    [call(SESSION_KEY, { region: 'ap-east-1', action: 's3:ListAllMyBuckets' })],
  ],
  ['a call of a session that has ended', [call(SESSION_KEY, late)]],
  ['a call of a session without MFA', [call(OWN)]],
  ['a call of a federated user', [call(FEDERATED)]],
  [
    'a call that only long-term keys may make',
    [call(SESSION_KEY, { action: 'sts:GetSessionToken' })],
  ],
  ['a way into the console', [ask(SESSION_KEY), login()]],
  ['a way into the console for an hour', [ask(SESSION_KEY, asked), login()]],
  [
    'a way into the console that is taken too late',
    [ask(SESSION_KEY), login(after(START, minutes(16)))],
  ],
  ['a way into the console for a long-term key', [ask(USER_KEY)]],
  ['a way into the console for a session that has ended', [ask(SESSION_KEY, late)]],
  ['a way into the console for a GetSessionToken session', [ask(OWN)]],
  ['a way into the console for a minute', [ask(SESSION_KEY, { sessionDuration: seconds(60) })]],
  ['a way into the console for a chained role', [ask(CHAINED, asked)]],
];

const IN_ASIA: World = {
  ...LAB,
  accounts: {
    ...LAB.accounts,
    [ACCOUNT]: {
      ...(LAB.accounts[ACCOUNT] ?? { users: {} }),
      regions: { 'ap-east-1': { enabled: true, optIn: true, stsActive: true } },
    } as World['accounts'][string],
  },
};
const inAsia = (key: AccessKey): Trace =>
  simulate(IN_ASIA, [call(key, { region: 'ap-east-1', action: 's3:ListAllMyBuckets' })]);
const ASIA = [OLD, SESSION_KEY, USER_KEY].map(inAsia);

describe('calls and console sessions', () => {
  test.each(RUNS)('%s is said well', (_, script) => {
    expect(faultsOf(simulate(LAB, script))).toEqual([]);
  });

  test('a call to an opt-in Region is said well, with any credentials', () => {
    expect(ASIA.flatMap(faultsOf)).toEqual([]);
  });

  test('every rule is passed and failed here', () => {
    const seen = new Set([
      ...RUNS.flatMap(([, script]) => checksOf(simulate(LAB, script))),
      ...ASIA.flatMap(checksOf),
    ]);
    const rules: readonly RuleId[] = [...API_RULES, ...SIGNIN_TOKEN_RULES, ...LOGIN_RULES].map(
      ({ id }) => id,
    );
    const wanted = rules.flatMap((id) => [`${id} pass`, `${id} fail`]);
    expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
  });
});

describe('changes', () => {
  const policy = policyOf('ReadOnly', 'identity', says('Allow', 's3:Get*'));
  const trust = policyOf('Trust', 'trust', trusts(USER));
  const CHANGES: { readonly [Kind in WorldChange['kind']]: Extract<WorldChange, { kind: Kind }> } =
    {
      'replace-policies': { kind: 'replace-policies', principal: ROLE, policies: [policy] },
      'put-policy': { kind: 'put-policy', principal: ROLE, policy },
      'detach-policy': { kind: 'detach-policy', principal: ROLE, policyId: 'ReadOnly' },
      'put-boundary': { kind: 'put-boundary', principal: ROLE, policy },
      'delete-boundary': { kind: 'delete-boundary', principal: ROLE },
      'put-trust-policy': { kind: 'put-trust-policy', role: ROLE, policy: trust },
      'revoke-sessions': { kind: 'revoke-sessions', role: ROLE },
      'create-role': { kind: 'create-role', role: ROLE, trustPolicy: trust, policies: [] },
      'delete-role': { kind: 'delete-role', role: ROLE },
      'create-user': { kind: 'create-user', user: USER, policies: [] },
      'delete-user': { kind: 'delete-user', user: USER },
      'tag-role': { kind: 'tag-role', role: ROLE, tags: { team: 'red', stage: 'test' } },
      'untag-role': { kind: 'untag-role', role: ROLE, tagKeys: ['team'] },
      'set-max-session-duration': {
        kind: 'set-max-session-duration',
        role: ROLE,
        maxSessionDuration: hours(2),
      },
      'delete-provider': {
        kind: 'delete-provider',
        provider: `arn:aws:iam::${ACCOUNT}:saml-provider/corp`,
      },
      'create-key': { kind: 'create-key', user: USER, keyId: 'AKIANEW' },
      'activate-key': { kind: 'activate-key', keyId: USER_KEY.id },
      'deactivate-key': { kind: 'deactivate-key', keyId: USER_KEY.id },
      'delete-key': { kind: 'delete-key', keyId: USER_KEY.id },
      'put-scp': { kind: 'put-scp', target: 'ou-labs', policy },
      'put-rcp': { kind: 'put-rcp', target: 'ou-labs', policy },
      'detach-control-policy': {
        kind: 'detach-control-policy',
        target: 'ou-labs',
        policyId: 'p-FullAWSAccess',
      },
      'set-sts-region': { kind: 'set-sts-region', account: ACCOUNT, region: REGION, active: false },
      'enable-region': { kind: 'enable-region', account: ACCOUNT, region: 'ap-east-1' },
      'set-token-version': { kind: 'set-token-version', account: ACCOUNT, version: 1 },
      'put-bucket-policy': { kind: 'put-bucket-policy', bucket: BUCKET, policy },
      'delete-object': { kind: 'delete-object', bucket: BUCKET, key: KEY },
    };

  test.each([
    ...Object.values(CHANGES),
    { ...CHANGES['set-sts-region'], active: true },
    { ...CHANGES['set-token-version'], version: 2 },
  ] as readonly WorldChange[])('$kind is said well', (change) => {
    const act: Act = { id: 'change', kind: 'change', at: START, by: 'administrator', change };
    expect(faultsOf(simulate(WORLD, [act]))).toEqual([]);
  });

  test.each<WorldChange>([
    { ...CHANGES['put-trust-policy'], policy: policyOf('Trust', 'trust', trusts('AIDAGONE')) },
    { ...CHANGES['put-bucket-policy'], policy: policyOf('Open', 'bucket', trusts('AIDAGONE')) },
    CHANGES['create-role'],
  ])('a $kind that AWS does not save says so', (change) => {
    const act: Act = { id: 'change', kind: 'change', at: START, by: 'administrator', change };
    const [step] = simulate(WORLD, [act]).steps;
    expect(step && narrate(step, { parties, subjects: SUBJECTS }).title).toBe(
      'AWS does not save the policy',
    );
  });
});
