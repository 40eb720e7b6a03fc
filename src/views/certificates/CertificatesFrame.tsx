import styles from './Certificates.module.css';

interface CertificatesFrameProps {
  readonly box: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The page "Chain on trial": what was brought above, the trial below. */
export function CertificatesFrame({ box, children }: CertificatesFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Chain on trial</h1>
        <p>
          Bring your own certificates and see whether IAM Roles Anywhere would take them, which
          requirement is not met, and what the role session would carry. Nothing you paste is sent
          or stored: it is gone when you close or reload this page.
        </p>
      </div>
      {box}
      {children}
    </main>
  );
}

/** How the trial ended, in one sentence, with all that AWS would say. */
export function Outcome({
  sentence,
  awsSays,
}: {
  readonly sentence: string;
  readonly awsSays: string | undefined;
}) {
  return (
    <div className={styles.outcome}>
      <h2>{sentence}</h2>
      {awsSays !== undefined && (
        <p className={styles.note}>
          All that AWS says of it: <q>{awsSays}</q>
        </p>
      )}
    </div>
  );
}

/** Something the page has to say of itself. */
export const Aside = ({ children }: { readonly children: React.ReactNode }) => (
  <p className={styles.aside}>{children}</p>
);
