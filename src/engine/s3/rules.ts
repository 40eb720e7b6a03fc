import type { RuleAbout } from '../rules.ts';
import { bucketFound, signerAllowed } from './bucketRules.ts';
import { objectFound } from './objectRules.ts';
import type { S3Context, SignedIn } from './received.ts';
import {
  credentialScope,
  dateWellFormed,
  expiresInRange,
  notInTheFuture,
  oneMechanism,
  sixParameters,
  urlAlive,
} from './requestRules.ts';
import {
  headersSigned,
  keyKnown,
  signatureMatches,
  tokenAccepted,
  tokenAlive,
} from './signerRules.ts';

/** Who signed, and whether it is what was signed: the same for both ways of signing. */
const SIGNATURE = [keyKnown, tokenAccepted, tokenAlive, headersSigned, signatureMatches] as const;

/** What comes once S3 knows who asks, if anybody signed at all. */
const PERMISSION = [bucketFound, signerAllowed, objectFound] as const;

/** S3's checks of a presigned request. AWS publishes no order; this one is presigned-urls.md 5.1's. */
export const OPEN_URL_RULES: readonly RuleAbout<S3Context>[] = [
  oneMechanism,
  sixParameters,
  credentialScope,
  dateWellFormed,
  expiresInRange,
  notInTheFuture,
  urlAlive,
  ...SIGNATURE,
  ...PERMISSION,
];

/** S3's checks of a request, by where it says who signed it. */
export const RULES_BY_SIGNATURE: Readonly<Record<SignedIn, readonly RuleAbout<S3Context>[]>> = {
  query: OPEN_URL_RULES,
  header: [...SIGNATURE, ...PERMISSION],
  nothing: PERMISSION,
};
