import { remarksAt } from '#engine/dissect/dissect.ts';
import type { Dissection } from '#engine/dissect/dissect.ts';
import { REMARKS } from '#engine/dissect/remark.ts';
import type { Weight } from '#engine/dissect/remark.ts';
import type { Instant } from '#engine/time.ts';

import { SIGNING_WORDS } from './summaryWords.ts';
import { UNREADABLE_WORDS } from './unreadableWords.ts';

const counted = (count: number, weight: Weight): string =>
  `${count === 0 ? 'no' : count} ${weight}${count === 1 ? '' : 's'}`;

/** What came of it, in a breath: what it is, and how many mistakes. */
export function resultSentence(dissection: Dissection, now: Instant): string {
  if (dissection.kind === 'nothing') return 'The box is empty.';
  if (dissection.kind === 'unreadable') return UNREADABLE_WORDS[dissection.why];
  const { name } = SIGNING_WORDS[dissection.kind === 'url' ? dissection.signing : dissection.kind];
  const count = (weight: Weight): string =>
    counted(remarksAt(dissection, now).filter(({ id }) => REMARKS[id] === weight).length, weight);
  return `${name}: ${count('mistake')}, ${count('warning')}.`;
}
