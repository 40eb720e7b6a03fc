import { expect, test } from 'vitest';

import { factsFor, isLocal } from './checkFacts.ts';
import { TOOL_FACTS } from './facts/tools.ts';
import { RULE_FACTS } from './ruleFacts.ts';
import { findScenario, SCENARIOS } from './scenarios/all.ts';
import type { Scenario } from './scenario.ts';
import { narrate } from './narrate.ts';
import type { RawKnobs } from './knob.ts';

const scenarioOf = (id: string): Scenario => {
  const found = findScenario('presigned', id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};

const stepOf = (id: string, knobs: RawKnobs, stepId: string) => {
  const scenario = scenarioOf(id);
  const step = scenario.play(knobs).trace.steps.find((one) => one.id === stepId);
  if (!step) throw new Error(`no step ${stepId}`);
  return { step, said: narrate(step, scenario) };
};

test.each(['java', 'net', 'js', 'go'] as const)(
  'a check of the tool %s has its own source',
  (tool) => {
    const { steps } = scenarioOf('whose-default').play({ tool }).trace;
    const checks = steps
      .filter((step) => step.row === 'check')
      .filter(({ check }) => isLocal(check.rule));
    expect(checks.length).toBeGreaterThan(0);
    for (const { check, act } of checks) {
      expect(factsFor(check.rule, act).source).toBe(TOOL_FACTS[tool].source);
    }
  },
);

test('the signature of a form has the source of forms, and that of a URL its own', () => {
  const form = stepOf('photo-form', { file: 'photo' }, 'send-form.signature-matches').step.act;
  const url = stepOf('wrong-method', {}, 'open-url.signature-matches').step.act;
  expect(factsFor('s3.signature-matches', form).source).toBe('s3.post-auth');
  expect(factsFor('s3.signature-matches', url)).toBe(RULE_FACTS['s3.signature-matches']);
});

test('what an answer to HEAD refuses with is its status alone', () => {
  const told = SCENARIOS.flatMap((scenario) =>
    scenario.variations
      .flatMap(({ knobs }) => scenario.play(knobs).trace.steps)
      .filter((step) => step.row === 'answer')
      .filter(({ act }) => act.kind === 'open-url' && act.method === 'HEAD')
      .flatMap((step) =>
        step.outcome.kind === 'refused' ? [{ step, error: step.outcome.error }] : [],
      )
      .map(({ step, error }) => [narrate(step, scenario).announcement, error.message] as const),
  );
  expect(told.length).toBeGreaterThan(0);
  for (const [said, message] of told) expect(said).not.toContain(message);
});

test.each<[string, RawKnobs, string, string]>([
  ['asked-name', { method: 'HEAD' }, 'open-url.answer', 'status 400 and nothing else'],
  ['wrong-method', { sent: 'HEAD' }, 'open-url.answer', 'status 403 and nothing else'],
  ['user-signed', {}, 'share.sent', 'the access key that signed it has no end of its own'],
  ['seven-days', {}, 'share.sent', 'nothing in it says when the signer’s credentials end'],
])('%s %j at %s says: %s', (id, knobs, stepId, says) => {
  expect(stepOf(id, knobs, stepId).said.caption).toContain(says);
});

test.each<[string, RawKnobs, string, string]>([
  [
    'photo-form',
    { file: 'photo', edit: 'policy' },
    'send-form.signature-matches',
    'Changed after signing: the policy.',
  ],
  [
    'public-block',
    { signer: 'postdoc' },
    'open-url.public-access',
    'policy is public and RestrictPublicBuckets is on',
  ],
  ['whose-default', { tool: 'java' }, 'sign.answer', 'the Java SDK has no default'],
])('%s %j at %s is told the cause', (id, knobs, stepId, says) => {
  expect(stepOf(id, knobs, stepId).said.because).toContain(says);
});
