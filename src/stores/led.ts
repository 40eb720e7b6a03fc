import { useHasOther, useOther } from './other.ts';
import { isPresented, useStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** Whether a lesson or the presenter’s window leads a room through what a window shows, whatever page that is. */
const isLedBy = ({ presenter, lesson, place }: Stage, hasOther: boolean): boolean =>
  presenter === undefined && !isPresented(place) && (lesson !== undefined || hasOther);

/** Whether this window shows a room a page that is no slide. */
export function useIsLed(): boolean {
  const hasOther = useHasOther();
  return useStage((stage) => isLedBy(stage, hasOther));
}

/** Lights the room’s screen again, unless the room is led on to something else. */
export function endBlank(): void {
  const stage = useStage.getState();
  const hasOther = useOther.getState().other !== undefined;
  if (!isPresented(stage.place) && !isLedBy(stage, hasOther)) useStage.setState({ isBlank: false });
}
