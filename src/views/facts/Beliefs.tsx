import type { Correction, Corrections, Shown } from '#content/facts/correction.ts';

import { FactSource } from './FactSource.tsx';
import styles from './Facts.module.css';

interface BeliefsProps {
  readonly all: readonly Corrections[];
  /** The link to a step, and the title of its story. */
  readonly linkTo: (shown: Shown) => { readonly href: string; readonly title: string };
}

/** What is often written, and what AWS does: with the source, and a run that shows it where there is one. */
export function Beliefs({ all, linkTo }: BeliefsProps) {
  const rows = all.flatMap(({ rows: each }) => each);
  const shown = rows.filter((row) => row.shown).length;
  return (
    <>
      <p className={styles.lead}>
        {rows.length} things that study notes often get wrong. {shown} of them can be seen in a run:
        the link opens the very step.
      </p>
      {all.map(({ id, title, rows: each }) => (
        <section key={id} className={styles.group} aria-labelledby={`facts-${id}`}>
          <h2 id={`facts-${id}`}>{title}</h2>
          <table className={styles.table} data-kind="beliefs">
            <caption className="visually-hidden">{title}: what is written and what is true</caption>
            <thead>
              <tr>
                <th scope="col">Often written</th>
                <th scope="col">What AWS does</th>
                <th scope="col">Where it says so</th>
              </tr>
            </thead>
            <tbody>
              {each.map((row) => (
                <Belief key={row.id} row={row} linkTo={linkTo} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Belief({ row, linkTo }: Pick<BeliefsProps, 'linkTo'> & { readonly row: Correction }) {
  const link = row.shown && linkTo(row.shown);
  return (
    <tr>
      <th scope="row" data-label="Often written">
        <s>{row.often}</s>
      </th>
      <td data-label="What AWS does" className={styles.does}>
        <p>{row.does}</p>
        {link && (
          <p className={styles.see}>
            See it: <a href={link.href}>{link.title}</a>
          </p>
        )}
      </td>
      <td data-label="Where it says so">
        <FactSource source={row.source} basis={row.basis} />
      </td>
    </tr>
  );
}
