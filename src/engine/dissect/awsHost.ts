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
const BUCKET = '(?:(?<bucket>.+)\\.)?';

const form = (style: HostStyle, service: string, pattern: string) => ({
  style,
  service,
  pattern: new RegExp(`^${pattern}$`),
});

/** The hosts of S3 before `amazonaws.com`, the narrow ones first. */
const FORMS = [
  form('website', 's3', `${BUCKET}s3-website[.-]${REGION}`),
  form('multi-region', 's3', '(?<point>.+)\\.accesspoint\\.s3-global'),
  form(
    'access-point',
    's3',
    `(?<point>.+)-(?<account>\\d{12})\\.s3-accesspoint(?<fips>-fips)?${DUAL}\\.${REGION}`,
  ),
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
  form('virtual-hosted', 's3', `(?<bucket>.+)\\.s3(?<fast>-accelerate)${DUAL}`),
  form('virtual-hosted', 's3express', `${BUCKET}s3express-[\\w-]+${DUAL}\\.${REGION}`),
  form('virtual-hosted', 's3', `${BUCKET}s3(?<fips>-fips)?${DUAL}(?:[.-]${REGION})?`),
  form('service', '', `(?:.+\\.)?(?<service>[a-z\\d-]+)\\.${REGION}`),
  form('service', '', '(?:.+\\.)?(?<service>[a-z\\d-]+)'),
] as const;

/** Reads a host (lower case, with or without a port) and a decoded path; unknown hosts are read as such. */
export function readAwsHost(host: string, path: string): HostReading {
  const [, before, china] =
    /^(.{1,250})\.amazonaws\.com(\.cn)?(?::\d*)?$/.exec(host.slice(0, 300)) ?? [];
  const isChina = china !== undefined;
  for (const { style, service, pattern } of FORMS) {
    const groups = before === undefined ? undefined : pattern.exec(before)?.groups;
    if (groups) {
      return { ...readForm(style, service, groups), ...objectOf(style, groups, path), isChina };
    }
  }
  return { style: 'unknown', isChina, isDualStack: false, isFips: false, isAccelerated: false };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readForm(style: HostStyle, service: string, groups: Groups) {
  const { region, point, account, dual, fips, fast } = groups;
  return {
    style,
    service: groups['service'] ?? service,
    ...(region !== undefined && { region }),
    ...(point !== undefined && { accessPoint: point }),
    ...(account !== undefined && { account }),
    isDualStack: dual !== undefined,
    isFips: fips !== undefined,
    isAccelerated: fast !== undefined,
  };
}

/** The bucket and key: a bucket that is not in the host is the first piece of the path. */
function objectOf(style: HostStyle, { bucket }: Groups, path: string) {
  if (style === 'service') return {};
  const rest = path.slice(1);
  if (style !== 'virtual-hosted' || bucket !== undefined) {
    return { ...(bucket !== undefined && { bucket }), ...(rest !== '' && { key: rest }) };
  }
  const slash = rest.indexOf('/');
  const name = slash < 0 ? rest : rest.slice(0, slash);
  const key = slash < 0 ? '' : rest.slice(slash + 1);
  return {
    style: 'path-style' as const,
    ...(name !== '' && { bucket: name }),
    ...(key !== '' && { key }),
  };
}
