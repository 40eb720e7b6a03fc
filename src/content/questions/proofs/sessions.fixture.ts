import { principalArn } from '#engine/principal.ts';
import { credentialsOf } from '#engine/credentials.ts';
import type { Trace } from '#engine/trace.ts';

import { stepIn } from '../places/place.ts';
import { naming } from '../claim.ts';
import { answersIn, endWorld } from '../runFacts.ts';
import { calling, endOf, lastAnswers } from './proof.fixture.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('sts');

/** Who signed the last request of a run. */
function lastCaller(trace: Trace): string | undefined {
  const act = answersIn(trace).at(-1)?.act;
  const key =
    act && 'credentials' in act && act.credentials
      ? credentialsOf(endWorld(trace), act.credentials)
      : undefined;
  const arn = key && principalArn(key.owner);
  return arn && naming(arn);
}

const lastCode = (trace: Trace): string => {
  const refused = answersIn(trace).findLast(({ outcome }) => outcome.kind === 'refused')?.outcome;
  return refused?.kind === 'refused' ? refused.error.code : 'none';
};

/** Whether a call of the smallest world is granted. */
const callEnds = (trace: Trace): string => endOf(trace, 'call');

export const SESSION_PROOFS: Proofs = {
  'who-the-session-is': {
    kind: 'run',
    reads: lastCaller,
    claims: {
      root: 'names-arn:aws:iam::111122223333:root',
      user: 'names-arn:aws:iam::111122223333:user/visitor-portal',
      role: 'names-arn:aws:sts::111122223333:assumed-role/visitor-portal/maria',
      federated: 'names-arn:aws:sts::111122223333:federated-user/maria',
    },
  },
  'list-users-refused': {
    kind: 'each',
    wants: 'granted',
    right: { mfa: at('session-token-mfa', 'use.session-kind', { factor: 'right' }) },
  },
  'what-a-session-may-ask-sts': {
    kind: 'each',
    wants: 'granted',
    right: {
      'assume-role': at('session-token-mfa', 'use.caller-kind', { use: 'assume' }),
      identity: calling('GetCallerIdentity', 'user-session'),
    },
    wrong: {
      federation: calling('GetFederationToken', 'user-session'),
      'key-info': calling('GetAccessKeyInfo', 'user-session'),
    },
  },
  'token-without-a-policy': {
    kind: 'each',
    wants: 'granted',
    right: { reading: at('federation-token', 'use.allowed', { passes: 'on' }) },
  },
  'caller-and-operation': {
    kind: 'pairs',
    says: 'response',
    reads: callEnds,
    claims: { granted: 'granted', refused: 'refused' },
    runs: {
      'role-session': calling('GetSessionToken', 'role'),
      'role-chain': calling('AssumeRole', 'role'),
      'root-assume': calling('AssumeRole', 'root'),
      'root-session': calling('GetSessionToken', 'root'),
      federated: calling('AssumeRole', 'federated-user'),
    },
  },
  'credentials-for-the-mfa-bucket': {
    kind: 'each',
    wants: 'granted',
    right: {
      'access-key': at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        condition: 'ifexists',
      }),
    },
    // A role’s session is another principal than the one that the trust policy names.
    unplayed: ['role'],
  },
  'deny-with-bool': {
    kind: 'runs',
    runs: [
      [at('mfa-to-assume', 'assume-role.answer', { condition: 'deny' }), 'assume-role'],
      [
        at('mfa-to-assume', 'assume-role.answer', { calls: 'plain', condition: 'deny' }),
        'assume-role',
      ],
      [
        at('mfa-to-assume', 'assume-role.answer', { calls: 'session', condition: 'deny' }),
        'assume-role',
      ],
    ],
    claims: { key: 'rgg', plain: 'grg', both: 'rrg', sessions: 'grr' },
  },
  'statements-that-demand-mfa': {
    kind: 'each',
    wants: 'granted',
    right: {
      'allow-ifexists': at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        condition: 'ifexists',
      }),
      'deny-bool': at('mfa-to-assume', 'assume-role.assume-role-allowed', { condition: 'deny' }),
      'deny-null': at('mfa-to-assume', 'assume-role.assume-role-allowed', {
        condition: 'own',
        trust: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/rosa' },
              Action: 'sts:AssumeRole',
            },
            {
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: 'sts:AssumeRole',
              Condition: { Null: { 'aws:MultiFactorAuthPresent': 'false' } },
            },
          ],
        }),
      }),
    },
  },
  'denied-and-still-answered': {
    kind: 'run',
    reads: lastAnswers,
    claims: {
      denied: 'answers-403-AccessDenied',
      invalid: 'answers-403-InvalidClientTokenId',
      account: 'answers-200',
      all: 'answers-200-with-all',
    },
  },
  'asia-in-a-chat': {
    kind: 'each',
    wants: 'refused',
    right: { deactivate: at('leak-and-respond', 'with-key.key-known', { last: 'key' }) },
  },
  'sealed-reason': {
    kind: 'each',
    wants: 'granted',
    right: { permission: at('decode-message', 'decode.action-allowed', { reader: 'helpdesk' }) },
  },
  'from-refusal-to-reason': {
    kind: 'order',
    rows: { copy: 'start.answer', decode: 'decode.request', read: 'decode.answer' },
  },
  'errors-of-sts': {
    kind: 'pairs',
    says: 'prompt',
    reads: lastCode,
    claims: {
      packed: 'PackedPolicyTooLarge',
      region: 'RegionDisabledException',
      malformed: 'MalformedPolicyDocument',
      message: 'InvalidAuthorizationMessageException',
      expired: 'ExpiredTokenException',
    },
  },
  'root-takes-a-role': {
    kind: 'each',
    wants: 'granted',
    right: { 'user-session': at('session-token-mfa', 'use.caller-kind', { use: 'assume' }) },
    wrong: { root: calling('AssumeRole', 'root') },
  },
  'what-assume-root-wants': {
    kind: 'each',
    wants: 'granted',
    right: {
      regional: at('assume-root', 'assume-root.endpoint-serves', { calls: 'unlock' }),
      task: at('assume-root', 'assume-root.task-known', { calls: 'unlock' }),
      delegated: at('assume-root', 'assume-root.root-access-central', {
        caller: 'delegated',
        calls: 'unlock',
      }),
    },
  },
  'callers-of-assume-role': {
    kind: 'each',
    wants: 'granted',
    right: {
      user: calling('AssumeRole', 'user'),
      session: calling('AssumeRole', 'user-session'),
      chain: calling('AssumeRole', 'role'),
    },
    wrong: {
      root: calling('AssumeRole', 'root'),
      federated: calling('AssumeRole', 'federated-user'),
    },
  },
};
