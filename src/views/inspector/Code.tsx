import type { Artifact } from '#engine/trace.ts';

import styles from './Inspector.module.css';

/** A text exactly as it is sent or hashed; in answers, the error code is marked. */
export function Code({ artifact }: { readonly artifact: Artifact }) {
  const parts =
    artifact.kind === 'response'
      ? artifact.text.split(/(?<=<Code>)([^<]*)(?=<\/Code>)/)
      : [artifact.text];
  return (
    <pre className={styles.code} data-scrolls>
      {parts.map((part, index) => (index % 2 === 1 ? <mark key="code">{part}</mark> : part))}
    </pre>
  );
}
