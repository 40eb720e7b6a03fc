import type { Fact } from '#content/calls/facts.ts';
import { explained, ROLE_WORDS, valueWords } from '#content/dissect/partWords.ts';
import { REMARK_WORDS } from '#content/dissect/remarkWords.ts';
import { REMARKS } from '#engine/dissect/remark.ts';
import type { Part } from '#engine/dissect/part.ts';
import type { Remark } from '#engine/dissect/remark.ts';

import { FactNote } from '../calls/FactNote.tsx';
import styles from './Dissect.module.css';
import { shortened } from './shortened.ts';

interface PartsTableProps {
  readonly parts: readonly Part[];
  readonly remarks: readonly Remark[];
}

const MOST_ROWS = 100;

/** Every part with its value as AWS reads it, what it is for, and what is said against it. */
export function PartsTable({ parts, remarks }: PartsTableProps) {
  const rows = parts.slice(0, MOST_ROWS);
  const facts = new Map(
    rows.flatMap((part): readonly (readonly [string, Fact])[] => {
      const { fact } = explained(part);
      return fact ? [[fact.source, fact]] : [];
    }),
  );
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">The parts and what they are for</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Value, decoded</th>
            <th scope="col">What it is for</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((part) => (
            <tr key={part.from}>
              <th scope="row">
                <code>{shortened(part.name, 80)}</code>
                <span className={styles.role} data-role={part.role}>
                  {ROLE_WORDS[part.role]}
                </span>
              </th>
              <td>
                <code>{shortened(valueWords(part), 400)}</code>
              </td>
              <td>
                {explained(part).text}
                {remarks
                  .filter(({ at }) => at.from === part.from && at.to === part.to)
                  .map(({ id }) => (
                    <strong key={id} className={styles.against} data-weight={REMARKS[id]}>
                      {REMARK_WORDS[id].title}.
                    </strong>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length > MOST_ROWS && <p>And {parts.length - MOST_ROWS} more parts.</p>}
      <div>
        {[...facts.values()].map((fact) => (
          <FactNote key={fact.source} {...fact} />
        ))}
      </div>
    </>
  );
}
