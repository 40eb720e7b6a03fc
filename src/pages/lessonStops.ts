import type { Lesson, Stop } from '#content/lessons/format.ts';
import { READY_LESSONS } from '#content/lessons/ready.ts';
import { findListed } from '#content/scenarios/catalogue.ts';
import type { Packing } from '#platform/packing.ts';
import { OWN_LESSON } from '#stores/lessons.ts';
import { goTo, useStage } from '#stores/stage.ts';
import type { Place } from '#stores/stage.ts';

import { formatRoute, parseRoute } from './route.ts';

/** The stops of lessons as places of the app. */

/** A lesson by its name in links. */
export const lessonNamed = (id: string, own: Lesson | undefined): Lesson | undefined =>
  id === OWN_LESSON ? own : Object.hasOwn(READY_LESSONS, id) ? READY_LESSONS[id] : undefined;

/** What a stop shows: a run is shown to the room, and asks nothing but what the lesson asks. */
export function placeOfStop({ link }: Stop, packing: Packing): Place {
  const { place } = parseRoute(link, packing);
  return place.page === 'lab' ? { ...place, mode: 'present', gate: 'off' } : place;
}

const MISSING = 'It leads to no page of this app.';

/** What keeps a stop from being shown, in a sentence. */
export const linkFaultOf =
  (packing: Packing) =>
  ({ link, ask }: Stop): string | undefined => {
    const { place, notices, presenter, lesson } = parseRoute(link, packing);
    if (presenter !== undefined || lesson || place.page === 'lesson') {
      return 'It leads into a lesson or a presenter’s window, not to what is shown.';
    }
    if (place.page === 'missing') return MISSING;
    if (notices.length > 0) return notices.join(' ');
    if (place.page !== 'lab') {
      return ask && 'It asks the room something, so it must lead into a lab.';
    }
    return findListed(place.lab, place.scenario) ? undefined : MISSING;
  };

/** Whether a place is just what a stop shows. */
export const isAtStop = (place: Place, stop: Stop, packing: Packing): boolean =>
  formatRoute({ place }, packing) === formatRoute({ place: placeOfStop(stop, packing) }, packing);

/** Shows a stop of a lesson; stops are counted from one. */
export function goToStop(id: string, lesson: Lesson, at: number, packing: Packing): void {
  const stop = lesson.stops[at - 1];
  if (!stop) return;
  useStage.setState({ lesson: { id, stop: at } });
  goTo(placeOfStop(stop, packing));
}
