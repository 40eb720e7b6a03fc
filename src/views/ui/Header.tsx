import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode, RefObject } from 'react';

import { Button } from './Button.tsx';
import styles from './Header.module.css';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';
import { useNarrow } from './useNarrow.ts';

interface HeaderProps {
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
    readonly isCurrent: boolean;
    /** The word it stands behind, where there is room for a row of words. */
    readonly group?: string;
  }[];
  readonly startHref: string;
  readonly theme: string;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
  readonly onSearch: () => void;
  /** Only where there is a run to share or present. */
  readonly onShare?: (() => void) | undefined;
  readonly onPresent?: (() => void) | undefined;
}

/** Goes to the content without touching the address, which holds the place. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The header: where one can go, and what can be done with what is shown. */
export function Header({
  links,
  startHref,
  theme,
  onTheme,
  onHelp,
  onSearch,
  onShare,
  onPresent,
}: HeaderProps) {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main" onClick={skip}>
        Skip to the content
      </a>
      <a className={styles.logo} href={startHref}>
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="10" className={styles.ring} />
          <path d="M12 12V2A10 10 0 0 1 21.3 15.6Z" className={styles.wedge} />
        </svg>
        Shortlived
      </a>
      <Links links={links} onSearch={onSearch} />
      <div className={styles.actions}>
        <span className={styles.search}>
          <Button
            onClick={onSearch}
            title="Search (Ctrl K)"
            aria-keyshortcuts="Control+K Meta+K"
            aria-label="Search"
          >
            <Icon name="search" />
          </Button>
        </span>
        <Button
          onClick={onTheme}
          title="Next theme (D)"
          aria-keyshortcuts="D"
          aria-label={`Theme: ${theme}`}
        >
          <Icon name="theme" />
        </Button>
        <Button
          onClick={onHelp}
          title="Keyboard and settings (?)"
          aria-keyshortcuts="?"
          aria-label="Keyboard and settings"
        >
          <Icon name="keyboard" />
        </Button>
        {onShare && (
          <Button onClick={onShare}>
            <Icon name="share" />
            <span className={styles.wide}>Share</span>
            <span className={styles.narrow}>
              <span className="visually-hidden">Share</span>
            </span>
          </Button>
        )}
        {onPresent && (
          <Button kind="strong" onClick={onPresent} aria-keyshortcuts="F">
            <Icon name="present" />
            <span className={styles.wide}>
              Present <Key>F</Key>
            </span>
            <span className={styles.narrow}>
              <span className="visually-hidden">Present</span>
            </span>
          </Button>
        )}
      </div>
    </header>
  );
}

type Link = HeaderProps['links'][number];

const linkTo = ({ href, text, isCurrent }: Link) => (
  <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
    {text}
  </a>
);

/** Where one can go. A narrow screen names the page one is on, and opens the others below it. */
function Links({ links, onSearch }: Pick<HeaderProps, 'links' | 'onSearch'>) {
  const isNarrow = useNarrow();
  const current = links.find(({ isCurrent }) => isCurrent);
  return (
    <nav className={styles.nav} aria-label="Main">
      {isNarrow ? (
        <Menu links={links} word={current?.text ?? 'Pages'}>
          <Button onClick={onSearch}>
            <Icon name="search" /> Search
          </Button>
        </Menu>
      ) : (
        links.map((link, index) => {
          const { group } = link;
          if (group === undefined) return linkTo(link);
          const isFirst = links.findIndex((other) => other.group === group) === index;
          return (
            isFirst && (
              <Menu
                key={group}
                word={current?.group === group ? `${group}: ${current.text}` : group}
                links={links.filter((other) => other.group === group)}
              />
            )
          );
        })
      )}
    </nav>
  );
}

interface MenuProps extends Pick<HeaderProps, 'links'> {
  readonly word: string;
  /** What stands before the links. */
  readonly children?: ReactNode;
}

/** A word that opens into links below it. */
function Menu({ word, links, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const current = links.find(({ isCurrent }) => isCurrent);
  return (
    // Another page closes it.
    <details key={current?.href} ref={menu} className={styles.menu}>
      <summary>{word}</summary>
      <div>
        {children}
        {links.map(linkTo)}
      </div>
    </details>
  );
}

/** Closes a menu by Escape, and as soon as something else is pressed or has the keyboard. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      const { current } = menu;
      if (current && target instanceof Node && !current.contains(target)) current.open = false;
    };
    const escape = ({ key }: KeyboardEvent): void => {
      const { current } = menu;
      if (key !== 'Escape' || current?.open !== true) return;
      current.open = false;
      current.querySelector('summary')?.focus();
    };
    const over = new AbortController();
    document.addEventListener('pointerdown', leave, over);
    document.addEventListener('focusin', leave, over);
    document.addEventListener('keydown', escape, over);
    return () => over.abort();
  }, [menu]);
}
