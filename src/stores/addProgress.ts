import type { KeptProgress } from '#platform/progressSchema.ts';
import { withRead } from '#study/examRead.ts';

import { keep, record, useAttempts } from './attempts.ts';

/** Adds what a file holds. What is here already stays. */
export async function addProgress({ attempts, exams }: KeptProgress): Promise<void> {
  await record(...attempts);
  for (const exam of exams) {
    const here = useAttempts.getState().exams.find(({ id }) => id === exam.id);
    await keep(here ? withRead(here, exam) : exam);
  }
}
