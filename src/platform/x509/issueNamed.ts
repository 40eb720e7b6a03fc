import { promised } from '#engine/never.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import { at } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { Octets } from './ecdsa.ts';
import { asVersion1, issueCertificate } from './issue.ts';
import type { Signer } from './issue.ts';
import type { KeyMaker } from './labKeys.ts';
import { LAB_CERTIFICATES } from './labRecipes.ts';
import type { LabCertificate } from './labRecipes.ts';

/** One certificate of the lab, issued as its recipe says. */

const recipeOf = (name: string): LabCertificate =>
  promised(LAB_CERTIFICATES[name], `${name} is a certificate of the lab`);

/** A serial number of sixteen bytes for a name, positive and never short. */
export const serialOf = (name: string): string =>
  recipeOf(name).serial ?? `4${sha256Hex(`serial ${name}`).slice(1, 32)}`;

/** Who signs for a recipe. */
export async function signerOf(
  { by, signedWith, issuerName }: Pick<LabCertificate, 'by' | 'signedWith' | 'issuerName'>,
  keysOf: KeyMaker,
): Promise<Signer> {
  const { subject, key } = recipeOf(by);
  const named = await keysOf(key);
  const keys = signedWith ? await keysOf(signedWith) : named;
  return { name: issuerName ?? subject, keys, named: named.publicKey };
}

const LEAF_BASIC = { ca: false };

/** An extension as the recipe has it: its own, that of the kind, or none. */
const own = <T>(value: T | null | undefined, usual: T): T | undefined =>
  value === null ? undefined : (value ?? usual);

/** When a certificate is to be valid. */
export interface Validity {
  readonly from: Instant;
  readonly until: Instant;
}

/** Issues one certificate of the lab by its name. */
export async function issueOne(
  name: string,
  keysOf: KeyMaker,
  crypto: Crypto,
  validityOf: (recipe: LabCertificate) => Validity = ownValidity,
): Promise<Octets> {
  const recipe = recipeOf(name);
  const validity = validityOf(recipe);
  const { subject, key, kind, basic, usages, isVersion1, isSpoilt, ...rest } = recipe;
  const signer = await signerOf(recipe, keysOf);
  const { publicKey } = await keysOf(key);
  const isCa = kind === 'ca';
  const ownBasic = own(basic, isCa ? { ca: true } : LEAF_BASIC);
  const ownUsages = own(
    usages,
    isCa ? (['keyCertSign', 'cRLSign'] as const) : (['digitalSignature'] as const),
  );
  const der = await issueCertificate(
    {
      ...rest,
      subject,
      publicKey,
      serial: serialOf(name),
      notBefore: validity.from,
      notAfter: validity.until,
      ...(ownBasic ? { basic: ownBasic } : {}),
      ...(ownUsages ? { usages: ownUsages } : {}),
    },
    signer,
    crypto,
  );
  const made = isVersion1 ? await asVersion1(der, signer, crypto) : der;
  return isSpoilt ? made.map((byte, index) => (index === made.length - 1 ? byte ^ 1 : byte)) : made;
}

const ownValidity = ({ from, until }: LabCertificate): Validity => ({
  from: at(from),
  until: at(until),
});
