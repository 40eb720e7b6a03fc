import { describe, expect, test } from 'vitest';

import { sentenceFaults, stepFaults } from '../wordFaults.fixture.ts';
import { BEHIND } from './behind.ts';
import { behindRun, hasRun } from './behindRuns.ts';
import { CALLS } from './callIds.ts';
import { SERVICES } from './tinyWorld.ts';
import { trustsService } from './unplayed.ts';

/** Rows of which nothing can be seen from outside. */
const UNSEEN = ['service-linked', 'bearer-token', 'aws-login'];

describe('behind the scenes', () => {
  test('it has each row once, and a run for all that can be seen', () => {
    const ids = BEHIND.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !hasRun(id))).toEqual(UNSEEN);
  });

  test.each(BEHIND)('$id says in whole sentences what is worth knowing', ({ says, call }) => {
    expect(sentenceFaults(says)).toEqual([]);
    expect(call.startsWith('none') || CALLS.some((each) => each === call)).toBe(true);
  });

  test.each(SERVICES)('the engine’s policies let %s take the role', (service) => {
    expect(trustsService(service)).toBe(true);
  });

  describe.each(BEHIND.filter(({ id }) => hasRun(id)))('$id', ({ id, call }) => {
    const run = behindRun(id);

    test('it plays every act and is granted what it asks for', () => {
      const { outcomes = {}, unplayed } = run?.trace ?? {};
      expect(unplayed).toEqual([]);
      const refused = Object.entries(outcomes).filter(([, { kind }]) => kind !== 'granted');
      // The pipeline asks for more than a chain gets, to show it.
      expect(refused.map(([act]) => act)).toEqual(id === 'pipeline' ? ['longer'] : []);
    });

    test('it makes the call the row names, or shows what came of it', () => {
      const kinds = run?.trace.steps.map(({ act }) => act.kind) ?? [];
      expect(kinds[0] === 'tell' ? 'sts:AssumeRole' : kinds[0]).toBe(`sts:${call}`);
    });

    test('it is told without a fault, by parties that have a name', () => {
      if (!run) throw new Error('Broken promise: the row has a run');
      expect(run.trace.steps.flatMap((step) => stepFaults(run, step))).toEqual([]);
      expect(sentenceFaults(run.summary)).toEqual([]);
      const ids = new Set(run.parties.map((party) => party.id));
      const met = run.trace.steps.flatMap(({ act }) => [
        ...('by' in act ? [act.by] : []),
        ...('to' in act ? [act.to] : []),
      ]);
      expect(met.filter((id) => !ids.has(id))).toEqual([]);
    });
  });

  test('the pipeline’s second wish fails for being chained', () => {
    expect(behindRun('pipeline')?.trace.outcomes['longer']).toMatchObject({
      kind: 'refused',
      rule: 'sts.duration-when-chained',
    });
  });

  test('an instance’s session is no first link: twelve hours are granted', () => {
    expect(behindRun('ec2')?.trace.outcomes['onward']?.kind).toBe('granted');
  });
});
