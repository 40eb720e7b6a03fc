import { nameOf } from '#engine/arn.ts';
import { credentialsOf } from '#engine/credentials.ts';
import type { CreateSession } from '#engine/rolesanywhere/acts.ts';
import { findCertificate, resourceName } from '#engine/rolesanywhere/find.ts';
import type { ResourceChange } from '#engine/rolesanywhere/resourceChange.ts';
import { secondsBetween } from '#engine/time.ts';
import type { World } from '#engine/world.ts';
import { valuesOf } from '#engine/x509/name.ts';

import type { Said } from './ruleText.ts';
import { spokenLength, spokenList, timeBeside } from './words.ts';

/** CreateSession, what it answers, and what administrators change of Roles Anywhere, in words. */

/** What is asked of Roles Anywhere. */
export function sayCreateSession(act: CreateSession, who: string, world: World): Said {
  const asked =
    act.durationSeconds === undefined
      ? 'The request names no length, so the profile’s counts.'
      : `The request asks for ${act.durationSeconds} seconds.`;
  const named =
    act.roleSessionName === undefined ? [] : [`It names the session “${act.roleSessionName}”.`];
  const { length } = act.chain;
  const beside =
    length === 0 ? '' : ` with ${length === 1 ? 'one more' : `${length} more`} beside it`;
  return {
    label: `CreateSession ${nameOf(act.roleArn)}`,
    title: `${who} shows a certificate`,
    caption: `${who} sends ${certificateName(act, world)}${beside}, signs the request and asks for the role ${nameOf(act.roleArn)}.`,
    because: [asked, ...named].join(' '),
  };
}

/** Whose certificate is sent: the common name, or that it has none. */
function certificateName({ certificate }: CreateSession, world: World): string {
  const [name] = valuesOf(findCertificate(world, certificate)?.subject ?? [], 'CN');
  return name === undefined ? 'a certificate without a name' : `the certificate of “${name}”`;
}

/** What is answered to a call that was granted. */
export function saySession(act: CreateSession, who: string, world: World): Said {
  const key = credentialsOf(world, { issuedBy: act.id });
  if (key?.kind !== 'temporary') throw new Error('Broken promise: a grant issues credentials');
  const until = timeBeside(key.expiresAt, key.issuedAt);
  const length = spokenLength(secondsBetween(key.issuedAt, key.expiresAt));
  const { owner } = key;
  const source = 'sourceIdentity' in owner ? owner.sourceIdentity : undefined;
  const identity = source === undefined ? '' : ` and carries the source identity “${source}”`;
  return {
    label: `${key.id.slice(0, 4)}… until ${until}`,
    title: 'A temporary credential is born',
    caption: `${who} hands on what STS issued: a key id, a secret and a session token that live until ${until}.`,
    because: `The session lasts ${length}${identity}; from now on nobody looks at the certificate again.`,
  };
}

const said = (label: string, title: string, caption: string, because: string): Said => ({
  label,
  title,
  caption,
  because,
});

/** Why what was issued before is not touched. */
const LIVE_ON =
  'Roles Anywhere looks at it when it issues a session, so sessions that live now do not notice.';

type Sayings = {
  readonly [K in ResourceChange['kind']]: (
    change: Extract<ResourceChange, { kind: K }>,
    who: string,
    world: World,
  ) => Said;
};

const SAYINGS: Sayings = {
  'put-trust-anchor': ({ trustAnchor: { name } }, who) =>
    said(
      `the trust anchor ${name} is saved`,
      'A trust anchor is saved',
      `${who} saves the trust anchor “${name}” with the certificates of a CA.`,
      'From now on certificates with a path to it can be used to ask for sessions.',
    ),
  'put-profile': ({ profile: { name } }, who) =>
    said(
      `the profile ${name} is saved`,
      'A profile is saved',
      `${who} saves the profile “${name}”.`,
      'A session keeps the policies and the end it was issued with; the next one gets the new ones.',
    ),
  'put-crl': ({ crl: { name, enabled } }, who) =>
    said(
      `the revocation list ${name} is imported`,
      'A revocation list is imported',
      `${who} imports the revocation list “${name}”${enabled ? '' : ', which is not enabled yet'}.`,
      enabled ? LIVE_ON : 'A list that is not enabled revokes nothing.',
    ),
  'set-enabled': ({ arn, enabled }, who, world) =>
    said(
      `the ${resourceName(world, arn)} is ${enabled ? 'enabled' : 'disabled'}`,
      `A ${kindOf(arn)} is switched ${enabled ? 'on' : 'off'}`,
      `${who} ${enabled ? 'enables' : 'disables'} the ${resourceName(world, arn)}.`,
      LIVE_ON,
    ),
  'delete-resource': ({ arn }, who) =>
    said(
      `a ${kindOf(arn)} is deleted`,
      `A ${kindOf(arn)} is deleted`,
      `${who} deletes the ${kindOf(arn)} ${nameOf(arn).slice(0, 8)}….`,
      LIVE_ON,
    ),
  'put-attribute-mapping': ({ mapping: { certificateField, mappingRules } }, who) =>
    said(
      `${certificateField}: more attributes become tags`,
      'More attributes become tags',
      `${who} maps ${spokenList(mappingRules.map(({ specifier }) => specifier))} of ${certificateField} to session tags.`,
      'Tags are set when a session is issued; sessions that live now keep theirs.',
    ),
  'delete-attribute-mapping': ({ certificateField }, who) =>
    said(
      `${certificateField}: fewer attributes become tags`,
      'Fewer attributes become tags',
      `${who} removes the mapping of attributes of ${certificateField}.`,
      'An attribute that is not mapped is no tag, and a condition on it finds nothing.',
    ),
};

/** What a resource is, by its ARN: `trust anchor`. */
const kindOf = (arn: string): string =>
  (arn.split(':')[5]?.split('/')[0] ?? 'resource').replace('-', ' ').replace('crl', 'CRL');

/** A change in words, with the world it leaves. */
export function sayResourceChange(change: ResourceChange, who: string, world: World): Said {
  // The table holds each kind's words under the kind itself.
  const say = SAYINGS[change.kind] as (change: ResourceChange, who: string, world: World) => Said;
  return say(change, who, world);
}

/** What is said where the service does not save something: nothing changes. */
export const sayUnsaved = (message: string): Said =>
  said(
    'the service does not save it',
    'The service does not save it',
    'Roles Anywhere refuses the change, so everything stays as it was.',
    `The answer is “${message}”.`,
  );
