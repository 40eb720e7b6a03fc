import { accountOf } from '../arn.ts';
import { credentialsOf } from '../credentials.ts';
import { requestId } from '../ids.ts';
import { principalAccount } from '../principal.ts';
import type { RuleId } from '../rules.ts';
import type { StsAct } from '../sts/acts.ts';
import { actionOf, servingRegion } from '../sts/context.ts';
import type { AccessKey, World } from '../world.ts';
import { federatedIdentity } from './federatedIdentity.ts';
import { managementRecord } from './record.ts';
import type { Fields, TrailRecord } from './record.ts';
import type { Ended } from './recorded.ts';
import { requestParameters } from './requestParameters.ts';
import { responseElements } from './responseElements.ts';
import { strangerIdentity, userIdentity } from './userIdentity.ts';

/** Where one of these refuses, nobody knows whose trail it would be. That CloudTrail has nothing then is modelled. */
const UNKNOWN_CALLER: ReadonlySet<RuleId> = new Set<RuleId>([
  'sts.endpoint-serves',
  'sts.signature-current',
  'sts.caller-authenticated',
  'sts.signature-matches',
]);

/** The records of a call to STS: in the caller's trail and, where another account's role was assumed, in that one's (sts.md 8.2). */
export function stsRecords({ act, before, after, outcome }: Ended<StsAct>): readonly TrailRecord[] {
  if (outcome.kind === 'refused' && UNKNOWN_CALLER.has(outcome.rule)) return [];
  const caller = callerOf(before, act);
  if (!caller) return [];
  const { account, identity, key } = caller;
  const role = 'roleArn' in act ? act.roleArn : undefined;
  const parts = {
    label: act.id,
    account,
    identity,
    eventSource: 'sts.amazonaws.com',
    eventName: actionOf(act),
    region: servingRegion(act),
    parameters: requestParameters(before, act),
    elements: responseElements(after, act),
    additional: additionalData(act, key),
    ...(role !== undefined && {
      resources: [{ accountId: accountOf(role), type: 'AWS::IAM::Role', ARN: role }],
    }),
  };
  const isShared = role !== undefined && accountOf(role) !== account && outcome.kind === 'granted';
  if (!isShared || !key) return [managementRecord(before, outcome, parts)];
  // The owner of the role learns the caller's account and unique id only.
  const theirs = { ...parts, account: accountOf(role), identity: strangerIdentity(key) };
  return [parts, theirs].map((one) =>
    managementRecord(before, outcome, { ...one, shared: requestId(`shared ${act.id}`) }),
  );
}

interface Caller {
  readonly account: string;
  readonly identity: Fields;
  readonly key?: AccessKey;
}

/** Who calls, and in whose trail that stands; undefined where AWS does not know the key. */
function callerOf(world: World, act: StsAct): Caller | undefined {
  if (!('credentials' in act)) {
    return { account: accountOf(act.roleArn), identity: federatedIdentity(world, act) };
  }
  const key = credentialsOf(world, act.credentials);
  if (!key) return undefined;
  const account = principalAccount(key.owner);
  return account === undefined ? undefined : { account, identity: userIdentity(world, key), key };
}

/** Which endpoint answered, and whether a role that assumes itself is trusted by name (AWS Security Blog, role trust policy behavior). */
function additionalData(act: StsAct, key: AccessKey | undefined): Fields {
  const owner = key?.owner;
  const isSelf =
    act.kind === 'sts:AssumeRole' && owner?.kind === 'role-session' && owner.role === act.roleArn;
  return {
    ...(isSelf && { explicitTrustGrant: true }),
    RequestDetails: {
      endpointType: act.endpoint ?? 'regional',
      awsServingRegion: servingRegion(act),
    },
  };
}
