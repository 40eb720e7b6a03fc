import type { RuleId } from '#engine/rules.ts';

import { API_RULES } from '../apiRules.ts';
import type { RuleWords } from '../ruleText.ts';
import { S3_RULES } from '../s3Rules.ts';
import { SIGNIN_RULES } from '../signinRules.ts';
import { STS_RULES } from '../stsRules.ts';
import { API } from './api.ts';
import { CHANGES } from './changes.ts';
import { OUTSIDE } from './outside.ts';
import { S3 } from './s3.ts';
import { SIGNIN } from './signin.ts';
import { STS } from './sts.ts';
import type { Subject } from './subject.ts';

/** Every subject at once: for what is about all rules; a scenario brings only its own. */
export const SUBJECTS: readonly Subject[] = [STS, S3, API, SIGNIN, CHANGES, OUTSIDE];

/** The words of every rule of the engine: a rule without them does not compile. */
export const RULE_WORDS: { readonly [Id in RuleId]: RuleWords<Id> } = {
  ...STS_RULES,
  ...API_RULES,
  ...SIGNIN_RULES,
  ...S3_RULES,
};
