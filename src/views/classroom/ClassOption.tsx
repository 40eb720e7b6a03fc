import { handsIn, shareOf } from '#study/peer.ts';
import type { ClassPhase, ClassRun, Votes } from '#study/peer.ts';
import type { Choice } from '#study/answer.ts';

import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Classroom.module.css';
import { sayVotes } from './sayClass.ts';

interface ClassOptionProps {
  readonly choice: Choice;
  readonly letter: string;
  readonly run: ClassRun;
  /** The vote that is counted now. */
  readonly votes: Votes | undefined;
  /** Known once it may be seen. */
  readonly isRight: boolean | undefined;
  /** Why it is right or wrong, where that is told. */
  readonly why: string | undefined;
  readonly onHands: (by: number) => void;
  readonly onSet: (hands: number) => void;
}

const SHOWS_SHIFT: ReadonlySet<ClassPhase> = new Set(['shift', 'reveal', 'run']);

/** One answer on the projector: with its hands while they are counted, then with how they moved. */
export function ClassOption(props: ClassOptionProps) {
  const { choice, letter, run, votes, isRight, why } = props;
  return (
    <li className={styles.option} data-right={isRight}>
      <span className={styles.letter} aria-hidden="true">
        {letter}
      </span>
      <div className={styles.answer}>
        <p className={styles.text}>
          <span className="visually-hidden">{letter}: </span>
          {choice.text}
        </p>
        {isRight === true && (
          <p className={styles.right}>
            <Mark tone="good" />
            The right answer
          </p>
        )}
        {SHOWS_SHIFT.has(run.phase) && <Shift run={run} option={choice.id} />}
        {why !== undefined && <p className={styles.why}>{why}</p>}
      </div>
      {votes && <Counter {...props} votes={votes} />}
    </li>
  );
}

/** Hands to count: by button, by number, or by the option’s letter. */
function Counter({
  choice,
  letter,
  votes,
  onHands,
  onSet,
}: ClassOptionProps & { readonly votes: Votes }) {
  return (
    <span className={styles.counter}>
      <Button kind="square" aria-label={`One hand fewer for ${letter}`} onClick={() => onHands(-1)}>
        −
      </Button>
      <input
        className={styles.hands}
        inputMode="numeric"
        aria-label={`Hands for ${letter}`}
        value={votes[choice.id] ?? 0}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onSet(Number(target.value.replace(/\D/g, '')))}
      />
      <Button kind="square" aria-label={`One hand more for ${letter}`} onClick={() => onHands(1)}>
        +
      </Button>
    </span>
  );
}

/** Two bars and what they mean in words: the first vote is hatched, the second one full. */
function Shift({ run, option }: { readonly run: ClassRun; readonly option: string }) {
  const rounds = (['before', 'after'] as const).filter((round) => handsIn(run[round]) > 0);
  return (
    <dl className={styles.shift}>
      {rounds.map((round) => (
        <div key={round}>
          <dt>{round}</dt>
          <dd>
            <i className={styles.bar} data-round={round} aria-hidden="true">
              <i style={{ inlineSize: `${shareOf(run[round], option) * 100}%` }} />
            </i>
            <span>{sayVotes(run[round], option)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
