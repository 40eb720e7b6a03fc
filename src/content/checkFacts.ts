import type { Act } from '#engine/act.ts';
import type { RuleId } from '#engine/rules.ts';

import { TOOL_FACTS } from './facts/tools.ts';
import { RULE_FACTS } from './ruleFacts.ts';
import type { RuleFacts } from './ruleText.ts';
import { SIGNING_TOOLS } from './signingTools.ts';
import { TOOL_IDS } from './toolIds.ts';

/** Whether a check is one of a program on the signer’s own machine, and none of AWS’s. */
export const isLocal = (rule: RuleId): boolean => rule.startsWith('tool.');

/** What a rule says where an act is checked by it: a tool’s check has the tool’s source, a form’s signature the form’s. */
export function factsFor(rule: RuleId, act: Act | undefined): RuleFacts {
  const facts = RULE_FACTS[rule];
  if (rule === 's3.signature-matches' && act?.kind === 'send-form') {
    return {
      ...facts,
      statement:
        'A form’s signature covers its policy alone: S3 signs the policy it received with the same secret.',
      source: 's3.post-auth',
    };
  }
  if (!isLocal(rule) || act?.kind !== 'tool:presign') return facts;
  const tool = TOOL_IDS.find((id) => SIGNING_TOOLS[id].name === act.tool.name);
  if (tool === undefined) return facts;
  const { source, basis } = TOOL_FACTS[tool];
  return { ...facts, source, basis: { ...facts.basis, verdict: basis } };
}
