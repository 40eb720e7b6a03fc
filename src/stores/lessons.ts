import { create } from 'zustand';

import type { Lesson, Stop } from '#content/lessons/format.ts';
import { MOST_STOPS } from '#content/lessons/format.ts';
import { knownLesson } from '#content/lessons/readLesson.ts';
import { loadOwnLesson, onLessonElsewhere, saveOwnLesson } from '#platform/lessonKept.ts';

/** The lesson somebody is writing. Every change is kept at once. */
interface Lessons {
  readonly own: Lesson | undefined;
  /** Whether this browser keeps it; without that, it ends with the page. */
  readonly isKept: boolean;
}

/** The name under which one's own lesson is given. */
export const OWN_LESSON = 'own';

export const useLessons = create<Lessons>(() => ({
  own: knownLesson(loadOwnLesson()),
  isKept: true,
}));

onLessonElsewhere(() => useLessons.setState({ own: knownLesson(loadOwnLesson()) }));

/** Puts a lesson in the place of one's own, or none. */
export const takeLesson = (own: Lesson | undefined): void =>
  useLessons.setState({ own, isKept: saveOwnLesson(own) });

const NEW = {
  format: 'shortlived-lesson',
  version: 1,
  title: 'My lesson',
  about: 'A lesson of my own.',
} as const;

/** Adds a stop at the end; tells the number of it, or that there is no room. */
export function addStop(stop: Stop): number | undefined {
  const { own } = useLessons.getState();
  const stops = [...(own?.stops ?? []), stop];
  if (stops.length > MOST_STOPS) return undefined;
  takeLesson({ ...(own ?? NEW), stops });
  return stops.length;
}

/** Changes the stops; without any, there is no lesson. */
function changeStops(change: (stops: readonly Stop[]) => readonly Stop[]): void {
  const { own } = useLessons.getState();
  if (!own) return;
  const stops = change(own.stops);
  takeLesson(stops.length === 0 ? undefined : { ...own, stops });
}

/** Puts another stop in the place of one. */
export const changeStop = (index: number, stop: Stop): void =>
  changeStops((stops) => stops.map((one, at) => (at === index ? stop : one)));

/** Takes a stop away. */
export const deleteStop = (index: number): void =>
  changeStops((stops) => stops.filter((_, at) => at !== index));

/** Moves a stop towards the beginning or the end. */
export const moveStop = (index: number, by: 1 | -1): void =>
  changeStops((stops) => {
    const other = index + by;
    const [one, two] = [stops[index], stops[other]];
    if (!one || !two) return stops;
    return stops.map((stop, at) => (at === index ? two : at === other ? one : stop));
  });
