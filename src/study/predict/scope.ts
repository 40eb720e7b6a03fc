import { LAB_IDS } from '#content/scenario.ts';
import type { LabId } from '#content/scenario.ts';

/** What predictions are wanted of: everything, a lab, one story, or those that are due again. */
export type Scope =
  | { readonly of: 'everything' }
  | { readonly of: 'due' }
  | { readonly of: 'lab'; readonly lab: LabId }
  | { readonly of: 'story'; readonly lab: LabId; readonly scenario: string };

export const EVERYTHING: Scope = { of: 'everything' };

/** A scope in a link: `sts`, `sts.session-tags`, `due`; everything needs no word. */
export const formatScope = (scope: Scope): string | undefined => {
  if (scope.of === 'everything') return undefined;
  if (scope.of === 'due') return 'due';
  return scope.of === 'lab' ? scope.lab : `${scope.lab}.${scope.scenario}`;
};

/** The scope that a text names; undefined where it names none. */
export function parseScope(text: string): Scope | undefined {
  if (text === 'due') return { of: 'due' };
  const [name, scenario, ...rest] = text.split('.');
  const lab = LAB_IDS.find((one) => one === name);
  if (lab === undefined || rest.length > 0) return undefined;
  if (scenario === undefined) return { of: 'lab', lab };
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(scenario) ? { of: 'story', lab, scenario } : undefined;
}
