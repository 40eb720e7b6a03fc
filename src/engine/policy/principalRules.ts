import type { PolicyType } from './document.ts';
import { membersOf, texts } from './places.ts';
import type { StatementPlace, TextPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint } from './problem.ts';

/** What is wrong with the values of Principal and NotPrincipal (IAM User Guide, Principal; sts.md 5.2). */
export function principalRules(
  { elements }: StatementPlace,
  type: PolicyType,
): readonly Complaint[] {
  return ['Principal', 'NotPrincipal'].flatMap((element) => {
    const place = elements.get(element);
    const byKind = place ? [...membersOf(place)] : [];
    return byKind.flatMap(([kind, values]) =>
      texts(values).flatMap((value) => principalRule(kind, value, type)),
    );
  });
}

// Groups and instance profiles cannot be principals, and a name cannot be a pattern.
const AWS_FORMS: readonly RegExp[] = [
  /^\*$/,
  /^\d{12}$/,
  /^arn:aws[a-z-]*:iam::[^:*?]+:(?:root|user\/[^*?]+|role\/[^*?]+)$/,
  /^arn:aws[a-z-]*:sts::\d{12}:(?:assumed-role\/[^/*?]+\/[^/*?]+|federated-user\/[^*?]+)$/,
  // What AWS shows once the user or role is deleted.
  /^(?:AIDA|AROA)[A-Z0-9]+$/,
];

const PROVIDERS: readonly RegExp[] = [
  /^arn:aws[a-z-]*:iam::\d{12}:(?:saml|oidc)-provider\/[^*?]+$/,
  // Built in; nobody creates a provider for them.
  /^(?:cognito-identity\.amazonaws\.com|www\.amazon\.com|graph\.facebook\.com|accounts\.google\.com)$/,
];

function principalRule(kind: string, value: TextPlace, type: PolicyType): readonly Complaint[] {
  const fix = principalFix(kind, value.node.value, type);
  return fix === undefined
    ? []
    : [complaint(value, 'principal-invalid', fix, { name: kind, value: value.node.value })];
}

function principalFix(kind: string, value: string, type: PolicyType): string | undefined {
  switch (kind) {
    case 'AWS':
      if (AWS_FORMS.some((form) => form.test(value))) return undefined;
      return /[*?]/.test(value)
        ? 'Name the account and match names with ArnLike on aws:PrincipalArn; a principal cannot be a pattern.'
        : 'Write "*", an account id of 12 digits, or the ARN of a user, role or session.';
    case 'Federated':
      return PROVIDERS.some((form) => form.test(value))
        ? undefined
        : 'Write the ARN of a SAML or OIDC provider.';
    case 'Service':
      return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(value)
        ? undefined
        : 'Write a service principal such as "ec2.amazonaws.com".';
    default:
      return type === 'bucket'
        ? undefined
        : 'Use AWS, Federated or Service; canonical user ids are for S3.';
  }
}
