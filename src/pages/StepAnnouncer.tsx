import { useEffect, useState } from 'react';

import type { Heard } from '#content/hear.ts';

import { PAUSE, Spoken } from './Announcer.tsx';
import { loadHearing } from './loaders.ts';
import type { Scene } from './useRun.ts';

const SILENCE: Heard = { text: '', story: '', step: '', said: '', stages: {} };

/** Says the current step and the lives that run down: one polite text, nothing at the start and nothing while a run plays. */
export function StepAnnouncer({
  scene: { scenario, run, cursor, says },
  isSilent,
}: {
  readonly scene: Scene;
  readonly isSilent: boolean;
}) {
  const [heard, setHeard] = useState(SILENCE);
  const { trace } = run;
  useEffect(() => {
    if (isSilent) return undefined;
    let isOver = false;
    const say = async (): Promise<void> => {
      const { hear } = await loadHearing();
      if (isOver) return;
      setHeard((before) => hear(before, { scenario, trace, cursor, ...(says && { says }) }));
    };
    const waiting = setTimeout(() => void say(), PAUSE);
    return () => {
      isOver = true;
      clearTimeout(waiting);
    };
  }, [scenario, trace, cursor, says, isSilent]);
  return <Spoken sentence={heard.text} name="announcer" />;
}
