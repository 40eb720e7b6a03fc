import { SOURCES } from '#content/sources.ts';
import type { SourceId } from '#content/sources.ts';

/** Where something is written, and when somebody last looked. */
export function SourceLink({ id }: { readonly id: SourceId }) {
  const { url, title, checkedOn } = SOURCES[id];
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
