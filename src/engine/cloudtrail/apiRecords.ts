import type { ApiCall } from '../api/acts.ts';
import { operationOf } from '../api/services.ts';
import { credentialsOf } from '../credentials.ts';
import { principalAccount } from '../principal.ts';
import { GLOBAL_REGION } from '../regions.ts';
import type { RuleId } from '../rules.ts';
import { managementRecord } from './record.ts';
import type { TrailRecord } from './record.ts';
import type { Ended } from './recorded.ts';
import { userIdentity } from './userIdentity.ts';

/** Where one of these refuses, the caller is not known. That CloudTrail has nothing then is modelled. */
const UNKNOWN_CALLER: ReadonlySet<RuleId> = new Set<RuleId>([
  'api.key-known',
  'api.region-enabled',
  'api.token-fits-region',
  'api.token-alive',
]);

/** Calls that use an object's data: recorded only where a trail is told to record data events. */
const DATA_EVENT = { managementEvent: false, eventCategory: 'Data' } as const;

const kindOf = (service: string, operation: string): Partial<typeof DATA_EVENT> =>
  service === 's3' && /Object|Multipart|UploadPart/.test(operation) ? DATA_EVENT : {};

/** The record of a call to any service, in the caller's trail. */
export function apiRecords({
  act,
  before: world,
  outcome,
}: Ended<ApiCall>): readonly TrailRecord[] {
  if (outcome.kind === 'refused' && UNKNOWN_CALLER.has(outcome.rule)) return [];
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
  const special = {
    ...kindOf(service.name, operation),
    ...(key.kind === 'temporary' && key.isConsole && { sessionCredentialFromConsole: 'true' }),
  };
  return [{ ...own, record: { ...own.record, ...special } }];
}
