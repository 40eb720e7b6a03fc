/** S3's host styles (presigned-urls.md 1.4): which bucket and Region a host and path name. */

/** Where an object lives on the wire. */
export interface Address {
  readonly host: string;
  /** Decoded path, beginning with a slash. */
  readonly path: string;
}

/** The address the SDKs use: virtual-hosted and Regional, path-style for bucket names with dots (TLS wildcard). */
export function addressOf(bucket: string, key: string, region: string): Address {
  const isPathStyle = bucket.includes('.');
  return isPathStyle
    ? { host: `s3.${region}.amazonaws.com`, path: `/${bucket}/${key}` }
    : { host: `${bucket}.s3.${region}.amazonaws.com`, path: `/${key}` };
}

/** What a host and a decoded path name; undefined when the host is none of S3's. */
export function readAddress(
  host: string,
  path: string,
): { readonly bucket: string; readonly key: string; readonly region?: string } | undefined {
  const found = /^(?:(.+)\.)?s3(?:\.dualstack)?(?:\.([a-z0-9-]+))?\.amazonaws\.com(?::\d+)?$/.exec(
    host,
  );
  if (!found) return undefined;
  const [, virtual, region] = found;
  const place = region === undefined ? {} : { region };
  if (virtual !== undefined) return { bucket: virtual, key: path.slice(1), ...place };
  const [bucket = '', ...key] = path.slice(1).split('/');
  return { bucket, key: key.join('/'), ...place };
}
