import { accountOf } from '../arn.ts';
import { listed, statementsOf } from '../policy/document.ts';
import type { Policy, PolicyDocument, PrincipalElement } from '../policy/document.ts';
import { findRole, findUser } from '../world.ts';
import type { World } from '../world.ts';

/**
 * A resource-based policy keeps the unique id of a user or role it names and shows the ARN. Once that one is deleted the
 * id itself shows, and it matches nobody: not even a new one of the same name (IAM User Guide, Principal).
 */
export const orphaned = (world: World, arn: string, uniqueId: string): World => ({
  ...world,
  accounts: mapped(world.accounts, (account) => ({
    ...account,
    roles: mapped(account.roles, (role) => ({
      ...role,
      trustPolicy: renamed(role.trustPolicy, arn, uniqueId),
    })),
    buckets: mapped(account.buckets, (bucket) =>
      bucket.policy ? { ...bucket, policy: renamed(bucket.policy, arn, uniqueId) } : bucket,
    ),
  })),
});

const HOLDER = /^arn:[^:]*:iam::\d{12}:(?:user|role)\//;
const UNIQUE_ID = /^(?:AIDA|AROA)[A-Z0-9]+$/;

/**
 * Whether every user and role that a policy names is there: IAM and S3 refuse to save it otherwise, and a unique id
 * that an earlier one left behind, too. Accounts outside this world are taken on trust.
 */
export function namesOnlyTheLiving(world: World, { document }: Policy): boolean {
  const named = statementsOf(document).flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((element) => (element ? awsValues(element) : [])),
  );
  const isGone = (value: string): boolean =>
    UNIQUE_ID.test(value) ||
    (HOLDER.test(value) &&
      Object.hasOwn(world.accounts, accountOf(value)) &&
      !findUser(world, value) &&
      !findRole(world, value));
  return !named.some(isGone);
}

const awsValues = (element: PrincipalElement): readonly string[] =>
  element === '*' || element.AWS === undefined ? [] : listed<string>(element.AWS);

const mapped = <T>(
  things: Readonly<Record<string, T>>,
  edit: (thing: T) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, edit(thing)]));

const renamed = (policy: Policy, from: string, to: string): Policy => ({
  ...policy,
  document: renamedIn(policy.document, from, to),
});

function renamedIn(document: PolicyDocument, from: string, to: string): PolicyDocument {
  const inElement = (element: PrincipalElement): PrincipalElement => {
    if (element === '*' || element.AWS === undefined) return element;
    const values = listed<string>(element.AWS).map((value) => (value === from ? to : value));
    return { ...element, AWS: typeof element.AWS === 'string' ? values.join('') : values };
  };
  const statements = statementsOf(document).map((statement) => ({
    ...statement,
    ...(statement.Principal && { Principal: inElement(statement.Principal) }),
    ...(statement.NotPrincipal && { NotPrincipal: inElement(statement.NotPrincipal) }),
  }));
  const [only] = statements;
  return {
    ...document,
    Statement: Array.isArray(document.Statement) || !only ? statements : only,
  };
}
