import { useState } from 'react';

import { forgetEverything } from '#platform/forgetEverything.ts';
import { AskTwice } from '#views/ui/AskTwice.tsx';

/** The last way out: everything that is kept is forgotten, answers too. */
export function CrashForget({ onDone }: { readonly onDone: () => void }): React.ReactNode {
  const [isRefused, setRefused] = useState(false);
  const forget = (): void =>
    void forgetEverything().then((isDone) => (isDone ? onDone() : setRefused(true)));
  return (
    <>
      <AskTwice
        says={{
          first: 'Forget everything…',
          keep: 'Keep everything',
          go: 'Forget it for ever',
        }}
        warning="Answers, exams, questions and votes go, too. Nothing brings them back."
        onGo={forget}
      />
      <p role="status">{isRefused && 'This browser did not let everything go.'}</p>
    </>
  );
}
