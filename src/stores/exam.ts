import { create } from 'zustand';

import type { Question } from '#content/question.ts';
import { wallClock } from '#platform/clock.ts';
import type { Answer } from '#study/answer.ts';
import {
  answeredIn,
  flaggedIn,
  givenUp,
  later,
  leftIn,
  newExam,
  openExam,
  submitted,
} from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';

import { keep, useAttempts } from './attempts.ts';

/** The exam that is being taken here. What is done in it is kept at once, its time every few seconds. */
interface Taking {
  /** The exam this page has open, or had open last. */
  readonly exam?: string;
  /** Seconds of it that are gone: those that are not kept yet, too. */
  readonly spent: number;
  /** While it is paused its clock stands. */
  readonly isPaused: boolean;
}

export const useTaking = create<Taking>(() => ({ spent: 0, isPaused: false }));

/** Time that may be lost when a page is closed, in seconds. */
const KEPT_EVERY = 15;

/** Another page may have counted on: the longer time holds. */
const timed = (exam: Exam): Exam => {
  const { exam: id, spent } = useTaking.getState();
  return id === exam.id ? later(exam, Math.max(0, spent - exam.spent)) : exam;
};

/** Changes the exam that is open, and keeps it. */
async function change(with_: (exam: Exam) => Exam): Promise<void> {
  const exam = openExam(useAttempts.getState().exams);
  if (exam) await keep(with_(timed(exam)));
}

/** Begins an exam of so many questions. */
export async function begin(questions: readonly Question[], size: number): Promise<void> {
  const exam = newExam(questions, size, wallClock());
  useTaking.setState({ exam: exam.id, spent: 0, isPaused: false });
  await keep(exam);
}

/** Opens an exam that was begun, here or in another page. */
export const takeUp = ({ id, spent }: Exam): void =>
  useTaking.setState((taking) => (taking.exam === id ? {} : { exam: id, spent, isPaused: false }));

/** Answers a question. */
export const answer = (id: string, value: Answer): Promise<void> =>
  change((exam) => answeredIn(exam, id, value, wallClock()));

/** Marks a question for another look, or no longer. */
export const flag = (id: string, value: boolean): Promise<void> =>
  change((exam) => flaggedIn(exam, id, value, wallClock()));

/** Stops the clock, or lets it run on. */
export async function pause(isPaused: boolean): Promise<void> {
  useTaking.setState({ isPaused });
  await keepTime();
}

/** Keeps the time that is gone. */
export const keepTime = (): Promise<void> => change((exam) => exam);

/** Hands the exam in. */
export const handIn = (): Promise<void> => change((exam) => submitted(exam, wallClock()));

/** Gives the exam up: nothing of it counts. */
export const giveUp = (): Promise<void> => change((exam) => givenUp(exam, wallClock()));

/** Lets seconds go by; the last of them hands the exam in. */
export async function tick(seconds: number): Promise<void> {
  const exam = openExam(useAttempts.getState().exams);
  const { isPaused } = useTaking.getState();
  if (!exam || isPaused) return;
  const now = later(timed(exam), seconds);
  useTaking.setState({ spent: now.spent });
  if (leftIn(now) === 0) await handIn();
  else if (now.spent - exam.spent >= KEPT_EVERY) await keep(now);
}
