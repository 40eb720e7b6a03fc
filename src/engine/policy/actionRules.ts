import type { PolicyType } from './document.ts';
import { textsOf } from './places.ts';
import type { StatementPlace, TextPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint } from './problem.ts';

/** The actions that open a role session or travel with it (service authorization reference, AWS STS). */
const TRUST_ACTIONS: readonly string[] = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
];

/** What is wrong with the actions of a statement (IAM User Guide, Action). */
export const actionRules = (statement: StatementPlace, type: PolicyType): readonly Complaint[] =>
  [...textsOf(statement, 'Action'), ...textsOf(statement, 'NotAction')].flatMap((action) =>
    actionRule(action, type),
  );

function actionRule(action: TextPlace, type: PolicyType): readonly Complaint[] {
  const { value } = action.node;
  const [service = '', name, ...rest] = value.split(':', 3);
  if (name === undefined && value !== '*') {
    return [
      complaint(
        action,
        'action-prefix',
        'Write the service before the action, as in "s3:GetObject", or "*".',
      ),
    ];
  }
  if (rest.length > 0) {
    return [complaint(action, 'action-colons', 'Keep one colon, between service and action.')];
  }
  if (value !== '*' && /[^a-zA-Z0-9.-]/.test(service)) {
    const fix =
      'Write a service prefix of letters, digits, dots and hyphens; wildcards go behind the colon.';
    return [complaint(action, 'action-service', fix, { value: service })];
  }
  if (type === 'trust' && !isTrustAction(value)) {
    return [complaint(action, 'trust-action', `Use ${TRUST_ACTIONS.join(', ')}.`)];
  }
  return [];
}

const isTrustAction = (value: string): boolean =>
  /^sts:.*[*?]/i.test(value) ||
  TRUST_ACTIONS.some((action) => action.toLowerCase() === value.toLowerCase());
