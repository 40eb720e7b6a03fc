import type { RuleId } from '#engine/rules.ts';

import { API_FACTS } from './apiFacts.ts';
import { ROLES_ANYWHERE_FACTS } from './rolesAnywhereFacts.ts';
import type { RuleFacts } from './ruleText.ts';
import { S3_FORM_FACTS } from './s3FormFacts.ts';
import { S3_SERVING_FACTS } from './s3ServingFacts.ts';
import { STS_RULE_FACTS } from './stsRuleFacts.ts';

/** AWS publishes no order for the checks of STS and S3, so the place of each is modelled. */
const order = 'modelled';

/** What each rule of the engine says, how sure we are, and where it is written: a rule without them does not compile. */
export const RULE_FACTS: Readonly<Record<RuleId, RuleFacts>> = {
  ...STS_RULE_FACTS,
  ...API_FACTS,
  ...ROLES_ANYWHERE_FACTS,
  ...S3_SERVING_FACTS,
  ...S3_FORM_FACTS,
  'sts.parameters-valid': {
    question: 'Do the parameters meet the API’s own limits?',
    statement:
      'The API model sets hard limits: DurationSeconds from 900 to 43200, a session name of 2 to 64 characters.',
    basis: { verdict: 'documented', order },
    source: 'sts.model',
  },
  'sts.signature-current': {
    question: 'Is the signed date close to AWS’s clock?',
    statement:
      'STS refuses a signature whose date is more than 15 minutes before or after its own clock.',
    basis: { verdict: 'observed', order },
    source: 'sts.clock',
  },
  'sts.caller-authenticated': {
    question: 'Are the caller’s own credentials still good?',
    statement:
      'The caller’s access key must exist and be active and, if it is temporary, must not have expired.',
    basis: { verdict: 'observed', order },
    source: 'iam.temporary-request',
  },
  'sts.caller-kind': {
    question: 'May this kind of caller assume roles at all?',
    statement:
      'IAM users and role sessions may call AssumeRole; the root user and federated users may not.',
    basis: { verdict: 'documented', order },
    source: 'sts.comparison',
  },
  'sts.assume-role-allowed': {
    question: 'Does the role’s trust policy let this caller in?',
    statement:
      'The role’s trust policy must allow the caller. If it names the caller itself, that is enough inside one account; if it names only the account, the caller’s own policies must allow the call too.',
    basis: { verdict: 'documented', order },
    source: 'sts.assume-role',
  },
  'sts.duration-when-chained': {
    question: 'Is the caller a session itself, and does it ask for more than an hour?',
    statement:
      'A session that assumes another role gets one hour at most. Asking for more is an error, not a silent cut.',
    basis: { verdict: 'documented', order },
    source: 'iam.role-terms',
  },
  'sts.duration-within-role': {
    question: 'Does the call ask for more than the role allows?',
    statement:
      'DurationSeconds may not exceed the role’s MaxSessionDuration. STS refuses; it does not cut.',
    basis: { verdict: 'documented', order },
    source: 'sts.assume-role',
  },
  'tool.lifetime-given': {
    question: 'Is there a lifetime to write into the URL?',
    statement:
      'The default lifetime belongs to the tool, not to the credentials; some tools have none and demand a number.',
    basis: { verdict: 'documented', order },
    source: 'tool.net',
  },
  'tool.lifetime-taken': {
    question: 'Does the tool sign for so long?',
    statement:
      'Some tools refuse more than 604800 seconds themselves; the others leave it to S3 to find out.',
    basis: { verdict: 'documented', order },
    source: 'tool.js-signer',
  },
  's3.one-mechanism': {
    question: 'Is the request authenticated in one way only?',
    statement:
      'A presigned request carries its signature in the query. An Authorization header beside it is refused.',
    basis: { verdict: 'observed', order },
    source: 's3.two-mechanisms',
  },
  's3.six-parameters': {
    question: 'Are all six signing parameters there?',
    statement:
      'A SigV4 presigned URL carries X-Amz-Algorithm, -Credential, -Date, -Expires, -SignedHeaders and -Signature.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
  },
  's3.credential-scope': {
    question: 'Is the signature meant for this service and Region?',
    statement:
      'X-Amz-Credential names key, day, Region, service and aws4_request; the Region must be the bucket’s.',
    basis: { verdict: 'observed', order },
    source: 's3.recorded',
  },
  's3.date-well-formed': {
    question: 'Is the signing date a date, and the same one twice?',
    statement:
      'X-Amz-Date has the form 20260115T120000Z, and its day is the one in the credential scope.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
  },
  's3.expires-in-range': {
    question: 'Does the URL ask for seven days at most?',
    statement: 'X-Amz-Expires is a number of seconds, 604800 (seven days) at most.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
  },
  's3.not-in-the-future': {
    question: 'Was the URL signed in the past?',
    statement:
      'A URL dated too far in the future is refused. About 15 minutes are tolerated; AWS gives no number.',
    basis: { verdict: 'observed', order },
    source: 's3.future-date',
  },
  's3.url-alive': {
    question: 'Has the URL’s own time run out?',
    statement:
      'A URL ends X-Amz-Expires seconds after X-Amz-Date. S3 looks when the request arrives, once.',
    basis: { verdict: 'documented', order },
    source: 's3.presigned',
  },
  's3.key-known': {
    question: 'Does AWS know the access key in the URL?',
    statement:
      'The access key must exist and be active. A temporary key is only known together with its session token.',
    basis: { verdict: 'observed', order },
    source: 's3.unknown-key',
  },
  's3.token-accepted': {
    question: 'Is the session token the one that was issued?',
    statement: 'A temporary key works only with the very session token it was issued with.',
    basis: { verdict: 'observed', order },
    source: 's3.token-errors',
  },
  's3.token-alive': {
    question: 'Are the credentials that signed the URL still alive?',
    statement:
      'A URL signed with temporary credentials dies with them, whatever X-Amz-Expires says.',
    basis: { verdict: 'documented', order },
    source: 's3.presigned',
  },
  's3.headers-signed': {
    question: 'Were all x-amz- headers signed?',
    statement:
      'Every x-amz- header that is sent must be signed, and so must Host; other headers may come unsigned.',
    basis: { verdict: 'observed', order },
    source: 's3.recorded',
  },
  's3.signature-matches': {
    question: 'Does S3 arrive at the same signature?',
    statement:
      'S3 signs the request it received with the same secret. Method, path, query and signed headers all take part.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
  },
  's3.bucket-found': {
    question: 'Is there such a bucket?',
    statement:
      'The bucket named by the host or the path must exist, and lie in the Region of a host that names one.',
    basis: { verdict: 'documented', order },
    source: 's3.errors',
  },
  's3.signer-allowed': {
    question: 'May the signer do this, right now?',
    statement:
      'A presigned request has the signer’s permissions, and they are looked up when the URL is used.',
    basis: { verdict: 'documented', order },
    source: 'guidance.generation',
  },
  's3.object-found': {
    question: 'Is the object there?',
    statement: 'A missing object gives 404 only to a signer with s3:ListBucket; others get 403.',
    basis: { verdict: 'documented', order },
    source: 's3.get-object',
  },
};
