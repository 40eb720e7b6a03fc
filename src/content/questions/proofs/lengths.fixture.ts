import { secondsBetween } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { lifetimeIn } from '../../calls/trial.ts';
import { stepIn } from '../places/place.ts';
import { callGives } from '../claim.ts';
import { endWorld } from '../runFacts.ts';
import { calling, endOf, lastEnds, lastGives } from './proof.fixture.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('sts');

const lifetime = (trace: Trace): string =>
  endOf(trace, 'call') === 'granted' ? `gives-${lifetimeIn(trace)}` : 'gives-nothing';

const LENGTHS = {
  quarter: 'gives-900',
  hour: 'gives-3600',
  twelve: 'gives-43200',
  'thirty-six': 'gives-129600',
} as const;

export const LENGTH_PROOFS: Proofs = {
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
  'quarter-hour-of-root': {
    kind: 'run',
    about: 'assume-root',
    reads: lastGives,
    claims: {
      quarter: 'gives-900',
      hour: 'gives-3600',
      parent: 'gives-12600',
      twelve: 'gives-43200',
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
    kind: 'run',
    played: calling('GetSessionToken', 'root', { lasts: '129600' }),
    reads: lifetime,
    claims: {
      error: 'gives-nothing',
      hour: 'gives-3600',
      twelve: 'gives-43200',
      all: 'gives-129600',
    },
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
