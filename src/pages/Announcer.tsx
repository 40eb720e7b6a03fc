import { useEffect, useState } from 'react';

/** Says one sentence politely when it changes; nothing while `isSilent`, and only once after quick changes. */
export function Announcer({
  sentence,
  isSilent,
}: {
  readonly sentence: string;
  readonly isSilent: boolean;
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isSilent) return undefined;
    const waiting = setTimeout(() => setSaid(sentence), 150);
    return () => clearTimeout(waiting);
  }, [sentence, isSilent]);
  return (
    <p role="status" className="visually-hidden" data-testid="announcer">
      {said}
    </p>
  );
}
