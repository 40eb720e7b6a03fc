import { EXPORTS, isFile } from '#study/teach/exports.ts';
import type { ExportId } from '#study/teach/exports.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Teach.module.css';

interface TakeOutProps {
  readonly as: ExportId;
  readonly count: number;
  readonly remarks: readonly string[];
  /** The file as it will be, where it is one. */
  readonly text: string | undefined;
  readonly onAs: (as: ExportId) => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
}

const NAMES: Readonly<Record<ExportId, readonly [name: string, about: string]>> = {
  gift: ['GIFT', 'Moodle’s text format'],
  moodle: ['Moodle XML', 'with names and tags'],
  anki: ['Anki', 'cards, as a text file'],
  file: ['Questions file', 'our own, to change or send'],
  sheet: ['Sheet', 'to print, without answers'],
  'sheet-with-answers': ['Sheet and answers', 'to print'],
};

/** The beginning of a file is enough to see what it is. */
const SEEN = 1600;

/** What to take the questions out as, what becomes of them there, and how it begins. */
export function TakeOut({ as, count, remarks, text, onAs, onSave, onPrint }: TakeOutProps) {
  const isEmpty = count === 0;
  return (
    <section className={styles.part} aria-labelledby="take-out">
      <h2 id="take-out">2. Take them with you</h2>
      <fieldset className={styles.formats}>
        <legend className="visually-hidden">As</legend>
        {EXPORTS.map((id) => (
          <Format key={id} id={id} isChosen={id === as} onChoose={() => onAs(id)} />
        ))}
      </fieldset>
      {isEmpty ? (
        <p className={styles.about} id="nothing-taken">
          Take at least one question above.
        </p>
      ) : (
        <ul className={styles.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button
          kind="strong"
          aria-disabled={isEmpty}
          aria-describedby={isEmpty ? 'nothing-taken' : undefined}
          onClick={() => {
            if (isEmpty) return;
            if (isFile(as)) onSave();
            else onPrint();
          }}
        >
          {isFile(as) ? `Save the file with ${said(count)}` : `Print the sheet of ${said(count)}`}
        </Button>
      </div>
      {text !== undefined && (
        <details className={styles.details}>
          <summary>How the file begins</summary>
          {/* A long file scrolls; so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={styles.preview} tabIndex={0} aria-label="How the file begins">
            {text.length > SEEN ? `${text.slice(0, SEEN)}…` : text}
          </pre>
        </details>
      )}
    </section>
  );
}

function Format({
  id,
  isChosen,
  onChoose,
}: {
  readonly id: ExportId;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const [name, about] = NAMES[id];
  return (
    <div className={styles.format} data-chosen={isChosen}>
      <input
        type="radio"
        name="export"
        id={`export-${id}`}
        checked={isChosen}
        onChange={onChoose}
      />
      <label htmlFor={`export-${id}`}>
        <strong>{name}</strong> <span className={styles.about}>{about}</span>
      </label>
    </div>
  );
}

const said = (count: number): string => `${count} question${count === 1 ? '' : 's'}`;
