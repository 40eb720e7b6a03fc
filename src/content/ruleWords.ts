import type { RuleId } from '#engine/rules.ts';

import { API_RULES } from './apiRules.ts';
import type { RuleWords } from './ruleText.ts';
import { S3_RULES } from './s3Rules.ts';
import { SIGNIN_RULES } from './signinRules.ts';
import { STS_RULES } from './stsRules.ts';

/** The words of every rule of the engine: a rule without them does not compile. */
export const RULE_WORDS: { readonly [Id in RuleId]: RuleWords<Id> } = {
  ...STS_RULES,
  ...API_RULES,
  ...SIGNIN_RULES,
  ...S3_RULES,
};
