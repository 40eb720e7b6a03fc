import type { Given } from '#content/question.ts';

import styles from './Given.module.css';

/** What a situation leaves to be looked up: short things in a table of names and values, policies as they are written. */
export function GivenList({ given }: { readonly given: readonly Given[] }) {
  if (given.length === 0) return null;
  return (
    <dl className={styles.given}>
      {given.map(({ name, value, isPolicy }) => (
        <div key={name} className={styles.row} data-policy={isPolicy === true}>
          <dt>{name}</dt>
          <dd>
            {isPolicy === true ? (
              // It scrolls, so the keyboard must reach it.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <pre className={styles.policy} tabIndex={0} role="region" aria-label={name}>
                {value}
              </pre>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
