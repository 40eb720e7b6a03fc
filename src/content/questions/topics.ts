import type { Topic } from '../question.ts';

/** What the topics are called. */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  sts: 'AWS STS',
  presigned: 'Presigned URLs',
  rolesanywhere: 'IAM Roles Anywhere',
  choosing: 'Which mechanism fits',
  own: 'Your own questions',
};
