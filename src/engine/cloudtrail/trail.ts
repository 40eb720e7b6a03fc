import type { Act } from '../act.ts';
import type { ApiCall } from '../api/acts.ts';
import { operationOf } from '../api/services.ts';
import { accountOf } from '../arn.ts';
import { credentialsOf } from '../credentials.ts';
import { requestId } from '../ids.ts';
import type { Played } from '../played.ts';
import { principalAccount } from '../principal.ts';
import { GLOBAL_REGION } from '../regions.ts';
import { isStsAct } from '../sts/acts.ts';
import type { RuleId } from '../rules.ts';
import type { StsAct } from '../sts/acts.ts';
import { actionOf, servingRegion } from '../sts/context.ts';
import type { Outcome, Step } from '../trace.ts';
import type { AccessKey, World } from '../world.ts';
import { federatedIdentity } from './federatedIdentity.ts';
import { objectRecords } from './objectRecord.ts';
import { formatRecord, managementRecord } from './record.ts';
import type { Fields, TrailRecord } from './record.ts';
import { requestParameters } from './requestParameters.ts';
import { responseElements } from './responseElements.ts';
import { strangerIdentity, userIdentity } from './userIdentity.ts';

/** What CloudTrail records of a call, in which account's trail (CloudTrail User Guide; IAM User Guide, logging with CloudTrail). */

/** A played act with the records of its call beside the answer. */
export function withTrail(played: Played, before: World): Played {
  const answer = played.steps.at(-1);
  if (answer?.row !== 'answer') return played;
  const records = recordsOf(before, played.world, answer.act, played.outcome);
  if (records.length === 0) return played;
  const shown: Step = {
    ...answer,
    artifacts: [
      ...answer.artifacts,
      ...records.map((record) => ({
        kind: 'cloudtrail' as const,
        name: record.account,
        text: formatRecord(record),
      })),
    ],
  };
  return { ...played, steps: [...played.steps.slice(0, -1), shown] };
}

/** The records of one call; none for what is no call, and for a caller whom AWS does not know. */
export function recordsOf(
  before: World,
  after: World,
  act: Act,
  outcome: Outcome,
): readonly TrailRecord[] {
  if (outcome.kind === 'refused' && UNKNOWN_CALLER.has(outcome.rule)) return [];
  if (isStsAct(act)) return stsRecords(before, after, act, outcome);
  if (act.kind === 'call') return apiRecords(before, act, outcome);
  return act.kind === 'open-url' ? objectRecords(before, act, outcome) : [];
}

/** Where these fail, nobody knows whose trail it would be. That AWS records nothing then is modelled. */
const UNKNOWN_CALLER: ReadonlySet<RuleId> = new Set<RuleId>([
  'sts.endpoint-serves',
  'sts.signature-current',
  'sts.caller-authenticated',
  'sts.signature-matches',
  'api.key-known',
  'api.region-enabled',
  'api.token-fits-region',
  'api.token-alive',
]);

function stsRecords(
  before: World,
  after: World,
  act: StsAct,
  outcome: Outcome,
): readonly TrailRecord[] {
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

function apiRecords(world: World, act: ApiCall, outcome: Outcome): readonly TrailRecord[] {
  const key = credentialsOf(world, act.credentials);
  const account = key && principalAccount(key.owner);
  if (!key || account === undefined) return [];
  const { service, operation } = operationOf(act);
  const sourceIp = act.context?.['aws:SourceIp'];
  const own = managementRecord(world, outcome, {
    label: act.id,
    account,
    identity: userIdentity(world, key),
    eventSource: `${service.name}.amazonaws.com`,
    eventName: operation,
    region: service.isGlobal ? GLOBAL_REGION : act.region,
    ...(typeof sourceIp === 'string' && { sourceIp }),
    parameters: act.parameters ?? null,
    elements: null,
  });
  return key.kind === 'temporary' && key.isConsole
    ? [{ ...own, record: { ...own.record, sessionCredentialFromConsole: 'true' } }]
    : [own];
}
