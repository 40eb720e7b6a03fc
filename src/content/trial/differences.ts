import type { Certificate } from '#engine/x509/certificate.ts';

import { fieldRows } from './fields.ts';
import type { FieldRow } from './fields.ts';

/** In what one certificate differs from another, field by field. */

export interface Difference {
  readonly id: string;
  readonly name: string;
  /** Absent where only the other one has the field. */
  readonly here?: string;
  readonly there?: string;
}

/** Two certificates never share these. */
const OWN = ['serialNumber', 'signatureValue'];

const textOf = ({ value, isCritical }: FieldRow): string =>
  `${value}${isCritical ? ' · critical' : ''}`;

/** The fields that differ; serial number and signature, which always do, are left out. */
export function differencesOf(one: Certificate, other: Certificate): readonly Difference[] {
  const [here, there] = [fieldRows(one), fieldRows(other)];
  const ids = new Set([...here, ...there].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [own, others] = [here, there].map((rows) => rows.find((row) => row.id === id));
    const [text, otherText] = [own && textOf(own), others && textOf(others)];
    if (OWN.includes(id) || text === otherText) return [];
    return [
      {
        id,
        name: own?.name ?? others?.name ?? id,
        ...(text !== undefined && { here: text }),
        ...(otherText !== undefined && { there: otherText }),
      },
    ];
  });
}
