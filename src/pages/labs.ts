import type { LabId } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

/** The labs as the header and the start page name them, so that neither has to load a lab. A test compares them. */
export const LABS: readonly {
  readonly id: LabId;
  readonly title: string;
  /** What it is about, in one sentence. */
  readonly says: string;
  readonly first: { readonly id: string; readonly title: string; readonly decides: StepId };
}[] = [
  {
    id: 'presigned',
    title: 'Presigned URLs',
    says: 'What a link says of its life, and what ends it before.',
    first: {
      id: 'seven-days',
      title: 'Seven days asked, one hour given',
      decides: 'open-url.token-alive',
    },
  },
  {
    id: 'sts',
    title: 'AWS STS',
    says: 'Why temporary, who is trusted, what a session carries, and how it is cut off.',
    first: {
      id: 'why-temporary',
      title: 'Stolen at nine, worthless by ten',
      decides: 'come-back.token-alive',
    },
  },
  {
    id: 'rolesanywhere',
    title: 'Roles Anywhere',
    says: 'How a certificate opens a role, who else it lets in, and what ends it.',
    first: {
      id: 'key-file',
      title: 'The key file is gone, the batch still runs',
      decides: 'create-session.path-trusted',
    },
  },
];
