import styles from './Message.module.css';

/** A page that says one thing. */
export function Message({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <main className={styles.message} id="main" tabIndex={-1}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
