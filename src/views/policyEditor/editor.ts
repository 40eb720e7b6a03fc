import type { Ref } from 'react';

import type { PolicyProblem } from '#engine/policy/parse.ts';

/** A value to mark and go to; choosing it again is another object. */
export interface Marked {
  /** JSON pointer. */
  readonly pointer: string;
}

/** What the two editors have in common: the one with colours and places, and the plain one that stands in for it. */
export interface EditorProps {
  /** Its name for those who hear it. */
  readonly label: string;
  readonly text: string;
  readonly problems: readonly PolicyProblem[];
  readonly marked?: Marked | undefined;
  readonly onText: (text: string) => void;
  readonly ref: Ref<EditorHandle>;
  /** Where the cursor stands when the editor takes over from another one that had the focus. */
  readonly startAt?: number | undefined;
}

export interface EditorHandle {
  /** Focuses the editor with the cursor at a line and a column, both counted from 1. */
  readonly goTo: (line: number, column: number) => void;
  /** Where the cursor is, if the editor has the focus. */
  readonly cursor: () => number | undefined;
}
