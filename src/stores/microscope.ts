import { create } from 'zustand';

import { MICROSCOPE_PRESETS } from '#content/microscope/presets.ts';
import type { MicroscopeTable } from '#content/microscope/table.ts';
import { withAdded } from '#content/microscope/tampers.ts';
import { UNTOUCHED } from '#engine/microscope/part.ts';
import type { AddedPart, Tampering } from '#engine/microscope/part.ts';
import { promised } from '#engine/never.ts';

import type { MicroscopePlace } from './stage.ts';

/**
 * What lies under the microscope. It is kept in memory only: what somebody types here enters no link, no history, no
 * storage and no report, and is gone with the page.
 */
export interface Microscope {
  /** The place it was opened from; an address that asks for another one lays out something else. */
  readonly opened: string;
  readonly table: MicroscopeTable;
  /** As it was before anybody changed it. */
  readonly original: MicroscopeTable;
}

const { table: first } = promised(MICROSCOPE_PRESETS[0], 'there is a preset');

export const useMicroscope = create<Microscope>(() => ({
  opened: '',
  table: first,
  original: first,
}));

/** Tells places apart that lay out different requests. */
export const openedFrom = ({ preset, tamper, run }: MicroscopePlace): string =>
  JSON.stringify([preset, tamper, run]);

/** Lays a request out: as it was, and as it is now. */
export const layOut = (microscope: Microscope): void => useMicroscope.setState(microscope, true);

const others = (
  changed: Tampering['changed'],
  id: string,
): readonly (readonly [string, string | undefined])[] =>
  Object.entries(changed).filter(([other]) => other !== id);

/** Changes a part that was sent; undefined drops it. */
export const withPart = (
  table: MicroscopeTable,
  id: string,
  value: string | undefined,
): MicroscopeTable => ({
  ...table,
  tampering: {
    ...table.tampering,
    changed: Object.fromEntries([...others(table.tampering.changed, id), [id, value]]),
  },
});

/** Puts a part back as it was sent, or takes one away that was added. */
export const withoutChange = (table: MicroscopeTable, id: string): MicroscopeTable => ({
  ...table,
  tampering: {
    changed: Object.fromEntries(others(table.tampering.changed, id)),
    added: table.tampering.added.filter((part) => part.id !== id),
  },
});

/** Adds a part that nobody signed. */
export const withNew = (table: MicroscopeTable, part: Omit<AddedPart, 'id'>): MicroscopeTable => ({
  ...table,
  tampering: withAdded(table.tampering, part),
});

/** Changes a part that was added. */
export const withNewAs = (
  table: MicroscopeTable,
  id: string,
  text: Partial<Pick<AddedPart, 'name' | 'value'>>,
): MicroscopeTable => ({
  ...table,
  tampering: {
    ...table.tampering,
    added: table.tampering.added.map((part) => (part.id === id ? { ...part, ...text } : part)),
  },
});

const withoutSecret = ({ knownSecret: _, ...table }: MicroscopeTable): MicroscopeTable => table;

/** Lets AWS know another secret for the key id; the signer’s own is no other. */
export const withSecret = (table: MicroscopeTable, knownSecret: string): MicroscopeTable =>
  knownSecret === table.inputs.secretAccessKey ? withoutSecret(table) : { ...table, knownSecret };

/** A request as it was signed now, untouched on its way, arriving when it first did. */
export const asSigned = (
  table: MicroscopeTable,
  { arrives }: Pick<MicroscopeTable, 'arrives'>,
): MicroscopeTable => ({ ...withoutSecret(table), tampering: UNTOUCHED, arrives });
