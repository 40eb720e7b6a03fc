import { readHost } from '../s3/host.ts';
import type { S3Host } from '../s3/host.ts';

/** What a host and a path say of the service, the Region and the resource (presigned-urls.md 1.4; botocore's endpoint rules). */

export type HostStyle =
  | 'virtual-hosted'
  | 'path-style'
  | 'access-point'
  | 'multi-region'
  | 'website'
  | 'service'
  | 'unknown';

export interface HostReading {
  readonly style: HostStyle;
  readonly service?: string;
  readonly region?: string;
  readonly bucket?: string;
  readonly key?: string;
  /** The name of an access point, or the alias of a Multi-Region one. */
  readonly accessPoint?: string;
  readonly account?: string;
  /** Whether it has the host of China's partition. */
  readonly isChina: boolean;
  readonly isDualStack: boolean;
  readonly isFips: boolean;
  readonly isAccelerated: boolean;
}

const REGION = '(?<region>[a-z]{2,}(?:-[a-z]+)+-\\d+)';
const DUAL = '(?<dual>\\.dualstack)?';

const form = (style: HostStyle, service: string, pattern: string) => ({
  style,
  service,
  pattern: new RegExp(`^${pattern}$`),
});

/** The hosts of other services before `amazonaws.com`, and of S3's own relatives. */
const FORMS = [
  form(
    'access-point',
    's3-object-lambda',
    `(?<point>.+)-(?<account>\\d{12})\\.s3-object-lambda\\.${REGION}`,
  ),
  form(
    'access-point',
    's3-outposts',
    `(?<point>.+)-(?<account>\\d{12})\\.op-\\w+\\.s3-outposts\\.${REGION}`,
  ),
  form('virtual-hosted', 's3express', `(?<bucket>.+)\\.s3express-[\\w-]+${DUAL}\\.${REGION}`),
  form('path-style', 's3express', `s3express-[\\w-]+${DUAL}\\.${REGION}`),
  form('service', '', `(?:.+\\.)?(?<service>[a-z\\d-]+)\\.${REGION}`),
  form('service', '', '(?:.+\\.)?(?<service>[a-z\\d-]+)'),
] as const;

/** Reads a host (lower case, with or without a port) and a decoded path; unknown hosts are read as such. */
export function readAwsHost(host: string, path: string): HostReading {
  const read = host.slice(0, 300);
  const [, before, china] = /^(.{1,250})\.amazonaws\.com(\.cn)?(?::\d*)?$/.exec(read) ?? [];
  const isChina = china !== undefined;
  const plain = { isDualStack: false, isFips: false, isAccelerated: false, isChina };
  if (before === undefined) return { style: 'unknown', ...plain };
  const s3 = readHost(`${before}.amazonaws.com`);
  if (s3) return { ...plain, ...readS3(s3, path) };
  for (const { style, service, pattern } of FORMS) {
    const groups = pattern.exec(before)?.groups;
    if (groups) return { ...plain, ...readForm(style, service, groups, path) };
  }
  return { style: 'unknown', ...plain };
}

const STYLES: Readonly<Record<S3Host['kind'], HostStyle>> = {
  website: 'website',
  accelerate: 'virtual-hosted',
  'multi-region-access-point': 'multi-region',
  'access-point': 'access-point',
  'virtual-hosted': 'virtual-hosted',
  path: 'path-style',
};

/** One of S3's own hosts. */
function readS3({ kind, name, region, account, isDualstack, isFips }: S3Host, path: string) {
  const style = STYLES[kind];
  const isPoint = style === 'access-point' || style === 'multi-region';
  return {
    style,
    service: 's3',
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(isPoint && { accessPoint: name }),
    isDualStack: isDualstack,
    isFips,
    isAccelerated: kind === 'accelerate',
    ...objectOf(style, isPoint ? undefined : name, path),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readForm(style: HostStyle, service: string, groups: Groups, path: string) {
  const { region, point, account, bucket, dual } = groups;
  return {
    style,
    service: groups['service'] ?? service,
    ...(region !== undefined && { region }),
    ...(point !== undefined && { accessPoint: point }),
    ...(account !== undefined && { account }),
    isDualStack: dual !== undefined,
    ...(style !== 'service' && objectOf(style, bucket, path)),
  };
}

/** The bucket and key: a bucket that is not in the host is the first piece of the path. */
function objectOf(style: HostStyle, bucket: string | undefined, path: string) {
  const rest = path.slice(1);
  const slash = style === 'path-style' ? rest.indexOf('/') : -1;
  const name = style !== 'path-style' ? bucket : slash < 0 ? rest : rest.slice(0, slash);
  const key = style !== 'path-style' ? rest : slash < 0 ? '' : rest.slice(slash + 1);
  return {
    ...(name !== undefined && name !== '' && { bucket: name }),
    ...(key !== '' && { key }),
  };
}
