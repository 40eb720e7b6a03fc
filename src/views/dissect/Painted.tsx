import { ROLE_WORDS } from '#content/dissect/partWords.ts';
import { PART_ROLES } from '#engine/dissect/part.ts';
import type { Part } from '#engine/dissect/part.ts';

import styles from './Dissect.module.css';
import { shortened } from './shortened.ts';

interface PaintedProps {
  readonly text: string;
  readonly parts: readonly Part[];
}

const MOST_PARTS = 100;

/** The text as it was pasted, each part in the colour, line and number of what it is about. */
export function Painted({ text, parts }: PaintedProps) {
  const drawn = parts.slice(0, MOST_PARTS);
  const roles = PART_ROLES.filter((role) => drawn.some((part) => part.role === role));
  return (
    <section className={styles.part} aria-labelledby="painted">
      <h2 id="painted">Part by part</h2>
      <ul className={styles.legend}>
        {roles.map((role) => (
          <li key={role}>
            <span data-role={role}>
              <sup>{PART_ROLES.indexOf(role) + 1}</sup> {ROLE_WORDS[role]}
            </span>
          </li>
        ))}
      </ul>
      <PaintedText text={text} parts={parts} />
    </section>
  );
}

/** The parts of a text in their colours; whoever cannot see them reads them in a table beside. */
export function PaintedText({ text, parts }: PaintedProps) {
  const drawn = parts.slice(0, MOST_PARTS);
  const isUrl = drawn.some(({ kind }) => kind === 'host');
  const start = isUrl ? (drawn[0]?.from ?? 0) : 0;
  const last = drawn.at(-1)?.to ?? start;
  return (
    <p className={styles.painted} aria-hidden="true">
      {drawn.map((part, index) => (
        <span key={part.from}>
          {shortened(text.slice(drawn[index - 1]?.to ?? start, part.from), 400)}
          <span data-role={part.role}>
            <sup>{PART_ROLES.indexOf(part.role) + 1}</sup>
            {shortened(text.slice(part.from, part.to), 400)}
          </span>
        </span>
      ))}
      {!isUrl && shortened(text.slice(last), 400)}
      {parts.length > MOST_PARTS && ` … and ${parts.length - MOST_PARTS} more parts`}
    </p>
  );
}
