import { useMemo } from 'react';

import type { Term } from '#content/glossary/term.ts';
import { SOURCES } from '#content/sources.ts';

import styles from './Glossary.module.css';

interface GlossaryProps {
  readonly terms: readonly Term[];
  /** What is looked for; empty: everything is shown. */
  readonly find: string;
  readonly onFind: (find: string) => void;
}

/** Whether a term or its explanation says every word that is looked for; the name of a term finds it alone. */
function findTerms(terms: readonly Term[], find: string): readonly Term[] {
  const own = terms.filter(({ name }) => name === find.trim());
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ name, also = [], says: text }: Term): string =>
    [name, ...also, text].join(' ').toLowerCase();
  return own.length > 0
    ? own
    : terms.filter((term) => words.every((word) => says(term).includes(word)));
}

/** The words of the subject, each in one or two sentences. */
export function Glossary({ terms, find, onFind }: GlossaryProps) {
  const found = useMemo(() => findTerms(terms, find), [terms, find]);
  return (
    <div className={styles.glossary}>
      <p className={styles.lead}>
        {terms.length} words, each in a sentence or two. In the labs, a word with dots under it
        opens the same explanation where it stands.
      </p>
      <search className={styles.tools}>
        <label>
          Find a word
          <input type="search" value={find} onChange={({ target }) => onFind(target.value)} />
        </label>
        <p role="status">
          {found.length === terms.length ? '' : `${found.length} of ${terms.length} words.`}
        </p>
      </search>
      <dl className={styles.terms}>
        {found.map((term) => (
          <Entry key={term.id} term={term} />
        ))}
      </dl>
    </div>
  );
}

function Entry({ term: { name, also = [], says, source } }: { readonly term: Term }) {
  const written = source && SOURCES[source];
  return (
    <div>
      <dt>
        {name}
        {also.length > 0 && <span>{also.join(' · ')}</span>}
      </dt>
      <dd>
        <p>{says}</p>
        {written && (
          <p className={styles.source}>
            <a href={written.url} target="_blank" rel="noreferrer">
              {written.title}
            </a>
            , checked on {written.checkedOn}
          </p>
        )}
      </dd>
    </div>
  );
}
