import type { RuleId } from '#engine/rules.ts';

import type { RuleFacts } from './ruleText.ts';
import type { S3_SERVING_RULES } from './s3ServingRules.ts';

/** AWS publishes no order for these checks, so the place of each is modelled. */
const order = 'modelled';

/** S3's checks of settings, objects, uploads and encryption: what each says, how sure we are, and where it is written. */
export const S3_SERVING_FACTS: Readonly<Record<RuleId & keyof typeof S3_SERVING_RULES, RuleFacts>> =
  {
    's3.overrides-valid': {
      question: 'Can the answer’s headers be replaced as the link asks?',
      statement:
        'The response- parameters replace headers of the answer. They must be signed and fit into ISO-8859-1.',
      basis: { verdict: 'documented', order },
      source: 's3.get-object',
    },
    's3.public-access': {
      question: 'Does Block Public Access concern this request?',
      statement:
        'Where the bucket policy is public, RestrictPublicBuckets leaves only the bucket’s own account and AWS services. A presigned request is its signer’s, not public.',
      basis: { verdict: 'documented', order },
      source: 's3.public-access-block',
    },
    's3.requester-pays': {
      question: 'Does the request say who pays?',
      statement:
        'In a Requester Pays bucket, requests of other accounts must carry x-amz-request-payer, signed; unsigned requests are not served.',
      basis: { verdict: 'documented', order },
      source: 's3.requester-pays',
    },
    's3.object-readable': {
      question: 'Can the object be read without being restored?',
      statement:
        'An archived object must be restored before its bytes can be read; a valid link changes nothing about that.',
      basis: { verdict: 'documented', order },
      source: 's3.archived',
    },
    's3.condition-holds': {
      question: 'Is the key still free?',
      statement:
        'A write with If-None-Match: * succeeds only where there is no object of that key; signed into the link, it keeps a second upload out.',
      basis: { verdict: 'documented', order },
      source: 's3.conditional-writes',
    },
    's3.range-satisfiable': {
      question: 'Does the object have the bytes that were asked for?',
      statement:
        'Range needs no signature. A range that begins behind the end of the object gives 416.',
      basis: { verdict: 'observed', order },
      source: 's3.invalid-range',
    },
    's3.acl-accepted': {
      question: 'Does the bucket take access control lists?',
      statement:
        'New buckets have access control lists switched off and take only bucket-owner-full-control.',
      basis: { verdict: 'documented', order },
      source: 's3.object-ownership',
    },
    's3.digest-matches': {
      question: 'Is it the very file that was meant?',
      statement:
        'Where Content-MD5 was signed, the upload must bring it, and S3 compares it with what arrives.',
      basis: { verdict: 'documented', order },
      source: 's3.put-object',
    },
    's3.kms-secure': {
      question: 'Did the request come over TLS?',
      statement:
        'Requests for objects encrypted with a KMS key must come over TLS and be signed with Version 4.',
      basis: { verdict: 'documented', order },
      source: 's3.kms',
    },
    's3.kms-allowed': {
      question: 'May the signer use the KMS key, right now?',
      statement:
        'S3 calls KMS in the signer’s name: a download needs kms:Decrypt and an upload kms:GenerateDataKey, allowed by the key policy too.',
      basis: { verdict: 'documented', order },
      source: 's3.kms',
    },
  };
