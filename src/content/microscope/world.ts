import type { AccessKeyId } from '#engine/ids.ts';
import type { SigningInputs } from '#engine/microscope/signing.ts';
import { promised } from '#engine/never.ts';
import { readAddress } from '#engine/s3/host.ts';
import { after, hours, parseAmzDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { AccessKey, World } from '#engine/world.ts';

import {
  account,
  allow,
  document,
  instanceKey,
  policy,
  role,
  user,
  userKey,
  world,
} from '../scenarios/build.ts';
import { arrivalOf } from './table.ts';
import type { MicroscopeTable } from './table.ts';

const ACCOUNT = '111122223333';

const all = [policy('Everything', 'identity', document(allow('*', '*')))];
const CLERK = user(ACCOUNT, 'clerk', { policies: all });
const SERVER = role(ACCOUNT, 'ReportServer', {
  trustPolicy: policy(
    'ReportServerTrust',
    'trust',
    document({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  ),
  policies: all,
});

/** The signer's key as AWS knows it, with the secret it knows. */
function keyOf(
  { accessKeyId, sessionToken }: SigningInputs,
  secretAccessKey: string,
  signedAt: Instant,
): AccessKey {
  // Whatever was typed is looked up as it stands; an id of another form is one that AWS does not know.
  const id = accessKeyId as AccessKeyId;
  if (sessionToken === '') {
    const key = userKey(CLERK);
    return { ...key, id: id as typeof key.id, secretAccessKey };
  }
  const key = instanceKey(SERVER, 'i-0bcd12ef34a567890', signedAt);
  const life = { issuedAt: signedAt, expiresAt: after(signedAt, hours(12)) };
  return { ...key, ...life, id: id as typeof key.id, secretAccessKey, sessionToken };
}

/** A world in which what was signed is granted if it arrives untouched and in time: its key, its bucket, its object. */
function worldFor(table: MicroscopeTable): World {
  const { inputs, knownSecret } = table;
  const signedAt = promised(parseAmzDate(inputs.date), 'what arrives was signed at a moment');
  const now = arrivalOf(table);
  const place = readAddress(inputs.host, inputs.path);
  const { region } = inputs;
  const text = { contentType: 'text/plain', body: 'Welcome to Amazon S3.' };
  const office = account(ACCOUNT, 'office', region, {
    users: [CLERK],
    roles: [SERVER],
    buckets: place ? [{ name: place.bucket, region, objects: { [place.key]: text } }] : [],
  });
  return world(now, [office], [keyOf(inputs, knownSecret ?? inputs.secretAccessKey, signedAt)]);
}

/** The world a table's request arrives in: the run's own, with the moment and the secret that were set here, or one made for it. */
export function arrivalWorld(table: MicroscopeTable): World {
  const { world: given, inputs, knownSecret } = table;
  const now = arrivalOf(table);
  if (!given) return worldFor(table);
  const key = Object.hasOwn(given.accessKeys, inputs.accessKeyId)
    ? given.accessKeys[inputs.accessKeyId]
    : undefined;
  if (knownSecret === undefined || !key) return { ...given, now };
  const accessKeys = { ...given.accessKeys, [key.id]: { ...key, secretAccessKey: knownSecret } };
  return { ...given, now, accessKeys };
}
