import type { RunPolicy } from '#content/policyEdits.ts';
import type { RawKnobs } from '#content/knob.ts';

import type { Tabbed } from './artifactsAt.ts';

/** What it takes to edit the policies of a run. */
export interface Editing {
  readonly policies: readonly RunPolicy[];
  /** The texts of the knobs and edits that are not at their start. */
  readonly texts: RawKnobs;
  readonly onEdit: (knob: string, text: string) => void;
}

/** A policy that can be edited, with the text it stands at, readable or not. */
export interface EditedPolicy extends RunPolicy {
  readonly knob: string;
  readonly typed: string;
}

/** A tab; one of a policy that can be edited has the policy. */
export interface PolicyTab extends Tabbed {
  readonly policy?: EditedPolicy;
}

/** The tab of a policy that is being edited and that the step no longer shows. */
export const LOST = 'edited';

/** The tabs with their policies, and the policy that is being edited even where the step no longer shows it. */
export function policyTabs(
  tabs: readonly Tabbed[],
  editing: Editing | undefined,
  open?: string,
): readonly PolicyTab[] {
  if (!editing) return tabs;
  const found = tabs.map((tab) => withPolicy(tab, policyOf(tab, editing)));
  const lost = editing.policies.find(({ knob }) => knob !== undefined && knob === open);
  if (!lost || found.some(({ policy }) => policy?.knob === open)) return found;
  const { name, text } = lost;
  const tab: Tabbed = { id: LOST, title: name, artifact: { kind: 'policy', name, text } };
  return [withPolicy(tab, standing(lost, editing)), ...found];
}

function policyOf({ artifact }: Tabbed, editing: Editing): EditedPolicy | undefined {
  const { policyId, text } = artifact;
  const namesakes = editing.policies.filter(({ id }) => id === policyId);
  const policy = namesakes.find((one) => one.text === text) ?? namesakes[0];
  return policy && standing(policy, editing);
}

function standing(policy: RunPolicy, { texts }: Editing): EditedPolicy | undefined {
  const { knob, original } = policy;
  if (knob === undefined) return undefined;
  return {
    ...policy,
    knob,
    typed: Object.hasOwn(texts, knob) ? (texts[knob] ?? original) : original,
  };
}

function withPolicy(tab: Tabbed, policy: EditedPolicy | undefined): PolicyTab {
  if (!policy) return tab;
  const isEdited = policy.typed !== policy.original;
  return { ...tab, policy, ...(isEdited && { title: `${policy.name} · edited` }) };
}
