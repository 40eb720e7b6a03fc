import { useEffect, useState } from 'react';

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
    const waiting = setTimeout(() => setSaid(sentence), 150);
    return () => clearTimeout(waiting);
  }, [sentence, isSilent]);
  return (
    <p role="status" className="visually-hidden" data-testid={name}>
      {said}
    </p>
  );
}
