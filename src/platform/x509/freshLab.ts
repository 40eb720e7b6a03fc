import { freshKeys } from './freshKeys.ts';
import { issueLab } from './lab.ts';
import type { IssuedLab } from './lab.ts';
import { fixedKeys } from './labKeys.ts';
import type { KeyMaker } from './labKeys.ts';
import { subtle } from './verify.ts';

/** The lab with new keys, which only this page knows. */
export interface FreshLab {
  readonly issued: IssuedLab;
  readonly keysOf: KeyMaker;
}

/** Issues every certificate and list of the lab again; undefined where the browser has no cryptography. */
export async function freshLab(): Promise<FreshLab | undefined> {
  const own = subtle();
  if (!own) return undefined;
  const keysOf = freshKeys(own, fixedKeys(own));
  return { issued: await issueLab(keysOf, crypto), keysOf };
}
