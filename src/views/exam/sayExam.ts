import type { Question } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import type { ExamRow, ExamResult } from '#study/examResult.ts';
import { stateIn } from '#study/exam.ts';
import type { Exam, ExamState } from '#study/exam.ts';
import { sayMinutes } from '#study/examClock.ts';

/** Exams in sentences. */

/** A question of an exam, and how far somebody is with it. */
export interface Asked {
  /** Its place in the exam. */
  readonly number: number;
  readonly question: Question;
  readonly state: ExamState;
  readonly isFlagged: boolean;
}

/** The questions of an exam as far as they are still the ones that were drawn. */
export function askedIn(exam: Exam, questions: readonly Question[]): readonly Asked[] {
  const all = new Map(questions.map((question) => [question.id, question]));
  return exam.questions.flatMap(({ id, version }, index) => {
    const question = all.get(id);
    if (question?.version !== version) return [];
    const isFlagged = exam.flags[id]?.value ?? false;
    return [{ number: index + 1, question, state: stateIn(exam, question), isFlagged }];
  });
}

/** Numbers in words: `4, 9 and 12`. */
const listed = (numbers: readonly number[]): string =>
  numbers.length < 2
    ? numbers.join('')
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

const numbersOf = (asked: readonly Asked[], is: (one: Asked) => boolean): readonly number[] =>
  asked.filter(is).map(({ number }) => number);

const named = (numbers: readonly number[], one: string, many: string): readonly string[] => {
  if (numbers.length === 0) return [];
  const [count, says] = numbers.length === 1 ? ['One', one] : [`${numbers.length}`, many];
  return [`${count} ${says}: ${listed(numbers)}.`];
};

/** What handing in now would mean, named by number. */
export function sayOpen(asked: readonly Asked[]): readonly string[] {
  const open = numbersOf(asked, ({ state }) => state === 'open');
  const begun = numbersOf(asked, ({ state }) => state === 'begun');
  const flagged = numbersOf(asked, ({ isFlagged }) => isFlagged);
  return [
    ...(open.length + begun.length === 0 ? [`All ${asked.length} questions are answered.`] : []),
    ...named(open, 'question has no answer', 'questions have no answer'),
    ...named(begun, 'question is not complete', 'questions are not complete'),
    ...(open.length + begun.length > 0 ? ['They count as wrong. A guess costs nothing.'] : []),
    ...named(flagged, 'question is flagged', 'questions are flagged'),
  ];
}

/** How far one has come with an exam, in one sentence. */
export function sayTaken(asked: readonly Asked[]): string {
  const answered = numbersOf(asked, ({ state }) => state === 'answered').length;
  const flagged = numbersOf(asked, ({ isFlagged }) => isFlagged).length;
  return `${answered} of ${asked.length} answered${flagged > 0 ? `, ${flagged} flagged` : ''}.`;
}

/** How the time of an exam was used. */
export function sayUsed({ limit, spent }: Pick<Exam, 'limit' | 'spent'>): string {
  if (spent >= limit) {
    return `The ${sayMinutes(limit)} ran out. What was answered by then was handed in.`;
  }
  const used = spent < 60 ? 'less than a minute' : sayMinutes(spent);
  return `Time used: ${used} of ${sayMinutes(limit)}.`;
}

/** What did not count for, or could not count. */
export function sayLeftOut({ blank, rows }: ExamResult): readonly string[] {
  const changed = rows.filter(({ verdict }) => verdict === 'changed').length;
  const one = (count: number, single: string, many: string): readonly string[] =>
    count === 0 ? [] : [count === 1 ? single : `${count} ${many}`];
  return [
    ...one(
      blank,
      'One question was left blank and counts as wrong.',
      'questions were left blank and count as wrong.',
    ),
    ...one(
      changed,
      'One question has changed since, and does not count.',
      'questions have changed since, and do not count.',
    ),
  ];
}

/** What became of a question. */
export const VERDICT_WORDS: Readonly<Record<ExamRow['verdict'], string>> = {
  right: 'right',
  wrong: 'wrong',
  blank: 'left blank',
  waiting: 'being checked',
  changed: 'changed since',
};

/** How many questions an exam had, and what they have in common. */
export function sayAbout({ rows, total }: ExamResult): string {
  const questions = rows.flatMap(({ question }) => question ?? []);
  const [topic, ...topics] = new Set(questions.map((question) => question.topic));
  const [skill, ...skills] = new Set(questions.map((question) => question.skill));
  const about = [
    ...(topic && topics.length === 0 ? [TOPIC_WORDS[topic]] : []),
    ...(skill && skills.length === 0 ? [`skill ${skill}`] : []),
  ];
  return [`${total} questions`, ...about].join(' · ');
}
