import type { FactsChoices, Tried } from '#content/facts/choices.ts';
import { TRIED } from '#content/facts/choices.ts';
import { TRIED_NAMES, whatMoved } from '#content/facts/toolRows.ts';
import type { ToolRow } from '#content/facts/toolRows.ts';
import { TOOL_FACTS } from '#content/facts/tools.ts';
import { TOOL_IDS } from '#content/toolIds.ts';
import type { ToolId } from '#content/toolIds.ts';
import { shortLength } from '#content/words.ts';

import { SelectField } from '../workbench/Field.tsx';
import { FactSource } from './FactSource.tsx';
import styles from './Facts.module.css';

interface ToolsProps {
  readonly choices: FactsChoices;
  readonly rows: readonly ToolRow[];
  readonly onChoose: (change: Partial<FactsChoices>) => void;
  /** What the chosen tool made when it was run here. */
  readonly children: React.ReactNode;
}

const nameOf = (id: ToolId): string => `${TOOL_FACTS[id].title} · ${TOOL_FACTS[id].call}`;

// The ids are the keys.
const TOOL_OPTIONS = Object.fromEntries(TOOL_IDS.map((id) => [id, nameOf(id)])) as Readonly<
  Record<ToolId, string>
>;

/** The default lifetime by tool, with two knobs: one moves it, the other does not. */
export function Tools({ choices, rows, onChoose, children }: ToolsProps) {
  const { tool, tried } = choices;
  const now = rows.find(({ id }) => id === tool)?.numbers[tried];
  const [number = '', ...moved] = whatMoved(tool, tried);
  return (
    <>
      <p className={styles.lead}>
        Many notes say: 1 hour for users, 15 minutes for roles. Both numbers are real, and both
        belong to tools. Nobody asks for a lifetime here; turn the two knobs.
      </p>
      <section className={styles.knobs} aria-label="Tool and credentials">
        <SelectField<ToolId>
          label="Tool"
          value={tool}
          options={TOOL_OPTIONS}
          onChange={(chosen) => onChoose({ tool: chosen })}
        />
        <SelectField<Tried>
          label="Credentials"
          value={tried}
          options={TRIED_NAMES}
          onChange={(chosen) => onChoose({ tried: chosen })}
        />
        <div className={styles.now}>
          <p className={styles.number}>{now ?? 'none'}</p>
          <div>
            <p>{number}</p>
            <p>
              <strong>{moved.join(' ')}</strong>
            </p>
          </div>
        </div>
      </section>
      {children}
      <section className={styles.group} aria-labelledby="facts-defaults">
        <h2 id="facts-defaults">Every tool, with each kind of credentials</h2>
        <p className={styles.aside}>
          Down a column the number changes. Along a row it stays, but for one tool that looks at
          what the session has left. “None” means that the tool demands a lifetime.
        </p>
        <table className={styles.table} data-kind="tools">
          <caption className="visually-hidden">
            X-Amz-Expires where nobody asks for a lifetime
          </caption>
          <thead>
            <tr>
              <th scope="col">Tool</th>
              {TRIED.map((each) => (
                <th key={each} scope="col" data-on={each === tried}>
                  {TRIED_NAMES[each]}
                </th>
              ))}
              <th scope="col">More than seven days</th>
              <th scope="col">Where it says so</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ToolLine key={row.id} row={row} isOn={row.id === tool} tried={tried} />
            ))}
          </tbody>
        </table>
      </section>
      <Placements />
    </>
  );
}

interface ToolLineProps {
  readonly row: ToolRow;
  readonly isOn: boolean;
  readonly tried: Tried;
}

function ToolLine({ row: { id, numbers }, isOn, tried }: ToolLineProps) {
  const { title, call, makes, check, note, source, basis } = TOOL_FACTS[id];
  return (
    <tr data-on={isOn}>
      <th scope="row">
        {title}
        <code>{call}</code>
        {makes === 'form' && <span className={styles.kind}>makes a form, not a URL</span>}
      </th>
      {TRIED.map((each) => {
        const number = numbers[each];
        return (
          <td
            key={each}
            data-label={TRIED_NAMES[each]}
            data-on={each === tried}
            data-moved={number !== numbers.user}
          >
            {number === undefined ? (
              'none'
            ) : (
              <span>
                <b>{number}</b> <i>{shortLength(number)}</i>
              </span>
            )}
          </td>
        );
      })}
      <td data-label="More than seven days">
        <div>
          <p>{check}</p>
          {note !== undefined && <p className={styles.aside}>{note}</p>}
        </div>
      </td>
      <td data-label="Where it says so">
        <FactSource source={source} basis={basis} />
      </td>
    </tr>
  );
}

/** What each tool signs beside bucket and key, and where it puts it. */
function Placements() {
  const placed = TOOL_IDS.flatMap((id) => {
    const { title, places } = TOOL_FACTS[id];
    return places ? [{ id, title, ...places }] : [];
  });
  return (
    <section className={styles.group} aria-labelledby="facts-placed">
      <h2 id="facts-placed">What each tool signs</h2>
      <p className={styles.aside}>
        A signed header must be sent by whoever uses the URL. What stands in the query comes with
        the URL by itself.
      </p>
      <table className={styles.table} data-kind="placed">
        <caption className="visually-hidden">Where tools put what they are asked for</caption>
        <thead>
          <tr>
            <th scope="col">Tool</th>
            <th scope="col">ACL, metadata, tags</th>
            <th scope="col">Encryption</th>
            <th scope="col">Content-Type</th>
            <th scope="col">Where it says so</th>
          </tr>
        </thead>
        <tbody>
          {placed.map(({ id, title, amz, encryption, contentType, source, basis }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td data-label="ACL, metadata, tags">{amz}</td>
              <td data-label="Encryption">{encryption}</td>
              <td data-label="Content-Type">{contentType}</td>
              <td data-label="Where it says so">
                <FactSource source={source} basis={basis} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
