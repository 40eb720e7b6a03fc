/** The parts of AWS that scenarios are played by. */
export const SUBJECT_IDS = [
  'sts',
  's3',
  'api',
  'signin',
  'rolesanywhere',
  'changes',
  'outside',
  'tools',
] as const;
export type SubjectId = (typeof SUBJECT_IDS)[number];
