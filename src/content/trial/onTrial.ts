import type { Step } from '#engine/trace.ts';

/** Whether a step looks at certificates, so that they stand on trial beside it. */
export const isOnTrial = (step: Step | undefined): boolean =>
  step?.row === 'check' &&
  (step.check.evidence.kind === 'certificate' ||
    step.check.evidence.kind === 'path' ||
    step.check.rule === 'rolesanywhere.certificate-current');
