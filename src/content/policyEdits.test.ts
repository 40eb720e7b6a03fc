import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';
import type { PolicyType } from '#engine/policy/document.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Trace } from '#engine/trace.ts';

import { NO_SUCH_KNOB, editName, isEdit, needsParser } from './knob.ts';
import type { RawKnobs } from './knob.ts';
import { editedPolicies, policiesIn, readEdits, withEdits } from './policyEdits.ts';
import type { Scenario } from './scenario.ts';
import { findScenario, SCENARIOS } from './scenarios/all.ts';

const materials = { parsePolicy };

/** The settings a scenario is told with. */
const settingsOf = ({ working, variations }: Scenario): readonly RawKnobs[] => [
  {},
  working,
  ...variations.map(({ knobs }) => knobs),
];

/** A policy of each type that lets nobody do anything. */
const denyAll = (type: PolicyType): string => {
  const isResource = ['trust', 'bucket', 'resource-control', 'vpc-endpoint'].includes(type);
  const statement = {
    Effect: 'Deny',
    ...(isResource && { Principal: '*' }),
    Action: type === 'trust' ? 'sts:*' : type === 'resource-control' ? 's3:*' : '*',
    ...(type !== 'trust' && { Resource: type === 'bucket' ? 'arn:aws:s3:::*' : '*' }),
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: statement });
};

const told = ({ steps }: Trace): string =>
  JSON.stringify(steps.map((step) => [step.id, step.row === 'check' && step.check.evidence]));

describe.each(SCENARIOS.map((scenario) => ({ name: scenario.id, scenario })))(
  'the policies of $name',
  ({ scenario }) => {
    test('they have names of their own that a link can hold, in every setting', () => {
      for (const raw of settingsOf(scenario)) {
        const { policies } = scenario.play(raw, materials);
        const edits = policies.map(({ knob }) => knob ?? 'none').filter(isEdit);
        expect(new Set(edits).size).toBe(edits.length);
        for (const { knob } of policies) expect(knob).toMatch(/^[a-z0-9][a-zA-Z0-9-]{0,63}$/);
      }
      expect(Object.keys(scenario.knobs).filter(isEdit)).toEqual([]);
    });

    test('each that is shown beside a step is one of them, with the text shown', () => {
      for (const raw of settingsOf(scenario)) {
        const { trace, policies } = scenario.play(raw, materials);
        const shown = trace.steps
          .flatMap(({ artifacts }) => artifacts)
          .filter(({ policyId = '' }) => policies.some(({ id }) => id === policyId))
          // Where a principal was deleted, IAM itself writes its id into the policy.
          .filter(({ text }) => !/"AIDA|"AROA/.test(text));
        for (const { policyId, name, text } of shown) {
          const compact = (json: string) => json.replace(/\s/g, '');
          expect(
            policies.some(
              (policy) => policy.id === policyId && compact(policy.text) === compact(text),
            ),
          ).toBe(true);
          expect(policies.map((policy) => policy.name)).toContain(name);
        }
      }
    });

    test('each can be replaced, and stands in the run that is played', () => {
      for (const raw of [{}, scenario.working]) {
        for (const { knob = '', id, type } of scenario.play(raw, materials).policies) {
          const run = scenario.play({ ...raw, [knob]: denyAll(type) }, materials);
          expect({ id, notices: run.notices }).toEqual({ id, notices: [] });
          const policy = run.policies.find((one) => one.knob === knob);
          expect(JSON.parse(policy?.text ?? '')).toEqual(JSON.parse(denyAll(type)));
          expect(policy?.original).not.toBe(policy?.text);
        }
      }
    });

    test('a policy that decides decides otherwise once it denies everything', () => {
      const before = scenario.play({}, materials);
      for (const step of before.trace.steps) {
        const evidence = step.row === 'check' ? step.check.evidence : undefined;
        const by = evidence?.kind === 'policy' ? evidence.decision?.decidedBy : undefined;
        const policy = before.policies.find(({ id }) => id === by?.policyId);
        if (policy?.knob === undefined) continue;
        const raw = { [policy.knob]: denyAll(policy.type) };
        expect(told(scenario.play(raw, materials).trace)).not.toBe(told(before.trace));
      }
    });

    test('an edit back to the original changes nothing', () => {
      const before = scenario.play({}, materials);
      const edits = before.policies.flatMap(({ knob, original }) =>
        knob === undefined ? [] : [[knob, original] as const],
      );
      expect(scenario.play(Object.fromEntries(edits), materials).trace).toEqual(before.trace);
    });
  },
);

const deputy = findScenario('sts', 'confused-deputy');

describe('an edit', () => {
  const play = (raw: RawKnobs) => deputy?.play(raw, materials);
  const policies = deputy?.play({}).policies ?? [];

  test('it turns the verdict', () => {
    const open = policies.find(({ id }) => id === 'CostCheckTrust')?.text ?? '';
    const before = play({});
    const after = play({ 'edit-CostCheckTrust': open.replaceAll('bakery-58213', 'florist-90417') });
    expect(before && outcomeOf(before.trace).kind).toBe('refused');
    expect(after && outcomeOf(after.trace).kind).toBe('granted');
    expect(after?.notices).toEqual([]);
  });

  test.each([
    ['that cannot be read leaves the original', '{', /^“CostCheckTrust” cannot be read.*Line 1/],
    ['with an element its type forbids does too', denyAll('identity'), /^“CostCheckTrust” cannot/],
  ])('one %s, and says so', (_, text, says) => {
    const run = play({ 'edit-CostCheckTrust': text });
    expect(run?.trace).toEqual(play({})?.trace);
    expect(run?.notices).toEqual([expect.stringMatching(says)]);
  });

  test('one of no policy of the run is left out, and said once', () => {
    const run = play({ 'edit-Nobody': denyAll('trust'), 'edit-': '{', unknown: 'x' });
    expect(run?.trace).toEqual(play({})?.trace);
    expect(run?.notices).toEqual([NO_SUCH_KNOB]);
  });

  test('a policy that a knob sets is edited with the knob, and in no other way', () => {
    const own = play({ condition: 'own' });
    expect(own?.policies.find(({ id }) => id === 'CostCheckTrust')?.knob).toBe('trust');
    const twice = play({ condition: 'own', 'edit-CostCheckTrust': denyAll('trust') });
    expect(twice?.trace).toEqual(own?.trace);
    expect(twice?.notices).toEqual([NO_SUCH_KNOB]);
  });

  test('it needs the parser', () => {
    expect(needsParser({}, { 'edit-CostCheckTrust': '{}' })).toBe(true);
    expect(needsParser({}, { sends: 'none' })).toBe(false);
  });

  test('a hostile text never crashes the run, nor does a hostile name', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    const names = fc.constantFrom('CostCheckTrust', '__proto__', 'constructor', 'toString');
    fc.assert(
      fc.property(names, texts, (name, text) => {
        expect(play({ [`edit-${name}`]: text })?.notices).toHaveLength(1);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});

test.each([
  ['RestoreTrust', 'edit-RestoreTrust'],
  ['p-FullAWSAccess', 'edit-p-FullAWSAccess'],
  ['a'.repeat(59), `edit-${'a'.repeat(59)}`],
  ['a'.repeat(60), undefined],
  ['', undefined],
  ['session:assume-role', undefined],
  ['Read_Only', undefined],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', undefined],
])('the edit of policy %j is called %j', (id, name) => {
  expect(editName(id)).toBe(name);
});

describe('two policies under one id', () => {
  const trace = findScenario('sts', 'why-temporary')?.play({}).trace;
  const world = trace?.start;
  const trust = (Sid: string) => ({
    id: 'DoorTrust',
    name: 'DoorTrust',
    type: 'trust' as const,
    document: {
      Version: '2012-10-17',
      Statement: [
        { Sid, Effect: 'Allow' as const, Principal: '*', Action: 'sts:AssumeRole' } as const,
      ],
    },
  });
  const change = (id: string, Sid: string) =>
    ({
      id,
      at: world?.now ?? 0,
      kind: 'change',
      by: 'mia',
      change: {
        kind: 'put-trust-policy',
        role: 'arn:aws:iam::111122223333:role/Door',
        policy: trust(Sid),
      },
    }) as never;

  test('they are edited one by one, and what is the same together', () => {
    if (!world) throw new Error('Broken promise: the scenario is there');
    const setting = { world, script: ['A', 'B', 'A'].map((Sid, at) => change(`put-${at}`, Sid)) };
    const found = policiesIn(setting).filter(({ id }) => id === 'DoorTrust');
    expect(found.map(({ knob }) => knob)).toEqual(['edit-DoorTrust', 'edit-DoorTrust-2']);
    const { edits } = readEdits(() => found, { 'edit-DoorTrust': denyAll('trust') }, materials);
    const sids = withEdits(setting, edits).script.map(
      (act) => JSON.stringify(act).match(/"Sid":"(.)"/)?.[1],
    );
    expect(sids).toEqual([undefined, 'B', undefined]);
    expect(editedPolicies(found, edits).map(({ text }) => text.includes('Deny'))).toEqual([
      true,
      false,
    ]);
  });
});
