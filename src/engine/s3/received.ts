import type { HttpMethod, OpenUrl, UrlEdit } from '../act.ts';
import { promised } from '../never.ts';
import { parseCredential } from '../sigv4/credentialScope.ts';
import type { CredentialScope } from '../sigv4/credentialScope.ts';
import { decodePart } from '../sigv4/encode.ts';
import { parseQuery } from '../sigv4/query.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import { utf8Text } from '../sigv4/utf8.ts';
import type { AccessKey, PresignedUrl, World } from '../world.ts';
import { readAddress } from './host.ts';

/** Where a request says who signed it: in its query, in its Authorization header, or nowhere. */
export type SignedIn = 'query' | 'header' | 'nothing';

/** A request for an object, as S3 receives it. */
export interface Received {
  readonly signedIn: SignedIn;
  readonly method: HttpMethod;
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
}

/** What S3's rules look at. */
export interface S3Context {
  readonly world: World;
  readonly received: Received;
  /** The URL as it was signed, where that is known: S3 does not see this; evidence uses it to name what was changed. */
  readonly signed?: PresignedUrl;
}

/** What S3's rules look at when an act uses a URL. */
export interface OpenUrlContext extends S3Context {
  readonly act: OpenUrl;
  readonly signed: PresignedUrl;
}

/** The request an act sends: the signed URL with the edits applied. */
export function receive(world: World, act: OpenUrl): OpenUrlContext {
  const signed = promised(world.presignedUrls[act.url], `${act.id} runs only when its URL exists`);
  const url = promised(parsePresignedUrl(signed.url), 'presign writes URLs that can be read');
  const { rawPath, rawQuery } = act.edits.reduce(applyEdit, url);
  const address = promised(
    readAddress(url.host, utf8Text(decodePart(rawPath, 'path'))),
    'presign writes S3 hosts',
  );
  return {
    world,
    act,
    signed,
    received: {
      signedIn: 'query',
      method: act.method,
      host: url.host,
      rawPath,
      rawQuery,
      headers: [['Host', url.host], ...act.headers],
      parameters: parametersOf(rawQuery),
      ...address,
    },
  };
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

/** The access key the URL names; undefined when AWS does not know it. */
export function keyOf(context: S3Context): AccessKey | undefined {
  const { accessKeyId } = scopeOf(context);
  const { accessKeys } = context.world;
  return Object.hasOwn(accessKeys, accessKeyId) ? accessKeys[accessKeyId] : undefined;
}
