import type { RuleId } from '#engine/rules.ts';

import type { RuleText } from './ruleText.ts';
import { S3_RULES } from './s3Rules.ts';
import { STS_RULES } from './stsRules.ts';

/** The words of every rule of the engine: a rule without its text and source does not compile. */
export const RULE_TEXTS: { readonly [Id in RuleId]: RuleText<Id> } = { ...STS_RULES, ...S3_RULES };
