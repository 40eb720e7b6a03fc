/** The windows of a pair: the room's knows its pair by its name, which outlives a reload; the presenter's by its link. */

const NAMED = /^shortlived-room-([a-z0-9]{8})$/;

/** The pair that this window is the room's of, if it is of any. */
export const pairOfRoom = (): string | undefined => NAMED.exec(window.name)?.[1];

/** Makes this window the room's of a pair. */
export function nameRoom(pair: string): void {
  window.name = `shortlived-room-${pair}`;
}
