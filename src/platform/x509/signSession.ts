import type { ToSign } from '#engine/rolesanywhere/request.ts';
import type { Fingerprint, VerifiedText, X509Material } from '#engine/x509/certificate.ts';
import { fixedKeys, steadyCrypto } from './labKeys.ts';
import type { KeyMaker } from './labKeys.ts';
import { LAB_CERTIFICATES } from './labRecipes.ts';
import { signText } from './sign.ts';
import { subtle, verifyText } from './verify.ts';

/** The signatures of a run's CreateSessions: really made with the keys of the lab, and really verified. */

/** Certificates of the lab, and what each is called. */
export interface NamedLab {
  readonly material: X509Material;
  readonly nameOf: (id: Fingerprint) => string | undefined;
}

/** What the keys of the lab can sign, and whether it verifies: for its signer, and as the service sees it. */
async function signOne(
  { certificate, signer, signs, arrives }: ToSign,
  { material, nameOf }: NamedLab,
  keysOf: KeyMaker,
): Promise<readonly VerifiedText[]> {
  const recipe = LAB_CERTIFICATES[nameOf(signer) ?? ''];
  const own = material.certificates.find(({ id }) => id === signer);
  const sent = material.certificates.find(({ id }) => id === certificate);
  if (!recipe || !own || !sent) return [];
  const signature = await signText(await keysOf(recipe.key), signs, steadyCrypto(crypto));
  const made = await verifyText(own, signs, signature);
  if (signer === certificate && signs === arrives) return [made];
  return [made, await verifyText(sent, arrives, signature)];
}

let published: KeyMaker | undefined;

/** Signs and verifies, with the published keys unless there are others; nothing where the browser has no cryptography. */
export async function signSessions(
  work: readonly ToSign[],
  lab: NamedLab,
  keysOf?: KeyMaker,
): Promise<readonly VerifiedText[]> {
  const own = subtle();
  if (!own) return [];
  const keys = keysOf ?? (published ??= fixedKeys(own));
  const all = await Promise.all(work.map(async (one) => signOne(one, lab, keys)));
  return all.flat();
}
