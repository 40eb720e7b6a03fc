import type { SessionLimits, SessionTag } from '../act.ts';
import type { Tags } from '../principal.ts';
import type { StsAct } from '../sts/acts.ts';
import { parseSamlResponse } from '../sts/samlResponse.ts';
import { inherited, sessionRequest } from '../sts/sessionRequest.ts';
import type { World } from '../world.ts';
import type { Fields } from './record.ts';

/** What a record of a call to STS shows of the request: no MFA code, no assertion, no token (sts.md 8.2). */

type Shown = {
  readonly [Kind in StsAct['kind']]: (act: Extract<StsAct, { kind: Kind }>, world: World) => Fields;
};

const SHOWN: Shown = {
  'sts:AssumeRole': (act, world) => ({
    roleArn: act.roleArn,
    roleSessionName: act.roleSessionName,
    ...limits(act),
    externalId: act.externalId,
    sourceIdentity: act.sourceIdentity,
    serialNumber: act.serialNumber,
    tags: tagList(act.tags),
    transitiveTagKeys: some(act.transitiveTagKeys),
    incomingTransitiveTags: someTags(inherited({ world, act }).tags),
  }),
  'sts:AssumeRoleWithSAML': (act) => ({
    sAMLAssertionID: parseSamlResponse(act.sAMLAssertion)?.id,
    roleSessionName: sessionRequest(act).sessionName,
    ...limits(act),
    roleArn: act.roleArn,
    principalArn: act.principalArn,
    ...baggage(act),
  }),
  'sts:AssumeRoleWithWebIdentity': (act) => ({
    roleArn: act.roleArn,
    roleSessionName: act.roleSessionName,
    ...limits(act),
    ...baggage(act),
  }),
  'sts:AssumeRoot': (act) => ({
    targetPrincipal: act.targetPrincipal,
    taskPolicyArn: { arn: act.taskPolicyArn },
    durationSeconds: act.durationSeconds,
  }),
  'sts:GetSessionToken': ({ durationSeconds, serialNumber }) => ({ durationSeconds, serialNumber }),
  'sts:GetFederationToken': (act) => ({
    name: act.name,
    ...limits(act),
    tags: tagList(act.tags),
  }),
  'sts:GetAccessKeyInfo': ({ accessKeyId }) => ({ accessKeyId }),
  'sts:GetWebIdentityToken': (act) => ({
    audience: act.audience,
    signingAlgorithm: act.signingAlgorithm,
    durationSeconds: act.durationSeconds,
    tags: tagList(act.tags),
  }),
  'sts:GetCallerIdentity': () => ({}),
  'sts:DecodeAuthorizationMessage': () => ({}),
  'sts:GetDelegatedAccessToken': () => ({}),
};

/** `requestParameters`; null where the call says nothing, or nothing that may be shown. */
export function requestParameters(world: World, act: StsAct): Fields | null {
  // The table holds each kind's parameters under the kind itself.
  const shown = SHOWN[act.kind] as (act: StsAct, world: World) => Fields;
  const fields = shown(act, world);
  return Object.values(fields).some((value) => value !== undefined) ? fields : null;
}

const some = (values: readonly string[] | undefined): readonly string[] | undefined =>
  values && values.length > 0 ? values : undefined;

const tagList = (tags: readonly SessionTag[] = []): readonly Fields[] | undefined =>
  tags.length > 0 ? tags.map(({ key, value }) => ({ key, value })) : undefined;

const someTags = (tags: Tags): Fields | undefined =>
  Object.keys(tags).length > 0 ? { ...tags } : undefined;

const limits = ({ policyArns, policy, durationSeconds }: SessionLimits): Fields => ({
  policyArns: some(policyArns)?.map((arn) => ({ arn })),
  policy,
  durationSeconds,
});

/** What an assertion or a token gives the session: its tags stand in an object. */
function baggage(act: StsAct): Fields {
  const { tags, transitiveTagKeys, sourceIdentity } = sessionRequest(act);
  return {
    principalTags: someTags(Object.fromEntries(tags.map(({ key, value }) => [key, value]))),
    transitiveTagKeys: some(transitiveTagKeys),
    sourceIdentity,
  };
}
