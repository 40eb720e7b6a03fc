import { useEffect, useState } from 'react';

import { useSettings } from '#stores/settings.ts';
import type { MarkTerms } from '#views/terms/Explained.tsx';

/** What marks terms in texts, once it is loaded; undefined where a learner wants none. */
export function useTerms(isAwake: boolean): MarkTerms | undefined {
  const terms = useSettings((settings) => settings.terms);
  const [mark, setMark] = useState<{ readonly terms: MarkTerms }>();
  const isWanted = isAwake && terms === 'explained';
  useEffect(() => {
    if (!isWanted) return;
    void import('#content/glossary/markTerms.ts').then(({ markTerms }) =>
      setMark({ terms: markTerms }),
    );
  }, [isWanted]);
  return isWanted ? mark?.terms : undefined;
}
