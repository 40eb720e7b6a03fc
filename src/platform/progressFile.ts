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

/** The text of the file. The same progress gives the same text, wherever it was made. */
export function formatProgress({ attempts, exams }: KeptProgress): string {
  const all = { attempts: readAttempts(attempts), exams: readExams(exams) };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...all }, undefined, 1)}\n`;
}

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
