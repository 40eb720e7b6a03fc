import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import type { Entry, Group } from '#content/search/rank.ts';

import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Key } from '../ui/Key.tsx';
import styles from './Palette.module.css';

/** What can be found: a place to go to, or something to do. */
export interface Found extends Entry {
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
}

interface PaletteProps<E extends Found> {
  /** What fits a text, in groups; undefined while the list is loaded. */
  readonly find: ((query: string) => readonly Group<E>[]) | undefined;
  readonly onChoose: (found: E) => void;
  readonly onClose: () => void;
}

/** Where a key moves the mark among some options. */
function moved(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : undefined;
}

/** Search over everything: a field, and below it what fits. The focus stays in the field. */
export function Palette<E extends Found>({ find, onChoose, onClose }: PaletteProps<E>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const groups = find?.(query) ?? [];
  const options = groups.flatMap(({ entries }) => entries);
  const marked = options[at];
  // A layout effect: only a dialog that is still in the page gives the focus back when it closes.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const press = (event: KeyboardEvent): void => {
    // The chord that opens it closes it, and never reaches the browser's own search.
    const isChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    const next = options.length > 0 ? moved(event.key, at, options.length) : undefined;
    if (isChord) onClose();
    else if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && marked) onChoose(marked);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      className={styles.palette}
      ref={dialog}
      aria-label="Search everything"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}list` : undefined}
          aria-activedescendant={marked && `${id}${at}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="A question, an error code, a rule, a word…"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Button kind="square" aria-label="Close" onClick={onClose}>
          ✕
        </Button>
      </div>
      {options.length > 0 && (
        <div className={styles.list} role="listbox" id={`${id}list`} aria-label="What fits">
          {groups.map(({ name, entries }) => (
            <div key={name} role="group" aria-label={name}>
              <p className={styles.group} aria-hidden="true">
                {name}
              </p>
              {entries.map((entry) => (
                <Option
                  key={entry.id}
                  id={`${id}${options.indexOf(entry)}`}
                  isMarked={entry === marked}
                  {...{ entry, onChoose }}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      <p className={styles.status} role="status">
        {said(query, find ? options.length : undefined)}
      </p>
    </dialog>
  );
}

/** What is said of how many were found. */
function said(query: string, count: number | undefined): string {
  if (count === undefined) return 'Opening the list…';
  if (count === 0) return `Nothing fits “${query}”. Try fewer letters, or another word.`;
  return query.trim() === '' ? 'Type to search everything.' : `${count} found.`;
}

interface OptionProps<E extends Found> {
  readonly id: string;
  readonly entry: E;
  readonly isMarked: boolean;
  readonly onChoose: (found: E) => void;
}

function Option<E extends Found>({ id, entry, isMarked, onChoose }: OptionProps<E>) {
  const { title, note, shortcut } = entry;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMarked) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return (
    <div
      ref={element}
      className={styles.option}
      role="option"
      tabIndex={-1}
      id={id}
      aria-selected={isMarked}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
      onKeyDown={() => undefined}
    >
      <span className={styles.title}>{title}</span>
      {shortcut !== undefined && <Key>{shortcut}</Key>}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </div>
  );
}
