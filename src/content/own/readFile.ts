import * as v from 'valibot';

import { readJson } from '#engine/policy/json.ts';
import type { JsonNode } from '#engine/policy/json.ts';

import { contradictions } from './contradictions.ts';
import {
  FORMAT,
  MOST_CHARACTERS,
  MOST_QUESTIONS,
  VERSION,
  fileSchema,
  plainSchema,
} from './format.ts';
import type { PlainQuestion } from './format.ts';
import { issuesOf, pathOf } from './issues.ts';
import type { Fault, Issue } from './issues.ts';
import { lineAt, nodeAt, sayPath, valueOf } from './place.ts';

/** What a file holds: the questions without a fault, and every fault of the others. */
export interface ReadQuestions {
  readonly questions: readonly PlainQuestion[];
  readonly faults: readonly Fault[];
}

/** Reads the text of a file of questions; never fails, and leaves nothing out without saying so. */
export function readQuestions(text: string): ReadQuestions {
  if (text.length > MOST_CHARACTERS) return alone(1, 'It is too large: a megabyte is the most.');
  const read = readJson(text.replace(/^\uFEFF/, ''));
  if ('fault' in read) {
    const { at, pointer, fix } = read.fault;
    const place = sayPath(pathOf(pointer));
    return { questions: [], faults: [{ line: lineAt(text, at), place, says: fix }] };
  }
  if (read.node.kind !== 'object') return alone(1, 'It must be an object in braces.');
  return readNode(text, read.node);
}

const alone = (line: number, says: string): ReadQuestions => ({
  questions: [],
  faults: [{ line, place: sayPath([]), says }],
});

function readNode(text: string, node: JsonNode): ReadQuestions {
  const faultAt = ({ path, says }: Issue): Fault => ({
    line: lineAt(text, nodeAt(node, path).at),
    place: sayPath(path),
    says,
  });
  const around = v.safeParse(headSchema, valueOf(node));
  const head = around.success ? [] : issuesOf(around.issues);
  const questions: PlainQuestion[] = [];
  const inside: Issue[] = [];
  for (const [index, one] of listIn(node).slice(0, MOST_QUESTIONS).entries()) {
    const found = readOne(valueOf(one), questions);
    if (found.question) questions.push(found.question);
    inside.push(
      ...found.faults.map(({ path, says }) => ({ path: ['questions', index, ...path], says })),
    );
  }
  // A file of another format or version may mean something else by the same words.
  const isForeign = head.some(({ path: [key] }) => key === 'format' || key === 'version');
  return {
    questions: isForeign ? [] : questions,
    faults: [...head, ...(isForeign ? [] : inside)].map(faultAt),
  };
}

function listIn(node: JsonNode): readonly JsonNode[] {
  const found =
    node.kind === 'object' ? node.members.find(({ key }) => key === 'questions')?.value : undefined;
  return found?.kind === 'array' ? found.items : [];
}

/** The file around its questions. */
const headSchema = v.strictObject({
  ...fileSchema.entries,
  questions: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, 'There must be at least 1.'),
    v.maxLength(
      MOST_QUESTIONS,
      `There may be at most ${MOST_QUESTIONS}; those after them are left out.`,
    ),
  ),
});

function readOne(
  value: unknown,
  earlier: readonly PlainQuestion[],
): { readonly question?: PlainQuestion; readonly faults: readonly Issue[] } {
  const read = v.safeParse(plainSchema, value);
  if (!read.success) return { faults: issuesOf(read.issues) };
  const faults = contradictions(read.output, earlier);
  return faults.length > 0 ? { faults } : { question: read.output, faults };
}

/** Reads one question from somewhere else than a file: what is kept, a link. Undefined where it is none. */
export function readQuestion(value: unknown): PlainQuestion | undefined {
  const { question } = readOne(value, []);
  return question;
}

/** The text of a file with these questions. */
export const formatQuestions = (questions: readonly PlainQuestion[]): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, questions }, undefined, 2)}\n`;
