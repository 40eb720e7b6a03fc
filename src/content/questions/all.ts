import type { Question } from '../question.ts';
import { SEVEN_DAYS_QUESTIONS } from './sevenDays.ts';

/** Every question, in the order a learner meets them. */
export const QUESTIONS: readonly Question[] = SEVEN_DAYS_QUESTIONS;
