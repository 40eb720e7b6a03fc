import type { Level, Levels } from './applicable.ts';
import { allowIn, basisOfSilence, matching } from './passage.ts';
import type { Finding, Passage } from './passage.ts';
import type { PolicyMatch } from './reasons.ts';
import { weakest } from './reasons.ts';

/** The first gates: any explicit deny, then what the organization and the network let through (sts.md 7.1, steps 1 to 3). */

const levelsOf = (levels: Levels): readonly Level[] => ('levels' in levels ? levels.levels : []);

const policiesAt = (levels: Levels): readonly PolicyMatch[] =>
  levelsOf(levels).flatMap(({ policies }) => policies);

/** A matching Deny in any policy that applies ends it; no Allow anywhere outweighs it (IAM User Guide, evaluation logic). */
export function explicitDeny({ applicable }: Passage): Finding {
  const { serviceControl, resourceControl, endpoint, resource, identity, boundary, session } =
    applicable;
  const policies = [
    ...policiesAt(serviceControl),
    ...policiesAt(resourceControl),
    ...(endpoint ? [endpoint] : []),
    ...(resource ? [resource] : []),
    ...identity,
    ...boundary,
    ...session,
  ];
  const [by] = matching(policies, 'Deny');
  if (by) {
    return { result: 'denied', because: 'explicit-deny', policies, basis: by.statement.basis, by };
  }
  return {
    result: 'passed',
    because: 'no-explicit-deny',
    policies,
    basis: basisOfSilence(policies, 'Deny'),
  };
}

/** RCPFullAWSAccess hangs everywhere and cannot be detached, so these policies only deny (AWS Organizations, RCPs). */
export function resourceControl({ applicable }: Passage): Finding {
  const levels = applicable.resourceControl;
  if ('exempt' in levels) {
    // AWS adds services to its list; ours is the one of the launch.
    const basis = levels.exempt === 'service-not-covered' ? 'modelled' : 'documented';
    return { result: 'not-applicable', because: levels.exempt, policies: [], basis };
  }
  return {
    result: 'passed',
    because: 'full-access-attached',
    policies: policiesAt(levels),
    basis: 'documented',
  };
}

/** Every level from the organization's root to the caller's account must allow (AWS Organizations, SCP evaluation). */
export function serviceControl({ applicable, request }: Passage): Finding {
  const levels = applicable.serviceControl;
  if ('exempt' in levels) {
    const { kind } = request.principal;
    // Nobody says whether SCPs are looked at for unsigned federated calls (sts.md 11, point 6).
    const isUnsure = kind === 'saml-identity' || kind === 'web-identity';
    return {
      result: 'not-applicable',
      because: levels.exempt,
      policies: [],
      basis: isUnsure ? 'modelled' : 'documented',
    };
  }
  const policies = policiesAt(levels);
  const closed = levels.levels.find((level) => !allowIn(level.policies));
  if (closed) {
    const basis = basisOfSilence(closed.policies, 'Allow');
    return { result: 'denied', because: 'level-without-allow', policies, level: closed.id, basis };
  }
  const allows = levels.levels.flatMap((level) => allowIn(level.policies)?.statement.basis ?? []);
  return { result: 'passed', because: 'every-level-allows', policies, basis: weakest(allows) };
}

/** What passes a VPC endpoint needs an Allow in its policy; it grants nothing (AWS PrivateLink guide, endpoint policies). */
export function vpcEndpoint({ applicable }: Passage): Finding {
  const policies = applicable.endpoint ? [applicable.endpoint] : [];
  const by = allowIn(policies);
  if (!by) {
    const basis = basisOfSilence(policies, 'Allow');
    return { result: 'denied', because: 'no-allow', policies, basis };
  }
  return { result: 'passed', because: 'allows', policies, basis: by.statement.basis };
}
