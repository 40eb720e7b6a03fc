import type { LabId, Scenario } from '../scenario.ts';

/** A scenario as the list of its lab shows it: what it is called, and where it is loaded from. */
export interface Listed {
  readonly lab: LabId;
  readonly id: string;
  readonly title: string;
  /** The heading it stands under in its lab's list. */
  readonly group: string;
  readonly load: () => Promise<Scenario>;
}

/** Every scenario, in the order a learner meets them. A test holds this list against the scenarios themselves. */
export const CATALOGUE: readonly Listed[] = [
  {
    lab: 'presigned',
    id: 'seven-days',
    title: 'Seven days asked, one hour given',
    group: 'Lifetimes',
    load: () => import('./presigned/sevenDays.ts').then(({ sevenDays }) => sevenDays),
  },
];

/** A scenario's entry by lab and id; undefined when there is none. */
export const findListed = (lab: string, id: string): Listed | undefined =>
  CATALOGUE.find((listed) => listed.lab === lab && listed.id === id);
