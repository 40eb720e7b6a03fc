import { MECHANISMS_VIEW_NAMES } from '#content/mechanisms/clueWords.ts';
import { MECHANISM_VIEWS } from '#content/mechanisms/clues.ts';
import type { MechanismsView } from '#content/mechanisms/clues.ts';

import styles from '../calls/Calls.module.css';

interface MechanismsFrameProps {
  readonly view: MechanismsView;
  readonly hrefOf: (view: MechanismsView) => string;
  readonly callsHref: string;
  readonly children: React.ReactNode;
}

/** The page "Which mechanism?" around its two parts. */
export function MechanismsFrame({ view, hrefOf, callsHref, children }: MechanismsFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Which mechanism?</h1>
        <nav className={styles.views} aria-label="Parts of this page">
          {MECHANISM_VIEWS.map((each) => (
            <a key={each} href={hrefOf(each)} aria-current={each === view ? 'true' : undefined}>
              {MECHANISMS_VIEW_NAMES[each]}
            </a>
          ))}
        </nav>
        <p className={styles.aside}>
          Which call of STS it leads to: <a href={callsHref}>Which call?</a>
        </p>
      </div>
      {children}
    </main>
  );
}
