import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import type { RuleId } from '#engine/rules.ts';
import type { AnswerStep, Step, Trace } from '#engine/trace.ts';

import { joined } from '../flip/limits.ts';
import type { Limits } from '../flip/limits.ts';
import { limitsIn, neighbours, writtenSettings } from './settings.ts';
import { runOf } from './runOf.ts';
import type { Reading } from './runOf.ts';

/** What a story can come to: looked up once, in the settings that are written down and those beside them. */

/** How an act ends in some setting. */
export interface Ending {
  readonly rule?: RuleId;
  readonly status: number;
  readonly code?: string;
}

export interface Survey {
  /** How each act ends somewhere, each way once. */
  readonly endings: ReadonlyMap<ActId, readonly Ending[]>;
  /** The acts that time passes after in some setting, and that few end with: they only lead up to what a story is about. */
  readonly early: ReadonlySet<ActId>;
  /** The knobs that change anything up to the end of an act. */
  readonly knobs: ReadonlyMap<ActId, ReadonlySet<string>>;
  /** The limits that its runs compare something with. */
  readonly limits: Limits;
}

const known = new WeakMap<Scenario, Survey>();

/** The survey of a story, made once. */
export function surveyOf(scenario: Scenario, materials: Reading): Survey {
  const made = known.get(scenario) ?? survey(scenario, materials);
  known.set(scenario, made);
  return made;
}

function survey(scenario: Scenario, materials: Reading): Survey {
  const play = (raw: RawKnobs): Trace => runOf(scenario, raw, materials).trace;
  const written = writtenSettings(scenario).map(play);
  const limits = joined(written.map(limitsIn));
  const endings = new Map<ActId, Map<string, Ending>>();
  const knobs = new Map<ActId, Set<string>>();
  for (const trace of written) note(trace, endings);
  for (const base of [{}, scenario.working]) {
    let awake: RawKnobs = base;
    let marks = marksOf(play(awake));
    for (const { raw, from, name } of neighbours(scenario, base, limits)) {
      if (from !== awake) {
        awake = from;
        marks = marksOf(play(awake));
      }
      const trace = play(raw);
      note(trace, endings);
      for (const act of changedActs(marks, marksOf(trace))) {
        knobs.set(act, new Set([...(knobs.get(act) ?? []), name]));
      }
    }
  }
  return {
    endings: new Map([...endings].map(([act, ways]) => [act, [...ways.values()]])),
    early: earlyIn(written),
    knobs,
    limits,
  };
}

/** The acts before the last move of the clock, unless a run in three ends with one of them. */
function earlyIn(runs: readonly Trace[]): ReadonlySet<ActId> {
  const early = runs.flatMap(({ steps }) =>
    steps.slice(0, steps.findLastIndex(({ row }) => row === 'clock') + 1),
  );
  const isOften = (act: ActId): boolean =>
    runs.filter(({ steps }) => steps.at(-1)?.act.id === act).length * 3 >= runs.length;
  return new Set(early.flatMap(({ act }) => (isOften(act.id) ? [] : act.id)));
}

/** How an answer ended its act. */
export const endingOf = ({ outcome, status }: AnswerStep): Ending =>
  outcome.kind === 'refused'
    ? { rule: outcome.rule, status, code: outcome.error.code }
    : { status };

function note({ steps }: Trace, endings: Map<ActId, Map<string, Ending>>): void {
  for (const step of steps) {
    if (step.row !== 'answer') continue;
    const ending = endingOf(step);
    const ways = endings.get(step.act.id) ?? new Map<string, Ending>();
    endings.set(step.act.id, ways.set(JSON.stringify(ending), ending));
  }
}

/** What there is to see in a step, without what is only written down of it. */
const markOf = (step: Step): string =>
  JSON.stringify([
    step.id,
    step.act,
    step.row === 'call' ? step.world.now : undefined,
    step.row === 'check' ? step.check.evidence : undefined,
  ]);

const seen = new WeakMap<Trace, ReadonlyMap<ActId, string>>();

/** What there is to see of a run up to the end of each of its acts. */
export function marksOf(trace: Trace): ReadonlyMap<ActId, string> {
  const marks = seen.get(trace) ?? marksIn(trace);
  seen.set(trace, marks);
  return marks;
}

function marksIn({ steps }: Trace): ReadonlyMap<ActId, string> {
  const marks = new Map<ActId, string>();
  let mark = '';
  for (const step of steps) {
    mark += markOf(step);
    marks.set(step.act.id, mark);
  }
  return marks;
}

const changedActs = (
  before: ReadonlyMap<ActId, string>,
  now: ReadonlyMap<ActId, string>,
): readonly ActId[] => [...before.keys()].filter((act) => before.get(act) !== now.get(act));
