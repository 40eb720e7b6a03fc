import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';

interface SidesProps {
  /** What is not at its start in each run, with what it is. */
  readonly kept: readonly string[];
  readonly now: readonly string[];
  readonly isEach: boolean;
  /** The run that is looked at closely. */
  readonly closer: Side | undefined;
  /** Looks at a run closely, or no more. */
  readonly onCloser: (run: Side | undefined) => void;
}

type Side = 'kept' | 'new';

const settingOf = (changed: readonly string[]): string =>
  changed.length === 0 ? 'everything at its start' : changed.join('; ');

/** The names of the two runs, and how each is set. */
export function Sides({ kept, now, isEach, closer, onCloser }: SidesProps) {
  const door = (run: Side) => (
    <Button
      kind="chip"
      aria-pressed={closer === run}
      aria-label={`Look closer at the ${run} run`}
      onClick={() => onCloser(closer === run ? undefined : run)}
    >
      Look closer
    </Button>
  );
  return (
    <div className={styles.sides}>
      <div>
        <h2>Kept run{isEach && ', before the change'}</h2>
        <p>{settingOf(kept)}</p>
        {door('kept')}
      </div>
      <div>
        <h2>New run</h2>
        <p>{settingOf(now)}</p>
        {door('new')}
      </div>
    </div>
  );
}
