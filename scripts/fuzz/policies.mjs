import fc from 'fast-check';
import { anyOf, condition, oneOrMany } from './conditions.mjs';
import { AWAY, FEDERATED, HOME, OIDC, ROLE, SAML, SERVICE, SESSION, USER } from './names.mjs';

/** @typedef {import('../../src/engine/policy/document.ts').PolicyDocument} PolicyDocument */
/** @typedef {import('../../src/engine/policy/document.ts').PrincipalElement} PrincipalElement */
/** @typedef {import('../../src/engine/policy/document.ts').Statement} Statement */
/** @typedef {import('./cases.mjs').Levels} Levels */

/** @template T @param {fc.Arbitrary<T>} value @param {number} weight of having it, beside one of having none */
export const maybe = (value, weight = 1) =>
  fc.oneof({ arbitrary: value, weight }, { arbitrary: fc.constant(undefined), weight: 1 });

const action = anyOf(
  '*',
  's3:*',
  'S3:getobject',
  's3:GetObject',
  's3:Get*',
  's3:?etObject',
  's3:ListBucket',
  'sts:*',
  'sts:AssumeRole',
  'sts:assume*',
  'sqs:SendMessage',
  'sqs:*',
  'iam:Get*',
  'iam:*',
);

const resource = anyOf(
  '*',
  'arn:aws:s3:::photos/*',
  'arn:aws:s3:::photos*',
  'arn:aws:s3:::photos/cat.jpg',
  'arn:aws:s3:::photos/CAT.jpg',
  'arn:aws:s3:::pho?os/*.jpg',
  'arn:*:s3:*:*:photos/*',
  'arn:AWS:s3:::photos/*',
  'arn:aws:s*:::photos/*',
  'arn:aws:s3:::photos/${aws:username}/*',
  "arn:aws:s3:::photos/${aws:username, 'alice'}/*",
  'arn:aws:s3:::photos/${aws:PrincipalTag/team}.jpg',
  'arn:aws:s3:::photos/${*}',
  'arn:aws:s3',
  'arn:aws:s3:*',
  'arn:aws:s3:::',
  `arn:aws:sqs:eu-west-1:${HOME}:jobs`,
  `arn:aws:sqs:EU-west-1:*:jobs`,
  `arn:aws:sqs:*:${AWAY}:*`,
  `arn:aws:iam::*:role/*`,
  `arn:aws:iam::${HOME}:role/target`,
  `arn:aws:iam::${AWAY}:role/targe?`,
  'arn:aws:iam::*',
);

/** @type {readonly string[]} */
const NAMES = [
  HOME,
  `arn:aws:iam::${HOME}:root`,
  `arn:aws:iam::${AWAY}:root`,
  USER,
  ROLE,
  SESSION,
  FEDERATED,
  '*',
  `arn:aws:iam::${HOME}:user/mallory`,
  `arn:aws:sts::${HOME}:assumed-role/worker/daily`,
  'AIDAGONEGONEGONEGONE',
];

/** @type {fc.Arbitrary<PrincipalElement>} */
const principal = fc.oneof(
  { arbitrary: fc.constant(/** @type {const} */ ('*')), weight: 1 },
  { arbitrary: oneOrMany(anyOf(...NAMES)).map((AWS) => ({ AWS })), weight: 8 },
  {
    arbitrary: oneOrMany(anyOf(SERVICE, 'lambda.amazonaws.com')).map((Service) => ({ Service })),
    weight: 1,
  },
  {
    arbitrary: oneOrMany(anyOf(SAML, OIDC, 'accounts.google.com')).map((Federated) => ({
      Federated,
    })),
    weight: 2,
  },
);

/** @typedef {'identity' | 'bucket' | 'trust' | 'service-control' | 'resource-control'} Form */

/** @param {Form} form */
const actionOf = (form) => {
  if (form === 'trust') return anyOf('*', 'sts:*', 'sts:AssumeRole', 'sts:AssumeRole*');
  return form === 'resource-control' ? action.filter((each) => each !== '*') : action;
};

/** @param {Form} form @returns {fc.Arbitrary<Statement>} */
const statement = (form) => {
  const hasResource = form !== 'trust';
  const hasPrincipal = form === 'bucket' || form === 'trust';
  const effect =
    form === 'resource-control' ? fc.constant('Deny') : anyOf('Allow', 'Allow', 'Allow', 'Deny');
  return fc
    .record({
      effect,
      isNotAction: fc.nat(5).map((roll) => roll === 0),
      action: oneOrMany(actionOf(form)),
      isNotResource: fc.nat(5).map((roll) => roll === 0),
      resource: oneOrMany(fc.oneof({ arbitrary: resource, weight: 2 }, fc.constant('*'))),
      isNotPrincipal: fc.nat(1).map((roll) => roll === 0),
      principal,
      condition: maybe(condition),
    })
    .map((parts) => ({
      Effect: parts.effect,
      ...(hasPrincipal && {
        // NotPrincipal goes with Deny only, and not in trust policies (IAM User Guide, NotPrincipal).
        [parts.isNotPrincipal && parts.effect === 'Deny' && form === 'bucket'
          ? 'NotPrincipal'
          : 'Principal']: parts.principal,
      }),
      ...(form === 'resource-control' && { Principal: /** @type {const} */ ('*') }),
      [parts.isNotAction && form !== 'resource-control' ? 'NotAction' : 'Action']: parts.action,
      ...(hasResource && { [parts.isNotResource ? 'NotResource' : 'Resource']: parts.resource }),
      ...(parts.condition && { Condition: parts.condition }),
    }));
};

/** @type {Statement} */
const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Any policy of a form. @param {Form} form @returns {fc.Arbitrary<PolicyDocument>} */
export const document = (form) =>
  fc
    .tuple(
      anyOf('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'),
      fc.array(statement(form), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([Version, statements, isOpen]) => ({
      // Control policies are always of the current version.
      Version: form.endsWith('control') ? '2012-10-17' : Version,
      Statement:
        isOpen && form !== 'trust' && form !== 'bucket' && form !== 'resource-control'
          ? [...statements, ALLOW]
          : statements,
    }));

const FULL = { Version: '2012-10-17', Statement: [ALLOW] };

/** The control policies of three levels. @param {Form} form @returns {fc.Arbitrary<Levels>} */
export const levels = (form) => {
  const own = fc.array(document(form), { minLength: 1, maxLength: 2 });
  const level =
    form === 'service-control'
      ? fc.oneof(fc.constant([FULL]), own)
      : fc.oneof(fc.constant([]), own);
  return fc.record({ root: level, unit: level, account: level });
};
