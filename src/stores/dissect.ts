import { create } from 'zustand';

import { DISSECT_EXAMPLES } from '#content/dissect/examples.ts';
import type { DissectExample } from '#content/dissect/examples.ts';
import { promised } from '#engine/never.ts';
import type { Instant } from '#engine/time.ts';
import { wallMoment } from '#platform/clock.ts';

/**
 * What lies on the table of "Dissect a URL". It is kept in memory only: what somebody pastes here enters no link, no
 * history, no storage and no report, and is gone with the page.
 */
export interface DissectTable {
  readonly text: string;
  /** The example it is; absent as soon as somebody wrote or pasted something. */
  readonly example?: string;
  /** What of one's own an example or an empty box replaced. */
  readonly before?: string;
}

const showing = ({ id, textAt }: DissectExample, now: Instant) => ({
  text: textAt(now),
  example: id,
});

export const useDissectTable = create<DissectTable>(() =>
  showing(promised(DISSECT_EXAMPLES[0], 'there is an example'), wallMoment()),
);

const kept = ({ text, example, before }: DissectTable): Pick<DissectTable, 'before'> =>
  example === undefined && text !== '' ? { before: text } : before === undefined ? {} : { before };

/** Puts what somebody wrote or pasted on the table. */
export const pasteText = (text: string): void => useDissectTable.setState({ text }, true);

/** Shows an example, signed at a moment; what was there of one's own can be brought back. */
export const showDissectExample = (example: DissectExample, now: Instant): void =>
  useDissectTable.setState((table) => ({ ...showing(example, now), ...kept(table) }), true);

/** Empties the box; what was there of one's own can be brought back. */
export const clearText = (): void =>
  useDissectTable.setState((table) => ({ text: '', ...kept(table) }), true);

/** Brings back what was replaced. */
export const bringBackText = (): void =>
  useDissectTable.setState(({ before, text }) => ({ text: before ?? text }), true);
