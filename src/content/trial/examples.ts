import type { LabCertificateName, LabListName } from '../pki/lab.ts';

/** Chains to begin with: good ones, and the ways in which they go wrong. */

export interface TrialExample {
  readonly id: string;
  readonly title: string;
  /** The one that signs, what comes with it, and last the trust anchor. */
  readonly certificates: readonly LabCertificateName[];
  readonly lists?: readonly LabListName[];
}

/** The moment at which the stories of the lab play. */
export const EXAMPLE_MOMENT = '2026-01-15T12:00:00Z';

/** What a fresh chain is made of. */
export const FRESH_CHAIN: readonly LabCertificateName[] = ['web', 'issuing', 'root'];

export const TRIAL_EXAMPLES: readonly TrialExample[] = [
  { id: 'good', title: 'A good chain', certificates: ['batch', 'issuing', 'root'] },
  { id: 'names', title: 'Many names', certificates: ['web', 'issuing', 'root'] },
  { id: 'ca-leaf', title: 'CA flag on a leaf', certificates: ['ca-leaf', 'issuing', 'root'] },
  { id: 'expired', title: 'Ended a second ago', certificates: ['expired', 'issuing', 'root'] },
  { id: 'missing', title: 'Intermediate missing', certificates: ['batch', 'root'] },
  {
    id: 'two-paths',
    title: 'Two paths, one dead',
    certificates: ['batch', 'issuing-by-g2', 'issuing', 'root'],
  },
  { id: 'altered', title: 'Signature altered', certificates: ['bad-signature', 'issuing', 'root'] },
  {
    id: 'outside',
    title: 'Outside the CA’s names',
    certificates: ['device-outside', 'device-ca', 'root'],
  },
  { id: 'weak', title: 'SHA-1', certificates: ['sha1', 'issuing', 'root'] },
  {
    id: 'revoked',
    title: 'Revoked',
    certificates: ['revoked', 'issuing', 'root'],
    lists: ['issuing-list'],
  },
];
