import { initialText, isEdit, labelOf, standingText } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import { narrate, ruleName } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Evidence } from '#engine/evidence.ts';
import type { RuleId } from '#engine/rules.ts';
import { isoDate } from '#engine/time.ts';
import type { Artifact, Step, Trace } from '#engine/trace.ts';

/**
 * A run as a file: what was set, every step with what it says, the evidence of each check, and every text that is sent
 * or signed. `public/run.schema.json` says what each field means. A field is never renamed; a new meaning is a new version.
 */

const FORMAT = 'shortlived-run';
const VERSION = 1;

/** What a file is made of. */
export interface Handout {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  /** The run as far as the learner may know it. */
  readonly trace: Trace;
  /** Where the same run is opened again. */
  readonly link: string;
}

interface StepInFile {
  readonly number: number;
  readonly id: string;
  readonly row: Step['row'];
  readonly act: { readonly id: string; readonly kind: string };
  readonly from: string;
  readonly to?: string;
  /** AWS's clock once the step is done. */
  readonly clock: string;
  readonly label: string;
  readonly title: string;
  readonly caption: string;
  readonly because: string;
  readonly verdict?: string;
  readonly code?: string;
  readonly status?: number;
  readonly check?: {
    readonly rule: RuleId;
    readonly name: string;
    readonly result: 'pass' | 'fail';
    readonly evidence: Evidence;
    readonly message?: string;
  };
  readonly notReached?: readonly RuleId[];
  readonly artifacts: readonly Artifact[];
}

/** A run as the text of a JSON file. */
export const runFile = (handout: Handout): string =>
  `${JSON.stringify(runOf(handout), undefined, 2)}\n`;

function runOf({ scenario, knobs, trace, link }: Handout) {
  const { id, lab, title, summary, parties } = scenario;
  return {
    format: FORMAT,
    version: VERSION,
    link,
    lab,
    scenario: { id, title, summary },
    parties: parties.map((party) => ({ id: party.id, name: party.name })),
    knobs: knobsIn(scenario, knobs),
    edits: Object.entries(knobs).flatMap(([name, text]) =>
      isEdit(name) ? [{ name: labelOf({}, name), text }] : [],
    ),
    steps: trace.steps.map((step, index) => stepInFile(step, index + 1, scenario)),
  };
}

/** Every knob with the text it stands at. */
const knobsIn = ({ knobs }: Scenario, raw: RawKnobs) =>
  Object.entries(knobs).map(([name, knob]) => {
    const text = standingText(knob, raw[name]);
    const { label, kind } = knob;
    return { name, label, kind, text, isChanged: text !== initialText(knob) };
  });

function stepInFile(step: Step, number: number, scenario: Scenario): StepInFile {
  const { label, title, caption, because, verdict } = narrate(step, scenario);
  const { id, row, act, artifacts, world } = step;
  return {
    number,
    id,
    row,
    act: { id: act.id, kind: act.kind },
    ...whoIn(step),
    clock: isoDate(world.now),
    label,
    title,
    caption,
    because,
    ...(verdict && { verdict: verdict.word }),
    ...(verdict?.code !== undefined && { code: verdict.code }),
    ...(step.row === 'answer' && { status: step.status }),
    ...(step.row === 'check' && { check: checkIn(step.check, scenario) }),
    ...(step.row === 'not-reached' && { notReached: step.rules }),
    artifacts,
  };
}

/** Who does it, and to whom. */
function whoIn(step: Step): Pick<StepInFile, 'from' | 'to'> {
  if (step.row === 'call' || step.row === 'answer') return { from: step.from, to: step.to };
  return { from: step.row === 'clock' ? 'clock' : step.by };
}

function checkIn(
  { rule, result, evidence, error }: Extract<Step, { row: 'check' }>['check'],
  scenario: Scenario,
): NonNullable<StepInFile['check']> {
  const name = ruleName(rule, scenario);
  return { rule, name, result, evidence, ...(error && { message: error.message }) };
}
