import type { PlayedQuestion, Question } from '../question.ts';
import { SEVEN_DAYS_QUESTIONS } from './sevenDays.ts';

/** The questions whose keys are read from runs. */
export const PLAYED_QUESTIONS: readonly PlayedQuestion[] = SEVEN_DAYS_QUESTIONS;

/** Every question, in the order a learner meets them. */
export const QUESTIONS: readonly Question[] = [...PLAYED_QUESTIONS];
