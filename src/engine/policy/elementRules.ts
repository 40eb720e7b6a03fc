import type { PolicyType, Statement } from './document.ts';
import { memberOf, textsOf } from './places.ts';
import type { StatementPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint, Place } from './problem.ts';
import type { ProblemKind } from './wording.ts';

/** Which elements a policy of each type must and may have (IAM policy grammar; AWS Organizations, SCP and RCP syntax). */

type Element = keyof Statement;

interface Grammar {
  /** Whether Version 2008-10-17, or none, is accepted. */
  readonly acceptsOldVersion: boolean;
  readonly principal: 'forbidden' | 'required' | 'everyone';
  readonly resource: 'required' | 'forbidden';
  readonly forbidden: readonly Element[];
  /** Whether no two statements may have the same Sid; S3 does not say. */
  readonly uniqueSid: boolean;
}

const PERMISSIONS: Grammar = {
  acceptsOldVersion: false,
  principal: 'forbidden',
  resource: 'required',
  forbidden: [],
  uniqueSid: true,
};

const GRAMMARS: Record<PolicyType, Grammar> = {
  identity: PERMISSIONS,
  boundary: PERMISSIONS,
  session: { ...PERMISSIONS, acceptsOldVersion: true },
  trust: {
    acceptsOldVersion: true,
    principal: 'required',
    resource: 'forbidden',
    forbidden: ['NotPrincipal'],
    uniqueSid: true,
  },
  bucket: {
    acceptsOldVersion: true,
    principal: 'required',
    resource: 'required',
    forbidden: [],
    uniqueSid: false,
  },
  'vpc-endpoint': {
    acceptsOldVersion: true,
    principal: 'required',
    resource: 'required',
    forbidden: [],
    uniqueSid: false,
  },
  'service-control': PERMISSIONS,
  'resource-control': {
    ...PERMISSIONS,
    principal: 'everyone',
    forbidden: ['NotPrincipal', 'NotAction'],
  },
};

/** What is wrong with the Version: variables need 2012-10-17, and managed policies accept nothing older. */
export function versionRule(root: Place, type: PolicyType): readonly Complaint[] {
  const version = memberOf(root, 'Version');
  const isCurrent = version?.node.kind === 'string' && version.node.value === '2012-10-17';
  if (isCurrent || GRAMMARS[type].acceptsOldVersion) return [];
  return [complaint(version ?? root, 'old-version', 'Write "Version": "2012-10-17".')];
}

/** What is wrong with the elements one statement has and lacks. */
export function elementRules(statement: StatementPlace, type: PolicyType): readonly Complaint[] {
  return [
    ...effectRules(statement, type),
    ...principalPresence(statement, type),
    ...resourcePresence(statement, type),
    ...forbidden(statement, GRAMMARS[type].forbidden),
    ...(isEmpty(statement, 'Action')
      ? [complaint(statement, 'no-action', 'Add "Action" with at least one action.')]
      : []),
  ];
}

function effectRules({ elements }: StatementPlace, type: PolicyType): readonly Complaint[] {
  const effect = elements.get('Effect');
  if (effect?.node.kind !== 'string') return [];
  const { value } = effect.node;
  if (value !== 'Allow' && value !== 'Deny') {
    return [complaint(effect, 'effect-case', 'Write "Allow" or "Deny", with one capital.')];
  }
  if (type === 'resource-control' && value === 'Allow') {
    return [
      complaint(
        effect,
        'effect-forbidden',
        'Write "Deny"; only RCPFullAWSAccess, which AWS attaches, may allow.',
      ),
    ];
  }
  if (value === 'Allow' && elements.has('NotPrincipal')) {
    const fix = 'Write "Deny", or name who may in Principal; NotPrincipal goes with Deny only.';
    return [complaint(effect, 'not-principal-allow', fix)];
  }
  return [];
}

function principalPresence(statement: StatementPlace, type: PolicyType): readonly Complaint[] {
  const { principal } = GRAMMARS[type];
  const place = statement.elements.get('Principal');
  const other = statement.elements.get('NotPrincipal');
  if (principal === 'forbidden') {
    const found = place ?? other;
    const fix = 'Remove it; the policy applies to whoever it is attached to.';
    return found ? [complaint(found, 'principal-forbidden', fix)] : [];
  }
  if (!place && !other) {
    const fix = 'Add "Principal": who is allowed or denied, such as {"AWS": "111122223333"}.';
    return [complaint(statement, 'principal-missing', fix)];
  }
  const isEveryone = place?.node.kind === 'string' && place.node.value === '*';
  if (principal === 'everyone' && place && !isEveryone) {
    const fix = 'Write "Principal": "*" and narrow it with a condition such as aws:PrincipalArn.';
    return [complaint(place, 'element-forbidden', fix, { name: 'Principal' })];
  }
  return [];
}

function resourcePresence(statement: StatementPlace, type: PolicyType): readonly Complaint[] {
  if (GRAMMARS[type].resource === 'forbidden') {
    return forbidden(statement, ['Resource', 'NotResource']);
  }
  if (!isEmpty(statement, 'Resource')) return [];
  return [complaint(statement, 'no-resource', 'Add "Resource": an ARN, or "*".')];
}

function forbidden({ elements }: StatementPlace, names: readonly Element[]): readonly Complaint[] {
  return names.flatMap((name) => {
    const place = elements.get(name);
    const kind: ProblemKind =
      name === 'NotPrincipal' ? 'not-principal-forbidden' : 'element-forbidden';
    return place
      ? [
          complaint(place, kind, `Remove "${name}"; this type of policy does not take it.`, {
            name,
          }),
        ]
      : [];
  });
}

const isEmpty = (statement: StatementPlace, element: 'Action' | 'Resource'): boolean =>
  textsOf(statement, element).length === 0 && textsOf(statement, `Not${element}`).length === 0;

/** What is wrong with the Sids: each stands once; an empty one counts for none (documents.vectors.ts). */
export function sidRules(
  statements: readonly StatementPlace[],
  type: PolicyType,
): readonly Complaint[] {
  if (!GRAMMARS[type].uniqueSid) return [];
  const taken = new Set<string>();
  return statements
    .flatMap((statement) => textsOf(statement, 'Sid'))
    .filter(({ node }) => {
      const isTwice = node.value !== '' && taken.has(node.value);
      taken.add(node.value);
      return isTwice;
    })
    .map((sid) => complaint(sid, 'sid-twice', 'Give each statement a Sid of its own, or none.'));
}
