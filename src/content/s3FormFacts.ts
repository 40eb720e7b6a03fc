import type { RuleId } from '#engine/rules.ts';

import type { RuleFacts } from './ruleText.ts';
import type { S3_FORM_RULES } from './s3FormRules.ts';

/** AWS publishes no order for these checks, so the place of each is modelled. */
const order = 'modelled';

/** S3's checks of a browser's form: what each says, how sure we are, and where it is written. */
export const S3_FORM_FACTS: Readonly<Record<RuleId & keyof typeof S3_FORM_RULES, RuleFacts>> = {
  's3.form-complete': {
    question: 'Does the form bring policy and signature?',
    statement:
      'A form is sent as multipart/form-data, with key, policy and the fields of the signature before the file.',
    basis: { verdict: 'documented', order },
    source: 's3.post-forms',
  },
  's3.form-alive': {
    question: 'Does the policy of the form still hold?',
    statement: 'A form has no X-Amz-Expires: it holds until the expiration in its signed policy.',
    basis: { verdict: 'documented', order },
    source: 's3.post-policy',
  },
  's3.form-conditions': {
    question: 'Are the fields what the policy allows?',
    statement:
      'Every condition of the policy must hold for the fields that are sent: eq to the letter, starts-with by its beginning.',
    basis: { verdict: 'documented', order },
    source: 's3.post-policy',
  },
  's3.form-covered': {
    question: 'Does the policy mention every field?',
    statement:
      'Every field but the signature, the policy, the file and x-ignore- fields needs a condition.',
    basis: { verdict: 'documented', order },
    source: 's3.post-policy',
  },
  's3.form-size': {
    question: 'Does the file have an allowed size?',
    statement:
      'The condition content-length-range limits the bytes of the file, both bounds included; only a form’s policy can do so.',
    basis: { verdict: 'documented', order },
    source: 's3.post-policy',
  },
};
