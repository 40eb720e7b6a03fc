import { useMemo } from 'react';

import { FIRST_CHOICES } from '#content/calls/choices.ts';
import type { Choices } from '#content/calls/choices.ts';
import type { Verdict } from '#content/calls/fit.ts';
import { verdicts } from '#content/calls/verdict.ts';
import { waysOut } from '#content/calls/wayOut.ts';
import { changeCalls } from '#stores/calls.ts';
import { Chooser } from '#views/calls/Chooser.tsx';

import { Announcer } from './Announcer.tsx';

const isSame = (a: Choices, b: Choices): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The calls that fit, as one sentence. */
function sentenceFor(all: readonly Verdict[]): string {
  const fitting = all.filter(({ kind }) => kind === 'fits').map(({ call }) => call);
  return fitting.length === 0
    ? 'No call fits.'
    : `${fitting.length} of ${all.length} calls fit: ${fitting.join(', ')}.`;
}

/** Chooses a case: the calls that fit stay, the others say why not. */
export function CallsChoose({ choices }: { readonly choices: Choices }) {
  const all = useMemo(() => verdicts(choices), [choices]);
  const isFitting = all.some(({ kind }) => kind === 'fits');
  const ways = useMemo(() => (isFitting ? [] : waysOut(choices)), [isFitting, choices]);
  return (
    <>
      <Chooser
        choices={choices}
        verdicts={all}
        waysOut={ways}
        onChoose={(chosen) => changeCalls({ choices: chosen })}
        onReset={
          isSame(choices, FIRST_CHOICES) ? undefined : () => changeCalls({ choices: FIRST_CHOICES })
        }
      />
      <Announcer sentence={sentenceFor(all)} />
    </>
  );
}
