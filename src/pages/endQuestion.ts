import { questionAbout } from '#content/questions/lookup.ts';

import { formatRoute } from './route.ts';
import type { Scene } from './useRun.ts';

/** The link to the question at the end of a run: about the rule that ended it, or about the one the story is about. */
export function endQuestion({ run, scenario }: Scene): string | undefined {
  const last = run.trace.steps.at(-1);
  const refusedBy =
    last?.row === 'answer' && last.outcome.kind === 'refused' ? last.outcome.rule : undefined;
  const question = (refusedBy && questionAbout(refusedBy)) ?? questionAbout(scenario.about);
  return question === undefined ? undefined : formatRoute({ place: { page: 'quiz', question } });
}
