import { useEffect } from 'react';

import { useSettings } from '#stores/settings.ts';
import { answerByKey, goOnByKey } from '#views/quiz/answerByKey.ts';
import type { Answering } from '#views/quiz/answerByKey.ts';

/** Lets the whole page answer by key, and go on once it is answered, where the learner wants single keys at all. */
export function useAnswerKeys(answering: Answering, onNext?: () => void): void {
  const isOn = useSettings(({ shortcuts }) => shortcuts === 'all');
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent): void =>
      onNext ? goOnByKey(event, onNext) : answerByKey(event, answering);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [answering, onNext, isOn]);
}
