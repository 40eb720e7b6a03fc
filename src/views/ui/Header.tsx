import type { MouseEvent } from 'react';

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
  }[];
  readonly startHref: string;
  readonly theme: string;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
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
      <Links links={links} />
      <div className={styles.actions}>
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

/** Where one can go. A narrow screen names the page one is on, and opens the others below it. */
function Links({ links }: Pick<HeaderProps, 'links'>) {
  const isNarrow = useNarrow();
  const current = links.find(({ isCurrent }) => isCurrent);
  const all = links.map(({ href, text, isCurrent }) => (
    <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
      {text}
    </a>
  ));
  return (
    <nav className={styles.nav} aria-label="Main">
      {isNarrow ? (
        // Another page closes it.
        <details key={current?.href} className={styles.menu}>
          <summary>{current?.text ?? 'Pages'}</summary>
          <div>{all}</div>
        </details>
      ) : (
        all
      )}
    </nav>
  );
}
