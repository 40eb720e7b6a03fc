import { accountOf } from '../arn.ts';
import { rolesAnywhereError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { unreachable } from '../never.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { World } from '../world.ts';
import { ANCHOR_RULES } from '../x509/endEntityRules.ts';
import { judgeCertificates } from '../x509/judgeCertificates.ts';
import { findAnchor, findCertificate, findList, findProfile, resourcesOf } from './find.ts';
import { MOST, isDuration } from './limits.ts';
import { withMapping, withoutMapping } from './mappings.ts';
import type { ResourceChange } from './resourceChange.ts';
import type { Crl, Profile, RolesAnywhere, TrustAnchor } from './resources.ts';
import { withResources } from './withResources.ts';

/** What administrators change of Roles Anywhere, and what the service refuses to save (roles-anywhere.md 1 and 5.2). */

/** The world once something has changed, or the error it stays as it was with. */
export function resourceChanged(
  world: World,
  change: ResourceChange,
): { readonly world: World; readonly error?: AwsError } {
  const error = refusalOf(world, change);
  if (error) return { world, error };
  const account = accountOf(arnOf(change));
  return { world: withResources(world, account, (resources) => edited(resources, change)) };
}

/** The resource a change is about. */
export function arnOf(change: ResourceChange): string {
  switch (change.kind) {
    case 'put-trust-anchor':
      return change.trustAnchor.arn;
    case 'put-profile':
      return change.profile.arn;
    case 'put-crl':
      return change.crl.arn;
    case 'set-enabled':
    case 'delete-resource':
      return change.arn;
    case 'put-attribute-mapping':
    case 'delete-attribute-mapping':
      return change.profileArn;
    default:
      return unreachable(change);
  }
}

function edited(resources: RolesAnywhere, change: ResourceChange): RolesAnywhere {
  const { trustAnchors, profiles, crls } = resources;
  switch (change.kind) {
    case 'put-trust-anchor':
      return { ...resources, trustAnchors: putInto(trustAnchors, change.trustAnchor) };
    case 'put-profile':
      return { ...resources, profiles: putInto(profiles, change.profile) };
    case 'put-crl':
      return { ...resources, crls: putInto(crls, change.crl) };
    case 'set-enabled': {
      const { arn, enabled } = change;
      return {
        ...resources,
        trustAnchors: edit(trustAnchors, arn, (one) => ({ ...one, enabled })),
        profiles: edit(profiles, arn, (one) => ({ ...one, enabled })),
        crls: edit(crls, arn, (one) => ({ ...one, enabled })),
      };
    }
    case 'delete-resource':
      return {
        ...resources,
        trustAnchors: without(trustAnchors, change.arn),
        profiles: without(profiles, change.arn),
        crls: without(crls, change.arn),
      };
    case 'put-attribute-mapping':
      return {
        ...resources,
        profiles: edit(profiles, change.profileArn, (one) => withMapping(one, change.mapping)),
      };
    case 'delete-attribute-mapping':
      return {
        ...resources,
        profiles: edit(profiles, change.profileArn, (one) =>
          withoutMapping(one, change.certificateField, change.specifiers),
        ),
      };
    default:
      return unreachable(change);
  }
}

type Named<T> = Readonly<Record<string, T>>;

const putInto = <T extends { readonly arn: string }>(things: Named<T>, thing: T): Named<T> => ({
  ...things,
  [thing.arn]: thing,
});

function edit<T>(things: Named<T>, arn: string, change: (thing: T) => T): Named<T> {
  const thing = Object.hasOwn(things, arn) ? things[arn] : undefined;
  return thing === undefined ? things : { ...things, [arn]: change(thing) };
}

const without = <T>(things: Named<T>, arn: string): Named<T> =>
  Object.fromEntries(Object.entries(things).filter(([key]) => key !== arn));

/** Why the service would not save a change; undefined where it would. */
function refusalOf(world: World, change: ResourceChange): AwsError | undefined {
  switch (change.kind) {
    case 'put-trust-anchor':
      return anchorFault(world, change.trustAnchor);
    case 'put-profile':
      return profileFault(world, change.profile);
    case 'put-crl':
      return crlFault(world, change.crl);
    case 'set-enabled':
    case 'delete-resource':
    case 'put-attribute-mapping':
    case 'delete-attribute-mapping':
      return isThere(world, arnOf(change)) ? undefined : missing(arnOf(change));
    default:
      return unreachable(change);
  }
}

const isThere = (world: World, arn: string): boolean =>
  findAnchor(world, arn) !== undefined ||
  findProfile(world, arn) !== undefined ||
  Object.hasOwn(resourcesOf(world, accountOf(arn)).crls, arn);

const missing = (arn: string): AwsError =>
  rolesAnywhereError('ResourceNotFoundException', `There is no ${arn}`, 'modelled');

const invalid = (message: string, wording: AwsError['wording'] = 'modelled'): AwsError =>
  rolesAnywhereError('ValidationException', message, wording);

const NAME = /^[ a-zA-Z0-9-_]{1,255}$/;

/** How many resources of a kind an account has in a Region, beside the one that is saved. */
const others = (things: Named<unknown>, arn: string): number =>
  Object.keys(things).filter((other) => other !== arn && other.split(':')[3] === arn.split(':')[3])
    .length;

function anchorFault(world: World, { arn, name, source }: TrustAnchor): AwsError | undefined {
  const found = source.certificates.flatMap((id) => findCertificate(world, id) ?? []);
  const { trustAnchors } = resourcesOf(world, accountOf(arn));
  if (!NAME.test(name)) return invalid('The name breaks its pattern');
  if (found.length === 0 || found.length < source.certificates.length) {
    return invalid('Error creating TrustAnchor. Bad certificate data', 'observed');
  }
  const [refused] = found.flatMap((one) => judgeCertificates(ANCHOR_RULES, one).refusal ?? []);
  if (refused) {
    return refused.rule === 'anchor.is-a-ca'
      ? invalid('Incorrect basic constraints for CA certificate', 'observed')
      : invalid('The CA certificate will not do');
  }
  if (found.length > MOST.certificatesOfAnchor) return invalid('Too many certificates');
  return others(trustAnchors, arn) >= MOST.trustAnchors
    ? invalid('Too many trust anchors')
    : undefined;
}

function profileFault(world: World, profile: Profile): AwsError | undefined {
  const { arn, name, roleArns, durationSeconds, sessionPolicy, managedPolicyArns } = profile;
  const { profiles } = resourcesOf(world, accountOf(arn));
  const isUnreadable =
    sessionPolicy !== undefined && 'problems' in parsePolicy(sessionPolicy, 'session');
  const faults: readonly (readonly [isBroken: boolean, message: string])[] = [
    [!NAME.test(name), 'The name breaks its pattern'],
    [roleArns.length > MOST.rolesOfProfile, 'Too many roles'],
    [!isDuration(durationSeconds), 'durationSeconds is out of range'],
    [isUnreadable, 'The session policy cannot be read'],
    [managedPolicyArns.length > MOST.managedPolicies, 'Too many managed policies'],
    [others(profiles, arn) >= MOST.profiles, 'Too many profiles'],
  ];
  const [, fault] = faults.find(([isBroken]) => isBroken) ?? [];
  return fault === undefined ? undefined : invalid(fault);
}

/** Whether its signature is checked when it is imported is not published: here it is not (roles-anywhere.md 1.4). */
function crlFault(world: World, { arn, name, trustAnchorArn, list }: Crl): AwsError | undefined {
  if (!NAME.test(name)) return invalid('The name breaks its pattern');
  if (!findAnchor(world, trustAnchorArn)) return missing(trustAnchorArn);
  if (!findList(world, list)) return invalid('The list cannot be read');
  const { crls } = resourcesOf(world, accountOf(arn));
  const more = Object.values(crls).filter(
    (other) => other.trustAnchorArn === trustAnchorArn && other.arn !== arn,
  );
  return more.length >= MOST.crlsOfAnchor ? invalid('Too many CRLs') : undefined;
}
