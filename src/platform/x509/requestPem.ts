import { base64Bytes } from '#engine/sigv4/base64.ts';
import { issueRequest } from './issue.ts';
import { fixedKeys, steadyCrypto } from './labKeys.ts';
import type { KeyMaker } from './labKeys.ts';
import { LAB_CERTIFICATES } from './labRecipes.ts';
import { formatPem } from './pem.ts';
import { subtle } from './verify.ts';

/** The request with which a certificate of the lab was asked for (PKCS#10), in PEM; undefined where nothing can sign it. */
export async function requestPem(name: string, keysOf?: KeyMaker): Promise<string | undefined> {
  const own = subtle();
  const recipe = LAB_CERTIFICATES[name];
  if (!own || !recipe) return undefined;
  const keys = await (keysOf ?? fixedKeys(own))(recipe.key);
  const der = await issueRequest(recipe.subject, keys, steadyCrypto(crypto));
  return formatPem('CERTIFICATE REQUEST', base64Bytes(der));
}
