import { fits } from './pattern.ts';
import type { ActionReason, ValueMatch } from './reasons.ts';
import { expand } from './variables.ts';

/** Whether an action of a policy covers the one requested; both halves ignore case (IAM User Guide, Action). */
export function matchAction(value: string, action: string): ValueMatch<ActionReason> {
  const because = reason(value.toLowerCase(), action.toLowerCase());
  return { value, because, matched: because === 'matches' || because === 'any-action' };
}

function reason(value: string, action: string): ActionReason {
  if (value === '*') return 'any-action';
  const colon = value.indexOf(':');
  const service = value.slice(0, Math.max(colon, 0));
  // Seen by the authors of @cloud-copilot/iam-simulate: `s*:GetObject` covers nothing.
  if (/[*?]/.test(service)) return 'wildcard-in-service';
  if (service !== action.slice(0, Math.max(action.indexOf(':'), 0))) return 'other-service';
  const expanded = expand(value.slice(colon + 1), { wildcards: true, variables: undefined });
  const isCovered = 'pattern' in expanded && fits(expanded.pattern, action.slice(colon + 1));
  return isCovered ? 'matches' : 'other-action';
}
