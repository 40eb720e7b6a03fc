import styles from './Microscope.module.css';

interface MicroscopeFrameProps {
  readonly presets: React.ReactNode;
  readonly verdict: React.ReactNode;
  readonly tampers: React.ReactNode;
  readonly lanes: React.ReactNode;
}

/** The page of the microscope: the verdict first, then both lanes. */
export function MicroscopeFrame({ presets, verdict, tampers, lanes }: MicroscopeFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Signature microscope</h1>
        <p className={styles.lead}>
          A request is signed on the left. AWS signs what arrives once more, on the right, and
          compares. Change anything on its way and see where the two part. What you type here is
          kept nowhere.
        </p>
      </div>
      {presets}
      {verdict}
      {tampers}
      {lanes}
    </main>
  );
}
