import { cursorOf } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';

import { RESPONDING_PLACES } from '../places/responding.ts';
import { stepIn } from '../places/place.ts';
import { ending } from '../claim.ts';
import { answersIn } from '../runFacts.ts';
import { endOf, lastAnswers } from './proof.fixture.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('sts');
const leak = (step: Parameters<typeof at>[1], knobs: Readonly<Record<string, string>> = {}) =>
  at('leak-and-respond', step, knobs);

const SHOP = RESPONDING_PLACES['audience-alone']?.shows.knobs ?? {};
const job = (step: Parameters<typeof at>[1], knobs: Readonly<Record<string, string>>) =>
  at('github-wildcard', step, knobs);

const codeOf = (trace: Trace): string => {
  const refused = answersIn(trace).find(({ outcome }) => outcome.kind === 'refused')?.outcome;
  return refused?.kind === 'refused' ? refused.error.code : 'none';
};

export const RESPONDING_PROOFS: Proofs = {
  'cancel-a-session': {
    kind: 'runs',
    runs: [
      [leak('with-role.answer', { user: 'deleted' }), 'with-role'],
      [leak('with-role.answer', { role: 'revoked' }), 'with-role'],
      [
        at('twelve-hours-asked', 'upload.answer', {
          maximum: '43200',
          change: 'lower',
          used: '20260113T070000Z',
        }),
        'upload',
      ],
    ],
    claims: { key: 'rrg', deny: 'grg', maximum: 'ggr', end: 'ggg' },
  },
  'back-after-a-minute': {
    kind: 'run',
    reads: (trace) => {
      const works = (act: string, sessions: number) =>
        endOf(trace, act) === 'granted' ? sessions : 0;
      // Two sessions are older than the revocation, one is newer; no session needs the key.
      return `${works('with-role', 2) + works('with-new', 1)}`;
    },
    claims: { zero: '0', one: '1', two: '2', three: '3' },
  },
  'trust-policy-emptied': {
    kind: 'runs',
    runs: [
      [leak('with-role.answer', { user: 'nothing', role: 'distrusted' }), 'with-role'],
      [
        leak('open-again.answer', { user: 'nothing', role: 'distrusted', last: 'again' }),
        'open-again',
      ],
    ],
    claims: { ten: 'rr', minutes: 'rr', end: 'gr', 'next-end': 'gg' },
  },
  'key-off-session-on': {
    kind: 'runs',
    // With the key deactivated: the key and the session; with the user denied as well: the session.
    runs: [
      [leak('with-key.answer', { last: 'key' }), 'with-key'],
      [leak('with-user.answer', { last: 'user' }), 'with-user'],
      [leak('with-user.answer', { user: 'denied', last: 'user' }), 'with-user'],
    ],
    claims: {
      never: 'rrr',
      'session-then-nothing': 'rgr',
      'session-both': 'rgg',
      'key-then-session': 'grg',
    },
  },
  'permission-removed': {
    kind: 'runs',
    runs: [
      [
        at('twelve-hours-asked', 'upload.answer', { maximum: '43200', change: 'permission' }),
        'upload',
      ],
      [
        stepIn('presigned')('permission-lost', 'open-url.answer', {
          allowed: 'off',
          meanwhile: 'given',
        }),
        'open-url',
      ],
    ],
    claims: {
      'a-then-both': 'gg',
      'a-then-a': 'gg',
      'none-then-both': 'rg',
      'none-then-none': 'rr',
    },
  },
  'copied-credentials': {
    kind: 'run',
    reads: (trace) => {
      const { cursor } = cursorOf(trace, 'open-url.token-alive');
      const step = trace.steps[cursor - 1];
      const evidence = step?.row === 'check' ? step.check.evidence : undefined;
      return evidence?.kind === 'window' && evidence.until !== undefined
        ? ending(evidence.until)
        : undefined;
    },
    claims: {
      replaced: 'ends-20260112T130000Z',
      'signed-out': 'ends-20260112T133000Z',
      'own-end': 'ends-20260112T140000Z',
      'next-end': 'ends-20260112T190000Z',
    },
  },
  'change-and-sessions': {
    kind: 'pairs',
    says: 'response',
    reads: (trace) => {
      const stopped = (act: string) =>
        answersIn(trace).some((one) => one.act.id === act && one.outcome.kind === 'refused');
      const isLaterStopped = stopped('open-again') || stopped('with-new');
      return `${stopped('with-role') ? 'open' : ''}${isLaterStopped ? 'later' : ''}`;
    },
    claims: { open: 'open', later: 'later', both: 'openlater' },
  },
  'audience-alone': {
    kind: 'runs',
    runs: [
      [job('deploy.answer', SHOP), 'deploy'],
      [job('deploy.answer', { ...SHOP, runs: 'pull' }), 'deploy'],
      [job('break.answer', SHOP), 'break'],
      [job('break.answer', { ...SHOP, other: 'stranger' }), 'break'],
    ],
    claims: { main: 'grrr', repository: 'ggrr', organization: 'gggr', strangers: 'gggg' },
  },
  'equals-with-a-star': {
    kind: 'each',
    // The other repository of the organization is to get in, and other organizations are not.
    wants: {
      equals: 'granted',
      'string-like': 'granted',
      'org-star': 'granted',
      open: 'refused',
    },
    right: { 'org-star': job('break.federation-allowed', {}) },
  },
  'misspelled-claim': {
    kind: 'run',
    reads: lastAnswers,
    claims: {
      'refused-false': 'answers-403-AccessDenied',
      rejected: 'answers-403-IDPRejectedClaim',
      invalid: 'answers-400-InvalidIdentityToken',
      'gets-in': 'answers-200',
    },
  },
  'guest-of-a-pool': {
    kind: 'run',
    reads: (trace) => {
      const outcome = answersIn(trace).find((one) => one.outcome.kind === 'refused')?.outcome;
      return outcome?.kind === 'refused' ? `stops-${outcome.rule}` : 'stops-nowhere';
    },
    claims: {
      'no-role': 'stops-sts.web-identity-role',
      'scope-down': 'stops-api.allowed by the session policy',
      permissions: 'stops-api.allowed',
      trust: 'stops-sts.federation-allowed',
    },
  },
  'error-and-cause': {
    kind: 'pairs',
    says: 'prompt',
    reads: codeOf,
    claims: {
      expired: 'ExpiredTokenException',
      invalid: 'InvalidIdentityToken',
      rejected: 'IDPRejectedClaim',
      communication: 'IDPCommunicationError',
      denied: 'AccessDenied',
    },
  },
  'web-identity-in-order': {
    kind: 'order',
    rows: {
      assume: 'assume-role.request',
      validate: 'assume-role.federation-allowed',
      read: 'read.request',
    },
  },
  'guest-reads-photos': {
    kind: 'order',
    rows: {
      assume: 'assume-role.request',
      check: 'assume-role.federation-allowed',
      read: 'read.request',
    },
  },
};
