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
  {
    lab: 'sts',
    id: 'why-temporary',
    title: 'Stolen at nine, worthless by ten',
    group: 'First principles',
    load: () => import('./sts/whyTemporary.ts').then(({ whyTemporary }) => whyTemporary),
  },
  {
    lab: 'sts',
    id: 'who-am-i',
    title: 'Denied everything, and still told who he is',
    group: 'First principles',
    load: () => import('./sts/whoAmI.ts').then(({ whoAmI }) => whoAmI),
  },
  {
    lab: 'sts',
    id: 'twelve-hours-asked',
    title: 'Twelve hours asked, none given',
    group: 'Sessions',
    load: () =>
      import('./sts/twelveHoursAsked.ts').then(({ twelveHoursAsked }) => twelveHoursAsked),
  },
  {
    lab: 'sts',
    id: 'one-hour-chained',
    title: 'Two roles in a row, and only one hour',
    group: 'Sessions',
    load: () => import('./sts/oneHourChained.ts').then(({ oneHourChained }) => oneHourChained),
  },
  {
    lab: 'sts',
    id: 'session-policy',
    title: 'The role may write, this session may not',
    group: 'Sessions',
    load: () => import('./sts/sessionPolicy.ts').then(({ sessionPolicy }) => sessionPolicy),
  },
  {
    lab: 'sts',
    id: 'session-tags',
    title: 'The tag that stayed behind',
    group: 'Sessions',
    load: () => import('./sts/sessionTags.ts').then(({ sessionTags }) => sessionTags),
  },
  {
    lab: 'sts',
    id: 'source-identity',
    title: 'Ana cannot go on as Ben',
    group: 'Sessions',
    load: () => import('./sts/sourceIdentity.ts').then(({ sourceIdentity }) => sourceIdentity),
  },
  {
    lab: 'sts',
    id: 'federation-token',
    title: 'A token for Maria, and nothing she may do',
    group: 'Sessions',
    load: () => import('./sts/federationToken.ts').then(({ federationToken }) => federationToken),
  },
  {
    lab: 'sts',
    id: 'session-token-mfa',
    title: 'The same Priya, but IAM does not know her',
    group: 'Sessions',
    load: () => import('./sts/sessionTokenMfa.ts').then(({ sessionTokenMfa }) => sessionTokenMfa),
  },
  {
    lab: 'sts',
    id: 'assume-root',
    title: 'Root for fifteen minutes, and for one task',
    group: 'Sessions',
    load: () => import('./sts/assumeRoot.ts').then(({ assumeRoot }) => assumeRoot),
  },
];

/** A scenario's entry by lab and id; undefined when there is none. */
export const findListed = (lab: string, id: string): Listed | undefined =>
  CATALOGUE.find((listed) => listed.lab === lab && listed.id === id);
