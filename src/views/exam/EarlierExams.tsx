import styles from './Exam.module.css';

/** An exam that was handed in, as the list names it. */
export interface Earlier {
  readonly id: string;
  readonly href: string;
  /** When it was handed in. */
  readonly when: string;
  readonly about: string;
  readonly result: string;
}

/** The exams that were handed in, the latest first. */
export function EarlierExams({ all }: { readonly all: readonly Earlier[] }) {
  if (all.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="earlier">
      <h2 id="earlier">Your exams so far</h2>
      <ol className={styles.earlier}>
        {all.map(({ id, href, when, about, result }) => (
          <li key={id}>
            <a href={href}>
              <strong>{result}</strong>
              <span>{about}</span>
              <span>{when}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
