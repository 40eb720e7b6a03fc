import type { ReactNode } from 'react';

import type { Field } from '#content/own/fields.ts';

import { FieldTable } from './FieldTable.tsx';
import styles from './Teach.module.css';

interface FileFormatProps {
  readonly schemaHref: string;
  readonly fields: readonly (readonly [string, readonly Field[]])[];
  /** What else is to be known of it. */
  readonly children?: ReactNode;
}

/** How a JSON file is written: every field of it. */
export const FileFormat = ({ schemaHref, fields, children }: FileFormatProps) => (
  <details className={styles.details}>
    <summary>How the file is written</summary>
    <p>
      It is JSON. Editors complete and check it with the{' '}
      <a href={schemaHref} download>
        JSON schema
      </a>
      .{children}
    </p>
    {fields.map(([part, all]) => (
      <FieldTable key={part} part={part} all={all} />
    ))}
  </details>
);
