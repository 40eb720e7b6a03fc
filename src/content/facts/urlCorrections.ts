import { presignedStep, stsStep } from './correction.ts';
import type { Correction } from './correction.ts';

/** What is often written of presigned URLs (presigned-urls.md 7; exam.md 0.2). */

const documented = 'documented';
const observed = 'observed';
/** It follows from AWS's pages, and none says it in so many words. */
const concluded = 'modelled';

/** Before the session of the first lesson ends. */
const IN_TIME = { used: '20260115T124500Z' };

export const LIFETIME_CORRECTIONS: readonly Correction[] = [
  {
    id: 'default-by-signer',
    often: 'A URL lives 1 hour by default when a user signs it, and 15 minutes when a role does.',
    does: 'The default is a constant of the tool: 3600 in the AWS CLI and boto3, 900 in the JavaScript, Go and Ruby SDKs, none in Java v2, .NET, PHP and Rust. Users and roles get the same.',
    source: 'tool.js',
    basis: documented,
    shown: presignedStep('whose-default', 'sign.answer'),
  },
  {
    id: 'seven-days-by-role',
    often: 'A URL that a role signs for seven days lives seven days.',
    does: 'It dies with the role’s session, whatever X-Amz-Expires says.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('seven-days', 'open-url.token-alive'),
  },
  {
    id: 'always-36-hours',
    often: 'URLs signed with STS credentials last up to 36 hours.',
    does: 'Only tokens that an IAM user gets from GetSessionToken or GetFederationToken live so long. Roles reach 12 hours, chained roles and root’s tokens 1 hour.',
    source: 'iam.temporary-request',
    basis: documented,
    shown: stsStep('one-hour-chained', 'assume-deploy.duration-when-chained'),
  },
  {
    id: 'twelve-hours',
    often: 'Twelve hours is the limit for presigned URLs of users or roles.',
    does: 'Twelve hours is what the S3 console offers. A role’s session has a maximum of its own, which may be 12 hours too.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('user-signed', 'open-url.answer'),
  },
  {
    id: 'cut-off-download',
    often: 'A download is cut off when its URL expires.',
    does: 'S3 looks at the time when the request arrives. A download that runs goes on; starting it again is a new request.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('film-night', 'bytes.bytes', { line: 'off' }),
  },
  {
    id: 'fifteen-minutes-old',
    often: 'Requests older than 15 minutes fail, so a URL needs a fresh clock.',
    does: 'That is the rule for signed headers. The age of a URL is bounded by X-Amz-Expires; only a date that lies about 15 minutes ahead is refused.',
    source: 's3.authenticating',
    basis: documented,
    shown: presignedStep('skewed-clock', 'open-url.not-in-the-future'),
  },
  {
    id: 'age-in-seconds',
    often: 's3:signatureAge counts seconds.',
    does: 'It counts milliseconds: ten minutes are 600000.',
    source: 's3.condition-keys',
    basis: documented,
    shown: presignedStep('signature-age', 'open-url.signer-allowed'),
  },
  {
    id: 'age-sets-lifetime',
    often: 's3:signatureAge sets or lengthens the life of a URL.',
    does: 'It can only shorten it: the stricter of the two wins.',
    source: 'guidance.guardrails',
    basis: documented,
    shown: presignedStep('signature-age', 'open-url.signer-allowed', {
      guard: 'milliseconds',
      used: '20260130T091200Z',
    }),
  },
  {
    id: 'seven-days-absolute',
    often: 'Presigned URLs are always SigV4, so seven days is the absolute limit.',
    does: 'Regions from before 2014 still take SigV2, which has no such limit, and boto3 still signs with it there by default.',
    source: 'tool.botocore-client',
    basis: observed,
  },
  {
    id: 'instance-six-hours',
    often: 'A URL that an EC2 instance signs lasts 6 hours.',
    does: 'It lasts about 6 hours at most: what counts is what the instance’s credentials have left.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('instance-rotation', 'open-url.token-alive'),
  },
];

export const PERMISSION_CORRECTIONS: readonly Correction[] = [
  {
    id: 'signing-checks',
    often: 'Making a URL needs s3:GetObject, or checks it.',
    does: 'Signing is arithmetic on the signer’s machine, and nobody is asked. Permission is checked when the URL is used.',
    source: 'guidance.generation',
    basis: documented,
    shown: presignedStep('permission-lost', 'sign.done', { allowed: 'off', meanwhile: 'given' }),
  },
  {
    id: 'frozen-permissions',
    often: 'The permissions at the time of signing stay in the URL.',
    does: 'They are looked up at every use, with the policies of that moment.',
    source: 'iam.temporary-control',
    basis: documented,
    shown: presignedStep('permission-lost', 'open-url.signer-allowed'),
  },
  {
    id: 'secret-inside',
    often: 'The URL contains the signer’s credentials.',
    does: 'It contains the access key id, the session token of a temporary key, and a signature. The secret key is not in it.',
    source: 's3.query-auth',
    basis: documented,
    shown: presignedStep('seven-days', 'share.sent'),
  },
  {
    id: 'single-use',
    often: 'A URL works once.',
    does: 'It works any number of times until it dies: whoever holds it can use it.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('used-again', 'use-stranger.answer'),
  },
  {
    id: 'block-public-access',
    often: 'Block Public Access stops presigned URLs.',
    does: 'It stops public policies, public ACLs and unsigned requests. A presigned request is signed, so it counts as the signer’s.',
    source: 's3.block-public',
    basis: concluded,
    shown: presignedStep('public-block', 'open-url.answer'),
  },
  {
    id: 'recipient-network',
    often: 'Where the recipient sits does not matter.',
    does: 'aws:SourceIp and aws:SourceVpce look at the request that arrives, so they bind whoever uses the URL.',
    source: 's3.presigned',
    basis: documented,
    shown: presignedStep('other-network', 'open-url.signer-allowed'),
  },
  {
    id: 'recipient-kms',
    often: 'For an object under a KMS key, the recipient needs permission for the key.',
    does: 'The signer needs it: kms:Decrypt to download, kms:GenerateDataKey to upload.',
    source: 's3.kms',
    basis: documented,
    shown: presignedStep('locked-twice', 'open-url.kms-allowed'),
  },
  {
    id: 'deny-query-string',
    often: 'Denying s3:authType REST-QUERY-STRING only stops shared links.',
    does: 'It stops uploads and downloads in the S3 console as well.',
    source: 'guidance.guardrails',
    basis: documented,
    shown: presignedStep('signature-age', 'open-url.signer-allowed', { guard: 'links' }),
  },
];

export const ENDING_CORRECTIONS: readonly Correction[] = [
  {
    id: 'revoke-any-url',
    often: '“Revoke active sessions” ends a URL, whoever signed it.',
    does: 'It ends URLs that sessions of that role signed. For a user’s URL, deactivate the key or deny the user.',
    source: 'iam.revoke-sessions',
    basis: documented,
    shown: presignedStep('revocation-race', 'use-user.answer'),
  },
  {
    id: 'revoke-cancels',
    often: 'Revoking sessions cancels their tokens.',
    does: 'The tokens live on. A policy is added that denies everything to sessions issued before that moment.',
    source: 'iam.revoke-sessions',
    basis: documented,
    shown: presignedStep('revocation-race', 'use-session.signer-allowed'),
  },
];

export const ANSWER_CORRECTIONS: readonly Correction[] = [
  {
    id: 'expired-url-token',
    often: 'An expired URL is answered with ExpiredToken.',
    does: 'A URL past its own date gets 403 AccessDenied, “Request has expired”. ExpiredToken means that the credentials have ended.',
    source: 's3.recorded',
    basis: observed,
    shown: presignedStep('whose-default', 'open-url.answer'),
  },
  {
    id: 'expired-url-signature',
    often: 'An expired URL is answered with SignatureDoesNotMatch.',
    does: 'That error says that something signed was changed, if only a second of X-Amz-Expires.',
    source: 's3.recorded',
    basis: observed,
    shown: presignedStep('seven-days', 'open-url.signature-matches', {
      ...IN_TIME,
      change: 'expires',
    }),
  },
  {
    id: 'expired-token-403',
    often: 'ExpiredToken has status 403.',
    does: 'S3 sends it with status 400.',
    source: 's3.errors',
    basis: documented,
    shown: presignedStep('seven-days', 'open-url.answer'),
  },
  {
    id: 'missing-404',
    often: 'A missing object always gives 404.',
    does: 'It gives 403 where the signer lacks s3:ListBucket.',
    source: 's3.get-object',
    basis: documented,
    shown: presignedStep('seven-days', 'open-url.object-found', { ...IN_TIME, before: 'deleted' }),
  },
];

export const REQUEST_CORRECTIONS: readonly Correction[] = [
  {
    id: 'any-method',
    often: 'A URL for GET also works for HEAD or PUT.',
    does: 'The method is signed: another one gives SignatureDoesNotMatch.',
    source: 's3.header-auth',
    basis: documented,
    shown: presignedStep('wrong-method', 'open-url.signature-matches'),
  },
  {
    id: 'content-type',
    often: 'An upload needs the Content-Type that the signer had in mind, signed or not.',
    does: 'With SigV4 only where the signer signed it; with SigV2 always.',
    source: 's3.recorded',
    basis: observed,
    shown: presignedStep('signed-header', 'open-url.signature-matches'),
  },
  {
    id: 'put-size',
    often: 'A presigned PUT can limit the size of the file.',
    does: 'Only a POST policy can, with content-length-range.',
    source: 's3.post-policy',
    basis: documented,
    shown: presignedStep('photo-form', 'send-form.form-size'),
  },
  {
    id: 'cloudfront',
    often: 'An S3 presigned URL and a CloudFront signed URL are the same thing.',
    does: 'Other keys sign them, with other parameters and other rules of expiry. S3 refuses a URL that CloudFront’s keys signed.',
    source: 's3.signed-elsewhere',
    basis: observed,
  },
  {
    id: 'path-normalised',
    often: 'The path is normalised and encoded twice, as for other services.',
    does: 'Not for S3: the path is signed as it stands, encoded once.',
    source: 's3.header-auth',
    basis: documented,
    shown: presignedStep('odd-key', 'open-url.signature-matches', {
      name: 'dot',
      signed: 'stored',
      sent: 'tidy',
    }),
  },
];
