import { useSettings } from '#stores/settings.ts';
import { answerByKey, goOnByKey } from '#views/quiz/answerByKey.ts';
import type { Answering } from '#views/quiz/answerByKey.ts';

import { useKeys } from './useKeys.ts';

/** Lets the whole page answer by key, and go on once it is answered, where the learner wants single keys at all. */
export function useAnswerKeys(answering: Answering, onNext?: () => void): void {
  const isOn = useSettings(({ shortcuts }) => shortcuts === 'all');
  useKeys((event) => (onNext ? goOnByKey(event, onNext) : answerByKey(event, answering)), { isOn });
}
