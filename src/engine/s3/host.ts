/** S3's host styles: which bucket and Region a host and path name (VirtualHosting; botocore data/s3, endpoint rules). */

/** The ways to write an object's address that can be signed with one Region's key. */
export const HOST_STYLES = [
  'virtual-hosted',
  'global',
  'path',
  'dualstack',
  'path-dualstack',
  'fips',
  'accelerate',
  'accelerate-dualstack',
  'access-point',
  'custom-domain',
] as const;
export type HostStyle = (typeof HOST_STYLES)[number];

/** An object and how to reach it; `bucket` is `NAME-ACCOUNT` for an access point, and the domain for a custom one. */
export interface Place {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly style?: HostStyle;
  /** The Region in the host's name; absent: `region`. */
  readonly endpoint?: string;
}

/** Where an object lives on the wire. */
export interface Address {
  readonly host: string;
  /** Decoded path, beginning with a slash. */
  readonly path: string;
}

const domainOf = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';

const HOSTS: Readonly<Record<HostStyle, (bucket: string, region: string) => string>> = {
  'virtual-hosted': (bucket, region) => `${bucket}.s3.${region}.${domainOf(region)}`,
  global: (bucket) => `${bucket}.s3.amazonaws.com`,
  path: (_, region) => `s3.${region}.${domainOf(region)}`,
  dualstack: (bucket, region) => `${bucket}.s3.dualstack.${region}.${domainOf(region)}`,
  'path-dualstack': (_, region) => `s3.dualstack.${region}.${domainOf(region)}`,
  fips: (bucket, region) => `${bucket}.s3-fips.${region}.${domainOf(region)}`,
  accelerate: (bucket) => `${bucket}.s3-accelerate.amazonaws.com`,
  'accelerate-dualstack': (bucket) => `${bucket}.s3-accelerate.dualstack.amazonaws.com`,
  'access-point': (bucket, region) => `${bucket}.s3-accesspoint.${region}.${domainOf(region)}`,
  'custom-domain': (bucket) => bucket,
};

/** An object's address; without a style the one SDKs use: virtual-hosted and Regional, path-style for names with dots (TLS wildcard). */
export function addressOf({ bucket, key, region, style, endpoint = region }: Place): Address {
  const used = style ?? (bucket.includes('.') ? 'path' : 'virtual-hosted');
  const isPathStyle = used === 'path' || used === 'path-dualstack';
  return {
    host: HOSTS[used](bucket, endpoint),
    path: isPathStyle ? `/${bucket}/${key}` : `/${key}`,
  };
}

const HOST_KINDS = [
  'website',
  'accelerate',
  'multi-region-access-point',
  'access-point',
  'virtual-hosted',
  'path',
] as const;
export type HostKind = (typeof HOST_KINDS)[number];

/** What one of S3's hosts says; `name` is the bucket, the access point or the alias in front of it, empty in path style. */
export interface S3Host {
  readonly kind: HostKind;
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly isDualstack: boolean;
  readonly isFips: boolean;
}

const REGION = '(?<region>[a-z]{2}(?:-[a-z]+)+-[0-9])';
const DUALSTACK = String.raw`(?<dualstack>\.dualstack)?`;
const PLACE = String.raw`(?:(?:(?<fips>-fips)?${DUALSTACK}\.|-)${REGION})?`;
const pattern = (front: string): RegExp =>
  new RegExp(String.raw`^${front}\.amazonaws\.com(?:\.cn)?(?::\d+)?$`);

// In this order: what looks virtual-hosted may be one of the kinds before it.
const PATTERNS: Readonly<Record<HostKind, RegExp>> = {
  website: pattern(String.raw`(?<name>.+)\.s3-website[.-]${REGION}`),
  accelerate: pattern(String.raw`(?<name>.+)\.s3-accelerate${DUALSTACK}`),
  'multi-region-access-point': pattern(String.raw`(?<name>[^.]+\.mrap)\.accesspoint\.s3-global`),
  'access-point': pattern(
    String.raw`(?<name>.+)-(?<account>\d{12})\.s3-accesspoint(?<fips>-fips)?${DUALSTACK}\.${REGION}`,
  ),
  'virtual-hosted': pattern(String.raw`(?<name>.+)\.s3${PLACE}`),
  path: pattern(`s3${PLACE}`),
};

/** Reads a host, with or without a port; undefined when it is none of S3's. */
export function readHost(host: string): S3Host | undefined {
  for (const kind of HOST_KINDS) {
    const found = PATTERNS[kind].exec(host);
    if (!found) continue;
    const { name = '', account, region, dualstack, fips } = found.groups ?? {};
    return {
      kind,
      name,
      ...(account !== undefined && { account }),
      ...(region !== undefined && { region }),
      isDualstack: dualstack !== undefined,
      isFips: fips !== undefined,
    };
  }
  return undefined;
}

/**
 * The bucket and key that a host and a decoded path name. A host that is none of S3's is a bucket of that name behind
 * a custom domain (VirtualHosting). Undefined where no bucket is named or nothing signed for one Region is served:
 * access points, Multi-Region Access Points (SigV4A) and website endpoints, which take no signed requests.
 */
export function readAddress(
  host: string,
  path: string,
): { readonly bucket: string; readonly key: string; readonly region?: string } | undefined {
  const found = readHost(host);
  if (!found) return { bucket: host.replace(/:\d+$/, ''), key: path.slice(1) };
  const { kind, name, region } = found;
  const place = region === undefined ? {} : { region };
  if (kind === 'virtual-hosted' || kind === 'accelerate') {
    return { bucket: name, key: path.slice(1), ...place };
  }
  if (kind !== 'path') return undefined;
  const [bucket = '', ...key] = path.slice(1).split('/');
  return { bucket, key: key.join('/'), ...place };
}
