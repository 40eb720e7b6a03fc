import { Suspense, lazy } from 'react';

import { URL_PARAMETERS, URL_PARAMETERS_SOURCE } from '#content/urlParameters.ts';
import { parsePresignedUrl } from '#engine/sigv4/presignedUrl.ts';
import { parseQuery } from '#engine/sigv4/query.ts';

import styles from './Inspector.module.css';

/** Sources are read last, so they are loaded last. */
const SourceLink = lazy(() =>
  import('./SourceLink.tsx').then((module) => ({ default: module.SourceLink })),
);

interface UrlPartsProps {
  readonly url: string;
  /** Parameters to mark: the ones the check looked at. */
  readonly marked: ReadonlySet<string>;
}

/** A presigned URL taken apart: each parameter with its value and what it is for. */
export function UrlParts({ url, marked }: UrlPartsProps) {
  const parts = parsePresignedUrl(url);
  if (!parts) return <p>This is no URL.</p>;
  return (
    <>
      <dl className={styles.url}>
        <div>
          <dt>Host</dt>
          <dd>
            <code>{parts.host}</code>
          </dd>
        </div>
        <div>
          <dt>Path</dt>
          <dd>
            <code>{parts.rawPath}</code>
          </dd>
        </div>
        {parseQuery(parts.rawQuery).map(({ name, value }) => (
          <div key={name} data-marked={marked.has(name)}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
              {URL_PARAMETERS[name] !== undefined && <span>{URL_PARAMETERS[name]}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.provenance}>
        <Suspense>
          <SourceLink id={URL_PARAMETERS_SOURCE} />
        </Suspense>
      </div>
    </>
  );
}
