import styles from './Quiz.module.css';

/** A question with the list of all questions beside it, or under it where there is no room. */
export function QuizLayout({
  card,
  nav,
}: {
  readonly card: React.ReactNode;
  readonly nav: React.ReactNode;
}) {
  return (
    <main className={styles.quiz} id="main" tabIndex={-1}>
      {card}
      {nav}
    </main>
  );
}
