import { unreachable } from '../never.ts';
import { GLOBAL_REGION, isOptIn } from '../regions.ts';
import type { Account, RegionSettings, World } from '../world.ts';
import { withAccount } from './edits.ts';
import type { SettingChange } from './worldChange.ts';

/** The world once an account's Regions or its STS settings have changed (IAM User Guide, managing STS in a Region). */
export function settingChanged(world: World, change: SettingChange): World {
  switch (change.kind) {
    case 'set-sts-region':
      return withAccount(world, change.account, (account) =>
        canSwitchSts(account, change.region)
          ? withRegion(account, change.region, {
              enabled: true,
              optIn: false,
              stsActive: change.active,
            })
          : account,
      );
    case 'enable-region':
      // STS is active in an opt-in Region from the start.
      return withAccount(world, change.account, (account) =>
        isOptIn(account, change.region)
          ? withRegion(account, change.region, { enabled: true, optIn: true, stsActive: true })
          : account,
      );
    case 'set-token-version':
      return withAccount(world, change.account, (account) => ({
        ...account,
        globalEndpointTokenVersion: change.version,
      }));
    default:
      return unreachable(change);
  }
}

/** STS cannot be deactivated in us-east-1, nor in a Region that was opted into. */
const canSwitchSts = (account: Account, region: string): boolean =>
  region !== GLOBAL_REGION && !isOptIn(account, region);

const withRegion = (account: Account, region: string, settings: RegionSettings): Account => ({
  ...account,
  regions: { ...account.regions, [region]: settings },
});
