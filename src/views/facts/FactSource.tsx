import type { Written } from '#content/facts/tools.ts';
import { SOURCES } from '#content/sources.ts';
import type { Basis } from '#engine/basis.ts';

import styles from './Facts.module.css';

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'Documented',
  observed: 'Seen in real answers',
  modelled: 'Concluded here',
};

/** Where a fact is written, how sure we are of it, and when somebody last looked. */
export function FactSource({ source, basis }: Written) {
  const { url, title, checkedOn } = SOURCES[source];
  return (
    <p className={styles.source}>
      <span data-basis={basis}>{SAID[basis]}</span>:{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
      , checked on <span className={styles.day}>{checkedOn}</span>.
    </p>
  );
}
