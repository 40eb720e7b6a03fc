import type { Skill } from './question.ts';

/** The exam's skills, each in a few words of our own. */
export const SKILL_WORDS: Readonly<Record<Skill, string>> = {
  '4.1.1': 'Who people and systems are',
  '4.1.2': 'Temporary credentials',
  '4.1.3': 'Sign-ins that fail',
  '4.2.1': 'Who may do what',
  '4.2.2': 'Access by tags and roles',
  '4.2.3': 'No more than is needed',
  '4.2.4': 'Why access was refused',
  '4.2.5': 'Access nobody meant to give',
};
