import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Card, Grade } from 'ts-fsrs';

import type { Attempt } from './attempt.ts';
import { countingOf } from './progress.ts';
import type { Versioned } from './progress.ts';

/** When to ask again: FSRS over the answers that were given, so that nothing is kept but the answers. */

/** No question stays away for longer, in days: who studies for an exam has weeks. */
const LONGEST_DAYS = 60;

const scheduler = fsrs({ enable_fuzz: false, maximum_interval: LONGEST_DAYS });

/** How well an answer was known, asked only once: by its certainty. */
function ratingOf({ isCorrect, certainty }: Attempt): Grade {
  if (!isCorrect) return Rating.Again;
  if (certainty === 'sure') return Rating.Easy;
  return certainty === 'guess' ? Rating.Hard : Rating.Good;
}

/** When each answered question is due again: `2026-11-22T18:30:00.000Z` by id. */
export function dueTimes(
  questions: readonly Versioned[],
  attempts: readonly Attempt[],
): ReadonlyMap<string, string> {
  const cards = new Map<string, Card>();
  for (const attempt of countingOf(questions, attempts)) {
    const card: Card = cards.get(attempt.questionId) ?? createEmptyCard(attempt.at);
    cards.set(attempt.questionId, scheduler.next(card, attempt.at, ratingOf(attempt)).card);
  }
  return new Map([...cards].map(([id, { due }]) => [id, due.toISOString()]));
}

/** The questions that are due at a moment, longest overdue first. */
export function dueAt<Asked extends Versioned>(
  questions: readonly Asked[],
  attempts: readonly Attempt[],
  now: string,
): readonly Asked[] {
  const times = dueTimes(questions, attempts);
  const timeOf = ({ id }: Versioned): string => times.get(id) ?? '~';
  return questions
    .filter((question) => timeOf(question) <= now)
    .toSorted((a, b) => timeOf(a).localeCompare(timeOf(b)));
}
