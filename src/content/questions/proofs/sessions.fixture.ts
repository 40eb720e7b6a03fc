import { principalArn } from '#engine/principal.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { lifetimeIn } from '../../calls/trial.ts';
import { stepIn } from '../places/place.ts';
import { callGives, naming } from '../claim.ts';
import { answersIn, endWorld } from '../runFacts.ts';
import { calling, endOf, lastAnswers, lastEnds, lastGives } from './proof.fixture.ts';
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

const lifetime = (trace: Trace): string =>
  endOf(trace, 'call') === 'granted' ? `gives-${lifetimeIn(trace)}` : 'gives-nothing';

const LENGTHS = {
  quarter: 'gives-900',
  hour: 'gives-3600',
  twelve: 'gives-43200',
  'thirty-six': 'gives-129600',
} as const;

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
  'portal-moves-to-ec2': {
    kind: 'run',
    reads: callGives,
    claims: {
      quarter: 'gives-900',
      hour: 'gives-3600',
      six: 'gives-21600',
      twelve: 'gives-43200',
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
  'quarter-hour-of-root': {
    kind: 'run',
    reads: lastGives,
    claims: {
      quarter: 'gives-900',
      hour: 'gives-3600',
      parent: 'gives-12600',
      twelve: 'gives-43200',
    },
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
  'durations-within-four-hours': {
    kind: 'each',
    wants: 'granted',
    right: Object.fromEntries(
      [
        ['half', '1800'],
        ['two', '7200'],
        ['four', '14400'],
      ].map(([id = '', asked = '']) => [
        id,
        at('one-hour-chained', 'assume-deploy.duration-within-role', {
          first: 'user',
          asked,
          maximum: '14400',
        }),
      ]),
    ),
  },
  'eight-of-four-hours': {
    kind: 'run',
    reads: lastGives,
    claims: {
      nothing: 'gives-nothing',
      response: 'gives-660',
      default: 'gives-3600',
      asked: 'gives-14400',
    },
  },
  'maximum-raised': {
    kind: 'run',
    reads: callGives,
    claims: {
      quarter: 'gives-900',
      hour: 'gives-3600',
      five: 'gives-18000',
      twelve: 'gives-43200',
    },
  },
  'maximum-lowered': {
    kind: 'runs',
    runs: [
      [
        at('twelve-hours-asked', 'upload.answer', {
          maximum: '43200',
          change: 'lower',
          used: '20260113T070000Z',
        }),
        'upload',
      ],
      [
        at('twelve-hours-asked', 'upload.answer', { maximum: '43200', change: 'permission' }),
        'upload',
      ],
    ],
    claims: { 'after-an-hour': 'rr', 'at-once': 'gr', 'in-an-hour': 'rr', own: 'gg' },
  },
  'session-token-default': {
    kind: 'run',
    reads: (trace) => {
      const [key] = Object.values(endWorld(trace).accessKeys).filter(
        (one) => one.kind === 'temporary' && one.issuedBy === 'get-session',
      );
      return key?.kind === 'temporary'
        ? `gives-${secondsBetween(key.issuedAt, key.expiresAt)}`
        : 'gives-nothing';
    },
    claims: {
      hour: 'gives-3600',
      eight: 'gives-28800',
      twelve: 'gives-43200',
      day: 'gives-129600',
    },
  },
  'root-asks-for-a-day': {
    kind: 'pairs',
    says: 'response',
    reads: lifetime,
    claims: {
      error: 'gives-nothing',
      hour: 'gives-3600',
      twelve: 'gives-43200',
      all: 'gives-129600',
    },
    runs: { hour: calling('GetSessionToken', 'root', { lasts: '129600' }) },
  },
  'longest-sessions': {
    kind: 'pairs',
    says: 'response',
    reads: lifetime,
    claims: { ...LENGTHS, week: 'gives-604800' },
    runs: {
      'user-session': longest('GetSessionToken', 'user'),
      role: longest('AssumeRole', 'user'),
      chained: longest('AssumeRole', 'role'),
      root: longest('AssumeRoot', 'user'),
      federation: longest('GetFederationToken', 'user'),
    },
  },
  'default-sessions': {
    kind: 'pairs',
    says: 'response',
    reads: lifetime,
    claims: LENGTHS,
    runs: {
      role: calling('AssumeRole', 'user'),
      'user-session': calling('GetSessionToken', 'user'),
      'root-session': calling('GetSessionToken', 'root'),
      federation: calling('GetFederationToken', 'user'),
    },
    // The lab has no permission sets.
    unplayed: ['permission-set'],
  },
  'console-for-a-night': {
    kind: 'run',
    reads: (trace) => {
      const keys = Object.values(endWorld(trace).accessKeys).flatMap((key) =>
        key.kind === 'temporary' ? [key] : [],
      );
      const role = keys.find(({ issuedBy }) => issuedBy === 'open-session');
      const console = keys.find(({ isConsole }) => isConsole === true);
      // It begins a minute after the session whose rest it gets.
      return role && console
        ? `gives-${secondsBetween(role.issuedAt, console.expiresAt)}`
        : 'gives-nothing';
    },
    claims: {
      quarter: 'gives-900',
      hour: 'gives-3600',
      eight: 'gives-28800',
      twelve: 'gives-43200',
    },
  },
  'console-by-url': {
    kind: 'order',
    rows: {
      assume: 'open-session.answer',
      token: 'get-token.answer',
      url: 'walk.clock',
      open: 'sign-in.request',
    },
  },
  'saml-ends-early': {
    kind: 'run',
    reads: lastEnds,
    claims: {
      asked: 'ends-20260112T091900Z',
      response: 'ends-20260112T094000Z',
      default: 'ends-20260112T100400Z',
      role: 'ends-20260112T130400Z',
    },
  },
  'sources-of-a-long-console': {
    kind: 'each',
    wants: 'granted',
    right: { role: at('console-clock', 'get-token.duration-fits-session') },
    // The lab’s broker has no SAML response and no identity token.
    unplayed: ['saml', 'web'],
  },
};

/** The longest session that a caller is given by a call. */
function longest(call: Parameters<typeof calling>[0], caller: Parameters<typeof calling>[1]) {
  return (): Trace => {
    const from =
      call === 'AssumeRoot' ? ({ from: 'management', target: 'root-task' } as const) : {};
    const runs = ['900', '3600', '43200', '129600', '604800'].map((lasts) =>
      calling(call, caller, { ...from, lasts })(),
    );
    const found = runs.findLast((trace) => endOf(trace, 'call') === 'granted');
    if (!found) throw new Error(`${caller} gets nothing from ${call}`);
    return found;
  };
}
