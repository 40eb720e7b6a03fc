import { useEffect, useState } from 'react';

/** After quick changes only the last is said. */
export const PAUSE = 150;

/** What a screen reader says politely when it changes. */
export function Spoken({ sentence, name }: { readonly sentence: string; readonly name: string }) {
  return (
    <p role="status" className="visually-hidden" data-testid={name}>
      {sentence}
    </p>
  );
}

/** Says one sentence politely when it changes; nothing while `isSilent`, and only once after quick changes. */
export function Announcer({
  sentence,
  isSilent = false,
  name = 'announcer',
}: {
  readonly sentence: string;
  readonly isSilent?: boolean;
  readonly name?: string;
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isSilent) return undefined;
    const waiting = setTimeout(() => setSaid(sentence), PAUSE);
    return () => clearTimeout(waiting);
  }, [sentence, isSilent]);
  return <Spoken sentence={said} name={name} />;
}
