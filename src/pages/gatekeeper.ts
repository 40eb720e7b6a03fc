import type { Says } from '#content/hear.ts';
import { sayFailed } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import type { Cursor } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { Opened } from '#platform/opened.ts';
import { loadAttempts, useAttempts } from '#stores/attempts.ts';
import { restoreOpened, runName } from '#stores/opened.ts';
import type { Stage } from '#stores/stage.ts';
import type { Attempt } from '#study/attempt.ts';
import { gateAt, spotsIn } from '#study/gate/gates.ts';
import type { Gate, Played } from '#study/gate/gates.ts';
import { committedIn, knownIn, reveal } from '#study/gate/reveal.ts';
import type { Revealed } from '#study/gate/reveal.ts';
import { grade } from '#study/grade.ts';
import { sayGrade, sayUncounted } from '#views/quiz/sayGrade.ts';

import { untoldTitle } from './listedTitle.ts';
import { covered, untoldOf } from './untold.ts';
import type { Asking, Scene } from './useRun.ts';

/** Keeps back what is to be predicted. It comes only where outcomes wait: what makes predictions is large. */

export interface Keeper {
  /** A scene as far as it may be seen. */
  readonly veil: (scene: Scene, opened: Stage['opened'], attempts: readonly Attempt[]) => Scene;
  /** What a story is called in a list as long as nobody has seen its end. */
  readonly titleOf: (listed: Listed) => string;
  /** What was answered so far, and calls back when there is more: it may be given in another window. */
  readonly attempts: () => readonly Attempt[];
  readonly watch: (onMore: () => void) => () => void;
}

const materials = { parsePolicy };

const count = (attempts: readonly Attempt[]) => ({
  attempts,
  committed: committedIn(attempts),
  known: knownIn(attempts),
});

/** What was predicted, counted once as long as nothing is added. */
let counted = count([]);

const CLOSED: Pick<Opened, 'acts' | 'said'> = { acts: [] };

function veil(scene: Scene, opened: Stage['opened'], attempts: readonly Attempt[]): Scene {
  if (counted.attempts !== attempts) counted = count(attempts);
  const { scenario, knobs, run, cursor, isResting } = scene;
  const { acts, said } = opened?.run === runName(scenario) ? opened : CLOSED;
  if (isResting) return acts.length > 0 ? scene : { ...scene, scenario: untoldOf(scenario) };
  const played = { scenario, knobs, trace: run.trace, cursor };
  const answers = answersWith(said);
  const learner = { committed: answers, known: counted.known, opened: new Set(acts) };
  const shown = reveal(played, learner, materials);
  const asking = askingAt(played, shown, answers);
  const seen: Scene = {
    ...scene,
    ...(asking && { asking }),
    ...(asking?.isHere && { says: sayAsking(asking) }),
  };
  return shown.gate ? covered(seen, shown.trace, shown.cursor) : seen;
}

type Answers = ReadonlyMap<string, Pick<Attempt, 'answer'>>;

/** What was predicted in runs: what counts, and what this visit alone remembers. */
const answersWith = (said: Readonly<Record<string, string>> = {}): Answers =>
  new Map<string, Pick<Attempt, 'answer'>>([
    ...Object.entries(said).map(([id, option]) => [id, { answer: [option] }] as const),
    ...counted.committed,
  ]);

/** What is asked, or was predicted, where a run stands; else what will be asked next. */
function askingAt(
  played: Played & { readonly cursor: Cursor },
  { gate, cursor }: Revealed,
  answers: Answers,
): Asking | undefined {
  const isClosedHere = gate?.cursor === cursor;
  const made = isClosedHere ? undefined : predictedAt(played, cursor, answers);
  const asked = made ?? gate;
  return (
    asked && {
      ...asked,
      isHere: isClosedHere || made !== undefined,
      situation: situationOf(asked, played.scenario),
      isPassed: played.cursor > cursor,
      next: played.trace.steps[asked.cursor]?.id,
      attempt: made && answers.get(made.prediction.id),
    }
  );
}

/** What no step shows where it is asked: work before it is done, and which check it was that failed. */
function situationOf({ kind, rule, prediction }: Gate, scenario: Scenario): string | undefined {
  if (kind === 'ends') return prediction.situation;
  return rule && sayFailed(rule, scenario);
}

/** The prediction that was made where a run stands, if any was. */
function predictedAt(played: Played, cursor: Cursor, answers: Answers): Gate | undefined {
  const spot = spotsIn(played, materials).find((one) => one.cursor === cursor);
  const gate = spot && gateAt(played, spot, materials);
  return gate && answers.has(gate.prediction.id) ? gate : undefined;
}

/** What is announced beside the step where something is asked: how it was answered, or what is asked. */
function sayAsking({ prediction, attempt, isCounted, rule, situation = '' }: Asking): Says {
  if (attempt) {
    const graded = grade(prediction, attempt.answer);
    return { first: isCounted ? sayGrade(prediction, graded) : sayUncounted(prediction, graded) };
  }
  return { last: `${rule ? `${situation} ` : ''}Predict before it goes on: ${prediction.stem}` };
}

/** The keeper, once it knows what was predicted before. */
export async function loadKeeper(): Promise<Keeper> {
  await loadAttempts();
  restoreOpened();
  return {
    veil,
    titleOf: untoldTitle,
    attempts: () => useAttempts.getState().attempts,
    watch: useAttempts.subscribe,
  };
}
