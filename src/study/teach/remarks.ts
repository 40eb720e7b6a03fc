import type { Question } from '#content/question.ts';

import type { ExportId } from './exports.ts';

/** What becomes of some questions in a form that other programs do not know, each in a sentence or two. */
export function remarksOn(id: ExportId, questions: readonly Question[]): readonly string[] {
  const has = (type: Question['type']): boolean => questions.some((one) => one.type === type);
  const orderings = questions.filter((one) => one.type === 'ordering');
  const mixed = orderings.filter(({ others = [] }) => others.length > 0).length;
  const pure = orderings.length - mixed;
  return REMARKS[id].flatMap(([when, words]) =>
    when === 'always' ||
    (when === 'mixed' && mixed > 0) ||
    (when === 'pure' && pure > 0) ||
    (when !== 'mixed' && when !== 'pure' && has(when))
      ? [words]
      : [],
  );
}

type When = 'always' | 'mixed' | 'pure' | Question['type'];

const PARTS =
  'Several answers: each right one counts its share, and each wrong one takes the whole mark away. Moodle has no all or nothing here, so a part of the right ones still earns a part.';
const PLACES =
  'Ordering becomes matching: each place, “Step 1”, “Step 2”, is matched with its step, and steps that do not belong are left over.';
const IN_FEEDBACK =
  'The reasons of ordering and matching stand together in the general feedback: these forms have no place for each.';

const REMARKS: Readonly<Record<ExportId, readonly (readonly [When, string])[]>> = {
  gift: [
    ['always', 'In Moodle: question bank, Import, GIFT. Each topic becomes a category.'],
    ['response', PARTS],
    ['mixed', `GIFT knows no ordering. ${PLACES}`],
    ['pure', `GIFT knows no ordering. ${PLACES}`],
    ['matching', IN_FEEDBACK],
  ],
  moodle: [
    [
      'always',
      'In Moodle: question bank, Import, Moodle XML. Each topic becomes a category; names and tags come along.',
    ],
    ['response', PARTS],
    ['mixed', `Moodle’s ordering has no steps that do not belong. ${PLACES}`],
    [
      'pure',
      'Ordering with every step in its place becomes Moodle’s own ordering. Before Moodle 4.4 that is a plug-in.',
    ],
    ['matching', IN_FEEDBACK],
  ],
  anki: [
    [
      'always',
      'In Anki: File, Import. One note of the type Basic for each question; Anki makes the decks. You grade yourself.',
    ],
    [
      'always',
      'A note is known again by its front. If you import a changed question, delete its old note.',
    ],
  ],
  file: [
    [
      'always',
      'Our own format, with every answer and reason. Change it in any editor and add it below, or send it to somebody.',
    ],
    ['always', 'Links into the simulator stay behind: an added question has none.'],
  ],
  sheet: [['always', 'No answers on it. No question is torn apart by the end of a page.']],
  'sheet-with-answers': [
    ['always', 'The answers, their reasons and their sources follow on pages of their own.'],
  ],
};
