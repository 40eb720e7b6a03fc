import type { CredentialsRef, Dated, PartyId } from '../act.ts';

/** Somebody tells or gives somebody something outside AWS: in a chat, in a form, over the counter. */
export interface Tell extends Dated {
  readonly kind: 'tell';
  readonly by: PartyId;
  readonly to: PartyId;
  /** What is done, going on from the name of whoever does it: `pastes the key in a public chat`. */
  readonly what: string;
  /** The credentials that pass from hand to hand; left out where it is only words. */
  readonly credentials?: CredentialsRef;
}
