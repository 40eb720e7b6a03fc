import type { ApiCall } from './api/acts.ts';
import type { RoleArn } from './arn.ts';
import type { WorldChange } from './change/worldChange.ts';
import type { AccessKeyId } from './ids.ts';
import type { Tell } from './outside/acts.ts';
import type { Tags } from './principal.ts';
import type { RolesAnywhereAct } from './rolesanywhere/acts.ts';
import type { HostStyle } from './s3/host.ts';
import type { PostCondition } from './s3/postForm.ts';
import type { ConsoleLogin, GetSigninToken } from './signin/acts.ts';
import type { StsAct } from './sts/acts.ts';
import type { Instant, Seconds } from './time.ts';
import type { PresignByTool } from './tool/acts.ts';
import type { VpcEndpointId } from './world.ts';

/** What happens, dated: calls to AWS, work a client does alone, and changes to the world. */

/** An act's name in words, unique in its script: `assume-role`. */
export type ActId = string;

/** Somebody or something that acts: a lane of the diagram. */
export type PartyId = string;

/** Credentials by key id, or those an earlier act issued. */
export type CredentialsRef = { readonly keyId: AccessKeyId } | { readonly issuedBy: ActId };

/** What every act has. */
export interface Dated {
  readonly id: ActId;
  readonly at: Instant;
  /** Acts that must have been granted for this one to happen, beside those it takes something from. */
  readonly needs?: readonly ActId[];
}

/** A call to STS, at the endpoint of a Region or, for `global`, at sts.amazonaws.com. */
export interface ToSts extends Dated {
  readonly by: PartyId;
  readonly to: PartyId;
  readonly region: string;
  /** Left out: the Regional endpoint. */
  readonly endpoint?: 'regional' | 'global';
}

/** A call to STS that is signed with SigV4. */
export interface SignedToSts extends ToSts {
  readonly credentials: CredentialsRef;
  /** The secret it is signed with, where that is not the key's own. */
  readonly signedWith?: string;
}

/** A tag of a session, as the API takes it. */
export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

/** What limits a session and pads its token; STS reads the policy's text. */
export interface SessionLimits {
  readonly policyArns?: readonly string[];
  readonly policy?: string;
  readonly durationSeconds?: Seconds;
  /** STS pads the session token up to so many bytes. */
  readonly minimumSessionTokenSize?: number;
}

/** AssumeRole; without `durationSeconds` STS takes 3600 s. */
export interface AssumeRole extends SignedToSts, SessionLimits {
  readonly kind: 'sts:AssumeRole';
  readonly roleArn: RoleArn;
  readonly roleSessionName: string;
  readonly tags?: readonly SessionTag[];
  readonly transitiveTagKeys?: readonly string[];
  readonly externalId?: string;
  readonly serialNumber?: string;
  readonly tokenCode?: string;
  readonly sourceIdentity?: string;
  readonly providedContexts?: readonly ProvidedContext[];
}

/** A context that an identity provider asserts, for trusted identity propagation. */
export interface ProvidedContext {
  readonly providerArn: string;
  readonly contextAssertion: string;
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
  /** How the host is written; absent: as SDKs do. */
  readonly style?: HostStyle;
  /** Headers to be signed beside `host`; whoever uses the URL must send them. */
  readonly headers?: Tags;
  /** Parameters to be signed beside those of the signature: `versionId`. */
  readonly parameters?: Tags;
  /** The Region in the host's name, where it is not the one signed for. */
  readonly endpoint?: string;
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

/** What somebody changes in a URL before using it: a parameter's encoded value (a new one goes last), the path, the host, a parameter to drop, or all of them. */
export type UrlEdit =
  | { readonly kind: 'set-parameter'; readonly name: string; readonly value: string }
  | { readonly kind: 'drop-parameter'; readonly name: string }
  | { readonly kind: 'drop-query' }
  | { readonly kind: 'set-path'; readonly path: string }
  | { readonly kind: 'set-host'; readonly host: string };

/** Where a request comes from: an address, and the VPC endpoint it passes where it does not come over the internet. */
export interface Origin {
  readonly ip: string;
  readonly endpoint?: VpcEndpointId;
}

/** Sending the request a URL describes. */
export interface OpenUrl extends Dated {
  readonly kind: 'open-url';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly url: ActId;
  readonly method: HttpMethod;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly edits: readonly UrlEdit[];
  /** Absent: somewhere, and no policy asks where. */
  readonly origin?: Origin;
  /** Absent: `https`. */
  readonly scheme?: 'http';
  /** What is uploaded. */
  readonly body?: string;
}

/** Signing the form of a browser upload: arithmetic on the client, nothing is sent. */
export interface SignForm extends Dated {
  readonly kind: 'sign-form';
  readonly by: PartyId;
  readonly credentials: CredentialsRef;
  readonly bucket: string;
  /** May end in `${filename}`, which S3 replaces by the file's name. */
  readonly key: string;
  readonly region: string;
  /** How long the policy holds. */
  readonly expires: Seconds;
  readonly fields?: Tags;
  readonly conditions?: readonly PostCondition[];
}

/** What somebody changes in a form before sending it. */
export type FormEdit =
  | { readonly kind: 'set-field'; readonly name: string; readonly value: string }
  | { readonly kind: 'drop-field'; readonly name: string };

/** Sending a form with a file to S3. */
export interface SendForm extends Dated {
  readonly kind: 'send-form';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly form: ActId;
  readonly file: { readonly name: string; readonly body: string; readonly size?: number };
  readonly edits: readonly FormEdit[];
  /** Absent: `multipart/form-data`. */
  readonly enctype?: 'application/x-www-form-urlencoded';
}

/** Bytes of an answer arrive: nothing is asked, and nothing is checked. */
export interface Download extends Dated {
  readonly kind: 'download';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly url: ActId;
  /** How many bytes have come by now, of how many. */
  readonly received: number;
  readonly size: number;
  /** What becomes of it at that moment. */
  readonly stage: 'goes on' | 'breaks off' | 'is complete';
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

export type Act =
  | StsAct
  | ApiCall
  | GetSigninToken
  | ConsoleLogin
  | RolesAnywhereAct
  | Presign
  | PresignByTool
  | HandOver
  | OpenUrl
  | Download
  | SignForm
  | SendForm
  | Tell
  | Wait
  | Change;

/** The acts whose results an act takes: it does not happen unless all of them were granted. */
export function needsOf(act: Act): readonly ActId[] {
  const needs = [...(act.needs ?? [])];
  if ('credentials' in act && act.credentials && 'issuedBy' in act.credentials) {
    needs.push(act.credentials.issuedBy);
  }
  if ('url' in act) needs.push(act.url);
  if ('form' in act) needs.push(act.form);
  if ('signinToken' in act) needs.push(act.signinToken);
  return needs;
}
