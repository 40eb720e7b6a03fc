import type { RoleArn } from './arn.ts';
import type { AccessKeyId, LongTermKeyId } from './ids.ts';
import type { Policy } from './policy/document.ts';
import type { Tags } from './principal.ts';
import type { Instant, Seconds } from './time.ts';

/** What happens, dated: calls to AWS, work a client does alone, and changes to the world. */

/** An act's name in words, unique in its script: `assume-role`. */
export type ActId = string;

/** Somebody or something that acts: a lane of the diagram. */
export type PartyId = string;

/** Credentials by key id, or those an earlier act issued. */
export type CredentialsRef = { readonly keyId: AccessKeyId } | { readonly issuedBy: ActId };

interface Dated {
  readonly id: ActId;
  readonly at: Instant;
  /** Acts that must have been granted for this one to happen, beside those it takes something from. */
  readonly needs?: readonly ActId[];
}

/** AssumeRole, signed with SigV4 and sent to a Regional endpoint. */
export interface AssumeRole extends Dated {
  readonly kind: 'sts:AssumeRole';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly credentials: CredentialsRef;
  readonly region: string;
  readonly roleArn: RoleArn;
  readonly roleSessionName: string;
  /** Left out: STS takes 3600 s. */
  readonly durationSeconds?: Seconds;
}

/** Signing a URL: arithmetic on the client, nothing is sent. */
export interface Presign extends Dated {
  readonly kind: 'presign';
  readonly by: PartyId;
  readonly credentials: CredentialsRef;
  readonly method: HttpMethod;
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly expires: Seconds;
  /** Headers to be signed beside `host`; whoever uses the URL must send them. */
  readonly headers?: Tags;
}

export const METHODS = ['GET', 'HEAD', 'PUT', 'DELETE'] as const;
export type HttpMethod = (typeof METHODS)[number];

/** Giving a URL to somebody else, outside AWS. */
export interface HandOver extends Dated {
  readonly kind: 'hand-over';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly url: ActId;
}

/** What somebody changes in a URL before using it: a parameter's encoded value (a new one goes last), the path, or a parameter to drop. */
export type UrlEdit =
  | { readonly kind: 'set-parameter'; readonly name: string; readonly value: string }
  | { readonly kind: 'drop-parameter'; readonly name: string }
  | { readonly kind: 'set-path'; readonly path: string };

/** Sending the request a URL describes. */
export interface OpenUrl extends Dated {
  readonly kind: 'open-url';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly url: ActId;
  readonly method: HttpMethod;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly edits: readonly UrlEdit[];
}

/** Time passes. */
export interface Wait extends Dated {
  readonly kind: 'wait';
}

/** An administrator changes something in an account. */
export interface Change extends Dated {
  readonly kind: 'change';
  readonly by: PartyId;
  readonly change: WorldChange;
}

export type WorldChange =
  | {
      readonly kind: 'replace-policies';
      readonly principal: string;
      readonly policies: readonly Policy[];
    }
  | { readonly kind: 'revoke-sessions'; readonly role: RoleArn }
  | { readonly kind: 'put-bucket-policy'; readonly bucket: string; readonly policy: Policy }
  | { readonly kind: 'deactivate-key'; readonly keyId: LongTermKeyId }
  | { readonly kind: 'delete-key'; readonly keyId: LongTermKeyId }
  | { readonly kind: 'delete-object'; readonly bucket: string; readonly key: string };

export type Act = AssumeRole | Presign | HandOver | OpenUrl | Wait | Change;

/** The acts whose results an act takes: it does not happen unless all of them were granted. */
export function needsOf(act: Act): readonly ActId[] {
  const needs = [...(act.needs ?? [])];
  if ('credentials' in act && 'issuedBy' in act.credentials) needs.push(act.credentials.issuedBy);
  if ('url' in act) needs.push(act.url);
  return needs;
}
