import { create } from 'zustand';

import { loadRoomLook, saveRoomLook } from '#platform/roomLook.ts';
import type { RoomLook } from '#platform/roomLook.ts';

/** What two windows of a class share beside the stage. */

/** A place on the room's screen: shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Room extends RoomLook {
  /** Whether the room sees the code of the link. */
  readonly isCodeShown: boolean;
  /** How far the picture and the words are scrolled: shares of what is hidden. */
  readonly scroll: { readonly picture: number; readonly words: number };
  /** Where the presenter points. */
  readonly pointer: Point | undefined;
}

export const useRoom = create<Room>(() => ({
  ...loadRoomLook(),
  isCodeShown: false,
  scroll: { picture: 0, words: 0 },
  pointer: undefined,
}));

const LEAST = 100;
const MOST = 200;

/** Makes everything on the projector larger or stronger, and keeps it. */
export function changeLook(name: keyof RoomLook, by: number): void {
  const now = Math.min(MOST, Math.max(LEAST, useRoom.getState()[name] + by));
  useRoom.setState({ [name]: now });
  saveRoomLook(useRoom.getState());
}

/** Shows the code of the link to the room, or hides it. */
export const toggleCode = (): void =>
  useRoom.setState(({ isCodeShown }) => ({ isCodeShown: !isCodeShown }));

/** Scrolls the room's picture or words: a share of what is hidden. */
export const scrollRoom = (part: keyof Room['scroll'], to: number): void =>
  useRoom.setState(({ scroll }) => ({
    scroll: { ...scroll, [part]: Math.min(1, Math.max(0, to)) },
  }));
