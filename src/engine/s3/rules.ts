import type { RuleAbout } from '../rules.ts';
import { publicAccess, requesterPays } from './accessRules.ts';
import { bucketFound, signerAllowed } from './bucketRules.ts';
import { kmsAllowed, kmsSecure } from './encryptionRules.ts';
import { conditionHolds, objectFound, objectReadable, rangeSatisfiable } from './objectRules.ts';
import { overridesValid } from './overrideRule.ts';
import type { RequestContext, S3Context } from './received.ts';
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
import { aclAccepted, digestMatches } from './uploadRules.ts';

/** Who signed, and whether it is what was signed: the same for both ways of signing. */
const SIGNATURE = [keyKnown, tokenAccepted, tokenAlive, headersSigned, signatureMatches] as const;

/** What comes once S3 knows who asks, if anybody signed at all. */
const PERMISSION = [
  overridesValid,
  bucketFound,
  publicAccess,
  requesterPays,
  signerAllowed,
  objectFound,
  objectReadable,
  aclAccepted,
  conditionHolds,
  rangeSatisfiable,
  digestMatches,
  kmsSecure,
  kmsAllowed,
] as const;

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
export const RULES_BY_SIGNATURE: Readonly<
  Record<RequestContext['received']['signedIn'], readonly RuleAbout<S3Context>[]>
> = {
  query: OPEN_URL_RULES,
  header: [...SIGNATURE, ...PERMISSION],
  nothing: PERMISSION,
};
