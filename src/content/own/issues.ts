import type * as v from 'valibot';

import type { Path } from './place.ts';

/** What is wrong in a file that somebody wrote, in our words: questions and lessons. */

/** Something that is wrong in a file, and where. */
export interface Fault {
  readonly line: number;
  /** Where, in words: `question 3, option 1, why`. */
  readonly place: string;
  /** What is wrong, in a sentence. */
  readonly says: string;
}

/** What is wrong, and on which path. */
export interface Issue {
  readonly path: Path;
  readonly says: string;
}

/** A JSON pointer as a path. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** What valibot found in a value. */
export const issuesOf = (issues: readonly v.BaseIssue<unknown>[]): readonly Issue[] =>
  issues.map((issue) => ({
    path: (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    says: sayIssue(issue),
  }));

/** What valibot found, in our words. */
function sayIssue(issue: v.BaseIssue<unknown>): string {
  const { type, received, expected, message } = issue;
  if (type === 'strict_object' && expected === 'never') return 'There is no such field here.';
  if (received === 'undefined') return 'It is missing.';
  const wanted = WANTED[type];
  return wanted === undefined ? message : `It must be ${wanted}.`;
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list in square brackets',
  strict_object: 'an object in braces',
};
