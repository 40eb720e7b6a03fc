import { expect, test } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import type { StepId } from '#engine/trace.ts';

import { nearestStep } from './nearestStep.ts';

function standsAt(id: string, knobs: RawKnobs, step: StepId): string | undefined {
  const scenario = SCENARIOS.find((each) => each.id === id);
  if (!scenario) throw new Error(`There is no ${id}`);
  const { trace } = scenario.play(knobs);
  const { cursor, exact } = nearestStep(scenario, trace, step);
  expect(exact).toBe(trace.steps.some((each) => each.id === step));
  return trace.steps[cursor - 1]?.act.id;
}

test.each<readonly [id: string, knobs: RawKnobs, step: StepId, act: string | undefined]>([
  ['film-night', { line: 'off' }, 'resume.answer', 'bytes'],
  ['signature-age', { guard: 'links', asks: 'app' }, 'open-url.answer', 'wait'],
  ['signature-age', {}, 'call.answer', 'wait'],
  ['signature-age', {}, 'open-url.answer', 'open-url'],
  ['signature-age', {}, 'no-such-act.answer', undefined],
])('in %s with %j the link to %s stands at the act %s', (id, knobs, step, act) =>
  expect(standsAt(id, knobs, step)).toBe(act),
);
