import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import styles from './Trial.module.css';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly title: string }[];
  readonly open: Id;
  readonly onOpen: (tab: Id) => void;
  readonly children: ReactNode;
}

/** Tabs over one panel: the arrows move between them. */
export function Tabs<Id extends string>({ label, tabs, open, onOpen, children }: TabsProps<Id>) {
  const id = useId();
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const index = tabs.findIndex((tab) => tab.id === open);
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(next.id);
    document.getElementById(id + next.id)?.focus();
  };
  return (
    <div className={styles.tabbed}>
      <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={id + tab.id}
            className={styles.tab}
            aria-selected={tab.id === open}
            aria-controls={`${id}panel`}
            tabIndex={tab.id === open ? 0 : -1}
            onClick={() => onOpen(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={id + open} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}
