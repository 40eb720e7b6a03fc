import type { DissectExample } from '#content/dissect/examples.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Dissect.module.css';

interface PasteBoxProps {
  readonly text: string;
  readonly examples: readonly DissectExample[];
  readonly example: string | undefined;
  readonly onText: (text: string) => void;
  readonly onExample: (example: DissectExample) => void;
  readonly onClear: () => void;
  /** Brings back what an example replaced; absent where nothing was. */
  readonly onBringBack: (() => void) | undefined;
}

/** Where one pastes, and examples to begin with. */
export function PasteBox(props: PasteBoxProps) {
  const { text, examples, example, onText, onExample, onClear, onBringBack } = props;
  return (
    <section className={styles.box} aria-label="What to dissect">
      <label htmlFor="pasted" className={styles.label}>
        Presigned URL or POST policy
      </label>
      {/* Without autoComplete a browser would keep the text in its session history. */}
      <textarea
        id="pasted"
        className={styles.paste}
        value={text}
        rows={5}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby="pasted-hint"
        onChange={({ target }) => onText(target.value)}
        onFocus={({ target }) => {
          if (example !== undefined) target.select();
        }}
      />
      <p id="pasted-hint" className={styles.note}>
        Whoever has a presigned URL can use it. Paste one that is still alive only where you trust
        the screen.
      </p>
      <h2 className={styles.label} id="dissect-examples">
        Or begin with an example that has made-up keys
      </h2>
      <ul className={styles.chips} aria-labelledby="dissect-examples">
        {examples.map((one) => (
          <li key={one.id}>
            <Button
              kind="chip"
              aria-current={one.id === example ? 'true' : undefined}
              onClick={() => onExample(one)}
            >
              {one.title}
            </Button>
          </li>
        ))}
        <li>
          <Button kind="chip" onClick={onClear}>
            Empty the box
          </Button>
        </li>
      </ul>
      {onBringBack && (
        <p>
          <Button onClick={onBringBack}>Bring back my own text</Button>
        </p>
      )}
    </section>
  );
}
