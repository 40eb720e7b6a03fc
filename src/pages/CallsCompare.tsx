import { useMemo } from 'react';

import { sortedRows } from '#content/calls/cells.ts';
import { verdicts } from '#content/calls/verdict.ts';
import { changeCalls } from '#stores/calls.ts';
import type { CallsPlace } from '#stores/stage.ts';
import { Compare } from '#views/calls/Compare.tsx';

interface CallsCompareProps {
  readonly place: CallsPlace;
  readonly chooseHref: string;
}

/** The comparison, in the order that was chosen. */
export function CallsCompare({ place, chooseHref }: CallsCompareProps) {
  const { sort, isFitting, choices } = place;
  const all = useMemo(() => verdicts(choices), [choices]);
  const rows = useMemo(() => sortedRows(sort), [sort]);
  const fitting = new Set(all.flatMap(({ kind, call }) => (kind === 'fits' ? [call] : [])));
  return (
    <Compare
      onSort={(chosen) => changeCalls({ sort: chosen })}
      onFitting={(only) => changeCalls({ isFitting: only })}
      {...{ rows, fitting, sort, isFitting, chooseHref }}
    />
  );
}
