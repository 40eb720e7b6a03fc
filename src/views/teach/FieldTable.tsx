import type { Field } from '#content/own/fields.ts';

import styles from './Teach.module.css';

/** What may stand in one thing of a file. */
export function FieldTable({
  part,
  all,
}: {
  readonly part: string;
  readonly all: readonly Field[];
}) {
  return (
    <table className={styles.fields}>
      <caption>{part}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, isWanted, says }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              {says}
              {!isWanted && <span className={styles.about}> May be left out.</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
