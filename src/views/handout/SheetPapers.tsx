import type { Sheet } from '#study/handout/sheetPapers.ts';

import { PaperBody } from '../papers/PaperBody.tsx';
import styles from './SheetPapers.module.css';

/** What one must know to fill a worksheet in: the settings, and each paper under the letter that its requests name. */
export const SheetPapers = ({ settings, papers, issuesKeys }: Omit<Sheet, 'beside'>) => (
  <section className={styles.papers} aria-labelledby="sheet-papers">
    <h2 id="sheet-papers">Before you predict</h2>
    {settings.length > 0 && (
      <dl className={styles.settings}>
        {settings.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {papers.length > 0 && (
      <>
        <p>
          Each request below names the papers that lie before whoever decides on it.
          {issuesKeys &&
            ' AWS knows the keys that it issues on the way, too: until when they live is for you to say.'}
        </p>
        <div className={styles.columns}>
          {papers.map(({ letter, pile, paper }) => (
            <section key={letter} className={styles.paper}>
              <h3>
                <b>{letter}</b> {paper.title}
              </h3>
              <p className={styles.pile}>{paper.says ?? pile}</p>
              <PaperBody {...paper} />
            </section>
          ))}
        </div>
      </>
    )}
  </section>
);
