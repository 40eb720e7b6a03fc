import type { RuleId } from '#engine/rules.ts';

import { API_RULES } from '../apiRules.ts';
import { ready } from '../ready.ts';
import type { RuleWords } from '../ruleText.ts';
import { ROLES_ANYWHERE_RULES } from '../rolesAnywhereRules.ts';
import { S3_RULES } from '../s3Rules.ts';
import type { Scenario, WrittenScenario } from '../scenario.ts';
import { SIGNIN_RULES } from '../signinRules.ts';
import { STS_RULES } from '../stsRules.ts';
import { TOOL_RULE_WORDS } from '../toolRules.ts';
import { API } from './api.ts';
import { CHANGES } from './changes.ts';
import { SUBJECT_IDS } from './ids.ts';
import type { SubjectId } from './ids.ts';
import { OUTSIDE } from './outside.ts';
import { ROLES_ANYWHERE } from './rolesanywhere.ts';
import { S3 } from './s3.ts';
import { SIGNIN } from './signin.ts';
import { STS } from './sts.ts';
import type { Subject } from './subject.ts';
import { TOOLS } from './tools.ts';

const BY_ID: { readonly [Id in SubjectId]: Subject } = {
  sts: STS,
  s3: S3,
  api: API,
  signin: SIGNIN,
  rolesanywhere: ROLES_ANYWHERE,
  changes: CHANGES,
  outside: OUTSIDE,
  tools: TOOLS,
};

/** Every subject at once: for what is about all rules; a scenario brings only its own. */
export const SUBJECTS: readonly Subject[] = SUBJECT_IDS.map((id) => BY_ID[id]);

/** A written scenario that can be played at once: for tests and questions. */
export const readyNow = (written: WrittenScenario): Scenario =>
  ready(
    written,
    written.subjects.map((id) => BY_ID[id]),
  );

/** The words of every rule of the engine: a rule without them does not compile. */
export const RULE_WORDS: { readonly [Id in RuleId]: RuleWords<Id> } = {
  ...STS_RULES,
  ...API_RULES,
  ...SIGNIN_RULES,
  ...ROLES_ANYWHERE_RULES,
  ...S3_RULES,
  ...TOOL_RULE_WORDS,
};
