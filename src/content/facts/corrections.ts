import type { Corrections } from './correction.ts';
import { ANYWHERE_CORRECTIONS, STS_CORRECTIONS } from './stsCorrections.ts';
import {
  ANSWER_CORRECTIONS,
  ENDING_CORRECTIONS,
  LIFETIME_CORRECTIONS,
  PERMISSION_CORRECTIONS,
  REQUEST_CORRECTIONS,
} from './urlCorrections.ts';

/** Corrected beliefs by what they are about; each with its source and, where a run shows it, the step. */
export const CORRECTIONS: readonly Corrections[] = [
  { id: 'lifetimes', title: 'How long a presigned URL lives', rows: LIFETIME_CORRECTIONS },
  { id: 'permissions', title: 'Whose permissions, and when', rows: PERMISSION_CORRECTIONS },
  { id: 'ending', title: 'Ending a URL early', rows: ENDING_CORRECTIONS },
  { id: 'answers', title: 'What S3 answers', rows: ANSWER_CORRECTIONS },
  { id: 'request', title: 'What is signed', rows: REQUEST_CORRECTIONS },
  { id: 'sessions', title: 'Sessions of AWS STS', rows: STS_CORRECTIONS },
  { id: 'anywhere', title: 'IAM Roles Anywhere', rows: ANYWHERE_CORRECTIONS },
];
