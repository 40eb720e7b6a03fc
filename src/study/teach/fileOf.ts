import { formatQuestions } from '#content/own/readFile.ts';
import type { PlainQuestion } from '#content/own/format.ts';
import type { Question } from '#content/question.ts';

import { ankiOf } from './anki.ts';
import { chaptersOf } from './chapter.ts';
import type { Chapter } from './chapter.ts';
import type { FileId } from './exports.ts';
import { giftOf } from './gift.ts';
import { moodleXmlOf } from './moodleXml.ts';
import { plainOf } from './plain.ts';

/** A file to save. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const questionsIn = (chapters: readonly Chapter[]): readonly PlainQuestion[] =>
  chapters.flatMap(({ questions }) => questions);

/** Some questions with their answers in them, for paper. */
export const plainOnes = (questions: readonly Question[]): readonly PlainQuestion[] =>
  questions.map(plainOf);

/** How each file is called, what it is, and how it is written. */
const WAYS: Readonly<
  Record<
    FileId,
    Omit<TextFile, 'text'> & { readonly write: (chapters: readonly Chapter[]) => string }
  >
> = {
  gift: { name: 'shortlived-gift.txt', type: 'text/plain', write: giftOf },
  moodle: { name: 'shortlived-moodle.xml', type: 'application/xml', write: moodleXmlOf },
  anki: { name: 'shortlived-anki.txt', type: 'text/plain', write: ankiOf },
  file: {
    name: 'shortlived-questions.json',
    type: 'application/json',
    write: (chapters) => formatQuestions(questionsIn(chapters)),
  },
};

/** Some questions as a file. */
export function fileOf(id: FileId, questions: readonly Question[]): TextFile {
  const { name, type, write } = WAYS[id];
  return { name, type: `${type};charset=utf-8`, text: write(chaptersOf(questions)) };
}
