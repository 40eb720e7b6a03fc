import { sourceOf } from '#content/own/sourceOf.ts';
import type { Question } from '#content/question.ts';

/** Where the answer to a question is written: the source of an added question may have no address. */
export function SourceText({ question }: { readonly question: Question }) {
  const { url, title, checkedOn } = sourceOf(question);
  return (
    <>
      Source:{' '}
      {url === undefined ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
      {checkedOn !== undefined && `, checked on ${checkedOn}`}.
    </>
  );
}
