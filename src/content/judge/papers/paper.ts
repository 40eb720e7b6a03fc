import type { CallStep } from '#engine/trace.ts';

/** Something a service has at hand when it decides: facts by name, or a text. */
export interface Paper {
  readonly title: string;
  /** What it is, where its title does not say it. */
  readonly says?: string;
  readonly rows?: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
}

/** Papers of one kind. */
export interface Pile {
  readonly title: string;
  readonly papers: readonly Paper[];
}

/** A request on its way: what is asked, in which bytes, and the world as it is then. */
export type Sent = Pick<CallStep, 'act' | 'world' | 'artifacts'>;

/** A list as one value; a word where it is empty. */
export const listed = (values: readonly string[], none = 'none'): string =>
  values.length === 0 ? none : values.join(', ');

export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
