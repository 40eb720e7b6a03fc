import { VIEW_NAMES } from '#content/calls/choiceWords.ts';
import { CALLS_VIEWS } from '#content/calls/choices.ts';
import type { CallsView } from '#content/calls/choices.ts';

import styles from './Calls.module.css';

interface CallsFrameProps {
  readonly view: CallsView;
  readonly hrefOf: (view: CallsView) => string;
  readonly mechanismsHref: string;
  readonly children: React.ReactNode;
}

/** The page "Which call?" around its three parts. */
export function CallsFrame({ view, hrefOf, mechanismsHref, children }: CallsFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Which call?</h1>
        <nav className={styles.views} aria-label="Parts of this page">
          {CALLS_VIEWS.map((each) => (
            <a key={each} href={hrefOf(each)} aria-current={each === view ? 'true' : undefined}>
              {VIEW_NAMES[each]}
            </a>
          ))}
        </nav>
        <p className={styles.aside}>
          No call yet, only a case? <a href={mechanismsHref}>Which mechanism?</a>
        </p>
      </div>
      {children}
    </main>
  );
}
