import styles from './Compare.module.css';

interface SidesProps {
  /** What is not at its start in each run, with what it is. */
  readonly kept: readonly string[];
  readonly now: readonly string[];
  readonly isEach: boolean;
}

const settingOf = (changed: readonly string[]): string =>
  changed.length === 0 ? 'everything at its start' : changed.join('; ');

/** The names of the two runs, and how each is set. */
export function Sides({ kept, now, isEach }: SidesProps) {
  return (
    <div className={styles.sides}>
      <div>
        <h2>Kept run{isEach && ', before the change'}</h2>
        <p>{settingOf(kept)}</p>
      </div>
      <div>
        <h2>New run</h2>
        <p>{settingOf(now)}</p>
      </div>
    </div>
  );
}
