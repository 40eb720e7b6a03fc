import { describe, expect, test } from 'vitest';

import { simulate } from '#engine/everything.fixture.ts';
import { CALLS, STS_WORLD } from '#engine/sts/stsWorld.fixture.ts';
import { STS_REFUSALS } from '#engine/sts/stsRefusals.vectors.ts';

import { narrate } from './narrate.ts';
import { SUBJECTS } from './subjects/all.ts';
import { stepFaults } from './wordFaults.fixture.ts';

const parties = [
  { id: 'client', name: 'client', spoken: 'the client' },
  { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
];

describe('every step of a call to STS is told in whole sentences', () => {
  test.each(Object.values(CALLS).map((act) => [act.kind, act] as const))('%s', (_, act) => {
    const { steps } = simulate(STS_WORLD, [act]);
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.flatMap((step) => stepFaults({ parties, subjects: SUBJECTS }, step))).toEqual([]);
  });

  test.each(STS_REFUSALS.map((row) => [row[0], row[1], row] as const))(
    'refused: %s (%s)',
    (_, rule, [, , act, , , world = STS_WORLD]) => {
      const { steps } = simulate(world, [act]);
      expect(steps.some((step) => step.row === 'check' && step.check.rule === rule)).toBe(true);
      expect(steps.flatMap((step) => stepFaults({ parties, subjects: SUBJECTS }, step))).toEqual(
        [],
      );
    },
  );
});

describe('what a call brings is said as it is', () => {
  const IDENTITY_CENTER = 'arn:aws:iam::aws:contextProvider/IdentityCenter';
  const context = { providerArn: IDENTITY_CENTER, contextAssertion: 'asserted' };

  test.each([
    ['a code', { tokenCode: '123456' }, 'It brings the MFA code 123456.'],
    ['an empty code', { tokenCode: '' }, 'Its MFA code is empty.'],
    ['a context', { providedContexts: [context] }, 'It hands over a context from IdentityCenter.'],
    [
      'two contexts',
      { providedContexts: [context, context] },
      'It hands over 2 contexts from IdentityCenter.',
    ],
  ])('%s', (_, brought, says) => {
    const [step] = simulate(STS_WORLD, [{ ...CALLS['sts:AssumeRole'], ...brought }]).steps;
    if (!step) throw new Error('A call begins with its request');
    expect(narrate(step, { parties, subjects: SUBJECTS }).because).toContain(says);
  });
});

test('the length of a delegated session is said to be the customer’s', () => {
  const step = simulate(STS_WORLD, [CALLS['sts:GetDelegatedAccessToken']]).steps.at(-1);
  if (!step) throw new Error('A call ends with an answer');
  const { because } = narrate(step, { parties, subjects: SUBJECTS });
  expect(because).toMatch(/^The request that the customer accepted set the length/);
});
