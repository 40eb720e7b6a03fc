import type { RawKnobs } from './knob.ts';
import { PRESIGNED_PREMISES } from './premises/presigned.ts';
import { ROLES_ANYWHERE_PREMISES } from './premises/rolesAnywhere.ts';
import { STS_PREMISES } from './premises/sts.ts';
import type { LabId } from './scenario.ts';

/**
 * What each story is about before anything is decided: true whichever way its knobs stand, and silent about its end.
 * Who is to predict an outcome reads this in place of title and summary, which tell it.
 */
const PREMISES: Readonly<Record<LabId, Readonly<Record<string, string>>>> = {
  presigned: PRESIGNED_PREMISES,
  sts: STS_PREMISES,
  rolesanywhere: ROLES_ANYWHERE_PREMISES,
};

interface Named {
  readonly lab: LabId;
  readonly id: string;
}

/** What a story is about, in a few sentences; undefined for one that is not ours. */
export const premiseOf = ({ lab, id }: Named): string | undefined =>
  Object.hasOwn(PREMISES[lab], id) ? PREMISES[lab][id] : undefined;

/** Settings in which the story rests on something that AWS does not document and nobody saw, which no rule says of itself. */
const MODELLED: readonly (Named & { readonly knob: string; readonly text: string })[] = [
  // Whether a list is asked about CAs between, and whether one past its date still counts.
  { lab: 'rolesanywhere', id: 'narrow-ca', knob: 'machine', text: 'revoked' },
  { lab: 'rolesanywhere', id: 'late-list', knob: 'listed', text: 'stale' },
];

/** Whether a setting of a story is one that is not to be asked about. */
export const isModelledSetting = ({ lab, id }: Named, knobs: RawKnobs): boolean =>
  MODELLED.some((one) => one.lab === lab && one.id === id && knobs[one.knob] === one.text);
