import type { Kind } from '#content/mechanisms/cell.ts';
import { CLUE_LABELS, MECHANISM_NAMES } from '#content/mechanisms/clueWords.ts';
import { TABLE } from '#content/mechanisms/table.ts';
import type { Reason, Verdict } from '#content/mechanisms/verdict.ts';

import styles from '../calls/Calls.module.css';
import { FactNote } from '../calls/FactNote.tsx';
import { Mark } from '../ui/Mark.tsx';
import type { Tone } from '../ui/Mark.tsx';
import own from './Mechanisms.module.css';

const LOOKS: Readonly<Record<Kind, { readonly tone: Tone; readonly word: string }>> = {
  stays: { tone: 'good', word: 'STAYS' },
  works: { tone: 'work', word: 'WOULD WORK' },
  last: { tone: 'none', word: 'LAST RESORT' },
  out: { tone: 'not-reached', word: 'STRUCK OUT' },
};

/** A mechanism: whether the clues leave it, and each reason with its source. */
export function MechanismCard({
  verdict,
  isAnswer,
}: {
  readonly verdict: Verdict;
  readonly isAnswer: boolean;
}) {
  const { mechanism, kind, reasons } = verdict;
  const { tone, word } = LOOKS[kind];
  const { is, source, basis } = TABLE[mechanism];
  // Where it is out, only what strikes it out is of interest.
  const told = kind === 'out' ? reasons.filter((reason) => reason.kind === 'out') : reasons;
  return (
    <li className={`${styles.answer} ${own.card}`} data-kind={LOOK_OF[kind]} data-answer={isAnswer}>
      <Mark tone={tone} />
      <div>
        <h3>
          <span className={styles.word}>{isAnswer && kind === 'stays' ? 'FITS' : word}</span>{' '}
          {kind === 'out' ? <s>{MECHANISM_NAMES[mechanism]}</s> : MECHANISM_NAMES[mechanism]}
        </h3>
        {kind !== 'out' && <p>{is}</p>}
        <Reasons reasons={told} />
        {told.length === 0 && <FactNote source={source} basis={basis} />}
      </div>
    </li>
  );
}

/** The looks of the answers of the calls. */
const LOOK_OF: Readonly<Record<Kind, string>> = {
  stays: 'fits',
  works: 'works',
  last: 'works',
  out: 'else',
};

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return reasons.length === 0 ? null : (
    <ul className={own.reasons}>
      {reasons.map(({ clue, kind, says, source, basis }) => (
        <li key={clue}>
          <Mark tone={LOOKS[kind].tone} size={15} />
          <div>
            <p>
              <span className={own.clue}>{CLUE_LABELS[clue]}:</span> {says}
            </p>
            <FactNote source={source} basis={basis} />
          </div>
        </li>
      ))}
    </ul>
  );
}
