import styles from './Exam.module.css';

/** The clock above a question, and the grid of all questions beside it, or under it where there is no room. */
export function ExamLayout({
  clock,
  card,
  nav,
}: {
  readonly clock: React.ReactNode;
  readonly card: React.ReactNode;
  readonly nav: React.ReactNode;
}) {
  return (
    <main className={styles.exam} id="main" tabIndex={-1} data-alone={!nav}>
      {clock}
      {card}
      {nav}
    </main>
  );
}
