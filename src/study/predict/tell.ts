import { givenKnobs } from '#content/givenKnobs.ts';
import { narrate } from '#content/narrate.ts';
import { premiseOf } from '#content/premises.ts';
import type { Given } from '#content/question.ts';
import { dayAndTime } from '#content/words.ts';
import { promised } from '#engine/never.ts';

import { brief } from './case.ts';
import type { Case } from './case.ts';
import type { Survey } from './survey.ts';

/** A case told without its outcome: what the story is about, how it is set, and what is done. */

/** The first step of the act: the call, or the work done alone. */
const beginningOf = ({ trace, act }: Case) =>
  promised(
    trace.steps.find((step) => step.act.id === act.id),
    'an act that is asked about has happened',
  );

/** In a few sentences. */
export function situationOf(about: Case): string {
  const step = beginningOf(about);
  const { caption } = narrate(step, about.scenario);
  return `${premiseOf(about.scenario) ?? ''} It is ${dayAndTime(step.world.now)}. ${brief(caption)}`.trim();
}

/** What is done, in a few words. */
export const titleOf = (about: Case): string => narrate(beginningOf(about), about.scenario).title;

/** How the story is set, as far as it matters to the act. */
export function givenOf({ scenario, knobs, act }: Case, survey: Survey): readonly Given[] {
  const matter = survey.knobs.get(act.id);
  return givenKnobs(
    scenario.knobs,
    knobs,
    (name) => matter?.has(name) === true || Object.hasOwn(knobs, name),
  );
}
