import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BASES } from '#engine/basis.ts';

import { SOURCES } from '../sources.ts';
import { sentenceFaults } from '../wordFaults.fixture.ts';
import { CALLS, STS_CALLS, isStsCall } from './callIds.ts';
import type { Call } from './callIds.ts';
import { CHOICES, FIRST_CHOICES } from './choices.ts';
import type { Choices } from './choices.ts';
import { HOME } from './compare.ts';
import { CALL_FACTS } from './facts.ts';
import { playCall } from './trial.ts';
import { verdictOf, verdicts } from './verdict.ts';
import { waysOut } from './wayOut.ts';

const choices: fc.Arbitrary<Choices> = fc.record({
  caller: fc.constantFrom(...CHOICES.caller),
  from: fc.constantFrom(...CHOICES.from),
  target: fc.constantFrom(...CHOICES.target),
  mfa: fc.constantFrom(...CHOICES.mfa),
  lasts: fc.constantFrom(...CHOICES.lasts),
});

const fitting = (change: Partial<Choices>): readonly Call[] =>
  verdicts({ ...FIRST_CHOICES, ...change }).flatMap(({ kind, call }) =>
    kind === 'fits' ? [call] : [],
  );

/** Where the two calls beside STS fit. */
const OTHER_HOME = {
  CreateSession: { ...FIRST_CHOICES, caller: 'none', from: 'on-premises', target: 'outsider' },
  GetRoleCredentials: { ...FIRST_CHOICES, caller: 'none', from: 'workforce', target: 'console' },
} as const;

describe('the calls that fit', () => {
  // What a learner must know (sts.md 4 and 9), against what the engine says.
  test.each<[string, Partial<Choices>, readonly Call[]]>([
    ['a user wants a role elsewhere', {}, ['AssumeRole']],
    ['with MFA demanded a code goes with the call', { mfa: 'yes' }, ['AssumeRole']],
    ['the root user assumes no role', { caller: 'root' }, []],
    ['a chain gets an hour', { caller: 'role', lasts: '3600' }, ['AssumeRole']],
    ['a chain gets no more', { caller: 'role', lasts: '43200' }, []],
    ['so does a session of GetSessionToken', { caller: 'user-session', lasts: '43200' }, []],
    ['no role session lasts 36 hours', { lasts: '129600' }, []],
    ['a response is enough', { caller: 'none', from: 'saml' }, ['AssumeRoleWithSAML']],
    ['a token is enough', { caller: 'none', from: 'oidc' }, ['AssumeRoleWithWebIdentity']],
    ['federated people prove no MFA to AWS', { caller: 'none', from: 'saml', mfa: 'yes' }, []],
    [
      'MFA for the user itself',
      { target: 'own-identity', mfa: 'yes', lasts: '129600' },
      ['GetSessionToken'],
    ],
    ['a role session is no user', { target: 'own-identity', caller: 'role' }, []],
    [
      'a broker has two ways',
      { target: 'outsider', lasts: '43200' },
      ['AssumeRole', 'GetFederationToken'],
    ],
    [
      'a server brings a certificate',
      { caller: 'none', from: 'on-premises', target: 'same-account' },
      ['CreateSession'],
    ],
    ['a service is trusted by name', { caller: 'service', target: 'same-account' }, ['AssumeRole']],
    ['a federated user only asks who it is', { caller: 'federated-user', target: 'console' }, []],
    ['a root task from anywhere', { target: 'root-task' }, []],
    [
      'a root task from the management account',
      { target: 'root-task', from: 'management', lasts: '900' },
      ['AssumeRoot'],
    ],
    ['a root task for an hour', { target: 'root-task', from: 'management', lasts: '3600' }, []],
    [
      'no policy hides who one is',
      { target: 'who-am-i', mfa: 'yes', caller: 'user' },
      ['GetCallerIdentity'],
    ],
  ])('%s', (_, change, expected) => {
    expect(fitting(change)).toEqual(expected);
  });

  test.each(CALLS)('%s fits one case and is refused in another that it is meant for', (call) => {
    const home = isStsCall(call) ? HOME[call] : OTHER_HOME[call];
    expect(verdictOf(call, home).kind).toBe('fits');
    const elsewhere = { ...home, caller: 'none', from: 'account' } as const;
    expect(verdictOf(call, elsewhere)).toMatchObject({ kind: 'unfit', isMeant: true });
  });

  test('root’s session is cut without an error, and the page says so', () => {
    const root = { ...FIRST_CHOICES, caller: 'root', target: 'outsider', lasts: '43200' } as const;
    expect(verdictOf('GetFederationToken', root)).toMatchObject({
      kind: 'fits',
      note: expect.stringContaining('only 1 hour') as string,
    });
  });
});

describe('any case', () => {
  test('it has one verdict for each call, in whole sentences, with a source', () => {
    fc.assert(
      fc.property(choices, (any) => {
        const all = verdicts(any);
        expect(all.map(({ call }) => call)).toEqual(CALLS);
        for (const verdict of all) {
          const said = [verdict.says, ...('note' in verdict ? [verdict.note ?? ''] : [])];
          expect(said.filter((each) => sentenceFaults(each).length > 0)).toEqual([]);
          expect(Object.keys(SOURCES)).toContain(verdict.source);
          expect(BASES).toContain(verdict.basis);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('it never says that a call fits which the engine refuses, nor the reverse', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...STS_CALLS), (any, call) => {
        fc.pre(CALL_FACTS[call].serves[any.target] !== undefined && any.caller !== 'service');
        const outcomes = Object.values(playCall(call, any)?.outcomes ?? {});
        const isGranted = outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'granted');
        expect(verdictOf(call, any).kind).toBe(isGranted ? 'fits' : 'unfit');
      }),
      { numRuns: 500 },
    );
  });

  test('where nothing fits, each way out changes one choice and helps', () => {
    fc.assert(
      fc.property(choices, (any) => {
        fc.pre(fitting(any).length === 0);
        for (const { name, choices: changed, count } of waysOut(any)) {
          expect({ ...changed, [name]: any[name] }).toEqual(any);
          expect(fitting(changed)).toHaveLength(count);
          expect(count).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });
});
