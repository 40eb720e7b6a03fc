import { accountOf } from '../arn.ts';
import type { AccountId } from '../arn.ts';
import { credentialsOf } from '../credentials.ts';
import { principalAccount } from '../principal.ts';
import type { World } from '../world.ts';
import type { GetDelegatedAccessToken, StsAct } from './acts.ts';

/** The account that would own the credentials a call asks for; undefined where it asks for none, or names nobody known. */
export function credentialsAccount(world: World, act: StsAct): AccountId | undefined {
  // A request may lack what it must have, which a rule says later.
  const { roleArn, targetPrincipal } = act as {
    readonly roleArn?: string;
    readonly targetPrincipal?: string;
  };
  if (roleArn !== undefined) return accountOf(roleArn);
  if (targetPrincipal !== undefined) return targetAccount(targetPrincipal);
  if (act.kind === 'sts:GetDelegatedAccessToken') return delegatingAccount(world, act);
  if (act.kind !== 'sts:GetFederationToken' && act.kind !== 'sts:GetSessionToken') return undefined;
  const key = credentialsOf(world, act.credentials);
  return key && principalAccount(key.owner);
}

function delegatingAccount(
  { delegations = {} }: World,
  { tradeInToken }: GetDelegatedAccessToken,
): AccountId | undefined {
  const found = Object.hasOwn(delegations, tradeInToken) ? delegations[tradeInToken] : undefined;
  return found && principalAccount(found.principal);
}

/** The account AssumeRoot means: an id, or the account of an ARN. */
export const targetAccount = (target: string): AccountId =>
  /^\d{12}$/.test(target) ? target : accountOf(target);
