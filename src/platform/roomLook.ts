import * as v from 'valibot';

import { load } from './load.ts';
import { save } from './storage.ts';

/** How large and how strong the room wants it, and when the class began: kept in this browser, so that a reload changes nothing. */

const look = v.object({
  version: v.literal(1),
  scale: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(200)),
  contrast: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(200)),
});

export interface RoomLook {
  readonly scale: number;
  readonly contrast: number;
}

const LOOK = 'shortlived.room';

/** The look that was kept; at first everything as it is. */
export const loadRoomLook = (): RoomLook => load(LOOK, look) ?? { scale: 100, contrast: 100 };

/** Keeps the look; tells whether that worked. */
export const saveRoomLook = ({ scale, contrast }: RoomLook): boolean =>
  save(LOOK, { version: 1, scale, contrast });

const timer = v.object({
  version: v.literal(1),
  /** What ran before the last start, in milliseconds. */
  before: v.pipe(v.number(), v.minValue(0)),
  /** The moment of the last start, on the clock on the wall; null while it stands. */
  since: v.nullable(v.number()),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
});

export type KeptTimer = Readonly<v.InferOutput<typeof timer>>;

const TIMER = 'shortlived.timer';

/** The clock of the class as it was kept. */
export const loadTimer = (): KeptTimer =>
  load(TIMER, timer) ?? { version: 1, before: 0, since: null, minutes: 0 };

/** Keeps the clock of the class; tells whether that worked. */
export const saveTimer = (kept: KeptTimer): boolean => save(TIMER, kept);
