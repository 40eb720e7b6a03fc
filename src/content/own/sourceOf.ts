import type { Question } from '../question.ts';
import { SOURCES } from '../sources.ts';
import type { PlainSource } from './format.ts';

/** Where the answer to a question can be read: one of our sources, or its author's own. */
export const sourceOf = ({ source }: Question): PlainSource =>
  typeof source === 'string' ? SOURCES[source] : source;
