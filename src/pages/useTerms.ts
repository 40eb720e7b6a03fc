import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';

import { useSettings } from '#stores/settings.ts';
import type { ExplainedProps } from '#views/terms/Explained.tsx';

import type { LabTerms } from './LabTerms.tsx';

/** What explains the terms in texts, once it is loaded; undefined where a learner wants none. */
export function useTerms(
  isAwake: boolean,
): ComponentType<Pick<ExplainedProps, 'texts' | 'children'>> | undefined {
  const terms = useSettings((settings) => settings.terms);
  const [loaded, setLoaded] = useState<{ readonly LabTerms: typeof LabTerms }>();
  const isWanted = isAwake && terms === 'explained';
  useEffect(() => {
    if (isWanted) void import('./LabTerms.tsx').then(setLoaded);
  }, [isWanted]);
  return isWanted ? loaded?.LabTerms : undefined;
}
