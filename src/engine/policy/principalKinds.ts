import type { Principal } from '../principal.ts';

/** One function for each kind of principal. */
export type ByKind<T> = {
  readonly [Kind in Principal['kind']]: (
    principal: Extract<Principal, { readonly kind: Kind }>,
  ) => T;
};

/** What a table says about a principal. */
export function byKind<T>(table: ByKind<T>, principal: Principal): T {
  // The function under a kind takes principals of that kind.
  return (table[principal.kind] as (principal: Principal) => T)(principal);
}
