import { describe, expect, test } from 'vitest';

import { narrate } from '#content/narrate.ts';
import { answering, stopping } from '#content/questions/claim.ts';
import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { countOf } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { AnswerStep, Step, Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import type { Attempt } from '../attempt.ts';
import { runOf } from '../predict/runOf.ts';
import { settingAt } from '../predict/settings.ts';
import { surveyOf } from '../predict/survey.ts';
import { spotsIn } from './gates.ts';
import { papersAt } from './papersAt.ts';
import { committedIn, knownIn, reveal } from './reveal.ts';
import type { Learner, Revealed } from './reveal.ts';

const materials = { parsePolicy };
const NOBODY: Learner = { committed: new Set(), opened: new Set(), known: new Set() };

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
    const now = at(case_, case_.trace.steps.length, { ...NOBODY, committed });
    seen.push(now);
    if (!now.gate) return seen;
    committed.add(now.gate.prediction.id);
  }
}

const WALKS = CASES.map((case_) => [case_, walk(case_)] as const);
const CLOSED = WALKS.flatMap(([case_, seen]) =>
  seen.flatMap((one) => (one.gate ? [[case_, { ...one, gate: one.gate }] as const] : [])),
);

type Closed = (typeof CLOSED)[number][1];

/** The names of the runs of which something is wrong. */
const faulty = (
  isWrong: (case_: Case, shown: Closed) => boolean,
  isMeant: (shown: Closed) => boolean = () => true,
) =>
  CLOSED.filter(([case_, shown]) => isMeant(shown) && isWrong(case_, shown)).map(
    ([{ name }]) => name,
  );

/** Whether it is known already which check fails. */
const isErrorAsked = ({ gate }: Closed): boolean => gate.kind === 'error';
const isAllAsked = ({ gate }: Closed): boolean => gate.kind !== 'error';

/** The answer of the act that is asked about. */
const answerIn = ({ trace }: Case, { gate }: Closed): AnswerStep | undefined =>
  trace.steps.find((step): step is AnswerStep => step.row === 'answer' && step.act.id === gate.act);

describe('a run before its gate is open', () => {
  test('waits in nearly every story, and where it is about lives at the signing too', () => {
    const told = WALKS.filter(([{ knobs }]) => Object.keys(knobs).length === 0);
    const waiting = told.filter(([, seen]) => seen.length > 1);
    expect(waiting.length).toBeGreaterThan(told.length * 0.85);
    const [, seen = []] = told.find(([{ scenario }]) => scenario.id === 'seven-days') ?? [];
    expect(seen.map(({ gate }) => gate && `${gate.act}.${gate.kind}`)).toEqual([
      'sign.ends',
      'open-url.stops',
      'open-url.error',
      undefined,
    ]);
  });

  test('holds the steps before the gate and no other', () => {
    expect(
      faulty(
        ({ trace }, { trace: shown, gate, cursor }) =>
          shown.steps.length !== gate.cursor ||
          cursor !== gate.cursor ||
          shown.steps.some(
            (step, index) =>
              step.id !== trace.steps[index]?.id ||
              (step.act.id !== gate.act && step !== trace.steps[index]),
          ),
      ),
    ).toEqual([]);
  });

  test('holds no check, answer or work of the act that is asked about', () => {
    expect(
      faulty(
        (_, { trace, gate }) =>
          trace.steps.some(({ act, row }) => act.id === gate.act && row !== 'call'),
        isAllAsked,
      ),
    ).toEqual([]);
  });

  test('holds the check that fails without its error, once that alone is asked for', () => {
    const asked = CLOSED.filter(([, shown]) => isErrorAsked(shown));
    expect(asked.length).toBeGreaterThan(30);
    expect(
      faulty((case_, shown) => {
        const { trace, gate } = shown;
        const own = trace.steps.filter(({ act }) => act.id === gate.act);
        const failed = own.find((step) => step.row === 'check' && step.check.result === 'fail');
        const error = answerIn(case_, shown)?.outcome;
        if (failed?.row !== 'check' || failed.check.rule !== gate.rule) return true;
        if (error?.kind !== 'refused' || own.some(({ row }) => row === 'answer')) return true;
        const told = JSON.stringify(
          own.map((step) => [{ ...step, world: undefined }, narrate(step, case_.scenario)]),
        );
        return told.includes(error.error.code) || told.includes('"error":');
      }, isErrorAsked),
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
      }, isAllAsked),
    ).toEqual([]);
  });

  test('asks about what the run then shows, and counts nothing that is modelled', () => {
    expect(
      faulty(({ trace }, { gate }) => {
        const { asked, key } = gate.prediction;
        if (asked.kind === 'ends') return false;
        const outcome = trace.outcomes[gate.act];
        const refused = outcome?.kind === 'refused' ? outcome : undefined;
        const isModelled =
          refused !== undefined &&
          (RULE_FACTS[refused.rule].basis.verdict === 'modelled' ||
            (asked.kind === 'error' && refused.error.wording === 'modelled'));
        const truth =
          asked.kind === 'error'
            ? refused && answering(refused.error.status, refused.error.code)
            : stopping(refused?.rule);
        return (isModelled && gate.isCounted) || key !== truth;
      }),
    ).toEqual([]);
  });

  test('offers refusals alone once a check has failed, and three of them at least', () => {
    expect(
      faulty(
        (_, { gate: { prediction } }) =>
          prediction.options.length < 3 ||
          prediction.options.some(({ id }) => !/^answers-[345]\d\d-\w+$/.test(id)),
        isErrorAsked,
      ),
    ).toEqual([]);
  });

  test('asks calls one thing alone, so that what is asked does not tell the answer', () => {
    const kinds = CLOSED.map(([, { trace, gate }]) => {
      const last = trace.steps.at(-1);
      if (last?.act.id !== gate.act) return `nothing ${gate.kind}`;
      return `${last.row === 'call' ? 'call' : 'refusal'} ${gate.kind}`;
    });
    expect([...new Set(kinds)].toSorted()).toEqual(['call stops', 'nothing ends', 'refusal error']);
  });
});

describe('the papers beside what is asked', () => {
  const papersOf = ({ scenario, knobs }: Case, trace: Trace, { gate }: Closed): string =>
    JSON.stringify(papersAt({ scenario, knobs, trace }, gate));

  test('are made of what is shown: with the whole run they are the same', () => {
    expect(
      faulty(
        (case_, shown) =>
          papersOf(case_, shown.trace, shown) !== papersOf(case_, case_.trace, shown),
      ),
    ).toEqual([]);
  });

  test('tell no answer', () => {
    expect(
      faulty((case_, shown) => {
        const outcome = answerIn(case_, shown)?.outcome;
        if (outcome?.kind !== 'refused') return false;
        const papers = papersOf(case_, shown.trace, shown);
        return papers.includes(outcome.error.code) || papers.includes(outcome.error.message);
      }),
    ).toEqual([]);
  });

  test('are there for every call, with the settings and, where one can be asked for, the trust policy', () => {
    expect(
      faulty((case_, shown) => {
        const { by, piles } = papersAt({ ...case_, trace: shown.trace }, shown.gate);
        const names = piles.map(({ title }) => title);
        const act = case_.trace.steps.find((step) => step.act.id === shown.gate.act)?.act;
        const isTrusted = act?.kind === 'sts:AssumeRole' && names.includes('The role asked for');
        const policies = piles.find(({ title }) => title === 'Policies')?.papers ?? [];
        return (
          (by === undefined) !== (shown.gate.kind === 'ends') ||
          !names.includes('Settings') ||
          (isTrusted && !policies.some(({ says }) => says?.startsWith('Trust policy of')))
        );
      }),
    ).toEqual([]);
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

  describe('for an error', () => {
    const checked = new Set(['sign', 'open-url.stops'] as const);
    const asks = (learner: Partial<Learner>, case_ = told) =>
      at(case_, 99, { ...NOBODY, ...learner }).gate?.kind;

    test('opens by itself, or with its act', () => {
      expect(asks({ opened: checked })).toBe('error');
      expect(asks({ opened: new Set([...checked, 'open-url.error']) })).toBeUndefined();
      expect(asks({ opened: new Set(['sign', 'open-url']) })).toBeUndefined();
    });

    test('is not there for whoever once named the error of that check rightly', () => {
      const attempt: Attempt = {
        questionId: 'predict/presigned/other/open-url.error?',
        answer: ['answers-400-ExpiredToken'],
        isCorrect: true,
        at: '2026-11-23T13:00:00.000Z',
        contentVersion: 1,
        mode: 'prediction',
        rule: 's3.token-alive',
      };
      expect(asks({ opened: checked, known: knownIn([attempt]) })).toBeUndefined();
      const others: readonly Attempt[] = [
        { ...attempt, isCorrect: false },
        { ...attempt, rule: 's3.url-alive' },
        { ...attempt, mode: 'practice' },
      ];
      expect(asks({ opened: checked, known: knownIn(others) })).toBe('error');
    });

    const spots = CASES.map((case_) => [case_, spotsIn(case_, materials)] as const);

    test('is not there where the act can end in one error alone', () => {
      const lone = spots.filter(([{ scenario }, own]) => {
        const { endings } = surveyOf(scenario, materials);
        return own.some(({ act, kind }) => {
          const codes = new Set((endings.get(act) ?? []).flatMap(({ code }) => code ?? []));
          return kind === 'error' && codes.size < 2;
        });
      });
      expect(lone.map(([{ name }]) => name)).toEqual([]);
    });

    test('is not there where the same check has failed in the run before', () => {
      const again = spots.filter(([{ trace }, own]) =>
        own.some(({ kind, rule, cursor }) => {
          const before = trace.steps.slice(0, cursor);
          return (
            kind === 'error' &&
            before.some(
              (step) =>
                step.row === 'answer' && 'rule' in step.outcome && step.outcome.rule === rule,
            )
          );
        }),
      );
      expect(again.map(([{ name }]) => name)).toEqual([]);
    });
  });

  test('is not there where a policy was written over, of which predictions know nothing', () => {
    const [policy] = told.scenario.play({}).policies;
    const edits = { [policy?.knob ?? '']: '{"Version":"2012-10-17","Statement":[]}' };
    expect(at({ ...told, knobs: edits }, 0).gate).toBeUndefined();
  });
});
