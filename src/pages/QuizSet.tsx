import { use, useMemo } from 'react';

import { openSet, parseSet } from '#content/own/set.ts';
import type { Question } from '#content/question.ts';
import { loadPacking } from '#platform/packing.ts';
import { addOwn, useOwn } from '#stores/own.ts';
import { SetNote } from '#views/teach/SetNote.tsx';

import { formatRoute } from './route.ts';

const packing = loadPacking();

/** The questions of a set that came by a link, and what is to be said about it. */
export function QuizSet({
  bank,
  packed,
  hasNote,
  children,
}: {
  readonly bank: readonly Question[];
  readonly packed: string;
  readonly hasNote: boolean;
  readonly children: (questions: readonly Question[]) => React.ReactNode;
}) {
  const { unpack } = use(packing);
  const own = useOwn(({ questions }) => questions);
  const set = useMemo(() => {
    const text = unpack(packed);
    const read = text === undefined ? { entries: [], damaged: 1 } : parseSet(text);
    return openSet(read, bank);
  }, [unpack, packed, bank]);
  const isHere = set.brought.every((one) =>
    own.some((kept) => JSON.stringify(kept) === JSON.stringify(one)),
  );
  return (
    <>
      {hasNote && (
        <SetNote
          set={set}
          allHref={formatRoute({ place: { page: 'quiz' } })}
          onKeep={set.brought.length === 0 || isHere ? undefined : () => void addOwn(set.brought)}
        />
      )}
      {children(set.questions)}
    </>
  );
}
