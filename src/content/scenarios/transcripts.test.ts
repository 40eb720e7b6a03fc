import { expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';
import { promised } from '#engine/never.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { heardAt } from '../hear.ts';
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

function stepText(scenario: Scenario, trace: Trace, index: number): string {
  const step = promised(trace.steps[index], 'the run has this step');
  const { label, title, because, verdict } = narrate(step, scenario);
  const ended = verdict ? ` [${[verdict.word, verdict.code].join(' ').trim()}]` : '';
  return [
    `${step.id}${ended}`,
    `  ${whereOf(scenario, step)}: ${label}`,
    `  ${title}.`,
    `  ${heardAt({ scenario, trace, cursor: index + 1 })}`,
    `  ${because}`,
  ].join('\n');
}

const play = (scenario: Scenario, knobs: RawKnobs) => scenario.play(knobs, { parsePolicy }).trace;

/** Every step of a run, with the text of the live region in its third line. */
function storyText(scenario: Scenario, knobs: RawKnobs): readonly string[] {
  const trace = play(scenario, knobs);
  return trace.steps.map((_, index) => `${stepText(scenario, trace, index)}\n`);
}

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
    ...storyText(scenario, {}),
    `THE NEAREST WAY IN WHICH IT WORKS: ${settings(scenario.working)}`,
    '',
    ...storyText(scenario, scenario.working),
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
