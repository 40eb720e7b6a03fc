import { describe, expect, test } from 'vitest';

import { simulate } from '#engine/everything.fixture.ts';
import { CALLS, STS_WORLD } from '#engine/sts/stsWorld.fixture.ts';
import { STS_REFUSALS } from '#engine/sts/stsRefusals.vectors.ts';

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
