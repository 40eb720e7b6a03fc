import { examine } from '#engine/microscope/examine.ts';
import type { Examined, Study } from '#engine/microscope/examine.ts';
import { promised } from '#engine/never.ts';
import type { Unsignable } from '#engine/microscope/signing.ts';
import type { Received } from '#engine/s3/received.ts';
import { parseAmzDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

/** What lies under the microscope: a request with what happened to it, and when it reaches AWS. */
export interface MicroscopeTable extends Study {
  /** As X-Amz-Date has it. */
  readonly arrives: string;
  /** The world of a run of the lab; without one, the world is one in which the request would be granted. */
  readonly world?: World;
  /** What comes with a request of the lab and is in no part of it. */
  readonly beside?: Pick<Received, 'origin' | 'scheme' | 'body'>;
}

/** The moment a request arrives: what was typed, else the moment it was signed. */
export const arrivalOf = ({ arrives, inputs }: MicroscopeTable): Instant =>
  promised(
    parseAmzDate(arrives) ?? parseAmzDate(inputs.date),
    'what arrives was signed at a moment',
  );

/** What lies on the table as it can be signed: where a date or a lifetime is none, the one it began with stands in. */
export function signable(
  table: MicroscopeTable,
  original: MicroscopeTable,
): { readonly table: MicroscopeTable; readonly problems: readonly Unsignable['field'][] } {
  const problems = FIELDS.filter((field) => {
    const inputs = { ...original.inputs, signedIn: table.inputs.signedIn };
    return (
      examine({ ...table, inputs: { ...inputs, [field]: table.inputs[field] } }).kind !== 'examined'
    );
  });
  const standIns = Object.fromEntries(problems.map((field) => [field, original.inputs[field]]));
  return { table: { ...table, inputs: { ...table.inputs, ...standIns } }, problems };
}

const FIELDS = ['date', 'expires'] as const;

/** Both lanes of what lies on the table; undefined where it cannot be signed. */
export function examined(table: MicroscopeTable): Examined | undefined {
  const found = examine(table);
  return found.kind === 'examined' ? found : undefined;
}
