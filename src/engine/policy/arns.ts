import type { Context } from './context.ts';
import { fits, foldCase } from './pattern.ts';
import type { ComparisonReason } from './reasons.ts';
import { segments } from './resources.ts';
import { expand, variableAt } from './variables.ts';

/**
 * Whether an ARN fits that of a condition: the six parts one by one, with case, so that a wildcard in one part cannot
 * swallow a colon (IAM User Guide, ARN condition operators).
 */
export function matchArn(
  value: string,
  actual: string,
  variables: Context | undefined,
): ComparisonReason {
  const found = segments(actual);
  // A lone `*` is taken for six of them.
  const wanted =
    value === '*' ? Array<string>(6).fill('*') : patternSegments(value, variables !== undefined);
  if (found.length < 6 || wanted.length < 6) return 'not-comparable';
  let isOtherCase = false;
  for (const [index, part] of wanted.entries()) {
    const expanded = expand(part, { wildcards: true, variables });
    if ('unresolved' in expanded) return 'unresolved-variable';
    const segment = found[index] ?? '';
    if (fits(expanded.pattern, segment)) continue;
    if (!fits(foldCase(expanded.pattern), segment.toLowerCase())) return 'differs';
    isOtherCase = true;
  }
  return isOtherCase ? 'other-case' : 'matches';
}

/** The parts of an ARN pattern: a colon inside a variable, as in `${aws:PrincipalAccount}`, does not part it. */
function patternSegments(value: string, hasVariables: boolean): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < value.length && parts.length < 5) {
    const variable = hasVariables && value[at] === '$' ? variableAt(value, at) : undefined;
    if (value[at] === ':') {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
    at = variable?.end ?? at + 1;
  }
  return [...parts, value.slice(from)];
}
