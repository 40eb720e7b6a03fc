import type { RuleId } from '#engine/rules.ts';

import { FACTS_START } from './factsRoute.ts';
import { formatRoute } from './route.ts';

/** Where a rule stands among all rules. */
export const ruleHref = (rule: RuleId): string =>
  formatRoute({ place: { ...FACTS_START, view: 'rules', find: rule } });
