import { expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';
import type { Step } from '#engine/trace.ts';

import { narrate } from '../narrate.ts';
import type { RawKnobs } from '../knob.ts';
import type { Scenario } from '../scenario.ts';
import { SCENARIOS } from './all.ts';

/** Each scenario as a text to be read aloud: what a learner hears, from the first step to the last. */

const partyOf = ({ parties }: Scenario, id: string): string =>
  parties.find((party) => party.id === id)?.name ?? id;

function whereOf(scenario: Scenario, step: Step): string {
  switch (step.row) {
    case 'call':
    case 'answer':
      return `${partyOf(scenario, step.from)} → ${partyOf(scenario, step.to)}`;
    case 'check':
    case 'not-reached':
    case 'work':
      return partyOf(scenario, step.by);
    case 'clock':
      return 'time';
  }
}

function stepText(scenario: Scenario, step: Step): string {
  const { label, title, caption, because, verdict } = narrate(step, scenario);
  const ended = verdict ? ` [${[verdict.word, verdict.code].join(' ').trim()}]` : '';
  return [
    `${step.id}${ended}`,
    `  ${whereOf(scenario, step)}: ${label}`,
    `  ${title}.`,
    `  ${caption}`,
    `  ${because}`,
  ].join('\n');
}

const play = (scenario: Scenario, knobs: RawKnobs) => scenario.play(knobs, { parsePolicy }).trace;

const settings = (knobs: RawKnobs): string =>
  Object.entries(knobs)
    .map(([name, text]) => `${name}=${text}`)
    .join(' ');

/** The last answer of a run in a line: where it ended, and why. */
function endText(scenario: Scenario, knobs: RawKnobs): string {
  const { steps } = play(scenario, knobs);
  const failed = steps.findLast((step) => step.row === 'check' && step.check.result === 'fail');
  const last = steps.findLast(({ row }) => row === 'answer');
  if (!last) return 'nothing is answered';
  const { verdict, because } = narrate(last, scenario);
  const ended = [verdict?.word, verdict?.code].join(' ').trim();
  return `${ended}${failed ? ` at ${failed.id}` : ''}. ${because}`;
}

const transcript = (scenario: Scenario): string =>
  [
    scenario.title,
    `(${scenario.tag}) ${scenario.summary}`,
    '',
    'THE STORY',
    '',
    ...play(scenario, {}).steps.map((step) => `${stepText(scenario, step)}\n`),
    `THE NEAREST WAY IN WHICH IT WORKS: ${settings(scenario.working)}`,
    '',
    ...play(scenario, scenario.working).steps.map((step) => `${stepText(scenario, step)}\n`),
    'BREAK IT ANOTHER WAY',
    '',
    ...scenario.variations.map(
      ({ label, knobs }) => `${label} (${settings(knobs)})\n  ${endText(scenario, knobs)}\n`,
    ),
  ].join('\n');

test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'it reads aloud: %s',
  async (id, scenario) => {
    await expect(transcript(scenario)).toMatchFileSnapshot(`${scenario.lab}/${id}.transcript.txt`);
  },
);
