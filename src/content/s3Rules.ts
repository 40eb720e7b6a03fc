import type { RuleWordsOf } from './ruleText.ts';
import { S3_FORM_RULES } from './s3FormRules.ts';
import { S3_REQUEST_RULES } from './s3RequestRules.ts';
import { S3_SERVING_RULES } from './s3ServingRules.ts';
import { S3_SIGNER_RULES } from './s3SignerRules.ts';

/** S3's checks of a presigned request in words. AWS publishes no order for them, so each place is modelled. */
export const S3_RULES: RuleWordsOf<'s3'> = {
  ...S3_REQUEST_RULES,
  ...S3_SIGNER_RULES,
  ...S3_SERVING_RULES,
  ...S3_FORM_RULES,
};
