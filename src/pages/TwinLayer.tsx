import { use, useState } from 'react';

import { pairOfRoom } from '#platform/twinName.ts';
import { setOverlay } from '#stores/stage.ts';
import { OpenByHand } from '#views/present/OpenByHand.tsx';

import { presenterLink } from './twin.ts';

const close = (): void => setOverlay(undefined);

/** What to do where the browser let no window open. */
export function TwinLayer() {
  const [link] = useState(() => presenterLink(pairOfRoom() ?? ''));
  return <OpenByHand href={use(link)} onClose={close} />;
}
