import type { LabId } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

/** The labs as the start page tells of them, and the scenario that each begins with. A test compares them. */
export const LAB_STORIES: Readonly<
  Record<
    LabId,
    {
      /** What it is about, in one sentence. */
      readonly says: string;
      readonly title: string;
      readonly decides: StepId;
    }
  >
> = {
  presigned: {
    says: 'What a link says of its life, and what ends it before.',
    title: 'Seven days asked, one hour given',
    decides: 'open-url.token-alive',
  },
  sts: {
    says: 'Why temporary, who is trusted, what a session carries, and how it is cut off.',
    title: 'Stolen at nine, worthless by ten',
    decides: 'come-back.token-alive',
  },
  rolesanywhere: {
    says: 'How a certificate opens a role, who else it lets in, and what ends it.',
    title: 'The key file is gone, the batch still runs',
    decides: 'create-session.path-trusted',
  },
};
