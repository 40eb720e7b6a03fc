import type { Basis } from '../basis.ts';
import type { PolicyType } from './document.ts';

/** Every way a policy text can be wrong, in the order in which AWS, which names only one, looks (documents.vectors.ts). */
export const PROBLEM_PHASES = [
  ['json', 'duplicate-key', 'nesting'],
  ['characters'],
  [
    'shape',
    'unknown-element',
    'missing-statement',
    'missing-effect',
    'unknown-version',
    'unknown-operator',
    'both-elements',
  ],
  ['old-version'],
  // What each type of policy may hold.
  [
    'principal-forbidden',
    'principal-missing',
    'not-principal-forbidden',
    'not-principal-allow',
    'element-forbidden',
    'effect-forbidden',
  ],
  ['effect-case', 'date'],
  ['short-arn'],
  ['sid-twice'],
  ['no-action'],
  ['resource-format', 'partition', 'resource-service', 'resource-region', 'iam-path'],
  ['action-prefix', 'action-service', 'action-colons', 'trust-action'],
  ['no-resource'],
  ['principal-invalid', 'variable', 'shared-provider'],
  ['too-long'],
] as const;
export type ProblemKind = (typeof PROBLEM_PHASES)[number][number];

/** What a message quotes. */
export interface Subject {
  readonly name?: string;
  readonly value?: string;
}

/** AWS's words, and how sure it is that they are. */
export interface Wording {
  readonly message: string;
  readonly wording: Basis;
}

type Words = (subject: Subject) => Wording;
type Wordings = Record<ProblemKind, Words>;

const fixed =
  (wording: Basis, message: string): Words =>
  () => ({ message, wording });
const seen = (message: string): Words => fixed('observed', message);
const guessed = (message: string): Words => fixed('modelled', message);

const syntax = seen('Syntax errors in policy.');
const legacy = seen('The policy failed legacy parsing');

const region: Words = ({ name = '', value = '' }) => ({
  message:
    name === 'iam'
      ? `IAM resource ${value} cannot contain region information.`
      : `Resource ${value} can not contain region information.`,
  wording: 'observed',
});

const invalidPrincipal: Words = ({ name = 'AWS', value = '' }) => ({
  message: `Invalid principal in policy: "${name.toUpperCase()}":"${value}"`,
  wording: name === 'AWS' ? 'observed' : 'modelled',
});

// IAM on a managed policy: recorded cases of getmoto/moto (documents.vectors.ts), unless a line says otherwise.
const MANAGED: Wordings = {
  json: syntax,
  'duplicate-key': guessed('Syntax errors in policy.'),
  nesting: guessed('Syntax errors in policy.'),
  characters: guessed(
    'The policy document must hold only tabs, line ends and the characters U+0020 to U+00FF.',
  ),
  shape: syntax,
  'unknown-element': syntax,
  'missing-statement': syntax,
  'missing-effect': syntax,
  'unknown-version': syntax,
  'unknown-operator': syntax,
  'both-elements': syntax,
  'old-version': seen('Policy document must be version 2012-10-17 or greater.'),
  // https://github.com/hashicorp/terraform/issues/13449
  'principal-forbidden': seen('Policy document should not specify a principal.'),
  'principal-missing': guessed('Missing required field Principal'),
  'not-principal-forbidden': guessed('Policy document should not specify a principal.'),
  'not-principal-allow': guessed('Allow with NotPrincipal is not supported.'),
  'element-forbidden': ({ name = '' }) => ({
    message: `Has prohibited field ${name}`,
    wording: 'modelled',
  }),
  'effect-forbidden': guessed('Syntax errors in policy.'),
  'effect-case': legacy,
  date: legacy,
  'short-arn': legacy,
  'sid-twice': seen('Statement IDs (SID) in a single policy must be unique.'),
  'no-action': seen('Policy statement must contain actions.'),
  'resource-format': ({ value = '' }) => ({
    message: `Resource ${value} must be in ARN format or "*".`,
    wording: 'observed',
  }),
  partition: ({ name = '', value = '' }) => ({
    message: `Partition "${name}" is not valid for resource "${value}".`,
    wording: 'observed',
  }),
  'resource-service': seen('Resource vendor must be fully qualified and cannot contain regexes.'),
  'resource-region': region,
  'iam-path': seen(
    'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
  ),
  'action-prefix': seen(
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  ),
  'action-service': ({ value = '' }) => ({
    message: `Vendor ${value} is not valid`,
    wording: 'observed',
  }),
  'action-colons': seen('Actions/Condition can contain only one colon.'),
  'trust-action': guessed('AssumeRole policy may only specify STS AssumeRole actions.'),
  'no-resource': seen('Policy statement must contain resources.'),
  'principal-invalid': invalidPrincipal,
  variable: guessed('Syntax errors in policy.'),
  'shared-provider': guessed('Syntax errors in policy.'),
  // https://github.com/ministryofjustice/cloud-platform-environments/pull/14473
  'too-long': seen('Cannot exceed quota for PolicySize: 6144'),
};

/** The same words where nobody has shown what another type of policy gets. */
const supposed =
  (words: Words): Words =>
  (subject) => ({ ...words(subject), wording: 'modelled' });

// Every kind is a key of MANAGED, so every kind is a key of the copy.
const SUPPOSED = Object.fromEntries(
  Object.entries(MANAGED).map(([kind, words]) => [kind, supposed(words)]),
) as Wordings;

const WORDINGS: Record<PolicyType, Wordings> = {
  identity: MANAGED,
  boundary: MANAGED,
  session: SUPPOSED,
  // sts.md 1.5
  trust: {
    ...SUPPOSED,
    json: seen('This policy contains invalid Json'),
    'principal-invalid': invalidPrincipal,
    'shared-provider': ({ name = '', value = '' }) => ({
      message: `Trust policy with trusted principal ${value} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${name} which is not scoped to all.`,
      wording: 'observed',
    }),
    // https://github.com/kubeflow/kubeflow/issues/6687
    'too-long': seen('Cannot exceed quota for ACLSizePerRole: 2048'),
  },
  // Recordings of PutBucketPolicy by localstack/localstack, and public threads.
  bucket: {
    ...SUPPOSED,
    json: seen("Policies must be valid JSON and the first byte must be '{'"),
    'missing-statement': seen('Missing required field Statement'),
    'missing-effect': guessed('Missing required field Effect'),
    'no-action': guessed('Missing required field Action'),
    'no-resource': guessed('Missing required field Resource'),
    'principal-missing': seen('Missing required field Principal'),
    'principal-invalid': seen('Invalid principal in policy'),
    'too-long': guessed('Policy exceeds the maximum allowed document size.'),
  },
  'vpc-endpoint': SUPPOSED,
  'service-control': organizations(),
  'resource-control': organizations(),
};

/** AWS Organizations has one message for every fault (Organizations API, MalformedPolicyDocumentException). */
function organizations(): Wordings {
  const malformed = seen(
    'The provided policy document does not meet the requirements of the specified policy type.',
  );
  const kinds = Object.keys(MANAGED).map((kind) => [kind, malformed]);
  // Every kind is a key of MANAGED.
  return {
    ...(Object.fromEntries(kinds) as Wordings),
    'too-long': seen('You have exceeded the maximum policy size.'),
  };
}

/** AWS's message for a problem in a policy of this type, and how sure its wording is. */
export const wordingOf = (kind: ProblemKind, type: PolicyType, subject: Subject = {}): Wording =>
  WORDINGS[type][kind](subject);
