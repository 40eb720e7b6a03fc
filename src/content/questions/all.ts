import { isPlayed } from '../question.ts';
import type { PlayedQuestion, Question } from '../question.ts';
import { PRESIGNED_QUESTIONS } from './presigned/all.ts';
import { SEVEN_DAYS_QUESTIONS } from './sevenDays.ts';

/** Every question, by topic; the learner meets them mixed. */
export const QUESTIONS: readonly Question[] = [...SEVEN_DAYS_QUESTIONS, ...PRESIGNED_QUESTIONS];

/** The questions whose keys are read from runs. */
export const PLAYED_QUESTIONS: readonly PlayedQuestion[] = QUESTIONS.filter(isPlayed);
