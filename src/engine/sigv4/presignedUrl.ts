export const SCHEMES = ['https', 'http'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A URL in the four parts that a signature looks at, path and query as they are on the wire. */
export interface PresignedUrl {
  readonly scheme: Scheme;
  readonly host: string;
  readonly rawPath: string;
  readonly rawQuery: string;
}

const DEFAULT_PORT: Readonly<Record<Scheme, number>> = { https: 443, http: 80 };

const HOST = String.raw`[\w.~-]+|\[[\da-f:.]+\]`;
const ABSOLUTE = new RegExp(
  String.raw`^(https?)://(${HOST})(?::(\d*))?(/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$`,
  'is',
);

/** A host as the Host header has it: in lower case, without the port its scheme implies (botocore auth.py, _host_from_url). */
export function hostHeader(scheme: Scheme, host: string): string {
  const [, name = '', digits = ''] = /^(.*?)(?::(\d*))?$/s.exec(host.toLowerCase()) ?? [];
  const port = Number(digits);
  return digits === '' || port === DEFAULT_PORT[scheme] ? name : `${name}:${port}`;
}

/**
 * Splits an absolute http or https URL; undefined for any other text, or one with user information.
 * The fragment is dropped, since it is never sent; the path is left as written, dot segments too.
 */
export function parsePresignedUrl(text: string): PresignedUrl | undefined {
  const found = ABSOLUTE.exec(text);
  if (!found) return undefined;
  const [, written = '', name = '', port = '', rawPath = '/', rawQuery = ''] = found;
  const scheme = SCHEMES.find((known) => known === written.toLowerCase());
  if (!scheme || Number(port) > 65_535) return undefined;
  return { scheme, host: hostHeader(scheme, `${name}:${port}`), rawPath, rawQuery };
}

/** Writes the four parts as a URL; an empty query leaves no question mark (RFC 3986, section 5.3). */
export const formatPresignedUrl = ({ scheme, host, rawPath, rawQuery }: PresignedUrl): string =>
  `${scheme}://${host}${rawPath}${rawQuery === '' ? '' : `?${rawQuery}`}`;
