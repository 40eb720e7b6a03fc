import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';

import { DISSECT_EXAMPLES } from '#content/dissect/examples.ts';
import { resultSentence } from '#content/dissect/resultWords.ts';
import { dissect } from '#engine/dissect/dissect.ts';
import { latest } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import { wallMoment } from '#platform/clock.ts';
import {
  bringBackText,
  clearText,
  pasteText,
  showDissectExample,
  useDissectTable,
} from '#stores/dissect.ts';
import { DissectFrame } from '#views/dissect/DissectFrame.tsx';
import { PasteBox } from '#views/dissect/PasteBox.tsx';
import { Result } from '#views/dissect/Result.tsx';

import { Announcer } from './Announcer.tsx';

/** How often the page looks at the clock, in milliseconds. */
const TICK = 10_000;

function useNow(): readonly [now: Instant, look: () => Instant] {
  const [now, setNow] = useState(wallMoment);
  const look = useCallback((): Instant => {
    const moment = wallMoment();
    setNow((before) => latest(before, moment));
    return moment;
  }, []);
  useEffect(() => {
    const ticking = setInterval(look, TICK);
    return () => clearInterval(ticking);
  }, [look]);
  return [now, look];
}

/** "Dissect a URL": any presigned URL or POST policy taken apart, and what is wrong with it. */
export function DissectPage() {
  const { text, example, before } = useDissectTable();
  const [now, look] = useNow();
  const later = useDeferredValue(text);
  const dissection = useMemo(() => dissect(later), [later]);
  return (
    <>
      <DissectFrame
        box={
          <PasteBox
            text={text}
            examples={DISSECT_EXAMPLES}
            example={example}
            onText={pasteText}
            onExample={(chosen) => showDissectExample(chosen, look())}
            onClear={clearText}
            onBringBack={before === undefined ? undefined : bringBackText}
          />
        }
        result={<Result text={later} dissection={dissection} now={now} />}
      />
      <Announcer sentence={resultSentence(dissection, now)} isSilent={later !== text} />
    </>
  );
}
