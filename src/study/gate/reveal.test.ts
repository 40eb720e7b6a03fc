import { describe, expect, test } from 'vitest';

import { stopping } from '#content/questions/claim.ts';
import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { countOf } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { Step, Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import type { Attempt } from '../attempt.ts';
import { runOf } from '../predict/runOf.ts';
import { settingAt } from '../predict/settings.ts';
import { surveyOf } from '../predict/survey.ts';
import { committedIn, reveal } from './reveal.ts';
import type { Learner, Revealed } from './reveal.ts';

const materials = { parsePolicy };
const NOBODY: Learner = { committed: new Set(), opened: new Set() };

interface Case {
  readonly name: string;
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  readonly trace: Trace;
}

const caseOf = (scenario: Scenario, knobs: RawKnobs): Case => ({
  name: `${scenario.id} ${JSON.stringify(knobs)}`,
  scenario,
  knobs,
  trace: runOf(scenario, knobs, materials).trace,
});

/** Every story as it is told, as it succeeds, and in some other setting. */
const CASES = SCENARIOS.flatMap((scenario) =>
  [{}, scenario.working, settingAt(scenario, 'gate', surveyOf(scenario, materials).limits)].map(
    (knobs) => caseOf(scenario, knobs),
  ),
);

const at = (case_: Case, cursor: number, learner = NOBODY): Revealed =>
  reveal({ ...case_, cursor }, learner, materials);

/** What a learner sees who commits at each gate in turn. */
function walk(case_: Case): readonly Revealed[] {
  const seen: Revealed[] = [];
  const committed = new Set<string>();
  for (;;) {
    const now = at(case_, case_.trace.steps.length, { committed, opened: new Set() });
    seen.push(now);
    if (!now.gate) return seen;
    committed.add(now.gate.prediction.id);
  }
}

const WALKS = CASES.map((case_) => [case_, walk(case_)] as const);
const CLOSED = WALKS.flatMap(([case_, seen]) =>
  seen.flatMap((one) => (one.gate ? [[case_, { ...one, gate: one.gate }] as const] : [])),
);

/** The names of the runs of which something is wrong. */
const faulty = (isWrong: (case_: Case, shown: (typeof CLOSED)[number][1]) => boolean) =>
  CLOSED.filter(([case_, shown]) => isWrong(case_, shown)).map(([{ name }]) => name);

describe('a run before its gate is open', () => {
  test('waits in nearly every story, and where it is about lives at the signing too', () => {
    const told = WALKS.filter(([{ knobs }]) => Object.keys(knobs).length === 0);
    const waiting = told.filter(([, seen]) => seen.length > 1);
    expect(waiting.length).toBeGreaterThan(told.length * 0.85);
    const [, seen = []] = told.find(([{ scenario }]) => scenario.id === 'seven-days') ?? [];
    expect(seen.map(({ gate }) => gate && `${gate.act}.${gate.kind}`)).toEqual([
      'sign.ends',
      'open-url.stops',
      undefined,
    ]);
  });

  test('holds the steps before the gate and no other', () => {
    expect(
      faulty(
        ({ trace }, { trace: shown, gate, cursor }) =>
          shown.steps.length !== gate.cursor ||
          cursor !== gate.cursor ||
          shown.steps.some((step, index) => step !== trace.steps[index]),
      ),
    ).toEqual([]);
  });

  test('holds no check, answer or work of the act that is asked about', () => {
    expect(
      faulty((_, { trace, gate }) =>
        trace.steps.some(({ act, row }) => act.id === gate.act && row !== 'call'),
      ),
    ).toEqual([]);
  });

  test('tells no outcome but of acts that are shown whole, and not what never happened', () => {
    expect(
      faulty(({ trace }, { trace: shown, gate }) => {
        const whole = new Set(
          trace.steps
            .slice(0, gate.cursor)
            .flatMap(({ act }) => (act.id === gate.act ? [] : act.id)),
        );
        return (
          Object.keys(shown.outcomes).some((act) => !whole.has(act)) || shown.unplayed.length > 0
        );
      }),
    ).toEqual([]);
  });

  test('does not say how many steps follow', () => {
    expect(faulty((_, { trace }) => countOf(trace) !== '?')).toEqual([]);
    expect(WALKS.filter(([, seen]) => seen.at(-1)?.trace.goesOn).map(([{ name }]) => name)).toEqual(
      [],
    );
  });

  test('ends with a request that changed nothing, and with what was sent alone', () => {
    const sent = new Set(['request', 'url', 'helper', 'form', 'assertion', 'claims']);
    const timeless = ({ now: _, ...world }: World): string => JSON.stringify(world);
    expect(
      faulty(({ trace }, { trace: shown, gate }) => {
        const last: Step | undefined = shown.steps.at(-1);
        if (last?.act.id !== gate.act) return false;
        const before = trace.steps[gate.cursor - 2]?.world ?? trace.start;
        return (
          timeless(last.world) !== timeless(before) ||
          last.artifacts.some(({ kind }) => !sent.has(kind))
        );
      }),
    ).toEqual([]);
  });

  test('asks about what the run then shows, and nothing that is modelled', () => {
    expect(
      faulty(({ trace }, { gate }) => {
        const { asked, key } = gate.prediction;
        if (asked.kind !== 'stops') return false;
        const outcome = trace.outcomes[gate.act];
        const rule = outcome?.kind === 'refused' ? outcome.rule : undefined;
        return (
          key !== stopping(rule) ||
          (rule !== undefined && RULE_FACTS[rule].basis.verdict === 'modelled')
        );
      }),
    ).toEqual([]);
  });

  test('asks calls one thing alone, so that what is asked does not tell the answer', () => {
    const kinds = CLOSED.map(([, { trace, gate }]) => {
      const isCall = trace.steps.at(-1)?.act.id === gate.act;
      return `${isCall ? 'call' : 'work'} ${gate.kind}`;
    });
    expect([...new Set(kinds)].toSorted()).toEqual(['call stops', 'work ends']);
  });
});

describe('a gate', () => {
  const told = caseOf(
    SCENARIOS.find(({ id }) => id === 'seven-days') ?? expect.fail('it is there'),
    {},
  );
  const first = at(told, 0).gate ?? expect.fail('it waits');

  test('lets nobody past it, and everybody up to it', () => {
    expect(at(told, first.cursor + 3).cursor).toBe(first.cursor);
    expect(at(told, first.cursor - 1).cursor).toBe(first.cursor - 1);
  });

  test('is open where the outcome was asked for, in any setting', () => {
    const opened = new Set(['sign', 'open-url']);
    expect(at(told, 99, { ...NOBODY, opened })).toEqual({
      trace: told.trace,
      cursor: 99,
      gate: undefined,
    });
    const other = caseOf(told.scenario, { used: '20260115T124500Z' });
    expect(at(other, 0, { ...NOBODY, opened }).gate).toBeUndefined();
  });

  test('opens for a prediction made there, and for no answer given elsewhere', () => {
    const attempt: Attempt = {
      questionId: first.prediction.id,
      answer: [first.prediction.key],
      isCorrect: true,
      at: '2026-11-23T13:00:00.000Z',
      contentVersion: 1,
      mode: 'prediction',
    };
    const committed = committedIn([
      attempt,
      { ...attempt, questionId: 'other', mode: 'practice' },
      { ...attempt, answer: ['later'], at: '2026-11-23T14:00:00.000Z' },
    ]);
    expect([...committed]).toEqual([[first.prediction.id, attempt]]);
    expect(at(told, 99, { ...NOBODY, committed }).gate?.act).toBe('open-url');
  });

  test('is not there where a policy was written over, of which predictions know nothing', () => {
    const [policy] = told.scenario.play({}).policies;
    const edits = { [policy?.knob ?? '']: '{"Version":"2012-10-17","Statement":[]}' };
    expect(at({ ...told, knobs: edits }, 0).gate).toBeUndefined();
  });
});
