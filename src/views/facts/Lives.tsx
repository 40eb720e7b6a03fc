import {
  AGE_OPTIONS,
  ASKED_OPTIONS,
  EXPIRES_OPTIONS,
  MAXIMUM_OPTIONS,
  ORDER_OPTIONS,
} from '#content/facts/choiceWords.ts';
import type { FactsChoices } from '#content/facts/choices.ts';
import { SIGNER_FACTS } from '#content/facts/signers.ts';
import type { SignerRow } from '#content/facts/signers.ts';

import { SelectField } from '../workbench/Field.tsx';
import { FactSource } from './FactSource.tsx';
import styles from './Facts.module.css';

interface LivesProps {
  readonly choices: FactsChoices;
  readonly rows: readonly SignerRow[];
  readonly onChoose: (change: Partial<FactsChoices>) => void;
}

/** How long a URL lives by who signs it, worked out for what was chosen. */
export function Lives({ choices, rows, onChoose }: LivesProps) {
  return (
    <>
      <p className={styles.lead}>
        A URL dies at the earlier of two moments: its own date, or the end of the credentials that
        signed it. Change the four lengths and see who is held back by which.
      </p>
      <section className={styles.controls} aria-label="What is asked for">
        <SelectField<FactsChoices['expires']>
          label="X-Amz-Expires"
          hint="What the URL asks for."
          value={choices.expires}
          options={EXPIRES_OPTIONS}
          onChange={(expires) => onChoose({ expires })}
        />
        <SelectField<FactsChoices['asked']>
          label="Session duration asked for"
          hint="DurationSeconds of the call that opened it."
          value={choices.asked}
          options={ASKED_OPTIONS}
          onChange={(asked) => onChoose({ asked })}
        />
        <SelectField<FactsChoices['maximum']>
          label="The role’s maximum"
          hint="Its MaxSessionDuration."
          value={choices.maximum}
          options={MAXIMUM_OPTIONS}
          onChange={(maximum) => onChoose({ maximum })}
        />
        <SelectField<FactsChoices['age']>
          label="Age of the credentials"
          hint="How long they lived before the URL was signed."
          value={choices.age}
          options={AGE_OPTIONS}
          onChange={(age) => onChoose({ age })}
        />
        <SelectField<FactsChoices['order']>
          label="Order"
          value={choices.order}
          options={ORDER_OPTIONS}
          onChange={(order) => onChoose({ order })}
        />
      </section>
      <table className={styles.table} data-kind="lives">
        <caption className="visually-hidden">
          When a URL dies, counted from its signing, by who signs it
        </caption>
        <thead>
          <tr>
            <th scope="col">Signer</th>
            <th
              scope="col"
              aria-sort={
                choices.order === 'listed'
                  ? undefined
                  : choices.order === 'longest'
                    ? 'descending'
                    : 'ascending'
              }
            >
              The URL dies
            </th>
            <th scope="col">Because</th>
            <th scope="col">What caps it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LifeRow key={row.signer} row={row} expires={Number(choices.expires)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function LifeRow({ row, expires }: { readonly row: SignerRow; readonly expires: number }) {
  const { signer, life, dies, because } = row;
  const { title, cap, source, basis } = SIGNER_FACTS[signer];
  const isAlive = life.kind === 'lives' || life.kind === 'unknown';
  return (
    <tr data-life={life.kind}>
      <th scope="row">{title}</th>
      <td data-label="The URL dies">
        <p className={styles.dies} data-alive={isAlive}>
          {dies}
        </p>
        {life.kind === 'lives' && (
          <svg
            className={styles.bar}
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect className={styles.wanted} x="0.5" y="0.5" width="99" height="7" />
            <rect className={styles.least} width={(100 * life.least) / expires} height="8" />
            <rect
              className={styles.most}
              x={(100 * life.least) / expires}
              width={(100 * (life.most - life.least)) / expires}
              height="8"
            />
          </svg>
        )}
      </td>
      <td data-label="Because">{because}</td>
      <td data-label="What caps it">
        <p>{cap}</p>
        <FactSource source={source} basis={basis} />
      </td>
    </tr>
  );
}
