import { SOURCES } from '#content/sources.ts';
import type { Source, SourceId } from '#content/sources.ts';

/** Where something is written, and when somebody last looked. */
export function SourceLink({ id }: { readonly id: SourceId }) {
  return <SourceLine source={SOURCES[id]} />;
}

/** A source that is no part of the list. */
export function SourceLine({ source: { url, title, checkedOn } }: { readonly source: Source }) {
  return (
    <p>
      Source:{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
      , checked on {checkedOn}.
    </p>
  );
}
