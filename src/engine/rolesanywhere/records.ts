import { accountOf, sessionArn } from '../arn.ts';
import { managementRecord, spokenMoment } from '../cloudtrail/record.ts';
import type { Fields, TrailRecord } from '../cloudtrail/record.ts';
import type { Ended } from '../cloudtrail/recorded.ts';
import { credentialsOf } from '../credentials.ts';
import { requestId } from '../ids.ts';
import { secondsBetween } from '../time.ts';
import type { TemporaryKey } from '../world.ts';
import type { CreateSession } from './acts.ts';
import { findAnchor, findCertificate, findProfile } from './find.ts';

/**
 * What CloudTrail has of a CreateSession: the call itself and, where it was granted, the AssumeRole the service made. No
 * full record of either was found: what stands here was seen in an abridged sample, or follows other calls by a service
 * (roles-anywhere.md 7.2).
 */
export function sessionRecords({
  act,
  before,
  after,
  outcome,
}: Ended<CreateSession>): readonly TrailRecord[] {
  const account = accountOf(act.trustAnchorArn);
  if (!findAnchor(before, act.trustAnchorArn)) return [];
  const key = credentialsOf(after, { issuedBy: act.id });
  const issued = key?.kind === 'temporary' ? key : undefined;
  const sourceIdentity = issued && sessionOf(issued)?.sourceIdentity;
  const created = managementRecord(before, outcome, {
    label: act.id,
    account,
    identity: SERVICE,
    eventSource: 'rolesanywhere.amazonaws.com',
    eventName: 'CreateSession',
    region: act.region,
    parameters: {
      cert: findCertificate(before, act.certificate)?.der,
      durationSeconds: act.durationSeconds,
      profileArn: act.profileArn,
      roleArn: act.roleArn,
      roleSessionName: act.roleSessionName,
      trustAnchorArn: act.trustAnchorArn,
    },
    elements: { credentialSet: [{ sourceIdentity }] },
  });
  const named = { ...created, name: 'CreateSession' };
  if (!issued) return [named];
  const assumeRole = managementRecord(before, outcome, {
    label: `assume ${act.id}`,
    account,
    identity: SERVICE,
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    region: act.region,
    sourceIp: 'rolesanywhere.amazonaws.com',
    ...assumed(issued, findProfile(before, act.profileArn)?.sessionPolicy),
    resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: act.roleArn }],
    shared: requestId(`shared ${act.id}`),
  });
  return [named, { ...assumeRole, name: 'AssumeRole' }];
}

const SERVICE = { type: 'AWSService', invokedBy: 'rolesanywhere.amazonaws.com' } as const;

const sessionOf = ({ owner }: TemporaryKey) => (owner.kind === 'role-session' ? owner : undefined);

function assumed(
  key: TemporaryKey,
  policy: string | undefined,
): { readonly parameters: Fields; readonly elements: Fields } {
  const session = sessionOf(key);
  if (!session) return { parameters: {}, elements: {} };
  const { role, roleId, sessionName, sourceIdentity, tags } = session;
  return {
    parameters: {
      roleArn: role,
      roleSessionName: sessionName,
      durationSeconds: secondsBetween(key.issuedAt, key.expiresAt),
      policy,
      sourceIdentity,
      tags: Object.entries(tags).map(([name, value]) => ({ key: name, value })),
    },
    elements: {
      credentials: {
        accessKeyId: key.id,
        sessionToken: key.sessionToken,
        expiration: spokenMoment(key.expiresAt),
      },
      assumedRoleUser: {
        assumedRoleId: `${roleId}:${sessionName}`,
        arn: sessionArn(role, sessionName),
      },
      sourceIdentity,
    },
  };
}
