import { Mark } from './Mark.tsx';
import type { Tone } from './Mark.tsx';
import styles from './VerdictBar.module.css';

interface Verdict {
  readonly tone: Tone;
  readonly word: string;
  readonly code?: string;
}

/** How something ended: word, shape, border and colour. */
export function VerdictBar({ verdict }: { readonly verdict: Verdict }) {
  return (
    <p className={styles.bar} data-tone={verdict.tone}>
      <Mark tone={verdict.tone} />
      <strong>{verdict.word}</strong>
      {verdict.code !== undefined && <code>{verdict.code}</code>}
    </p>
  );
}
