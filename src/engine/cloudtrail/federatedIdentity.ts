import { identityOf } from '../sts/identityProvider.ts';
import type { FederatedAct } from '../sts/identityProvider.ts';
import { nameQualifier } from '../sts/samlIdentity.ts';
import { parseSamlResponse } from '../sts/samlResponse.ts';
import type { World } from '../world.ts';
import type { Fields } from './record.ts';

/** Who called without a signature: what the provider says of the person (CloudTrail User Guide, userIdentity element). */
export function federatedIdentity(world: World, act: FederatedAct): Fields {
  const { subject = '', provider = '' } = identityOf(world, act)?.principal ?? {};
  if (act.kind === 'sts:AssumeRoleWithSAML') {
    const issuer = parseSamlResponse(act.sAMLAssertion)?.issuer ?? '';
    const identityProvider = nameQualifier(issuer, act.principalArn);
    const principalId = `${identityProvider}:${subject}`;
    return { type: 'SAMLUser', principalId, userName: subject, identityProvider };
  }
  const [audience = ''] = identityOf(world, act)?.audiences ?? [];
  return {
    type: 'WebIdentityUser',
    principalId: `${provider}:${audience}:${subject}`,
    userName: subject,
    identityProvider: provider,
  };
}
