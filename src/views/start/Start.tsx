import { ButtonLink } from '../ui/Button.tsx';
import { StartPicture } from './StartPicture.tsx';
import styles from './Start.module.css';

interface StartProps {
  readonly scenarioHref: string;
  readonly decidedHref: string;
  readonly quizHref: string;
  readonly scenarioTitle: string;
  readonly doors: readonly Door[];
}

/** Another way in. */
export interface Door {
  readonly href: string;
  readonly title: string;
  readonly says: string;
}

/** The first screen: what this is, and one click into it. */
export function Start({ scenarioHref, decidedHref, quizHref, scenarioTitle, doors }: StartProps) {
  return (
    <main className={styles.start} id="main" tabIndex={-1}>
      <div className={styles.words}>
        <h1>Watch a temporary credential be born, used and die</h1>
        <p className={styles.lead}>
          Shortlived plays AWS in your browser, one check at a time. Change anything, drag the
          clock, and see which check refuses and why.
        </p>
        <p className={styles.actions}>
          <ButtonLink kind="strong" href={scenarioHref}>
            Start: {scenarioTitle}
          </ButtonLink>
          <ButtonLink href={quizHref}>Questions like the exam’s</ButtonLink>
        </p>
        <ul className={styles.points}>
          <li>
            <strong>Real bytes.</strong> Every SigV4 signature is computed here, as AWS computes it.
          </li>
          <li>
            <strong>Real answers.</strong> Status, code and message are those that AWS documents or
            was seen to send; the rest is marked as modelled.
          </li>
          <li>
            <strong>Nothing leaves this page.</strong> No account, no sign-in, no network, no
            tracking.
          </li>
        </ul>
      </div>
      <a className={styles.picture} href={decidedHref}>
        <StartPicture />
      </a>
      <nav className={styles.doors} aria-label="More ways in">
        <ul>
          {doors.map(({ href, title, says }) => (
            <li key={href}>
              <a href={href}>
                <strong>{title}</strong>
                <span>{says}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles.small}>
        For people who prepare for the AWS Certified Security – Specialty exam, and for those who
        teach it. Not affiliated with AWS.
      </p>
    </main>
  );
}
