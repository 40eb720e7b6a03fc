import type { WrittenQuestion } from '../../question.ts';
import { CONTENT_QUESTIONS } from './contents.ts';
import { ENDING_QUESTIONS } from './ending.ts';
import { GUARDRAIL_QUESTIONS } from './guardrails.ts';
import { LIFETIME_QUESTIONS } from './lifetimes.ts';
import { PERMISSION_QUESTIONS } from './permission.ts';

/** The written questions about presigned URLs. */
export const PRESIGNED_QUESTIONS: readonly WrittenQuestion[] = [
  ...LIFETIME_QUESTIONS,
  ...PERMISSION_QUESTIONS,
  ...CONTENT_QUESTIONS,
  ...GUARDRAIL_QUESTIONS,
  ...ENDING_QUESTIONS,
];
