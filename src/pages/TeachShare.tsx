import { useMemo } from 'react';

import { plainId } from '#content/own/asked.ts';
import { formatSet } from '#content/own/set.ts';
import type { Question } from '#content/question.ts';
import { copyText } from '#platform/clipboard.ts';
import { PACKED_LIMIT } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { useOwn } from '#stores/own.ts';
import { ShareSet } from '#views/teach/ShareSet.tsx';

import { formatRoute } from './route.ts';

/** The link to some questions: those of the bank by name, added ones whole. */
export function TeachShare({
  questions,
  packing,
}: {
  readonly questions: readonly Question[];
  readonly packing: Packing;
}) {
  const own = useOwn((state) => state.questions);
  const entries = useMemo(
    () => questions.map(({ id }) => own.find((one) => one.id === plainId(id)) ?? id),
    [questions, own],
  );
  const packed = useMemo(() => packing.pack(formatSet(entries)), [entries, packing]);
  const route = packed && formatRoute({ place: { page: 'quiz', selection: { set: packed } } });
  return (
    <ShareSet
      count={questions.length}
      link={route && `${location.href.split('#')[0]}${route}`}
      limit={PACKED_LIMIT}
      whole={entries.filter((one) => typeof one !== 'string').length}
      onCopy={copyText}
    />
  );
}
