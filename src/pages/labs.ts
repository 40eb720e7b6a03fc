import type { LabId } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

/** The labs as the header and the start page name them, so that neither has to load a lab. A test compares them. */
export const LABS: readonly {
  readonly id: LabId;
  readonly title: string;
  readonly first: { readonly id: string; readonly title: string; readonly decides: StepId };
}[] = [
  {
    id: 'presigned',
    title: 'Presigned URLs',
    first: {
      id: 'seven-days',
      title: 'Seven days asked, one hour given',
      decides: 'open-url.token-alive',
    },
  },
  {
    id: 'sts',
    title: 'AWS STS',
    first: {
      id: 'why-temporary',
      title: 'Stolen at nine, worthless by ten',
      decides: 'come-back.token-alive',
    },
  },
];
