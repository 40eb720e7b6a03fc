import { RULE_FACTS } from '#content/ruleFacts.ts';
import { SOURCES } from '#content/sources.ts';
import type { RuleId } from '#engine/rules.ts';

import styles from './Ending.module.css';

/** The rule a story is about, and where it is written: what to take home, however the run ended. */
export function Lesson({ rule }: { readonly rule: RuleId }) {
  const { statement, source } = RULE_FACTS[rule];
  const { url, title } = SOURCES[source];
  return (
    <p className={styles.lesson}>
      <strong>What it is about: </strong>
      {statement}{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
    </p>
  );
}
