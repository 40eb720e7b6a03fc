import type { Policy } from './document.ts';

/** The policy AWS attaches to every target when service control policies are switched on (AWS Organizations, SCPs). */
export const FULL_AWS_ACCESS: Policy = {
  id: 'p-FullAWSAccess',
  name: 'FullAWSAccess',
  type: 'service-control',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};
