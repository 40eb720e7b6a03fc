import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import type { Piece } from '#content/glossary/markTerms.ts';
import type { Term } from '#content/glossary/term.ts';

import styles from './Terms.module.css';

/** Cuts the texts of one panel where terms stand first. */
type MarkTerms = (texts: readonly string[]) => readonly (readonly Piece[])[];

export interface ExplainedProps {
  readonly texts: readonly string[];
  readonly mark: MarkTerms;
  readonly glossaryHref: (term: Term) => string;
  /** Lays out the texts, in which terms are buttons by now. */
  readonly children: (texts: readonly ReactNode[]) => ReactNode;
}

/** Texts of one panel with their terms explained in place: a button with dots under it, and a note that it opens. */
export function Explained({ texts, mark, glossaryHref, children }: ExplainedProps) {
  const id = useId();
  const pieces = mark(texts);
  const terms = pieces.flatMap((text) => text.flatMap(({ term }) => term ?? []));
  return (
    <>
      {children(
        pieces.map((text) =>
          text.map(({ text: words, term }) =>
            term ? (
              <button
                key={term.id}
                type="button"
                className={styles.term}
                popoverTarget={id + term.id}
                title="What is this?"
              >
                {words}
              </button>
            ) : (
              words
            ),
          ),
        ),
      )}
      {terms.map((term) => (
        <Note key={term.id} id={id + term.id} term={term} href={glossaryHref(term)} />
      ))}
    </>
  );
}

interface NoteProps {
  readonly id: string;
  readonly term: Term;
  readonly href: string;
}

/** What a term means: filled when it opens, so that a panel's text is its own as long as nobody asks. */
function Note({ id, term, href }: NoteProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      id={id}
      popover="auto"
      role="note"
      aria-label={term.name}
      className={styles.note}
      onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
    >
      {isOpen && (
        <>
          <p role="status">
            <strong>{term.name}</strong>
            <br />
            {term.says}
          </p>
          <a href={href}>In the glossary</a>
        </>
      )}
    </div>
  );
}
