import { accountOf } from '../arn.ts';
import { findKnownAccount } from '../policy/holders.ts';
import type { RequestContext } from '../policy/context.ts';
import type { OidcProvider, World } from '../world.ts';
import type { AssumeRoleWithWebIdentity, IdentityToken } from './acts.ts';
import { BUILT_IN } from './builtIn.ts';
import type { Identity, Provider } from './identityProvider.ts';
import { parseWebToken, textsAt } from './webToken.ts';

/** The signature algorithms STS takes (AssumeRoleWithWebIdentity, WebIdentityToken). */
const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/** The claims that are condition keys beside `aud`, `sub` and `amr`, by issuer (AWS What's New, January 2026). */
const SPECIAL_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com':
    'actor actor_id job_workflow_ref repository repository_id repository_owner_id workflow ref environment enterprise_id'.split(
      ' ',
    ),
  'accounts.google.com': ['google/organization_number'],
  'gitlab.com':
    'namespace_id project_id pipeline_source ref_protected runner_environment user_access_level user_email user_id user_login'.split(
      ' ',
    ),
  'agent.buildkite.com':
    'organization_id organization_slug pipeline_id pipeline_slug build_branch cluster_id cluster_name'.split(
      ' ',
    ),
};

/** The identity in a web identity token; undefined where it cannot be read. */
export function oidcIdentity(world: World, act: AssumeRoleWithWebIdentity): Identity | undefined {
  const token = parseWebToken(act.webIdentityToken);
  if (!token) return undefined;
  const { issuer, subject, issuedAt, expiresAt, signedBy } = token;
  const host = act.providerId ?? issuer.replace(/^https:\/\//, '');
  const found = findKnownAccount(world, accountOf(act.roleArn))?.oidcProviders.find(
    (each) => each.issuer === issuer,
  );
  const provider = providerOf(host, issuer, found);
  return {
    issuer,
    ...(provider && { provider }),
    ...(signedBy !== undefined && { signedBy }),
    isSupported: ALGORITHMS.includes(token.algorithm),
    isRejected: found?.rejectedSubjects?.includes(subject) ?? false,
    audiences: audiencesOf(token),
    issuedAt,
    expiresAt,
    principal: { kind: 'web-identity', provider: provider?.name ?? '', subject },
    keys: claimKeys(host, token),
    lastingKeys: {},
  };
}

const providerOf = (host: string, issuer: string, found?: OidcProvider): Provider | undefined =>
  BUILT_IN.includes(host) ? { name: host, issuer } : found && asProvider(found);

const asProvider = ({ arn, issuer, signingKeys, audiences, jwks }: OidcProvider): Provider => ({
  name: arn,
  issuer,
  signingKeys,
  audiences,
  ...(jwks && { jwks }),
});

/** The audiences of a token, one or several. */
export const audiencesOf = ({ audience }: IdentityToken): readonly string[] =>
  typeof audience === 'string' ? [audience] : audience;

/** A token's claims as condition keys: the issuer without its scheme, a colon, the claim (IAM User Guide, IAM condition keys). */
function claimKeys(host: string, token: IdentityToken): RequestContext {
  const { claims, subject } = token;
  const [audience = ''] = audiencesOf(token);
  if (host === 'graph.facebook.com') {
    return { [`${host}:app_id`]: audience, [`${host}:id`]: subject };
  }
  if (host === 'www.amazon.com') {
    return { [`${host}:app_id`]: audience, [`${host}:user_id`]: subject };
  }
  const { azp, amr } = claims;
  const special = (SPECIAL_CLAIMS[host] ?? []).flatMap((claim) => {
    const value = claims[claim];
    if (value === undefined || typeof value === 'object') return [];
    return [[`${host}:${claim}`, String(value)] as const];
  });
  return {
    // Google says who asked in `azp`, and for whom in `aud`.
    [`${host}:aud`]: host === 'accounts.google.com' && typeof azp === 'string' ? azp : audience,
    ...(host === 'accounts.google.com' && { [`${host}:oaud`]: audience }),
    [`${host}:sub`]: subject,
    ...(amr !== undefined && { [`${host}:amr`]: textsAt(amr) }),
    ...Object.fromEntries<string>(special),
  };
}
