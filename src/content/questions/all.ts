import { isPlayed } from '../question.ts';
import type { PlayedQuestion, Question } from '../question.ts';
import { PROOF_QUESTIONS } from './choosing/proofs.ts';
import { WHICH_CALL_QUESTIONS } from './choosing/whichCall.ts';
import { PRESIGNED_QUESTIONS } from './presigned/all.ts';
import { PRESIGNED_PLAYED } from './presigned/played.ts';
import { ROLES_ANYWHERE_QUESTIONS } from './rolesanywhere/all.ts';
import { SEVEN_DAYS_QUESTIONS } from './sevenDays.ts';
import { STS_QUESTIONS } from './sts/all.ts';
import { FEDERATION_QUESTIONS } from './sts/federation.ts';

/** Every question, by topic; the learner meets them mixed. */
export const QUESTIONS: readonly Question[] = [
  ...SEVEN_DAYS_QUESTIONS,
  ...PRESIGNED_PLAYED,
  ...PRESIGNED_QUESTIONS,
  ...ROLES_ANYWHERE_QUESTIONS,
  ...STS_QUESTIONS,
  ...FEDERATION_QUESTIONS,
  ...WHICH_CALL_QUESTIONS,
  ...PROOF_QUESTIONS,
];

/** The questions whose keys are read from runs. */
export const PLAYED_QUESTIONS: readonly PlayedQuestion[] = QUESTIONS.filter(isPlayed);
