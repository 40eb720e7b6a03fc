/**
 * The ways to make a canonical URI. `s3` signs the path as it stands; `generic` first resolves dot
 * segments and repeated slashes, as AWS's suite does where it says `normalize`. Other services than
 * S3 also encode a second time; the paths signed here (`/`, `/sessions`) have nothing to encode.
 */
export const PATH_MODES = ['s3', 'generic'] as const;
export type PathMode = (typeof PATH_MODES)[number];

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const end = kept.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${end}`;
}

/** The canonical URI of an encoded path; an empty one is `/` (sig-v4-header-based-auth, canonical URI). */
export function canonicalPath(encodedPath: string, mode: PathMode): string {
  if (mode === 'generic') return withoutDots(encodedPath);
  return encodedPath === '' ? '/' : encodedPath;
}
