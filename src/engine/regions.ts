import type { Account } from './world.ts';

/** Regions and who may switch them (AWS Account Management, Regions; IAM User Guide, managing STS in a Region). */

/** The Regions that every account has from its first day; all others must be opted into. */
const DEFAULT_REGIONS: ReadonlySet<string> = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
]);

/** Whether an account must opt into a Region before it can use it. */
export const isOptIn = (account: Account | undefined, region: string): boolean =>
  account?.regions[region]?.optIn ?? !DEFAULT_REGIONS.has(region);

/** Whether an account can use a Region: it has it by default, or has opted in. */
export const isEnabled = (account: Account | undefined, region: string): boolean =>
  account?.regions[region]?.enabled ?? !isOptIn(account, region);

/** The Region the global STS endpoint is signed for; STS cannot be deactivated in it. */
export const GLOBAL_REGION = 'us-east-1';
