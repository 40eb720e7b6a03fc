import { create } from 'zustand';

/** What a window of a class knows of the other one. It stands apart from the room's look: every page asks for it. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Other {
  /** The other window’s size, as long as it is there. */
  readonly other: Size | undefined;
}

export const useOther = create<Other>(() => ({ other: undefined }));

/** What the room's window most often is, until it has said so itself. */
export const USUAL_ROOM: Size = { width: 1280, height: 720 };

/** Whether the other window is there. */
export const useHasOther = (): boolean => useOther(({ other }) => other !== undefined);
