import { use } from 'react';

import { loadPacking } from '#platform/packing.ts';
import { pageAddress } from '#platform/twinWindows.ts';
import { useStage } from '#stores/stage.ts';
import { CodeCard } from '#views/present/CodeCard.tsx';

import { formatRoute } from './route.ts';

const packing = loadPacking();
const WAITING = { gate: 'on' } as const;

/** A code with the link to exactly what is shown, as it is studied alone: what the room is to predict waits there, too. */
export function RoomCode({ isPaused = false }: { readonly isPaused?: boolean }) {
  const loaded = use(packing);
  const place = useStage((stage) => stage.place);
  const alone =
    place.page === 'lab' ? ({ ...place, mode: 'study', ...(isPaused && WAITING) } as const) : place;
  return <CodeCard link={`${pageAddress()}${formatRoute({ place: alone }, loaded)}`} />;
}
