import type { signerLines } from '#content/dissect/summaryWords.ts';

import { FactNote } from '../calls/FactNote.tsx';
import styles from './Dissect.module.css';
import { shortened } from './shortened.ts';

interface LinesProps {
  readonly title: string;
  readonly lines: ReturnType<typeof signerLines>;
}

/** What it says, name by name. */
export function Lines({ title, lines }: LinesProps) {
  return (
    <section className={styles.part} aria-labelledby="says">
      <h2 id="says">{title}</h2>
      <dl className={styles.lines}>
        {lines.map(({ name, value, note, fact }) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>
              <code>{shortened(value, 300)}</code>
              {note !== undefined && <span className={styles.note}>{note}</span>}
              {fact && <FactNote {...fact} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
