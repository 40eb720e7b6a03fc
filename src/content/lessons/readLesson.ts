import * as v from 'valibot';

import { readJson } from '#engine/policy/json.ts';

import { issuesOf, pathOf } from '../own/issues.ts';
import type { Fault } from '../own/issues.ts';
import { lineAt, nodeAt, sayPath, valueOf } from '../own/place.ts';
import type { Path } from '../own/place.ts';
import { LESSON_FORMAT, LESSON_VERSION, MOST_CHARACTERS, lessonSchema } from './format.ts';
import type { Lesson, Stop } from './format.ts';

/** Where the link of a stop stands in a file. */
export type LinkAt = Pick<Fault, 'line' | 'place'>;

/** A lesson with where each of its links stands, or everything that is wrong with its file. */
export type ReadLesson =
  | { readonly lesson: Lesson; readonly links: readonly LinkAt[]; readonly faults: readonly [] }
  | { readonly lesson?: undefined; readonly faults: readonly Fault[] };

/** Tells what keeps a stop's link from being shown; undefined where nothing does. */
export type LinkFault = (stop: Stop) => string | undefined;

/** Reads the text of a lesson's file; never fails. */
export function readLesson(text: string, linkFault: LinkFault): ReadLesson {
  if (text.length > MOST_CHARACTERS) return alone('It is too large: a megabyte is the most.');
  const read = readJson(text.replace(/^\uFEFF/, ''));
  if ('fault' in read) {
    const { at, pointer, fix } = read.fault;
    return { faults: [{ line: lineAt(text, at), place: sayPath(pathOf(pointer)), says: fix }] };
  }
  const { node } = read;
  if (node.kind !== 'object') return alone('It must be an object in braces.');
  const lineOf = (path: Path): number => lineAt(text, nodeAt(node, path).at);
  const faultAt = (path: Path, says: string): Fault => ({
    line: lineOf(path),
    place: sayPath(path),
    says,
  });
  const { lesson, issues } = checked(valueOf(node));
  if (!lesson) return { faults: issuesOf(issues).map(({ path, says }) => faultAt(path, says)) };
  const links = lesson.stops.map(({ title }, index) => ({
    line: lineOf(['stops', index, 'link']),
    place: `stop ${index + 1} “${title}”, link`,
  }));
  const faults = lesson.stops.flatMap((stop, index) => {
    const [at, says] = [links[index], linkFault(stop)];
    return at && says !== undefined ? [{ ...at, says }] : [];
  });
  return faults.length > 0 ? { faults } : { lesson, links, faults: [] };
}

const alone = (says: string): ReadLesson => ({
  faults: [{ line: 1, place: sayPath([]), says }],
});

function checked(value: unknown) {
  const read = v.safeParse(lessonSchema, value);
  return read.success ? { lesson: read.output, issues: [] } : { issues: read.issues };
}

/** Reads a lesson from somewhere else than a file: what is kept. Undefined where it is none. */
export const knownLesson = (value: unknown): Lesson | undefined => checked(value).lesson;

/** The text of a lesson's file. */
export const formatLesson = ({ title, about, stops }: Lesson): string =>
  `${JSON.stringify({ format: LESSON_FORMAT, version: LESSON_VERSION, title, about, stops }, undefined, 2)}\n`;
