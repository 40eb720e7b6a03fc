import { utf8ToBytes } from '@noble/hashes/utils.js';

import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule, RuleAbout } from '../rules.ts';
import { publicAccess, requesterPays } from './accessRules.ts';
import { bucketFound, signerAllowed } from './bucketRules.ts';
import { kmsAllowed, kmsSecure } from './encryptionRules.ts';
import { readFormPolicy } from './formPolicy.ts';
import type { FieldCondition, FormPolicy } from './formPolicy.ts';
import type { FormContext } from './formReceived.ts';
import { LARGEST_UPLOAD } from './limits.ts';
import { parameterOf, signedAt } from './received.ts';
import { credentialScope } from './requestRules.ts';
import { keyKnown, signatureMatches, tokenAccepted, tokenAlive } from './signerRules.ts';
import { aclAccepted } from './uploadRules.ts';

/** S3's checks of a browser's upload (presigned-urls.md 1.6 and 5.6). That the signature comes before the policy is modelled. */

const NEEDED: Readonly<Record<string, string>> = {
  key: 'key',
  policy: 'policy',
  'X-Amz-Algorithm': 'X-Amz-Algorithm',
  'X-Amz-Credential': 'X-Amz-Credential',
  'X-Amz-Date': 'X-Amz-Date',
  'X-Amz-Signature': 'X-Amz-Signature',
};

const MULTIPART = 'multipart/form-data';

function incomplete(missing: readonly string[]): AwsError | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  if (first === MULTIPART) {
    const message = 'At least one of the pre-conditions you specified did not hold';
    return s3Error('PreconditionFailed', message, 'observed', [
      ['Condition', `Bucket POST must be of the enclosure-type ${MULTIPART}`],
    ]);
  }
  // Without any field of a signature the upload is anybody's.
  if (Object.keys(NEEDED).every((name) => name === 'key' || missing.includes(name))) {
    return s3Error('AccessDenied', 'Access Denied', 'observed');
  }
  const message = `Bucket POST must contain a field named '${first}'.  If it is specified, please check the order of the fields.`;
  return s3Error('InvalidArgument', message, 'observed', [
    ['ArgumentName', first],
    ['ArgumentValue', ''],
  ]);
}

const formComplete: Rule<FormContext, 's3.form-complete'> = {
  id: 's3.form-complete',
  test: ({ received, form }) => {
    const missing = [
      ...(form.isMultipart ? [] : [MULTIPART]),
      ...Object.keys(NEEDED).filter((name) => !received.parameters.has(name)),
    ];
    return finding(
      {
        kind: 'presence',
        wanted: [MULTIPART, ...Object.keys(NEEDED)],
        missing,
        paths: Object.keys(NEEDED).map((name) => `url:${name}` as const),
      },
      incomplete(missing),
    );
  },
};

const policyOf = (context: FormContext): FormPolicy =>
  promised(readFormPolicy(parameterOf(context, 'policy')), 'only what was signed comes so far');

const invalid = (what: string): AwsError =>
  s3Error('AccessDenied', `Invalid according to Policy: ${what}`, 'observed');

const formAlive: Rule<FormContext, 's3.form-alive'> = {
  id: 's3.form-alive',
  test: (context) => {
    const { now } = context.world;
    const { expiration } = policyOf(context);
    return finding(
      {
        kind: 'window',
        at: now,
        from: signedAt(context),
        until: expiration,
        paths: ['url:policy', 'clock'],
      },
      now > expiration ? invalid('Policy expired.') : undefined,
    );
  },
};

/** What a condition looks at; the bucket is no field, and files are asked for by their size. */
const sentFor = (context: FormContext, { field }: FieldCondition): string => {
  const { received, form } = context;
  if (field === 'bucket') return received.bucket;
  return form.fields.find(([name]) => name.toLowerCase() === field)?.[1] ?? '';
};

const isMet = (sent: string, { match, value }: FieldCondition): boolean =>
  match === 'eq' ? sent === value : sent.startsWith(value);

const NOT_SIMPLE =
  'Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.';

const formConditions: Rule<FormContext, 's3.form-conditions'> = {
  id: 's3.form-conditions',
  test: (context) => {
    const { fields: conditions, isFlawed } = policyOf(context);
    const checked = conditions.map((condition) => {
      const value = sentFor(context, condition);
      return {
        condition,
        shown: {
          name: condition.field,
          value,
          constraint:
            condition.match === 'eq'
              ? `is “${condition.value}”`
              : `begins with “${condition.value}”`,
          met: isMet(value, condition),
        },
      };
    });
    const broken = checked.find(({ shown }) => !shown.met);
    const error = isFlawed
      ? s3Error('InvalidPolicyDocument', NOT_SIMPLE, 'observed')
      : broken && invalid(`Policy Condition failed: ${broken.condition.text}`);
    return finding(
      { kind: 'constraints', parameters: checked.map(({ shown }) => shown), paths: ['url:policy'] },
      error,
    );
  },
};

/** Fields that need no condition (sigv4-HTTPPOSTConstructPolicy). */
const FREE = /^(?:x-amz-signature|file|policy|x-ignore-.*)$/;

const formCovered: Rule<FormContext, 's3.form-covered'> = {
  id: 's3.form-covered',
  test: (context) => {
    const covered = new Set(policyOf(context).fields.map(({ field }) => field));
    const found = context.form.fields
      .map(([name]) => name)
      .filter((name) => !FREE.test(name.toLowerCase()) && !covered.has(name.toLowerCase()));
    return finding(
      { kind: 'absence', found, paths: ['url:policy'] },
      found.length > 0 ? invalid(`Extra input fields: ${found.join(', ')}`) : undefined,
    );
  },
};

const bytesIn = ({ received }: FormContext): number =>
  received.size ?? utf8ToBytes(received.body).length;

const formSize: Rule<FormContext, 's3.form-size'> = {
  id: 's3.form-size',
  test: (context) => {
    const { size } = policyOf(context);
    const proposed = bytesIn(context);
    const { min, max } = size ?? { min: 0, max: LARGEST_UPLOAD };
    const evidence = {
      kind: 'constraints',
      parameters: [
        {
          name: 'file',
          value: `${proposed}`,
          constraint: size ? `has ${min} to ${max} bytes` : `has at most ${max} bytes`,
          met: proposed >= min && proposed <= max,
        },
      ],
      paths: ['url:policy'],
    } as const;
    const details = (bound: string, value: number) =>
      [
        ['ProposedSize', `${proposed}`],
        [bound, `${value}`],
      ] as const;
    if (proposed > max) {
      const message = 'Your proposed upload exceeds the maximum allowed size';
      const error = s3Error('EntityTooLarge', message, 'observed', details('MaxSizeAllowed', max));
      return finding(evidence, error);
    }
    if (proposed >= min) return finding(evidence);
    const message = 'Your proposed upload is smaller than the minimum allowed size';
    return finding(
      evidence,
      s3Error('EntityTooSmall', message, 'observed', details('MinSizeAllowed', min)),
    );
  },
};

/** S3's checks of a browser's form, in the order they are made here. */
export const FORM_RULES: readonly RuleAbout<FormContext>[] = [
  formComplete,
  credentialScope,
  keyKnown,
  tokenAccepted,
  tokenAlive,
  signatureMatches,
  formAlive,
  formConditions,
  formCovered,
  bucketFound,
  publicAccess,
  requesterPays,
  signerAllowed,
  aclAccepted,
  formSize,
  kmsSecure,
  kmsAllowed,
];
