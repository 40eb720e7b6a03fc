import { questionAbout } from '#content/questions/lookup.ts';
import { outcomeOf } from '#engine/trace.ts';

import { formatRoute } from './route.ts';
import type { Scene } from './useRun.ts';

/** The link to the question at the end of a run: about another rule that ended it, or the one the story leads to. */
export function endQuestion({
  run,
  scenario,
}: Pick<Scene, 'run' | 'scenario'>): string | undefined {
  const outcome = run.trace.steps.at(-1)?.row === 'answer' ? outcomeOf(run.trace) : undefined;
  const refusedBy = outcome?.kind === 'refused' ? outcome.rule : undefined;
  const own = scenario.question ?? questionAbout(scenario.about);
  const isOwn = refusedBy === undefined || refusedBy === scenario.about;
  const question = isOwn ? own : (questionAbout(refusedBy) ?? own);
  return question === undefined ? undefined : formatRoute({ place: { page: 'quiz', question } });
}
