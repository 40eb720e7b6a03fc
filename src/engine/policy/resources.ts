import type { Basis } from '../basis.ts';
import type { Context } from './context.ts';
import type { PolicyType } from './document.ts';
import { fits } from './pattern.ts';
import type { ResourceReason, ValueMatch } from './reasons.ts';
import { expand } from './variables.ts';

/** How the resource of a request is compared with those of a policy. */
export interface ResourceQuestion {
  /** The parts of the ARN asked for. */
  readonly resource: readonly string[];
  readonly type: PolicyType;
  readonly variables: Context | undefined;
}

/** How sure a comparison is: AWS does not say whether case matters, nor how ARNs that leave parts out are read. */
export function resourceBasis({ value, because }: ValueMatch<ResourceReason>): Basis {
  if (because === 'other-case') return 'modelled';
  return value !== '*' && segments(value).length < 6 ? 'observed' : 'documented';
}

const PARTS = ['other-partition', 'other-service', 'other-region', 'other-account'] as const;

/**
 * Whether a resource of a policy covers the one requested: segment by segment, wildcards inside each, variables only in
 * the last (IAM User Guide, Resource and policy variables).
 */
export function matchResource(
  value: string,
  question: ResourceQuestion,
): ValueMatch<ResourceReason> {
  const because = reason(value, question);
  return { value, because, matched: because === 'matches' || because === 'any-resource' };
}

function reason(
  value: string,
  { resource: actual, type, variables }: ResourceQuestion,
): ResourceReason {
  if (value === '*') return 'any-resource';
  const wanted = segments(value);
  if (wanted[0] !== 'arn' || actual.length < 6) return 'not-an-arn';
  if (wanted.length < 6 && !completes(value, type)) return 'short-arn';
  return headReason(wanted, actual) ?? lastSegment(wanted[5] ?? '*', actual[5] ?? '', variables);
}

/** The first of partition, service, Region and account that differs. */
const headReason = (
  wanted: readonly string[],
  actual: readonly string[],
): ResourceReason | undefined =>
  // `*` and `?` do not work in the service segment.
  PARTS.find(
    (part, index) =>
      !foldedFits(wanted[index + 1] ?? '*', actual[index + 1] ?? '', part !== 'other-service'),
  );

function lastSegment(
  value: string,
  actual: string,
  variables: Context | undefined,
): ResourceReason {
  const expanded = expand(value, { wildcards: true, variables });
  if ('unresolved' in expanded) return 'unresolved-variable';
  if (fits(expanded.pattern, actual)) return 'matches';
  const folded = expand(value.toLowerCase(), { wildcards: true, variables });
  return 'pattern' in folded && fits(folded.pattern, actual.toLowerCase())
    ? 'other-case'
    : 'other-resource';
}

/** Partition, service, Region and account are compared without case. */
function foldedFits(value: string, actual: string, wildcards: boolean): boolean {
  if (value === actual || (wildcards && value === '*')) return true;
  const expanded = expand(value.toLowerCase(), { wildcards, variables: undefined });
  return 'pattern' in expanded && fits(expanded.pattern, actual.toLowerCase());
}

/** Whether missing segments read as `*` (seen by the authors of @cloud-copilot/iam-simulate, sts.md 7.3). */
function completes(value: string, type: PolicyType): boolean {
  switch (type) {
    case 'identity':
    case 'session':
    case 'boundary':
      return true;
    case 'resource-control':
      return false;
    case 'service-control':
    case 'bucket':
    case 'vpc-endpoint':
    case 'trust':
      return value.endsWith('*');
  }
}

/** The six parts of an ARN; the last is everything after the fifth colon. */
export function segments(arn: string): readonly string[] {
  const parts = arn.split(':', 5);
  const head = parts.join(':').length;
  return parts.length === 5 && arn.length > head ? [...parts, arn.slice(head + 1)] : parts;
}
