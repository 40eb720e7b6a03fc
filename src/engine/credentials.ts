import type { Act, CredentialsRef } from './act.ts';
import { isoDate } from './time.ts';
import type { AccessKey, TemporaryKey, World } from './world.ts';

/** The credentials an act names; undefined when the world holds none such. */
export function credentialsOf(world: World, ref: CredentialsRef): AccessKey | undefined {
  if ('keyId' in ref) {
    return Object.hasOwn(world.accessKeys, ref.keyId) ? world.accessKeys[ref.keyId] : undefined;
  }
  return Object.values(world.accessKeys).find(
    (key) => key.kind === 'temporary' && key.issuedBy === ref.issuedBy,
  );
}

/** What a signer needs of an access key. */
export const signerOf = (key: AccessKey) => ({
  accessKeyId: key.id,
  secretAccessKey: key.secretAccessKey,
  ...(key.kind === 'temporary' && { sessionToken: key.sessionToken }),
});

/** A path to a field of an act. */
export const actField = (act: Act, field: string) => `act:${act.id}/${field}` as const;

/** Credentials as the AWS CLI prints them. */
export const credentialsText = (key: TemporaryKey): string =>
  JSON.stringify(
    {
      AccessKeyId: key.id,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.sessionToken,
      Expiration: isoDate(key.expiresAt),
    },
    undefined,
    2,
  );
