import { promised } from '#engine/never.ts';
import { base64Bytes } from '#engine/sigv4/base64.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import { at } from '#engine/time.ts';
import type { VerifiedSignature } from '#engine/x509/certificate.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { readList } from '#engine/x509/readList.ts';
import type { Octets } from './ecdsa.ts';
import { asVersion1, issueCertificate, issueList } from './issue.ts';
import type { Signer } from './issue.ts';
import { steadyCrypto } from './labKeys.ts';
import type { KeyMaker } from './labKeys.ts';
import { LAB_CERTIFICATES, LAB_LISTS } from './labRecipes.ts';
import type { LabCertificate, LabList } from './labRecipes.ts';
import { verifyAll } from './verify.ts';

/** The certificates of the lab, really issued: with the fixed keys the same bytes for ever, with fresh ones new. */

/** Base64 of DER by name, and what was verified among them: by child, then by issuer. */
export interface IssuedLab {
  readonly certificates: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
  readonly verified: Readonly<
    Record<string, Readonly<Record<string, VerifiedSignature['result']>>>
  >;
}

const recipeOf = (name: string): LabCertificate =>
  promised(LAB_CERTIFICATES[name], `${name} is a certificate of the lab`);

/** A serial number of sixteen bytes for a name, positive and never short. */
const serialOf = (name: string): string =>
  recipeOf(name).serial ?? `4${sha256Hex(`serial ${name}`).slice(1, 32)}`;

async function signerOf(
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

async function issueOne(name: string, keysOf: KeyMaker, crypto: Crypto): Promise<Octets> {
  const recipe = recipeOf(name);
  const { subject, key, from, until, kind, basic, usages, isVersion1, isSpoilt, ...rest } = recipe;
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
      notBefore: at(from),
      notAfter: at(until),
      ...(ownBasic ? { basic: ownBasic } : {}),
      ...(ownUsages ? { usages: ownUsages } : {}),
    },
    signer,
    crypto,
  );
  const made = isVersion1 ? await asVersion1(der, signer, crypto) : der;
  return isSpoilt ? made.map((byte, index) => (index === made.length - 1 ? byte ^ 1 : byte)) : made;
}

async function issueLabList(recipe: LabList, keysOf: KeyMaker, crypto: Crypto): Promise<Octets> {
  const entries = recipe.revoked.map(({ name, at: moment, reason }) => ({
    serial: serialOf(name),
    at: at(moment),
    reason,
  }));
  const order = { ...recipe, thisUpdate: at(recipe.from), nextUpdate: at(recipe.until), entries };
  return issueList(order, await signerOf(recipe, keysOf), crypto);
}

/** Makes one thing after the other: the library's asynchronous parts are short, and the order of names stays. */
async function eachOf<T>(
  recipes: Readonly<Record<string, T>>,
  make: (name: string, recipe: T) => Promise<Octets>,
): Promise<ReadonlyMap<string, Octets>> {
  const made = await Promise.all(
    Object.entries(recipes).map(
      async ([name, recipe]) => [name, await make(name, recipe)] as const,
    ),
  );
  return new Map(made);
}

const encoded = (made: ReadonlyMap<string, Octets>): Readonly<Record<string, string>> =>
  Object.fromEntries([...made].map(([name, der]) => [name, base64Bytes(der)]));

/** The facts of DER that was issued here. */
const readAs = <T>(read: { readonly value: T } | { readonly fault: unknown }): T =>
  promised('value' in read ? read.value : undefined, 'what is issued here can be read');

/** Verified signatures under the names of the lab. */
function byChild(verified: readonly VerifiedSignature[], names: ReadonlyMap<string, string>) {
  const nameOf = (id: string): string =>
    promised(names.get(id), 'what is verified was issued here');
  const children = new Map<string, VerifiedSignature[]>();
  for (const one of verified) {
    const name = nameOf(one.child);
    children.set(name, [...(children.get(name) ?? []), one]);
  }
  return Object.fromEntries(
    [...children].map(([child, all]) => [
      child,
      Object.fromEntries(all.map(({ issuer, result }) => [nameOf(issuer), result])),
    ]),
  );
}

/** Issues and verifies the whole lab. */
export async function issueLab(keysOf: KeyMaker, browser: Crypto): Promise<IssuedLab> {
  const crypto = steadyCrypto(browser);
  const certificates = await eachOf(LAB_CERTIFICATES, async (name) =>
    issueOne(name, keysOf, crypto),
  );
  const lists = await eachOf(LAB_LISTS, async (_name, recipe) =>
    issueLabList(recipe, keysOf, crypto),
  );
  const facts = [...certificates].map(([name, der]) => ({
    name,
    facts: readAs(readCertificate(der)),
  }));
  const listFacts = [...lists].map(([name, der]) => ({ name, facts: readAs(readList(der)) }));
  const names = new Map([...facts, ...listFacts].map((one) => [one.facts.id, one.name]));
  const { verified } = await verifyAll(
    facts.map((one) => one.facts),
    listFacts.map((one) => one.facts),
  );
  return {
    certificates: encoded(certificates),
    lists: encoded(lists),
    verified: byChild(verified, names),
  };
}
