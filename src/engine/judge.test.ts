import fc from 'fast-check';
import { expect, test } from 'vitest';

import { s3Error } from './errors.ts';
import { judge } from './judge.ts';
import { finding, RULES } from './rules.ts';
import type { RuleAbout, RuleId } from './rules.ts';

/** Which rules pass; the names of those that were tested are written down on the way. */
interface Probe {
  readonly passes: readonly boolean[];
  readonly tested: RuleId[];
}

// The rules that leave a presence as their evidence: enough for lists of any length in these tests.
const IDS = ['s3.six-parameters', 's3.key-known', 's3.bucket-found', 's3.object-found'] as const;

const ERROR = s3Error('AccessDenied', 'Access Denied', 'observed');

const rulesFor = ({ passes }: Probe): readonly RuleAbout<Probe>[] =>
  passes.map((passed, index): RuleAbout<Probe> => {
    const id = IDS[index % IDS.length] ?? IDS[0];
    return {
      id,
      test: ({ tested }) => {
        tested.push(id);
        return finding(
          { kind: 'presence', wanted: [`${index}`], missing: [], paths: [] },
          passed ? undefined : ERROR,
        );
      },
    };
  });

const judged = (passes: readonly boolean[]) => {
  const probe: Probe = { passes, tested: [] };
  const rules = rulesFor(probe);
  const { checks, notReached, refusal } = judge(rules, probe);
  return { checks, notReached, refusal, rules, tested: probe.tested };
};

test('it grants when every rule passes, in their order', () => {
  const { checks, notReached, refusal } = judged([true, true, true]);
  expect(checks.map(({ rule, result }) => [rule, result])).toEqual([
    ['s3.six-parameters', 'pass'],
    ['s3.key-known', 'pass'],
    ['s3.bucket-found', 'pass'],
  ]);
  expect(notReached).toEqual([]);
  expect(refusal).toBeUndefined();
});

test('it grants when there is nothing to check', () => {
  expect(judge([], {})).toEqual({ checks: [], notReached: [], unmade: [] });
});

test('it stops at the first rule that fails and answers with its error', () => {
  const { checks, notReached, refusal, tested } = judged([true, false, false, true]);
  expect(checks.map(({ result }) => result)).toEqual(['pass', 'fail']);
  expect(refusal).toEqual({ rule: 's3.key-known', error: ERROR, check: checks[1] });
  expect(checks.map(({ error }) => error)).toEqual([undefined, ERROR]);
  expect(notReached).toEqual(['s3.bucket-found', 's3.object-found']);
  expect(tested).toEqual(['s3.six-parameters', 's3.key-known']);
});

test('it keeps the evidence of every check it made', () => {
  const { checks } = judged([true, false]);
  expect(checks.map(({ evidence }) => evidence)).toEqual([
    { kind: 'presence', wanted: ['0'], missing: [], paths: [] },
    { kind: 'presence', wanted: ['1'], missing: [], paths: [] },
  ]);
});

test('it makes checks that pass, then at most one that fails, then none', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (passes) => {
      const { checks, notReached, refusal, rules, tested } = judged(passes);
      const failure = passes.indexOf(false);
      const made = failure < 0 ? passes.length : failure + 1;
      const ids = rules.map(({ id }) => id);
      expect(checks.map(({ result }) => result === 'pass')).toEqual(passes.slice(0, made));
      expect(tested).toEqual(ids.slice(0, made));
      expect([...checks.map(({ rule }) => rule), ...notReached]).toEqual(ids);
      expect(refusal?.rule).toBe(failure < 0 ? undefined : ids[failure]);
    }),
  );
});

test('it knows each rule by a service and a name in small letters', () => {
  for (const id of Object.keys(RULES)) {
    expect(id).toMatch(/^(sts|s3|api|signin|rolesanywhere|tool)\.[a-z]+(-[a-z]+)*$/);
  }
});

test('it tells what the checks behind a failure would have found, and leaves out those that cannot do without it', () => {
  const failing = rulesFor({ passes: [false, true, false], tested: [] });
  const lost: RuleAbout<Probe> = {
    id: 's3.object-found',
    test: () => {
      throw new Error('Broken promise: the bucket was found');
    },
  };
  const { unmade } = judge([...failing, lost], { passes: [], tested: [] });
  expect(unmade.map(({ rule, result }) => [rule, result])).toEqual([
    ['s3.key-known', 'pass'],
    ['s3.bucket-found', 'fail'],
  ]);
});
