import type { Draft, DraftKey } from '#content/workbench/draft.ts';
import { keyNote } from '#content/workbench/fieldNotes.ts';
import { KNOWN_KEYS } from '#content/workbench/knownKeys.ts';

import { Button } from '../ui/Button.tsx';
import { Field, TextField } from './Field.tsx';
import styles from './Workbench.module.css';

interface ContextKeysProps {
  readonly keys: readonly DraftKey[];
  readonly caller: Draft['caller'];
  /** Keys that follow from the request. */
  readonly derived: readonly (readonly [key: string, value: string])[];
  readonly onAdd: () => void;
  readonly onChange: (id: string, change: Partial<DraftKey>) => void;
  readonly onRemove: (id: string) => void;
}

const NAMES = Object.keys(KNOWN_KEYS);

/** The request context: what conditions can ask for. */
export function ContextKeys({ keys, caller, derived, ...on }: ContextKeysProps) {
  const { onAdd, onChange, onRemove } = on;
  return (
    <section aria-labelledby="context" className={styles.part}>
      <h2 id="context">The request context</h2>
      {keys.length === 0 && (
        <p className={styles.note}>No keys beside those that follow from the request.</p>
      )}
      <ul className={styles.keys}>
        {keys.map((each, index) => (
          <li key={each.id} className={styles.key}>
            <TextField
              label={`Key ${index + 1}`}
              value={each.key}
              hint={keyNote(each.key, caller)}
              suggestions={NAMES}
              onChange={(key) => onChange(each.id, { key })}
            />
            <Field label="Values, one a line">
              {(ids) => (
                <textarea
                  {...ids}
                  className={styles.input}
                  data-code
                  rows={Math.min(6, each.values.split('\n').length)}
                  spellCheck={false}
                  placeholder={Object.hasOwn(KNOWN_KEYS, each.key) ? KNOWN_KEYS[each.key] : ''}
                  value={each.values}
                  onChange={(event) => onChange(each.id, { values: event.target.value })}
                />
              )}
            </Field>
            <Button onClick={() => onRemove(each.id)}>
              Remove<span className="visually-hidden"> key {index + 1}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button onClick={onAdd}>Add a key</Button>
      </p>
      {derived.length > 0 && (
        <details className={styles.derived}>
          <summary>{derived.length} keys follow from the request</summary>
          <dl>
            {derived.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.note}>
            A key of the same name above takes its place, unless it says who asks or for what.
          </p>
        </details>
      )}
    </section>
  );
}
