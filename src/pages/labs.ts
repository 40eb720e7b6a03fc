import type { LabId } from '#content/scenario.ts';

/** The labs as the header names them, so that it has to load none. A test compares them. */
export const LABS: readonly {
  readonly id: LabId;
  readonly title: string;
  /** The id of its first scenario. */
  readonly first: string;
}[] = [
  { id: 'presigned', title: 'Presigned URLs', first: 'seven-days' },
  { id: 'sts', title: 'AWS STS', first: 'why-temporary' },
  { id: 'rolesanywhere', title: 'Roles Anywhere', first: 'key-file' },
];

/** The first scenario of a lab: a lab by its name alone opens as its link in the header does. */
export const firstIn = (lab: string | undefined): string | undefined =>
  LABS.find(({ id }) => id === lab)?.first;
