import { Suspense, lazy, useEffect } from 'react';

import { findListed } from '#content/scenarios/catalogue.ts';
import { keepAwake } from '#platform/wakeLock.ts';
import { USUAL_ROOM, useOther } from '#stores/other.ts';
import { useRoom } from '#stores/room.ts';
import { askedInClass, setOverlay, toggleBlank, useStage } from '#stores/stage.ts';
import type { Place } from '#stores/stage.ts';
import { EmptyPicture, OffRun } from '#views/present/OffRun.tsx';
import { PointerDot } from '#views/present/PointerDot.tsx';
import { RoomPicture } from '#views/present/RoomPicture.tsx';

import { LessonPart } from './LessonPart.tsx';
import { PresenterControls } from './PresenterControls.tsx';
import { PresenterTimer } from './PresenterTimer.tsx';
import { formatRoute } from './route.ts';
import { joinTwin, pointAt } from './twin.ts';
import { useCommands } from './useCommands.ts';
import { usePointing } from './usePointing.ts';

/** A run is as much again, and so are questions: they come after the frame. */
const RunPresenter = lazy(() =>
  import('./RunPresenter.tsx').then((module) => ({ default: module.RunPresenter })),
);

const ClassPresenter = lazy(() =>
  import('./ClassPresenter.tsx').then((module) => ({ default: module.ClassPresenter })),
);

interface PresenterPageProps {
  readonly pair: string;
  readonly place: Place;
}

/** The presenter's window: it shows what the room sees, and what only the presenter should. */
export function PresenterPage({ pair, place }: PresenterPageProps) {
  useEffect(() => {
    document.title = 'Presenter · Shortlived';
    return keepAwake();
  }, []);
  useEffect(() => {
    const joining = joinTwin(pair, 'presenter');
    return () => void joining.then((leave) => leave());
  }, [pair]);
  return <Suspense fallback={<main>Opening the notes…</main>}>{notesFor(place)}</Suspense>;
}

/** What the presenter has to what the room sees. */
function notesFor(place: Place) {
  const listed = place.page === 'lab' ? findListed(place.lab, place.scenario) : undefined;
  if (listed && place.page === 'lab') {
    return <RunPresenter key={listed.id} listed={listed} place={place} />;
  }
  const question = askedInClass(place);
  const otherwise = <OtherPresenter place={place} />;
  if (question === undefined || place.page !== 'quiz') return otherwise;
  return <ClassPresenter selection={place.selection} {...{ question, otherwise }} />;
}

const COMMON = {
  search: () => setOverlay('search'),
  help: () => setOverlay('help'),
  blank: toggleBlank,
};

/** What stands here while the room sees neither a run nor a question. */
function OtherPresenter({ place }: { readonly place: Place }) {
  const { other } = useOther();
  const { pointer } = useRoom();
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  const pointing = usePointing();
  useCommands(COMMON);
  return (
    <OffRun
      hasRoom={other !== undefined}
      page={pageOf(place)}
      timer={<PresenterTimer />}
      picture={
        <RoomPicture size={other ?? USUAL_ROOM} isPointing={pointing.isPointing} onPoint={pointAt}>
          <EmptyPicture says={pageOf(place)} />
          {pointer && <PointerDot at={pointer} />}
        </RoomPicture>
      }
      controls={<PresenterControls {...pointing} />}
    >
      {isInLesson && <LessonPart />}
    </OffRun>
  );
}

/** The page as its link names it, without the parameters, which may hold what a learner typed. */
const pageOf = (place: Place): string => formatRoute({ place }).split('?')[0] ?? '';
