import type { HttpMethod, OpenUrl, Origin, UrlEdit } from '../act.ts';
import { promised } from '../never.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { parseCredential } from '../sigv4/credentialScope.ts';
import type { CredentialScope } from '../sigv4/credentialScope.ts';
import { decodeText } from '../sigv4/encode.ts';
import { parseQuery } from '../sigv4/query.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import { parseAmzDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { AccessKey, PresignedUrl, World } from '../world.ts';
import { readAddress } from './host.ts';

/** The six parameters every SigV4 presigned URL carries (sigv4-query-string-auth). */
export const SIX_PARAMETERS = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
] as const;

/** Where a request says who signed it: in its query, in its Authorization header, in the fields of a form, or nowhere. */
export type SignedIn = 'query' | 'header' | 'form' | 'nothing';

/** A request for an object, as S3 receives it. */
export interface Received {
  readonly signedIn: SignedIn;
  readonly method: HttpMethod | 'POST';
  readonly host: string;
  /** As on the wire: percent-encoded. */
  readonly rawPath: string;
  readonly rawQuery: string;
  /** With `Host` first. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What the signature claims, by the names it has in a query; the first value where a name repeats. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly bucket: string;
  readonly key: string;
  readonly region?: string;
  readonly origin?: Origin;
  readonly scheme?: 'http';
  /** What is uploaded. */
  readonly body: string;
  /** In bytes, where the body only stands for them. */
  readonly size?: number;
}

/** What S3's rules look at. */
export interface S3Context {
  readonly world: World;
  readonly received: Received;
  /** The URL as it was signed, where that is known: S3 does not see this; evidence uses it to name what was changed. */
  readonly signed?: PresignedUrl;
  /** The policy of a form as it was signed, where that is known: for evidence, as `signed` is. */
  readonly signedPolicy?: string;
}

/** A request that is no form: only those have rules of their own for each way of signing. */
export interface RequestContext extends S3Context {
  readonly received: Received & { readonly signedIn: Exclude<SignedIn, 'form'> };
}

/** What S3's rules look at when an act uses a URL. */
export interface OpenUrlContext extends RequestContext {
  readonly act: OpenUrl;
  readonly signed: PresignedUrl;
}

/** The request an act sends: the signed URL with the edits applied. */
export function receive(world: World, act: OpenUrl): OpenUrlContext {
  const signed = promised(world.presignedUrls[act.url], `${act.id} runs only when its URL exists`);
  const url = promised(parsePresignedUrl(signed.url), 'presign writes URLs that can be read');
  const { host, rawPath, rawQuery } = act.edits.reduce(applyEdit, url);
  const parameters = parametersOf(rawQuery);
  const address = promised(
    readAddress(host, decodeText(rawPath, 'path')),
    'presign writes S3 hosts',
  );
  return {
    world,
    act,
    signed,
    received: {
      // An Authorization header beside a presigned URL is a second signature, and a check of its own.
      signedIn: SIX_PARAMETERS.some((name) => parameters.has(name)) ? 'query' : 'nothing',
      method: act.method,
      host,
      rawPath,
      rawQuery,
      headers: [['Host', host], ...act.headers],
      parameters,
      body: act.body ?? '',
      ...(act.origin && { origin: act.origin }),
      ...(act.scheme && { scheme: act.scheme }),
      ...address,
    },
  };
}

/** An option of a request: a header or, as the SDKs of JavaScript and Ruby send it, a parameter (presigned-urls.md 1.5). */
export function optionOf({ received }: S3Context, name: string): string | undefined {
  // The options of a form are its fields; its headers are about the form.
  const sent =
    received.signedIn === 'form' ? undefined : canonicalHeaders(received.headers).get(name);
  if (sent !== undefined) return sent;
  for (const [parameter, value] of received.parameters) {
    if (parameter.toLowerCase() === name) return value;
  }
  return undefined;
}

/** The decoded values of a query by name; the first one where a name repeats. */
export function parametersOf(rawQuery: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const { name, value } of parseQuery(rawQuery)) {
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

type Target = { readonly host: string; readonly rawPath: string; readonly rawQuery: string };

function applyEdit<T extends Target>(url: T, edit: UrlEdit): T {
  if (edit.kind === 'set-path') return { ...url, rawPath: edit.path };
  if (edit.kind === 'drop-query') return { ...url, rawQuery: '' };
  if (edit.kind === 'set-host') return { ...url, host: edit.host };
  const isNamed = (pair: string): boolean => pair.split('=')[0] === edit.name;
  const pairs = url.rawQuery.split('&');
  if (edit.kind === 'drop-parameter') {
    return { ...url, rawQuery: pairs.filter((pair) => !isNamed(pair)).join('&') };
  }
  const pair = `${edit.name}=${edit.value}`;
  const set = pairs.some(isNamed)
    ? pairs.map((one) => (isNamed(one) ? pair : one))
    : [...pairs, pair];
  return { ...url, rawQuery: set.join('&') };
}

/** A parameter's decoded value; empty when the URL has none. */
export const parameterOf = ({ received }: S3Context, name: string): string =>
  received.parameters.get(name) ?? '';

/** The credential scope of the URL; s3.credential-scope has found it well formed. */
export const scopeOf = (context: S3Context): CredentialScope =>
  promised(parseCredential(parameterOf(context, 'X-Amz-Credential')), 's3.credential-scope passed');

/** The access key the request names; undefined when AWS does not know it, or nobody signed. */
export function keyOf(context: S3Context): AccessKey | undefined {
  if (context.received.signedIn === 'nothing') return undefined;
  const { accessKeyId } = scopeOf(context);
  const { accessKeys } = context.world;
  return Object.hasOwn(accessKeys, accessKeyId) ? accessKeys[accessKeyId] : undefined;
}

/** The moment the request says it was signed; s3.date-well-formed has read it. */
export const signedAt = (context: S3Context): Instant =>
  promised(parseAmzDate(parameterOf(context, 'X-Amz-Date')), 's3.date-well-formed passed');

/** The access key that signed. */
export const knownKey = (context: S3Context): AccessKey =>
  promised(keyOf(context), 's3.key-known passed');
