import { Mark } from '../ui/Mark.tsx';
import styles from './Certificates.module.css';

interface ProblemsProps {
  /** What could not be read, each with its place. */
  readonly problems: readonly { readonly place: string; readonly says: string }[];
}

const MOST = 8;

/** What of a paste could not be read, and where it stands. */
export function Problems({ problems }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-label="What could not be read">
      <ul>
        {problems.slice(0, MOST).map(({ place, says }) => (
          <li key={`${place} ${says}`}>
            <Mark tone="bad" size={18} />
            <span>
              {place !== '' && <strong>{place}: </strong>}
              {says}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > MOST && <p>And {problems.length - MOST} more.</p>}
    </section>
  );
}
