import type { AccountId } from '../arn.ts';
import { findKnownAccount } from '../policy/holders.ts';
import { actField, credentialsOf } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { principalAccount } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import type { RegionSettings, World } from '../world.ts';
import { actionOf, servingRegion } from './context.ts';
import type { StsContext } from './context.ts';
import { credentialsAccount } from './credentialsAccount.ts';

/** STS's checks of where a call is sent (IAM User Guide, STS Regions and endpoints; sts.md 8.1). */

/** Two operations that sts.amazonaws.com does not serve. */
export const endpointServes: Rule<StsContext, 'sts.endpoint-serves'> = {
  id: 'sts.endpoint-serves',
  test: ({ act }) =>
    finding(
      {
        kind: 'equality',
        what: 'endpoint',
        expected: 'regional',
        actual: act.endpoint ?? 'regional',
        paths: [actField(act, 'endpoint')],
      },
      act.endpoint === 'global'
        ? stsError(
            'InvalidAction',
            `Could not find operation ${actionOf(act)} for version 2011-06-15`,
            'modelled',
          )
        : undefined,
    ),
};

function settingsOf(world: World, account: AccountId, region: string): RegionSettings | undefined {
  const regions = findKnownAccount(world, account)?.regions ?? {};
  return Object.hasOwn(regions, region) ? regions[region] : undefined;
}

/** Whether STS answers for an account in a Region; us-east-1 and Regions nobody touched are active. */
function isActive(world: World, account: AccountId, region: string): boolean {
  const settings = settingsOf(world, account, region);
  return region === 'us-east-1' || !settings || (settings.enabled && settings.stsActive);
}

/** The accounts whose settings count: who owns the credentials and, in an opt-in Region, the caller too. */
function inactiveFor({ world, act }: StsContext): AccountId | undefined {
  const region = servingRegion(act);
  const owner = credentialsAccount(world, act);
  const caller = 'credentials' in act ? credentialsOf(world, act.credentials)?.owner : undefined;
  const callers = caller ? principalAccount(caller) : undefined;
  const isOptIn = [owner, callers].some(
    (id) => id !== undefined && settingsOf(world, id, region)?.optIn === true,
  );
  const asked = isOptIn ? [owner, callers] : [owner];
  return asked.find((id) => id !== undefined && !isActive(world, id, region));
}

/** Made where the call names its kind of endpoint, and wherever it would fail. */
export const regionActive: Rule<StsContext, 'sts.region-active'> = {
  id: 'sts.region-active',
  applies: (context) => context.act.endpoint !== undefined || inactiveFor(context) !== undefined,
  test: (context) => {
    const account = inactiveFor(context);
    const owner = account ?? credentialsAccount(context.world, context.act) ?? '';
    const region = servingRegion(context.act);
    return finding(
      {
        kind: 'equality',
        what: region,
        expected: 'active',
        actual: account === undefined ? 'active' : 'inactive',
        paths: [`account:${owner}/regions`, actField(context.act, 'region')],
      },
      account === undefined
        ? undefined
        : stsError(
            'RegionDisabledException',
            `STS is not activated in this region for account:${account}. Your account administrator can activate STS in this region using the IAM Console.`,
            'observed',
          ),
    );
  },
};
