import { describe, expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';

import { SCENARIOS } from '../../scenarios/all.ts';
import type { Pile } from './paper.ts';
import { pilesBefore, pilesFor } from './papers.ts';

/** Every call of each story and, from story to story another, one of its variations, with what its checks look at. */
const CALLS = SCENARIOS.flatMap((scenario, turn) => {
  const { variations } = scenario;
  return [{}, variations[turn % variations.length]?.knobs ?? {}].flatMap((raw) => {
    const { trace } = scenario.play(raw, { parsePolicy });
    return trace.steps.flatMap((call) => {
      if (call.row !== 'call') return [];
      const evidence = trace.steps.flatMap((step) =>
        step.row === 'check' && step.act.id === call.act.id ? [step.check.evidence] : [],
      );
      const id = `${scenario.id} ${call.act.id} ${JSON.stringify(raw)}`;
      const isTool = call.act.kind.startsWith('tool:');
      return evidence.length > 1 && !isTool
        ? [{ id, call, evidence, piles: pilesFor(call, [], evidence) }]
        : [];
    });
  });
});

const textOf = (piles: readonly Pile[]): string => JSON.stringify(piles);

const faulty = (isWrong: (one: (typeof CALLS)[number]) => boolean): readonly string[] =>
  CALLS.filter(isWrong).map(({ id }) => id);

test('the request is there as it was sent, and nothing is missing or empty', () => {
  expect(CALLS.length).toBeGreaterThan(150);
  expect(
    faulty(({ call, piles }) => {
      const sent = call.artifacts.find(({ kind }) => kind === 'request')?.text;
      const papers = piles.flatMap((pile) => pile.papers);
      const values = papers.flatMap(({ title, rows = [], text }) => [
        title,
        ...rows.flat(),
        ...(text === undefined ? [] : [text]),
      ]);
      return (
        sent === undefined ||
        !papers.some(({ text }) => text === sent) ||
        values.some((value) => value === '' || /undefined|\[object/.test(value))
      );
    }),
  ).toEqual([]);
});

test('every policy that a decision read lies there with its text', () => {
  const builtIn = 'FullAWSAccess';
  expect(
    faulty(({ evidence, piles }) => {
      const names = evidence.flatMap((one) =>
        one.kind === 'policy'
          ? one.decision.gates.flatMap(({ policies }) => policies.map(({ name }) => name))
          : [],
      );
      const there = piles.find(({ title }) => title === 'Policies')?.papers ?? [];
      return names.some((name) => name !== builtIn && !there.some(({ title }) => title === name));
    }),
  ).toEqual([]);
});

test('no secret of a key lies there, but in the request itself', () => {
  expect(
    faulty(({ call, piles }) =>
      Object.values(call.world.accessKeys).some(({ secretAccessKey }) =>
        textOf(piles).includes(secretAccessKey),
      ),
    ),
  ).toEqual([]);
});

describe('before anything is looked at', () => {
  const isOwn = (name: string): boolean => name !== 'FullAWSAccess';

  test('every policy lies there that the decision then reads', () => {
    expect(
      faulty(({ call, evidence }) => {
        const there = pilesBefore(call).flatMap(({ papers }) => papers.map(({ title }) => title));
        const read = evidence.flatMap((one) =>
          one.kind === 'policy'
            ? one.decision.gates.flatMap(({ policies }) => policies.map(({ name }) => name))
            : [],
        );
        return read.some((name) => isOwn(name) && !there.includes(name));
      }),
    ).toEqual([]);
  });
});
