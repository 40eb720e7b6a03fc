import type { Instant } from '#engine/time.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { aloud } from './hear.ts';
import { narrate } from './narrate.ts';
import type { Scenario } from './scenario.ts';
import { dayAndTime } from './words.ts';

/** A run as a text to be read, aloud or on paper: what the live region says, without waiting for it. */

interface ReadStep {
  readonly id: StepId;
  readonly number: number;
  readonly text: string;
}

/** The steps of one act, under what it is. */
export interface ReadPhase {
  readonly heading: string;
  /** When it begins. */
  readonly at: Instant;
  readonly steps: readonly [ReadStep, ...ReadStep[]];
}

/** The steps of a run in phases, one for each act. */
export function readRun(scenario: Scenario, trace: Trace): readonly ReadPhase[] {
  const phases: ReadPhase[] = [];
  for (const [index, step] of trace.steps.entries()) {
    const number = index + 1;
    const read = { id: step.id, number, text: aloud({ scenario, trace, cursor: number }) };
    const last = phases.at(-1);
    if (last && trace.steps[index - 1]?.act.id === step.act.id) {
      phases[phases.length - 1] = { ...last, steps: [...last.steps, read] };
    } else {
      phases.push({ heading: narrate(step, scenario).title, at: step.world.now, steps: [read] });
    }
  }
  return phases;
}

const phaseText = ({ heading, at, steps }: ReadPhase): string =>
  [`${heading} (${dayAndTime(at)})`, ...steps.map(({ number, text }) => `${number}. ${text}`)].join(
    '\n',
  );

/** The same as plain text, to be taken along. */
export function runText(
  { title, summary }: Pick<Scenario, 'title' | 'summary'>,
  changed: readonly string[],
  phases: readonly ReadPhase[],
): string {
  const changes = changed.length > 0 ? [`Changed: ${changed.join('; ')}.`] : [];
  const head = [title, summary, ...changes].join('\n');
  return `${[head, ...phases.map(phaseText)].join('\n\n')}\n`;
}
