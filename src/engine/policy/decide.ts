import type { AccountId } from '../arn.ts';
import type { Basis } from '../basis.ts';
import type { Principal } from '../principal.ts';
import type { World } from '../world.ts';
import { applicablePolicies } from './applicable.ts';
import { identityBased, permissionsBoundary, sessionPolicies } from './callerGates.ts';
import type { RequestContext } from './context.ts';
import { explicitDeny, resourceControl, serviceControl, vpcEndpoint } from './controlGates.ts';
import type { Policy } from './document.ts';
import type { DecidedBy, Gate, GateId } from './gates.ts';
import { passageOf } from './passage.ts';
import type { Finding, Passage } from './passage.ts';
import { weakest } from './reasons.ts';
import { resourceBased } from './resourceGate.ts';

/** One request that policies allow or deny. */
export interface AccessRequest {
  readonly principal: Principal;
  readonly action: string;
  /** The ARN acted on, or `*` for actions without a resource. */
  readonly resource: string;
  readonly resourceAccount: AccountId;
  /** The policy on the resource: a role's trust policy, a bucket policy. */
  readonly resourcePolicy?: Policy;
  /** The policy of the VPC endpoint that the request passes. */
  readonly endpointPolicy?: Policy;
  /** Condition keys that do not follow from the rest: `sts:ExternalId`, `aws:SourceIp`. */
  readonly context: RequestContext;
}

/** What the policies say to a request, gate by gate. */
export interface Decision {
  readonly verdict: 'allow' | 'explicit-deny' | 'implicit-deny';
  /** In the order of evaluation; those behind the deciding one are not reached. */
  readonly gates: readonly Gate[];
  readonly decidedBy: DecidedBy;
  readonly basis: Basis;
}

/** Decides a request by every policy that applies to it (IAM User Guide, policy evaluation logic; sts.md 5 to 7). */
export function decide(request: AccessRequest, world: World): Decision {
  const passage = passageOf(request, applicablePolicies(request, world));
  const gates: Gate[] = [];
  let grant: DecidedBy = { gate: 'identity' };
  for (const [gate, test] of gatesFor(passage)) {
    const { by, ...finding } = test(passage);
    gates.push({ gate, ...finding });
    const decidedBy = { gate, ...(by && statementRef(by)) };
    if (finding.result === 'denied' || finding.result === 'allowed') {
      return decision(passage, gates, decidedBy);
    }
    if (gate === 'identity') {
      grant =
        by === passage.grant && by ? { ...decidedBy, gate: resourceGate(passage) } : decidedBy;
    }
  }
  return decision(passage, gates, grant);
}

// The answer to these two never depends on a policy (STS API reference, GetCallerIdentity and GetSessionToken).
const PERMISSION_FREE: ReadonlySet<string> = new Set([
  'sts:getcalleridentity',
  'sts:getsessiontoken',
]);

type GateTest = readonly [GateId, (passage: Passage) => Finding];

const resourceGate = ({ isTrust }: Passage): GateId => (isTrust ? 'trust' : 'resource');

const gatesFor = (passage: Passage): readonly GateTest[] => [
  ...(PERMISSION_FREE.has(passage.request.action.toLowerCase()) ? [PERMISSION_FREE_GATE] : []),
  ['explicit-deny', explicitDeny],
  ['resource-control', resourceControl],
  ['service-control', serviceControl],
  ...(passage.applicable.endpoint ? [ENDPOINT_GATE] : []),
  [resourceGate(passage), resourceBased],
  ['identity', identityBased],
  ['boundary', permissionsBoundary],
  ['session', sessionPolicies],
];

const PERMISSION_FREE_GATE: GateTest = [
  'permission-free',
  () => ({
    result: 'allowed',
    because: 'no-permission-needed',
    policies: [],
    basis: 'documented',
  }),
];

const ENDPOINT_GATE: GateTest = ['endpoint', vpcEndpoint];

const statementRef = ({
  policy,
  statement,
}: NonNullable<Finding['by']>): Omit<DecidedBy, 'gate'> => ({
  policyId: policy.policyId,
  statementIndex: statement.index,
});

function decision(passage: Passage, reached: readonly Gate[], decidedBy: DecidedBy): Decision {
  const last = reached.at(-1);
  const rest = gatesFor(passage)
    .slice(reached.length)
    .map(([gate]) => notReached(gate));
  const verdict =
    last?.because === 'explicit-deny'
      ? 'explicit-deny'
      : last?.result === 'denied'
        ? 'implicit-deny'
        : 'allow';
  const basis = weakest(
    reached.filter(({ result }) => result !== 'not-applicable').map((gate) => gate.basis),
  );
  return { verdict, gates: [...reached, ...rest], decidedBy, basis };
}

const notReached = (gate: GateId): Gate => ({
  gate,
  result: 'not-reached',
  because: 'not-reached',
  policies: [],
  basis: 'documented',
});
