import { use, useMemo, useState } from 'react';

import { LESSON_PARTS } from '#content/lessons/format.ts';
import { formatLesson, readLesson } from '#content/lessons/readLesson.ts';
import type { ReadLesson } from '#content/lessons/readLesson.ts';
import { fieldsByPart } from '#content/own/fields.ts';
import type { Fault } from '#content/own/issues.ts';
import { download } from '#platform/download.ts';
import { loadPacking } from '#platform/packing.ts';
import {
  OWN_LESSON,
  addStop,
  changeStop,
  deleteStop,
  moveStop,
  takeLesson,
  useLessons,
} from '#stores/lessons.ts';
import { OpenLesson } from '#views/lessons/OpenLesson.tsx';
import { WriteLesson } from '#views/lessons/WriteLesson.tsx';

import { linkFaultOf } from './lessonStops.ts';
import { formatRoute } from './route.ts';
import { useLacks } from './useLacks.ts';
import type { Lacks } from './useLacks.ts';

const packing = loadPacking();
const FIELDS = fieldsByPart(LESSON_PARTS);

/** A link as it was copied, from its hash on. */
const hashIn = (text: string): string => text.trim().replace(/^[^#]*/, '');

/** What the stops of a file lack, each with the line of its link; undefined while they are played. */
function lackedIn(
  { lesson, links }: Extract<ReadLesson, { links: unknown }>,
  lacks: Lacks,
): readonly Fault[] | undefined {
  const found = lesson.stops.map((stop) => lacks.get(stop));
  if (found.includes(undefined)) return undefined;
  return links.flatMap((link, index) => (found[index] ?? []).map((says) => ({ ...link, says })));
}

/** One's own lesson: written here, stop by stop, or opened from a file. */
export function LessonWriting() {
  const loaded = use(packing);
  const { own, isKept } = useLessons();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<typeof own>();
  const linkFault = useMemo(() => linkFaultOf(loaded), [loaded]);
  const read = useMemo(
    () => (text.trim() === '' ? undefined : readLesson(text, linkFault)),
    [text, linkFault],
  );
  const lacks = useLacks(own?.stops, loaded);
  const lacksRead = useLacks(read?.lesson?.stops, loaded);
  const addLink = (typed: string): string | undefined => {
    const stop = { title: 'A stop', link: hashIn(typed), minutes: 2, say: [] };
    const fault = stop.link === '' ? 'It has no #/ in it.' : linkFault(stop);
    if (fault !== undefined) return fault;
    return addStop(stop) === undefined ? 'There is no room for more stops.' : undefined;
  };
  return (
    <>
      <WriteLesson
        lesson={own}
        isKept={isKept}
        gone={gone}
        hrefOf={(stop) => formatRoute({ place: { page: 'lesson', id: OWN_LESSON, stop } })}
        lacksOf={(stop) => lacks.get(stop) ?? []}
        onAddLink={addLink}
        onHead={(head) => own && takeLesson({ ...own, ...head })}
        onStop={changeStop}
        onMove={moveStop}
        onDelete={deleteStop}
        onSave={() => own && download('my.lesson.json', formatLesson(own))}
        onDeleteAll={() => {
          setGone(own);
          takeLesson(undefined);
        }}
        onBringBack={() => {
          takeLesson(gone);
          setGone(undefined);
        }}
      />
      <OpenLesson
        fields={FIELDS}
        replaces={own?.title}
        lacks={read?.lesson && lackedIn(read, lacksRead)}
        onText={(next) => {
          setText(next);
          setSaid('');
        }}
        onFile={(file) => void file.text().then(setText)}
        onOpen={(lesson) => {
          setGone(own);
          takeLesson(lesson);
          setText('');
          setSaid(`“${lesson.title}” is open.`);
        }}
        {...{ text, read, said }}
      />
    </>
  );
}
