import type { Pick } from '#study/judge/picks.ts';
import { CHECK_VERDICTS } from '#study/judge/said.ts';
import type { CheckVerdict, SaidCheck } from '#study/judge/said.ts';

import { Key } from '../ui/Key.tsx';
import styles from './Judge.module.css';
import { PICK_WORDS, VERDICT_WORDS } from './sayJudge.ts';

interface CheckRowProps {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly said: SaidCheck | undefined;
  /** Its place among the checks that were made so far. */
  readonly place: number | undefined;
  readonly isCurrent: boolean;
  /** What is to be picked beside the verdict. */
  readonly pick: Pick | undefined;
  readonly onCurrent: () => void;
  readonly onVerdict: (verdict: CheckVerdict) => void;
  readonly onPick: (option: string) => void;
}

/** The id of a verdict's control. */
export const verdictId = (check: string, verdict: CheckVerdict): string => `${check}.${verdict}`;

/** One check that is to be made: what it asks, how it ends, and what decides that. */
export function CheckRow(props: CheckRowProps) {
  const { id, name, question, said, place, isCurrent, pick, onCurrent, onVerdict, onPick } = props;
  const isAsked = said !== undefined && said.verdict !== 'not-reached';
  return (
    <li
      className={styles.check}
      data-verdict={said?.verdict ?? 'open'}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <fieldset>
        <legend>
          <span className={styles.place}>{place ?? '·'}</span> {name}
        </legend>
        <p className={styles.question}>{question}</p>
        <div className={styles.verdicts}>
          {CHECK_VERDICTS.map((verdict, index) => (
            <label key={verdict} data-verdict={verdict}>
              <input
                type="radio"
                id={verdictId(id, verdict)}
                name={id}
                value={verdict}
                checked={said?.verdict === verdict}
                onFocus={onCurrent}
                onChange={() => onVerdict(verdict)}
              />
              {VERDICT_WORDS[verdict]} {isCurrent && <Key>{index + 1}</Key>}
            </label>
          ))}
        </div>
        {pick && isAsked && (
          <label className={styles.pick}>
            <span>{PICK_WORDS[pick.asks]}</span>
            <select
              className={styles.select}
              value={said.pick ?? ''}
              onFocus={onCurrent}
              onChange={({ target }) => onPick(target.value)}
            >
              <option value="" disabled>
                Choose…
              </option>
              {pick.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.text}
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
    </li>
  );
}
