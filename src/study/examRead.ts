import { joined } from './exam.ts';
import type { Exam } from './exam.ts';

/** An exam that is here, and the same one in a file. */

const isAsking = (exam: Exam, other: Exam): boolean =>
  JSON.stringify(exam.questions) === JSON.stringify(other.questions);

/** An exam with what a file adds to it: no answer that is here is lost, and what has an end keeps it. */
export function withRead(here: Exam, { gaveUpAt: _, ...read }: Exam): Exam {
  if (here.submittedAt !== undefined || !isAsking(here, read)) return here;
  const both = joined(here, read);
  // One that was handed in elsewhere counts no answer after that.
  const isWhole = Object.entries(here.answers).every(
    ([id, { at }]) => (both.answers[id]?.at ?? '') >= at,
  );
  return isWhole ? both : here;
}
