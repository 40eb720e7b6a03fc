import type { Basis } from '../basis.ts';
import type { StsAct } from './acts.ts';
import { DURATION_BOUNDS, ROOT_TASK_BOUNDS, TOKEN_BOUNDS, USER_BOUNDS } from './limits.ts';

/** The parameters of each operation with the limits of the API model of October 2026, in the order of its reference. */

/** How a parameter is written in a form. */
export type ParameterKind =
  | 'text'
  | 'number'
  | 'texts'
  | 'arn'
  | 'arns'
  | 'tags'
  | 'contexts'
  | 'saml-response'
  | 'web-token';

/** A constraint of the API model, and whether the very text of its error was seen. */
export interface Constraint {
  readonly says: string;
  readonly isMet: (text: string) => boolean;
  readonly wording: Basis;
  /** The number it sets, where it sets one. */
  readonly bound?: Bounds;
}

/** The least and the most of a number, a length or a count. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface Parameter {
  /** As the form has it: `RoleArn`. */
  readonly name: string;
  /** As acts and error messages have it: `roleArn`. */
  readonly field: string;
  readonly kind: ParameterKind;
  readonly isRequired: boolean;
  /** On the text, or on each text of a list. */
  readonly constraints: readonly Constraint[];
  /** On the number of members of a list. */
  readonly size?: Required<Bounds>;
}

const constraint =
  (wording: Basis) =>
  (says: string, isMet: (text: string) => boolean, bound?: Bounds): Constraint => ({
    says: `Member must ${says}`,
    isMet,
    wording,
    ...(bound && { bound }),
  });
const seen = constraint('observed');
const supposed = constraint('modelled');

const pattern = (shown: string, expression: RegExp, make = supposed): Constraint =>
  make(`satisfy regular expression pattern: ${shown}`, (text) => expression.test(text));
const atLeast = (min: number, make = supposed): Constraint =>
  make(`have length greater than or equal to ${min}`, (text) => text.length >= min, { min });
const atMost = (max: number, make = supposed): Constraint =>
  make(`have length less than or equal to ${max}`, (text) => text.length <= max, { max });
const between = (min: number, max: number): readonly Constraint[] => [
  seen(`have value greater than or equal to ${min}`, (text) => Number(text) >= min, { min }),
  supposed(`have value less than or equal to ${max}`, (text) => Number(text) <= max, { max }),
];

/** The characters of ARNs, quoted in https://github.com/newscorpaus/consigliere/issues/18. */
const ARN_PATTERN = pattern(
  '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
  /^[\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+$/u,
  seen,
);
const POLICY_PATTERN = pattern(
  '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  /^[\t\n\r\u0020-\u00FF]+$/,
);
const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';
const NAME_PATTERN = '[\\w+=,.@-]*';

const ARN = [ARN_PATTERN, atLeast(20, seen), atMost(2048)];
const NAME = [pattern(NAME_PATTERN, /^[\w+=,.@-]*$/, seen), atLeast(2)];

type Options = Partial<Pick<Parameter, 'isRequired' | 'size'>> & { readonly field?: string };

const parameter =
  (kind: ParameterKind) =>
  (name: string, constraints: readonly Constraint[], options: Options = {}): Parameter => ({
    name,
    kind,
    field: `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    constraints,
    isRequired: false,
    ...options,
  });

const text = parameter('text');
const number = parameter('number');
const required = { isRequired: true } as const;

const roleArn = text('RoleArn', ARN, required);
const roleSessionName = text('RoleSessionName', [...NAME, atMost(64, seen)], required);
const policyArns = parameter('arns')('PolicyArns', ARN, { size: { min: 0, max: 10 } });
// AssumeRole's model has no maximum; the packed size bites first (sts.md 10).
const longPolicy = text('Policy', [POLICY_PATTERN, atLeast(1)]);
const policy = text('Policy', [POLICY_PATTERN, atLeast(1), atMost(2048)]);
const roleDuration = number('DurationSeconds', between(DURATION_BOUNDS.min, DURATION_BOUNDS.max));
const userDuration = number('DurationSeconds', between(USER_BOUNDS.min, USER_BOUNDS.max));
const tags = parameter('tags')('Tags', [], { size: { min: 0, max: 50 } });
const serialNumber = text('SerialNumber', [
  pattern('[\\w+=/:,.@-]*', /^[\w+=/:,.@-]*$/),
  atLeast(9),
  atMost(256),
]);
const tokenCode = text('TokenCode', [pattern('[\\d]*', /^\d*$/), atLeast(6, seen), atMost(6)]);
const tokenSize = number('MinimumSessionTokenSize', between(0, 4096));

/** The limits of a tag's key and value. */
export const TAG_LIMITS = {
  key: [pattern(`${TAG_PATTERN}+`, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u), atLeast(1), atMost(128)],
  value: [pattern(`${TAG_PATTERN}*`, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u), atMost(256)],
} as const;

/** The limits of a provided context. */
export const CONTEXT_LIMITS = {
  providerArn: ARN,
  contextAssertion: [atLeast(4), atMost(2048)],
} as const;

export const PARAMETERS: Readonly<Record<StsAct['kind'], readonly Parameter[]>> = {
  'sts:AssumeRole': [
    roleArn,
    roleSessionName,
    policyArns,
    longPolicy,
    roleDuration,
    tags,
    parameter('texts')('TransitiveTagKeys', TAG_LIMITS.key, { size: { min: 0, max: 50 } }),
    text('ExternalId', [pattern('[\\w+=,.@:\\/-]*', /^[\w+=,.@:/-]*$/), atLeast(2), atMost(1224)]),
    serialNumber,
    tokenCode,
    text('SourceIdentity', [...NAME, atMost(64)]),
    parameter('contexts')('ProvidedContexts', [], { size: { min: 0, max: 5 } }),
    tokenSize,
  ],
  'sts:AssumeRoleWithSAML': [
    roleArn,
    text('PrincipalArn', ARN, required),
    parameter('saml-response')('SAMLAssertion', [atLeast(4), atMost(100_000)], required),
    policyArns,
    policy,
    roleDuration,
    tokenSize,
  ],
  'sts:AssumeRoleWithWebIdentity': [
    roleArn,
    roleSessionName,
    parameter('web-token')('WebIdentityToken', [atLeast(4), atMost(20_000)], required),
    text('ProviderId', [atLeast(4), atMost(2048)]),
    policyArns,
    policy,
    roleDuration,
    tokenSize,
  ],
  'sts:AssumeRoot': [
    text('TargetPrincipal', [atLeast(12), atMost(2048)], required),
    parameter('arn')('TaskPolicyArn', ARN, required),
    number('DurationSeconds', between(ROOT_TASK_BOUNDS.min, ROOT_TASK_BOUNDS.max)),
    tokenSize,
  ],
  'sts:DecodeAuthorizationMessage': [
    text('EncodedMessage', [atLeast(1), atMost(10_240)], required),
  ],
  'sts:GetAccessKeyInfo': [
    text('AccessKeyId', [pattern('[\\w]*', /^\w*$/), atLeast(16), atMost(128)], required),
  ],
  'sts:GetCallerIdentity': [],
  'sts:GetDelegatedAccessToken': [text('TradeInToken', [], required)],
  'sts:GetFederationToken': [
    text('Name', [...NAME, atMost(32)], required),
    policy,
    policyArns,
    userDuration,
    tags,
    tokenSize,
  ],
  'sts:GetSessionToken': [userDuration, serialNumber, tokenCode, tokenSize],
  'sts:GetWebIdentityToken': [
    parameter('texts')('Audience', [atLeast(1), atMost(1000)], {
      isRequired: true,
      size: { min: 1, max: 10 },
    }),
    number('DurationSeconds', between(TOKEN_BOUNDS.min, TOKEN_BOUNDS.max)),
    text(
      'SigningAlgorithm',
      [
        supposed('satisfy enum value set: [ES384, RS256]', (name) =>
          ['RS256', 'ES384'].includes(name),
        ),
      ],
      required,
    ),
    tags,
  ],
};

/** The numbers that some constraints set together. */
export const boundsIn = (constraints: readonly Constraint[]): Bounds =>
  constraints.reduce((bounds, { bound }) => ({ ...bounds, ...bound }), {});

/** The numbers the model sets for a parameter: its value or length, or how many there may be. */
export function boundsOf(kind: StsAct['kind'], name: string): Bounds {
  const found = PARAMETERS[kind].find((one) => one.name === name);
  if (!found) throw new Error(`Broken promise: ${kind} has a parameter ${name}`);
  return found.size ?? boundsIn(found.constraints);
}
