import { between } from '#content/mechanisms/between.ts';
import { CLUE_LABELS, CLUE_OPTIONS, MECHANISM_NAMES } from '#content/mechanisms/clueWords.ts';
import type { Clue, Clues } from '#content/mechanisms/clues.ts';
import type { Mechanism } from '#content/mechanisms/mechanism.ts';
import type { Verdict, WayOut } from '#content/mechanisms/verdict.ts';
import { spokenList } from '#content/words.ts';

import styles from '../calls/Calls.module.css';
import { Button } from '../ui/Button.tsx';
import { MechanismCard } from './MechanismCard.tsx';
import own from './Mechanisms.module.css';

interface ClueAnswersProps {
  readonly clues: Clues;
  readonly verdicts: readonly Verdict[];
  readonly answers: readonly Mechanism[];
  readonly next: Clue | undefined;
  readonly waysOut: readonly WayOut[];
  readonly onGive: (clues: Clues) => void;
}

/** What the clues leave: the answer or those that still fit, those that would do, and those that are out. */
export function ClueAnswers({ clues, verdicts, answers, next, waysOut, onGive }: ClueAnswersProps) {
  const first = verdicts.filter(({ mechanism }) => answers.includes(mechanism));
  const others = verdicts.filter(
    ({ mechanism, kind }) => kind !== 'out' && !answers.includes(mechanism),
  );
  const out = verdicts.filter(({ kind }) => kind === 'out');
  return (
    <div className={styles.answers}>
      <section aria-labelledby="left">
        <h2 id="left">{titleOf(first)}</h2>
        {first.length === 0 && <WaysOut ways={waysOut} clues={clues} onGive={onGive} />}
        {first.length > 1 && <Undecided answers={answers} next={next} />}
        <Cards verdicts={first} isAnswer={first.length === 1} inColumns={first.length > 3} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="would">
          <h2 id="would">These would work, but are not made for it</h2>
          <Cards verdicts={others} />
        </section>
      )}
      {out.length > 0 && (
        <section aria-labelledby="out">
          <h2 id="out">Struck out</h2>
          <Cards verdicts={out} inColumns />
        </section>
      )}
    </div>
  );
}

function titleOf(left: readonly Verdict[]): string {
  const [first] = left;
  if (!first) return 'Nothing is left';
  if (left.length > 1) return 'These are left';
  const name = MECHANISM_NAMES[first.mechanism];
  return first.kind === 'last' ? `Only the last resort is left: ${name}` : `The answer: ${name}`;
}

interface CardsProps {
  readonly verdicts: readonly Verdict[];
  readonly isAnswer?: boolean;
  readonly inColumns?: boolean;
}

function Cards({ verdicts, isAnswer = false, inColumns = false }: CardsProps) {
  return (
    <ul className={styles.list} data-columns={inColumns ? '' : undefined}>
      {verdicts.map((verdict) => (
        <MechanismCard key={verdict.mechanism} verdict={verdict} isAnswer={isAnswer} />
      ))}
    </ul>
  );
}

/** What to ask for next, or what decides where no clue here does. */
function Undecided({ answers, next }: Pick<ClueAnswersProps, 'answers' | 'next'>) {
  const words = between(answers);
  return (
    <div className={own.undecided}>
      {next !== undefined && (
        <p>
          Ask next: <strong>{CLUE_LABELS[next]}</strong>
        </p>
      )}
      {words.length > 0 && (answers.length < 4 || next === undefined) && (
        <ul>
          {words.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface WaysOutProps {
  readonly ways: readonly WayOut[];
  readonly clues: Clues;
  readonly onGive: (clues: Clues) => void;
}

function WaysOut({ ways, clues, onGive }: WaysOutProps) {
  if (ways.length === 0) {
    return (
      <p>
        Each mechanism is struck out by at least two of these clues. They tell of no case that AWS
        has an answer for.
      </p>
    );
  }
  return (
    <>
      <p>Each mechanism is struck out by one of these clues at least. Take one back:</p>
      <ul className={styles.ways}>
        {ways.map(({ clue, clues: fewer, left }) => (
          <li key={clue}>
            <Button onClick={() => onGive(fewer)}>
              {CLUE_LABELS[clue]}: not “{saidOf(clue, clues)}” (
              {spokenList(left.map((one) => MECHANISM_NAMES[one]))})
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function saidOf(clue: Clue, clues: Clues): string {
  const options: Readonly<Record<string, string>> = CLUE_OPTIONS[clue];
  return options[clues[clue]] ?? clues[clue];
}
