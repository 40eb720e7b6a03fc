import { parseArn } from '#engine/arn.ts';
import { promised } from '#engine/never.ts';
import type { ChangeRolesAnywhere } from '#engine/rolesanywhere/acts.ts';
import type { ResourceChange } from '#engine/rolesanywhere/resourceChange.ts';
import type { Crl, Profile, TrustAnchor } from '#engine/rolesanywhere/resources.ts';
import type { World } from '#engine/world.ts';

import type { ApiOperation, Value } from './apiOperation.ts';
import { administrators } from './changeCommands.ts';
import type { Commands } from './command.ts';

/** What administrators change of Roles Anywhere, by the AWS CLI and boto3. */

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

const call = (
  arn: string,
  operation: string,
  parameters: Readonly<Record<string, Value>>,
): ApiOperation => ({
  service: 'rolesanywhere',
  operation,
  region: promised(parseArn(arn), 'resources have ARNs').region,
  parameters,
});

const KINDS = { 'trust-anchor': 'TrustAnchor', profile: 'Profile', crl: 'Crl' } as const;

/** What an ARN names, with the parameter that names it. */
function named(arn: string) {
  const resource = arn.split(':')[5] ?? '';
  const kind = resource.split('/')[0];
  const noun = kind === 'trust-anchor' || kind === 'profile' ? KINDS[kind] : KINDS.crl;
  const id = `${noun.charAt(0).toLowerCase()}${noun.slice(1)}Id`;
  return { noun, id: { [id]: lastPart(arn) } };
}

const resourcesOf = (world: World, arn: string) =>
  Object.values(world.accounts).find(({ id }) => id === parseArn(arn)?.account)?.rolesAnywhere;

/** Where certificates come from. The bundle is a file of PEM blocks, and stands in the request as text. */
const sourceOf = ({ source }: TrustAnchor): Value =>
  source.sourceType === 'AWS_ACM_PCA'
    ? { sourceType: 'AWS_ACM_PCA', sourceData: { acmPcaArn: source.acmPcaArn } }
    : { sourceType: 'CERTIFICATE_BUNDLE', sourceData: { x509CertificateData: PEM } };

const PEM = '-----BEGIN CERTIFICATE-----\nEXAMPLE\n-----END CERTIFICATE-----\n';

function putTrustAnchor(world: World, anchor: TrustAnchor): readonly ApiOperation[] {
  const { arn, name, enabled, notificationSettings } = anchor;
  const isThere = resourcesOf(world, arn)?.trustAnchors[arn] !== undefined;
  const parameters = { name, source: sourceOf(anchor) };
  if (isThere) return [call(arn, 'UpdateTrustAnchor', { ...named(arn).id, ...parameters })];
  const settings = notificationSettings?.map((setting) => ({ ...setting }));
  return [
    call(arn, 'CreateTrustAnchor', {
      ...parameters,
      enabled,
      ...(settings && { notificationSettings: settings }),
    }),
  ];
}

/** Mappings are set by calls of their own, and the service’s are there by themselves. */
function putProfile(world: World, profile: Profile): readonly ApiOperation[] {
  const { arn, name, enabled, roleArns, durationSeconds, sessionPolicy } = profile;
  const isThere = resourcesOf(world, arn)?.profiles[arn] !== undefined;
  const parameters = {
    name,
    roleArns,
    durationSeconds,
    ...(sessionPolicy !== undefined && { sessionPolicy }),
    ...(profile.managedPolicyArns.length > 0 && { managedPolicyArns: profile.managedPolicyArns }),
    acceptRoleSessionName: profile.acceptRoleSessionName,
  };
  return isThere
    ? [call(arn, 'UpdateProfile', { ...named(arn).id, ...parameters })]
    : [call(arn, 'CreateProfile', { ...parameters, enabled })];
}

function putCrl(
  world: World,
  { arn, name, enabled, trustAnchorArn }: Crl,
): readonly ApiOperation[] {
  const crlData = { file: `${name}.crl.pem` };
  return resourcesOf(world, arn)?.crls[arn]
    ? [call(arn, 'UpdateCrl', { ...named(arn).id, name, crlData })]
    : [call(arn, 'ImportCrl', { name, crlData, enabled, trustAnchorArn })];
}

/** A change of Roles Anywhere as the calls that make it. */
export function anywhereOperations(world: World, change: ResourceChange): readonly ApiOperation[] {
  switch (change.kind) {
    case 'put-trust-anchor':
      return putTrustAnchor(world, change.trustAnchor);
    case 'put-profile':
      return putProfile(world, change.profile);
    case 'put-crl':
      return putCrl(world, change.crl);
    case 'set-enabled': {
      const { noun, id } = named(change.arn);
      return [call(change.arn, `${change.enabled ? 'Enable' : 'Disable'}${noun}`, id)];
    }
    case 'delete-resource': {
      const { noun, id } = named(change.arn);
      return [call(change.arn, `Delete${noun}`, id)];
    }
    case 'put-attribute-mapping': {
      const { certificateField, mappingRules } = change.mapping;
      return [
        call(change.profileArn, 'PutAttributeMapping', {
          ...named(change.profileArn).id,
          certificateField,
          mappingRules: mappingRules.map((rule) => ({ ...rule })),
        }),
      ];
    }
    case 'delete-attribute-mapping':
      return [
        call(change.profileArn, 'DeleteAttributeMapping', {
          ...named(change.profileArn).id,
          certificateField: change.certificateField,
          ...(change.specifiers && { specifiers: change.specifiers }),
        }),
      ];
  }
}

/** The commands of a change of Roles Anywhere. */
export function anywhereCommands(world: World, { change }: ChangeRolesAnywhere): Commands {
  const notes =
    change.kind === 'put-crl'
      ? ['The revocation list is a file, in PEM.']
      : change.kind === 'put-trust-anchor'
        ? ['EXAMPLE stands for the CA’s certificate.']
        : [];
  return administrators(anywhereOperations(world, change), notes, 'Nothing has to be called.');
}
