import { Suspense, lazy, useEffect } from 'react';

import { findListed } from '#content/scenarios/catalogue.ts';
import { keepAwake } from '#platform/wakeLock.ts';
import { useRoom } from '#stores/room.ts';
import { setOverlay, useStage } from '#stores/stage.ts';
import type { Place } from '#stores/stage.ts';
import { OffRun } from '#views/present/OffRun.tsx';

import { currentPage } from './currentPage.ts';
import { LessonPart } from './LessonPart.tsx';
import { PresenterTimer } from './PresenterTimer.tsx';
import { joinTwin } from './twin.ts';
import { useCommands } from './useCommands.ts';

/** A run is as much again: it comes after the frame. */
const RunPresenter = lazy(() =>
  import('./RunPresenter.tsx').then((module) => ({ default: module.RunPresenter })),
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
  const listed = place.page === 'lab' ? findListed(place.lab, place.scenario) : undefined;
  return listed && place.page === 'lab' ? (
    <Suspense fallback={<main>Opening the notes…</main>}>
      <RunPresenter key={listed.id} listed={listed} place={place} />
    </Suspense>
  ) : (
    <OtherPresenter />
  );
}

const COMMON = { search: () => setOverlay('search'), help: () => setOverlay('help') };

/** What stands here while the room sees no run. */
function OtherPresenter() {
  const hasRoom = useRoom(({ other }) => other !== undefined);
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  useCommands(COMMON);
  return (
    <OffRun
      hasRoom={hasRoom}
      says={`The room sees another page: ${currentPage()}`}
      timer={<PresenterTimer />}
    >
      {isInLesson && <LessonPart />}
    </OffRun>
  );
}
