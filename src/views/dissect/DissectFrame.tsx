import styles from './Dissect.module.css';

interface DissectFrameProps {
  readonly box: React.ReactNode;
  readonly result: React.ReactNode;
}

/** The page "Dissect a URL": what was pasted above, what it says below. */
export function DissectFrame({ box, result }: DissectFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Dissect a URL</h1>
        <p className={styles.private}>
          Paste a presigned URL of any AWS service, or a POST policy, and see what it says and what
          is wrong with it. Nothing you paste is sent or stored: it is gone when you close or reload
          this page.
        </p>
      </div>
      {box}
      {result}
    </main>
  );
}
