import type { ActId, CredentialsRef, Dated, PartyId } from '../act.ts';
import type { Seconds } from '../time.ts';

/** The two steps into the console of a custom identity broker (IAM User Guide, custom identity broker access). */

/** getSigninToken: session credentials are traded for a token that opens the console. */
export interface GetSigninToken extends Dated {
  readonly kind: 'signin:getSigninToken';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly credentials: CredentialsRef;
  /** How long the console session lasts; left out: as long as the credentials. */
  readonly sessionDuration?: Seconds;
}

/** Opening the sign-in URL that holds the token. */
export interface ConsoleLogin extends Dated {
  readonly kind: 'signin:login';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly signinToken: ActId;
  /** The page of the broker to which a user whose session has ended is sent. */
  readonly issuer: string;
  /** The page of the console to open. */
  readonly destination: string;
}
