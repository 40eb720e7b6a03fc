import { SERVICE_OF, SORT_NAMES } from '#content/calls/choiceWords.ts';
import { COLUMNS, COLUMN_NAMES } from '#content/calls/cells.ts';
import type { TableRow } from '#content/calls/cells.ts';
import type { Call } from '#content/calls/callIds.ts';
import type { Sort } from '#content/calls/choices.ts';

import { SelectField } from '../workbench/Field.tsx';
import { Mark } from '../ui/Mark.tsx';
import { CallName } from './CallName.tsx';
import styles from './Calls.module.css';
import { FactNote } from './FactNote.tsx';

interface CompareProps {
  readonly rows: readonly TableRow[];
  /** The calls that fit the case that was chosen. */
  readonly fitting: ReadonlySet<Call>;
  readonly sort: Sort;
  readonly isFitting: boolean;
  readonly chooseHref: string;
  readonly onSort: (sort: Sort) => void;
  readonly onFitting: (isFitting: boolean) => void;
}

/** Every call beside the others: a table on a desk, a card for each call on a phone. */
export function Compare({
  rows,
  fitting,
  sort,
  isFitting,
  chooseHref,
  onSort,
  onFitting,
}: CompareProps) {
  const shown = isFitting ? rows.filter(({ call }) => fitting.has(call)) : rows;
  return (
    <div className={styles.compare}>
      <div className={styles.controls}>
        <SelectField
          label="Order of the calls"
          value={sort}
          options={SORT_NAMES}
          onChange={onSort}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isFitting}
            onChange={(event) => onFitting(event.target.checked)}
          />
          Only calls that fit my case
        </label>
        <a href={chooseHref}>Change my case</a>
      </div>
      {shown.length === 0 && <p>No call fits the case; nothing is left to compare.</p>}
      <div className={styles.tableFrame}>
        <table className={styles.table} data-scrolls>
          <caption>
            The eleven operations of AWS STS, and two calls of other services that often answer the
            same question. Callers, lengths, codes, policies and what comes afterwards are worked
            out by the engine.
          </caption>
          <thead>
            <tr>
              <th scope="col">Call</th>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={column === 'lengths' && sort === 'longest' ? 'descending' : undefined}
                >
                  {COLUMN_NAMES[column]}
                </th>
              ))}
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <CompareRow key={row.call} row={row} isFit={fitting.has(row.call)} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.aside}>
        ? AWS says nothing on this, or its pages disagree: modelled here, and no question depends on
        it. A role’s session may last as long as its MaxSessionDuration says, 12 hours at most, and
        1 hour where a session opened it.
      </p>
    </div>
  );
}

/** The space between a number and its unit, where no line may end. */
const UNIT = /(?<=\d) (?=(?:min|h|s)\b)/g;

function CompareRow({ row, isFit }: { readonly row: TableRow; readonly isFit: boolean }) {
  const { call, cells, unclear, source, basis } = row;
  return (
    <tr data-fits={isFit}>
      <th scope="row">
        <CallName name={call} />{' '}
        {SERVICE_OF[call] !== undefined && (
          <span className={styles.service}>{SERVICE_OF[call]}</span>
        )}
        {isFit && (
          <span className={styles.fit}>
            <Mark tone="good" size={14} /> fits my case
          </span>
        )}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} data-label={COLUMN_NAMES[column]}>
          <span>
            {cells[column].replace(UNIT, '\u00A0')}
            {unclear.includes(column) && (
              <abbr className={styles.unclear} title="Modelled: AWS says nothing, or two things">
                ?
              </abbr>
            )}
          </span>
        </td>
      ))}
      <td data-label="Source">
        <FactNote source={source} basis={basis} />
      </td>
    </tr>
  );
}
