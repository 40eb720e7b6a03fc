/** Something a service has at hand when it decides: facts by name, or a text. */
export interface Paper {
  readonly title: string;
  readonly rows?: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
}

/** Papers of one kind. */
export interface Pile {
  readonly title: string;
  readonly papers: readonly Paper[];
}

/** A list as one value; a word where it is empty. */
export const listed = (values: readonly string[], none = 'none'): string =>
  values.length === 0 ? none : values.join(', ');

export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
