import { useEffect } from 'react';

import { useSettings } from '#stores/settings.ts';
import { answerByKey } from '#views/quiz/answerByKey.ts';
import type { Answering } from '#views/quiz/answerByKey.ts';

/** Lets the whole page answer by key, where the learner wants single keys at all. */
export function useAnswerKeys(answering: Answering | undefined): void {
  const isOn = useSettings(({ shortcuts }) => shortcuts === 'all');
  useEffect(() => {
    if (!answering || !isOn) return undefined;
    const listen = (event: KeyboardEvent): void => answerByKey(event, answering);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [answering, isOn]);
}
