import { promised } from '#engine/never.ts';
import { base64Bytes } from '#engine/sigv4/base64.ts';
import { at } from '#engine/time.ts';
import type { VerifiedSignature } from '#engine/x509/certificate.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { readList } from '#engine/x509/readList.ts';
import type { Octets } from './ecdsa.ts';
import { issueList } from './issue.ts';
import { issueOne, serialOf, signerOf } from './issueNamed.ts';
import { steadyCrypto } from './labKeys.ts';
import type { KeyMaker } from './labKeys.ts';
import { LAB_CERTIFICATES, LAB_LISTS } from './labRecipes.ts';
import type { LabList } from './labRecipes.ts';
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
