import type { PolicyEvidence } from '#engine/evidence.ts';

import { Gates } from '../gates/Gates.tsx';
import styles from './Inspector.module.css';

/** An authorization gate by gate, for those who want to see every statement. */
export function PolicyGates({ evidence }: { readonly evidence: PolicyEvidence }) {
  return (
    <details className={styles.gates}>
      <summary>The verdict, gate by gate</summary>
      <Gates decision={evidence.decision} />
    </details>
  );
}
