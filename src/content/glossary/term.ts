import type { SourceId } from '../sources.ts';

/** A word of the subject, explained. */
export interface Term {
  /** As a link names it. */
  readonly id: string;
  /** As it stands inside a sentence: `role session`. */
  readonly name: string;
  /** Other ways to write it. */
  readonly also?: readonly string[];
  /** One or two plain sentences. */
  readonly says: string;
  /** Where AWS says so; absent where the word is not AWS’s own. */
  readonly source?: SourceId;
  /** Too common a word to be marked wherever it stands. */
  readonly isCommon?: boolean;
}
