import { CALLER_ACCOUNT, OTHER_ACCOUNT } from '#engine/policy/accessCase.ts';
import type {
  AccessCase,
  CallerKind,
  CasePolicy,
  Level,
  Members,
} from '#engine/policy/accessCase.ts';
import type { AccountId } from '#engine/arn.ts';
import type { RequestContext } from '#engine/policy/context.ts';
import type { PolicyType } from '#engine/policy/document.ts';
import type { ParsedPolicy, PolicyProblem } from '#engine/policy/parse.ts';

import { unreadKey } from './fieldNotes.ts';

/** What a learner brings to the policy workbench, as texts; it may not be readable yet. */

export interface DraftPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
  /** What it began with: the text that Reset brings back. */
  readonly original: string;
  readonly level: Level;
  readonly replacesFullAccess: boolean;
}

/** A key of the request context; several values stand on lines of their own. */
export interface DraftKey {
  readonly id: string;
  readonly key: string;
  readonly values: string;
}

export interface Draft {
  readonly caller: AccessCase['caller'];
  readonly action: string;
  readonly resource: string;
  /** Whose the resource is where its ARN does not say. */
  readonly owner: 'same' | 'other';
  readonly members: Members;
  readonly keys: readonly DraftKey[];
  readonly policies: readonly DraftPolicy[];
}

/** What keeps a draft from being decided, and where. */
export type Obstacle =
  | { readonly at: 'action' | 'resource' | 'name' | 'session'; readonly says: string }
  | ({ readonly at: 'policy' } & FlawedPolicy);

/** A policy that AWS would not save, and what it would say first. */
export interface FlawedPolicy {
  readonly policy: DraftPolicy;
  readonly problem: PolicyProblem;
}

export type ReadDraft =
  | {
      readonly kind: 'case';
      readonly case: AccessCase;
      /** Policies that AWS evaluates although it would not save them any more. */
      readonly unsaved: readonly FlawedPolicy[];
    }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly Obstacle[] };

/** The account a draft's resource belongs to: the one in its ARN, else the chosen one. */
export const resourceAccountOf = ({ resource, owner }: Draft): AccountId =>
  accountInArn(resource) ?? (owner === 'same' ? CALLER_ACCOUNT : OTHER_ACCOUNT);

/** The account an ARN names; undefined for S3 and other ARNs that name none. */
export const accountInArn = (resource: string): AccountId | undefined =>
  /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];

/** Reads a draft, or says all that is in the way; `parse` is the parser of policies. */
export function readDraft(
  draft: Draft,
  parse: (text: string, type: PolicyType) => ParsedPolicy,
): ReadDraft {
  const obstacles: Obstacle[] = requestObstacles(draft);
  const policies: CasePolicy[] = [];
  const unsaved: FlawedPolicy[] = [];
  for (const policy of draft.policies) {
    const parsed = parse(policy.text, policy.type);
    if ('document' in parsed) {
      policies.push({ ...policy, document: parsed.document });
      continue;
    }
    const [problem] = parsed.problems;
    if (problem && parsed.savedBefore) {
      policies.push({ ...policy, document: parsed.savedBefore });
      unsaved.push({ policy, problem });
    } else if (problem) {
      obstacles.push({ at: 'policy', policy, problem });
    }
  }
  if (obstacles.length > 0) return { kind: 'obstacles', obstacles };
  const { caller, action, resource, members } = draft;
  return {
    kind: 'case',
    case: {
      caller,
      action: action.trim(),
      resource: resource.trim(),
      resourceAccount: resourceAccountOf(draft),
      members,
      context: contextOf(draft),
      policies,
    },
    unsaved,
  };
}

/** The keys that were typed; AWS fills in those that follow from the request. */
function contextOf({ keys, caller }: Draft): RequestContext {
  const named = keys.filter(({ key }) => key.trim() !== '' && unreadKey(key, caller) === undefined);
  return Object.fromEntries(
    named.map(({ key, values }) => {
      const lines = values.split('\n').filter((line) => line !== '');
      return [key.trim(), lines.length > 1 ? lines : (lines[0] ?? '')];
    }),
  );
}

const ACTION = /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/;
const ARN = /^arn:[\w-]+:[\w-]+:[\w-]*:(?:\d{12}|aws)?:\S+$/;
const NAME = /^[\w+=,.@/:-]{1,128}$/;

/** Which callers have which names: what to ask for, and how to call it. */
export const CALLER_NAMES: Record<
  CallerKind,
  {
    readonly name?: string;
    readonly session?: string;
    readonly example: readonly [name: string, session: string];
  }
> = {
  user: { name: 'User name', example: ['alice', ''] },
  'user-session': { name: 'User name', example: ['alice', ''] },
  'role-session': { name: 'Role name', session: 'Session name', example: ['worker', 'nightly'] },
  'federated-user': {
    name: 'User who asked',
    session: 'Federated user name',
    example: ['alice', 'bob'],
  },
  root: { example: ['', ''] },
  service: { name: 'Service principal', example: ['cloudtrail.amazonaws.com', ''] },
  'web-identity': {
    name: 'OIDC provider',
    session: 'Subject',
    example: ['token.actions.githubusercontent.com', 'repo:org/app:ref:refs/heads/main'],
  },
  'saml-identity': { name: 'SAML provider', session: 'Subject', example: ['corp', 'carol'] },
  anonymous: { example: ['', ''] },
};

function requestObstacles({ caller, action, resource }: Draft): Obstacle[] {
  const { name, session } = CALLER_NAMES[caller.kind];
  return [
    ...(name !== undefined && !NAME.test(caller.name)
      ? [
          {
            at: 'name' as const,
            says: `${name}: write 1 to 128 letters, digits or + = , . @ / : - _, and no space.`,
          },
        ]
      : []),
    ...(session !== undefined && !NAME.test(caller.session)
      ? [
          {
            at: 'session' as const,
            says: `${session}: write 1 to 128 letters, digits or + = , . @ / : - _, and no space.`,
          },
        ]
      : []),
    ...(ACTION.test(action.trim())
      ? []
      : [
          {
            at: 'action' as const,
            says: 'Action: write one action as service:Action, such as s3:GetObject. A request has no wildcards.',
          },
        ]),
    ...(resource.trim() === '*' || ARN.test(resource.trim())
      ? []
      : [
          {
            at: 'resource' as const,
            says: 'Resource: write a whole ARN, such as arn:aws:s3:::reports/may.pdf, or * for an action without a resource.',
          },
        ]),
  ];
}
