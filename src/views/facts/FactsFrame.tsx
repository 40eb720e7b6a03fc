import { VIEW_NAMES } from '#content/facts/choiceWords.ts';
import { FACTS_VIEWS } from '#content/facts/choices.ts';
import type { FactsView } from '#content/facts/choices.ts';

import styles from './Facts.module.css';

interface FactsFrameProps {
  readonly view: FactsView;
  readonly hrefOf: (view: FactsView) => string;
  readonly children: React.ReactNode;
}

/** The page of facts around its parts. */
export function FactsFrame({ view, hrefOf, children }: FactsFrameProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1} data-view={view}>
      <div className={styles.intro}>
        <h1>Facts</h1>
        <nav className={styles.views} aria-label="Parts of this page">
          {FACTS_VIEWS.map((each) => (
            <a key={each} href={hrefOf(each)} aria-current={each === view ? 'true' : undefined}>
              {VIEW_NAMES[each]}
            </a>
          ))}
        </nav>
      </div>
      {children}
      <p className={styles.aside}>
        Documented: AWS’s pages or a tool’s published code say so. Seen in real answers: somebody
        recorded it. Concluded here: it follows from AWS’s pages, and none says it in so many words,
        so no question depends on it.
      </p>
    </main>
  );
}
