import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DOCUMENTED_ORDER } from '#content/judge/checkOrder.ts';
import { RULE_CODES } from '#content/judge/ruleCodes.ts';
import type { RawKnobs } from '#content/knob.ts';
import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import type { ActId } from '#engine/act.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Trace } from '#engine/trace.ts';

import { shuffled } from '../shuffle.ts';
import { gradeJudgement, ownJudgement } from './gradeJudgement.ts';
import { actsToJudge, hearingOf } from './hearing.ts';
import type { HeardCheck, Hearing } from './hearing.ts';
import { pickOf } from './picks.ts';
import { CHECK_VERDICTS, GRANTED, NOTHING_SAID, withRest, withVerdict } from './said.ts';
import type { SaidJudgement } from './said.ts';

const traceOf = (lab: string, id: string, knobs: RawKnobs = {}): Trace => {
  const scenario = findScenario(lab, id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario.play(knobs, { parsePolicy }).trace;
};

interface Tried {
  readonly id: string;
  /** Whether it is of the story itself or of the one variation that is looked at closely. */
  readonly isClose: boolean;
  readonly trace: Trace;
  readonly act: ActId;
}

/** Every request of each story and all its variations. */
const ALL: readonly Tried[] = SCENARIOS.flatMap((scenario, turn) => {
  const { variations } = scenario;
  return [{}, ...variations.map(({ knobs }) => knobs)].flatMap((raw, index) => {
    const { trace } = scenario.play(raw, { parsePolicy });
    return actsToJudge(trace).map((act) => ({
      id: `${scenario.id} ${act} ${JSON.stringify(raw)}`,
      // From story to story another variation: all of them take too long.
      isClose: index === 0 || index - 1 === turn % variations.length,
      trace,
      act,
    }));
  });
});

const heard = ({ trace, act }: Tried): Hearing => {
  const hearing = hearingOf(trace, act);
  if (!hearing) throw new Error('nothing is checked');
  return hearing;
};

/** Names of those of which something is wrong. */
const faulty = (isWrong: (tried: Tried) => boolean, among = ALL): readonly string[] =>
  among.filter(isWrong).map(({ id }) => id);

const perfect = { misses: 0 };

describe('the engine’s own judgement', () => {
  test('there are enough of them, granted and refused', () => {
    const granted = ALL.filter((one) => heard(one).answer.outcome.kind === 'granted').length;
    expect(granted).toBeGreaterThan(50);
    expect(ALL.length - granted).toBeGreaterThan(50);
  });

  test('scores all there is, says what the trace says, and breaks no order that AWS publishes', () => {
    expect(
      faulty(({ trace, act }) => {
        const own = ownJudgement(trace, act);
        const { right, total, misses, broken } = gradeJudgement(trace, act, own);
        const steps = trace.steps.filter((step) => step.act.id === act);
        const made = steps.flatMap((step) => (step.row === 'check' ? [step.check.result] : []));
        const skipped = steps.flatMap((step) => (step.row === 'not-reached' ? step.rules : []));
        const outcome = steps.findLast((step) => step.row === 'answer')?.outcome;
        return (
          misses > 0 ||
          right !== total ||
          broken !== undefined ||
          [...made, ...skipped.map(() => 'not-reached')].join() !==
            own.checks.map(({ verdict }) => verdict).join() ||
          own.answer !== (outcome?.kind === 'refused' ? outcome.error.code : GRANTED)
        );
      }),
    ).toEqual([]);
  });
});

test('each wrong verdict, pick or answer alone is one miss, and none where AWS leaves it open', () => {
  const wrong = faulty(
    ({ trace, act }) => {
      const own = ownJudgement(trace, act);
      const whole = gradeJudgement(trace, act, own);
      const verdicts = own.checks.flatMap(({ rule, verdict }) =>
        CHECK_VERDICTS.filter((other) => other !== verdict).map((other) => {
          const graded = gradeJudgement(trace, act, withVerdict(own, rule, other));
          const isOpen = whole.checks.find((one) => one.heard.rule === rule)?.worth === 'open';
          return graded.misses === (isOpen ? 0 : 1);
        }),
      );
      const picks = whole.checks.flatMap(({ heard: { rule }, picked }) =>
        picked === undefined || picked.worth === 'open'
          ? []
          : [
              gradeJudgement(trace, act, {
                ...own,
                checks: own.checks.map((one) => (one.rule === rule ? { ...one, pick: '?' } : one)),
              }).misses === 1,
            ],
      );
      const answer = gradeJudgement(trace, act, { ...own, answer: 'Teapot' });
      const isTold = answer.misses === (whole.answer.worth === 'open' ? 0 : 1);
      return ![...verdicts, ...picks, isTold].every(Boolean);
    },
    ALL.filter(({ isClose }) => isClose),
  );
  expect(wrong).toEqual([]);
});

/** A judgement made in another order, by what each check finds by itself. */
function judgedIn(order: readonly HeardCheck[], all: readonly HeardCheck[]): SaidJudgement {
  const failed = order.find(({ check }) => check?.result === 'fail');
  const end = failed ? order.indexOf(failed) : order.length;
  return {
    checks: order.map((one, at) => {
      const { check, rule } = one;
      if (!check || at > end) return { rule, verdict: 'not-reached' };
      const [pick] = pickOf(one, all)?.accepted ?? [];
      return { rule, verdict: check.result, ...(pick !== undefined && { pick }) };
    }),
    answer: failed?.check?.error?.code ?? GRANTED,
  };
}

/** Whether an order keeps to what AWS publishes. */
const isAllowed = (order: readonly HeardCheck[]): boolean => {
  const at = new Map(order.map(({ rule }, index) => [rule, index]));
  return DOCUMENTED_ORDER.every(({ first, second }) => {
    const [a, b] = [at.get(first), at.get(second)];
    return a === undefined || b === undefined || a < b;
  });
};

describe('another order', () => {
  test('is as good, as long as it keeps to what AWS publishes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.string(), (tried, seed) => {
        const { checks } = heard(tried);
        let order = shuffled(checks, seed);
        // Moves each pair that AWS publishes into its order.
        for (let turn = 0; !isAllowed(order) && turn < 200; turn += 1) {
          const rules = order.map(({ rule }) => rule);
          const pair = DOCUMENTED_ORDER.find(
            ({ first, second }) =>
              rules.includes(first) &&
              rules.includes(second) &&
              rules.indexOf(second) < rules.indexOf(first),
          );
          if (!pair) break;
          const second = order.filter(({ rule }) => rule === pair.second);
          order = [...order.filter((one) => !second.includes(one)), ...second];
        }
        expect(isAllowed(order)).toBe(true);
        const said = judgedIn(order, checks);
        const graded = gradeJudgement(tried.trace, tried.act, said);
        expect(graded).toMatchObject({ misses: 0, right: graded.total });
        expect(graded.broken).toBeUndefined();
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  test('that AWS rules out is a miss of its own', () => {
    const trace = traceOf('presigned', 'seven-days', { used: '20260115T124500Z' });
    const { checks } = ownJudgement(trace, 'open-url');
    const said = {
      checks: checks.toSorted(
        (a, b) => Number(b.rule === 's3.signer-allowed') - Number(a.rule === 's3.signer-allowed'),
      ),
      answer: GRANTED,
    };
    const graded = gradeJudgement(trace, 'open-url', said);
    expect(graded.broken?.second).toBe('s3.signer-allowed');
    expect(graded.misses).toBe(1);
  });
});

describe('what follows from a miss', () => {
  const trace = traceOf('presigned', 'seven-days');
  const { checks } = ownJudgement(trace, 'open-url');
  const rules = checks.map(({ rule }) => rule);
  const upTo = (end: RuleId, last: 'pass' | 'fail'): SaidJudgement => {
    const made = checks.slice(0, rules.indexOf(end));
    return withVerdict({ checks: made }, end, last);
  };

  test('is no second miss: the checks behind one that was taken to fail', () => {
    const said = withRest(upTo('s3.expires-in-range', 'fail'), rules);
    const graded = gradeJudgement(trace, 'open-url', { ...said, answer: 'ExpiredToken' });
    const worths = graded.checks.map(({ heard: { rule }, worth }) => [rule, worth]);
    expect(worths).toContainEqual(['s3.expires-in-range', 'miss']);
    expect(worths).toContainEqual(['s3.token-alive', 'follows']);
    expect(graded.misses).toBe(1);
  });

  test('is no second miss: the checks behind the one that fails, taken to pass', () => {
    const said = withVerdict(upTo('s3.token-alive', 'pass'), 's3.signature-matches', 'pass');
    const graded = gradeJudgement(trace, 'open-url', withRest(said, rules));
    const worth = (rule: RuleId) => graded.checks.find((one) => one.heard.rule === rule)?.worth;
    expect(worth('s3.token-alive')).toBe('miss');
    expect(worth('s3.signature-matches')).toBe('follows');
  });

  test('somebody who says nothing has nothing right', () => {
    expect(gradeJudgement(trace, 'open-url', NOTHING_SAID)).toMatchObject({ right: 0 });
    expect(gradeJudgement(trace, 'open-url', NOTHING_SAID)).not.toMatchObject(perfect);
  });
});

test('every refusal that the stories show is among the codes of its check', () => {
  const missing = ALL.flatMap((tried) =>
    heard(tried).checks.flatMap(({ rule, check }) =>
      check?.error && !RULE_CODES[rule].includes(check.error.code)
        ? [`${rule} ${check.error.code}`]
        : [],
    ),
  );
  expect(missing).toEqual([]);
});
