import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument, Statement } from '#engine/policy/document.ts';
import { mfaCode } from '#engine/sts/mfaCode.ts';
import { after, at, hours } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  role,
  trusting,
  user,
  userKey,
  world,
  policy,
} from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const ROSA = userArn(ACCOUNT, 'rosa');
const PAYROLL = roleArn(ACCOUNT, 'Payroll');
const PHONE = `arn:aws:iam::${ACCOUNT}:mfa/rosas-phone`;
const KEY = { keyId: uniqueId('AKIA', ACCOUNT, 'rosa') };
const START = at('2026-01-16T08:00:00Z');

const rosa = (fields: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: ROSA },
  Action: 'sts:AssumeRole',
  ...fields,
});

const present = (operator: string, value: string): Partial<Statement> => ({
  Condition: { [operator]: { 'aws:MultiFactorAuthPresent': value } },
});

const TRUST = {
  bool: document(rosa(present('Bool', 'true'))),
  ifexists: document(rosa(present('BoolIfExists', 'true'))),
  deny: document(rosa({}), rosa({ Effect: 'Deny', ...present('Bool', 'false') })),
  denyifexists: document(rosa({}), rosa({ Effect: 'Deny', ...present('BoolIfExists', 'false') })),
  age: document(
    rosa(present('Bool', 'true')),
    rosa({
      Effect: 'Deny',
      Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '900' } },
    }),
  ),
} as const satisfies Record<string, PolicyDocument>;

function worldOf(trust: PolicyDocument): World {
  const person = user(ACCOUNT, 'rosa');
  const trustPolicy = { ...trusting('Payroll', ROSA), document: trust };
  const payroll = role(ACCOUNT, 'Payroll', {
    trustPolicy,
    policies: [
      policy(
        'PayrollPolicy',
        'identity',
        document(allow('s3:GetObject', 'arn:aws:s3:::payroll/*')),
      ),
    ],
  });
  const office = account(ACCOUNT, 'office', REGION, {
    users: [person],
    roles: [payroll],
    mfaDevices: [{ serialNumber: PHONE, user: ROSA }],
  });
  return world(START, [office], [userKey(person)]);
}

type Code = 'right' | 'wrong' | 'borrowed';

/** What a call brings to prove the phone: a wrong code is the one of ten minutes before. */
function proof(code: Code, when: Instant): { serialNumber: string; tokenCode: string } {
  const right = { serialNumber: PHONE, tokenCode: mfaCode(PHONE, when) };
  if (code === 'wrong') return { ...right, tokenCode: mfaCode(PHONE, after(when, hours(-1))) };
  return code === 'borrowed'
    ? { ...right, serialNumber: `arn:aws:iam::${ACCOUNT}:mfa/toms-phone` }
    : right;
}

/** A long-term key without MFA does not say “false”: it says nothing. */
export const mfaToAssume = defineScenario({
  id: 'mfa-to-assume',
  lab: 'sts',
  title: 'The phone stayed in the drawer',
  tag: 'exam trap',
  summary:
    'The payroll role lets Rosa in only with MFA. She calls with her access key alone. Such a call does not say “no MFA”: it says nothing, and each operator takes that in its own way.',
  subjects: ['sts'],
  parties: [
    { id: 'rosa', name: 'Rosa', spoken: 'Rosa' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
  ],
  knobs: {
    calls: {
      kind: 'choice',
      label: 'Rosa calls with',
      hint: 'What signs AssumeRole, and what comes with it.',
      options: {
        key: 'her access key alone',
        code: 'her key and a code',
        session: 'a session that had a code',
        plain: 'a session that had none',
      },
      initial: 'key',
    },
    code: {
      kind: 'choice',
      label: 'The code is',
      hint: 'SerialNumber names the device, TokenCode is what it shows.',
      options: {
        right: 'right',
        wrong: 'an hour old',
        borrowed: 'said to be of Tom’s phone',
      },
      initial: 'right',
      when: { knob: 'calls', is: ['code', 'session'] },
    },
    condition: {
      kind: 'choice',
      label: 'Trust policy',
      hint: 'Five ways to write it. Two of them let a bare key in.',
      options: {
        bool: 'Allow, Bool true',
        ifexists: 'Allow, BoolIfExists true',
        deny: 'Deny, Bool false',
        denyifexists: 'Deny, BoolIfExists false',
        age: 'Bool true, and 15 minutes old at most',
        own: 'what you write down',
      },
      initial: 'bool',
    },
    trust: {
      kind: 'policy',
      label: 'Your trust policy',
      hint: 'The keys are aws:MultiFactorAuthPresent and aws:MultiFactorAuthAge.',
      policyType: 'trust',
      initial: TRUST.bool,
      when: { knob: 'condition', is: ['own'] },
    },
    called: {
      kind: 'moment',
      label: 'She calls AssumeRole at',
      hint: 'UTC. A session of hers begins at 08:00 and lives for an hour.',
      min: START,
      max: after(START, hours(4)),
      initial: at('2026-01-16T08:10:00Z'),
    },
  },
  clock: 'called',
  clockSays: 'Rosa calls AssumeRole at that moment',
  lives: { 'get-session': 'Rosa’s own session', 'assume-role': 'payroll session' },
  working: { calls: 'code' },
  variations: [
    { label: 'Bring a code', knobs: { calls: 'code' } },
    { label: 'Bring a code that is an hour old', knobs: { calls: 'code', code: 'wrong' } },
    { label: 'Allow with BoolIfExists', knobs: { condition: 'ifexists' } },
    { label: 'Deny with Bool false', knobs: { condition: 'deny' } },
    {
      label: 'Come with MFA of twenty minutes ago, where 15 are the most',
      knobs: { calls: 'session', condition: 'age', called: '20260116T082000Z' },
    },
    {
      label: 'Come with a session that has ended',
      knobs: { calls: 'session', called: '20260116T093000Z' },
    },
  ],
  decides: 'assume-role.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ calls, code, condition, trust, called }) => {
    const call = { by: 'rosa', to: 'sts', region: REGION } as const;
    const hasSession = calls === 'session' || calls === 'plain';
    const getSession: Act = {
      ...call,
      id: 'get-session',
      at: START,
      kind: 'sts:GetSessionToken',
      credentials: KEY,
      durationSeconds: hours(1),
      ...(calls === 'session' && proof(code, START)),
    };
    const assume: Act = {
      ...call,
      id: 'assume-role',
      at: called,
      kind: 'sts:AssumeRole',
      credentials: hasSession ? { issuedBy: 'get-session' } : KEY,
      roleArn: PAYROLL,
      roleSessionName: 'rosa',
      ...(calls === 'code' && proof(code, called)),
    };
    return {
      world: worldOf(condition === 'own' ? trust : TRUST[condition]),
      script: hasSession
        ? [getSession, { id: 'wait', at: called, kind: 'wait', needs: ['get-session'] }, assume]
        : [assume],
    };
  },
});
