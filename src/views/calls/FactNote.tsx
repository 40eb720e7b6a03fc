import type { Fact } from '#content/calls/facts.ts';
import { SOURCES } from '#content/sources.ts';
import type { Basis } from '#engine/basis.ts';

import styles from './Calls.module.css';

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'Documented',
  observed: 'Seen in real answers',
  modelled: 'Modelled here',
};

/** Where a fact is written, and how sure we are of it. */
export function FactNote({ source, basis }: Fact) {
  const { url, title, checkedOn } = SOURCES[source];
  return (
    <p className={styles.fact}>
      {SAID[basis]}:{' '}
      <a href={url} target="_blank" rel="noreferrer" title={`checked on ${checkedOn}`}>
        {title}
      </a>
      <span className="visually-hidden">, checked on {checkedOn}</span>
    </p>
  );
}
