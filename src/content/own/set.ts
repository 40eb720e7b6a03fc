import type { Question } from '../question.ts';
import { askedQuestion } from './asked.ts';
import type { PlainQuestion } from './format.ts';
import { readQuestion } from './readFile.ts';

/**
 * A set of questions as a link holds it: names of questions one has, and questions of a file whole, in the order in
 * which they are asked. Whoever opens a link did not write it, so nothing in it is believed.
 */
export type SetEntry = string | PlainQuestion;

/** More than fit a link by far; a text that says more was not made here. */
const MOST = 1000;

/** The text of a set. */
export const formatSet = (entries: readonly SetEntry[]): string => JSON.stringify(entries);

/** What the text of a set holds, and how much of it could not be read. */
export interface ReadSet {
  readonly entries: readonly SetEntry[];
  readonly damaged: number;
}

/** Reads the text of a set; never fails. */
export function parseSet(text: string): ReadSet {
  const all = listIn(text);
  if (!all) return { entries: [], damaged: 1 };
  const read = all.slice(0, MOST).map((one) => (typeof one === 'string' ? one : readQuestion(one)));
  const entries = read.filter((one) => one !== undefined);
  return { entries, damaged: all.length - entries.length };
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The questions of a set, each once. */
export interface OpenedSet {
  readonly questions: readonly Question[];
  /** Those that came with it. */
  readonly brought: readonly PlainQuestion[];
  /** How many it names that are not here. */
  readonly missing: number;
  readonly damaged: number;
}

/** Looks up what a set names. A question that comes with it is asked as it came, whatever one has by that name. */
export function openSet({ entries, damaged }: ReadSet, bank: readonly Question[]): OpenedSet {
  const brought = entries.filter((one) => typeof one !== 'string');
  const asked = new Map([...bank, ...brought.map(askedQuestion)].map((one) => [one.id, one]));
  const ids = entries.map((one) => (typeof one === 'string' ? one : askedQuestion(one).id));
  const questions = [...new Set(ids)].flatMap((id) => asked.get(id) ?? []);
  return { questions, brought, missing: new Set(ids).size - questions.length, damaged };
}
