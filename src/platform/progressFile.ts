import * as v from 'valibot';

import { readAttempts, readExams } from './progressSchema.ts';
import type { KeptProgress } from './progressSchema.ts';

/** Progress as a file that one carries to another machine. */

const FORMAT = 'shortlived-progress';
const VERSION = 1;

const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  attempts: v.array(v.unknown()),
  exams: v.array(v.unknown()),
});

/** The text of the file. */
export const formatProgress = ({ attempts, exams }: KeptProgress): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, attempts, exams }, undefined, 1)}\n`;

export interface ReadFile {
  readonly progress: KeptProgress;
  /** How many entries could not be read. */
  readonly damaged: number;
}

/** Reads the text of such a file; undefined where it is none. */
export function parseProgress(text: string): ReadFile | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!read.success) return undefined;
  const attempts = readAttempts(read.output.attempts);
  const exams = readExams(read.output.exams);
  const all = read.output.attempts.length + read.output.exams.length;
  return { progress: { attempts, exams }, damaged: all - attempts.length - exams.length };
}
