import { needsOf } from '#engine/act.ts';
import type { Act } from '#engine/act.ts';
import type { AnswerStep, Trace } from '#engine/trace.ts';
import type { Bucket, World } from '#engine/world.ts';

import type { Scenario } from './scenario.ts';

type Attacked = Pick<Scenario, 'attacker'>;

/** Whether an act serves the attacker: who does it, or had somebody else do it. */
function serves({ attacker }: Attacked, { steps }: Trace): (act: Act) => boolean {
  const acts = new Map(steps.map(({ act }) => [act.id, act]));
  const isServed = (act: Act): boolean =>
    ('by' in act && act.by === attacker) ||
    needsOf(act).some((id) => {
      const needed = acts.get(id);
      return needed !== undefined && isServed(needed);
    });
  return isServed;
}

/** Whether the last answer of a run serves the attacker: who asked for it, or had somebody else ask. */
export function servesAttacker(scenario: Attacked, trace: Trace): boolean {
  if (scenario.attacker === undefined) return false;
  const last = trace.steps.findLast(({ row }) => row === 'answer');
  return last !== undefined && serves(scenario, trace)(last.act);
}

const bucketsOf = ({ accounts }: World): readonly Bucket[] =>
  Object.values(accounts).flatMap(({ buckets }) => Object.values(buckets));

/** What all buckets hold, whichever version of it. */
const contentsOf = (world: World): string =>
  JSON.stringify(
    bucketsOf(world).map(({ name, objects }) => [
      name,
      Object.entries(objects).map(([key, { body, size, contentType }]) => [
        key,
        body,
        size,
        contentType,
      ]),
    ]),
  );

const countKept = (world: World): number =>
  bucketsOf(world).reduce(
    (count, { earlier = {} }) => count + Object.values(earlier).flat().length,
    0,
  );

/** The world in which the act of an answer was asked for. */
const worldBefore = ({ steps }: Trace, { act }: AnswerStep): World | undefined =>
  steps.find((step) => step.act.id === act.id)?.world;

/** Whether a write left everything as it was: what it brought was there already. */
function isRepeat(trace: Trace, step: AnswerStep): boolean {
  const before = worldBefore(trace, step);
  const isWrite = step.act.kind === 'open-url' && step.act.method === 'PUT';
  return isWrite && before !== undefined && contentsOf(before) === contentsOf(step.world);
}

/** What an attack that was granted has left of what was there: a sentence for each thing that eases it. */
export function easements(scenario: Attacked, trace: Trace): readonly string[] {
  const granted = attempts(scenario, trace);
  const hasKept = granted.some(
    (step) => countKept(step.world) > countKept(worldBefore(trace, step) ?? step.world),
  );
  return [
    ...(granted.some((step) => isRepeat(trace, step))
      ? ['What arrived is what was there already, so nothing is lost.']
      : []),
    ...(hasKept ? ['The bucket is versioned: what was there before is kept as a version.'] : []),
  ];
}

/**
 * Whether an attack got through at the end of a run, in any of its attempts: those since time last passed or anything
 * was changed, without what is only a means to another of them.
 */
export const isBreached = (scenario: Attacked, trace: Trace): boolean =>
  breaches(scenario, trace).length > 0;

/** The attempts that got through at the end of a run and did harm; none where its last answer serves somebody else. */
export const breaches = (scenario: Attacked, trace: Trace): readonly AnswerStep[] =>
  attempts(scenario, trace).filter((step) => !isRepeat(trace, step));

function attempts(scenario: Attacked, trace: Trace): readonly AnswerStep[] {
  if (!servesAttacker(scenario, trace)) return [];
  const { steps } = trace;
  const since = steps.findLastIndex(({ row }) => row === 'clock' || row === 'work');
  const means = new Set(steps.flatMap(({ act }) => needsOf(act)));
  const isServed = serves(scenario, trace);
  return steps
    .slice(since + 1)
    .filter((step) => step.row === 'answer')
    .filter(
      ({ act, outcome }) => outcome.kind === 'granted' && isServed(act) && !means.has(act.id),
    );
}
