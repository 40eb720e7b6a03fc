import type { WrittenQuestion } from '../../question.ts';
import { CERTIFICATE_QUESTIONS } from './certificates.ts';
import { CONDITION_QUESTIONS } from './conditions.ts';
import { SESSION_LENGTH_QUESTIONS } from './sessionLength.ts';
import { SETUP_QUESTIONS } from './setup.ts';

/** The questions about IAM Roles Anywhere. */
export const ROLES_ANYWHERE_QUESTIONS: readonly WrittenQuestion[] = [
  ...SETUP_QUESTIONS,
  ...CONDITION_QUESTIONS,
  ...CERTIFICATE_QUESTIONS,
  ...SESSION_LENGTH_QUESTIONS,
];
