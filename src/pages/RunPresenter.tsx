import { use, useMemo } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { speakerNotes } from '#content/speakerNotes.ts';
import { loadReady } from '#content/subjects/load.ts';
import { countOf, stepAt } from '#engine/cursor.ts';
import { USUAL_ROOM, useOther } from '#stores/other.ts';
import { setMode, setOverlay, setPlaying, toggleBlank, useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import { grade } from '#study/grade.ts';
import { GatePicture } from '#views/gate/GatePicture.tsx';
import { Elsewhere } from '#views/present/OffRun.tsx';
import { Presenter } from '#views/present/Presenter.tsx';
import { RoomPicture } from '#views/present/RoomPicture.tsx';

import { askedNotes } from './askedNotes.ts';
import { LabOverlay } from './LabOverlay.tsx';
import { labCommands, moveCursor } from './labActions.ts';
import { keptFor } from '#views/ui/kept.ts';
import { storyOf } from './loaders.ts';
import { LessonPart } from './LessonPart.tsx';
import { PresenterControls } from './PresenterControls.tsx';
import { PresenterTimer } from './PresenterTimer.tsx';
import { RoomScreen } from './RoomScreen.tsx';
import { showAsked } from './showAsked.ts';
import { StepAnnouncer } from './StepAnnouncer.tsx';
import { pointAt } from './twin.ts';
import { useCommands } from './useCommands.ts';
import type { Commands } from './useCommands.ts';
import { usePlayback } from './usePlayback.ts';
import { usePointing } from './usePointing.ts';
import { useRun } from './useRun.ts';
import type { Asking, Scene } from './useRun.ts';

const readyOf = keptFor(loadReady);

const ignore = (): void => {};

/** Shows the room the slide, or the whole lab; a screen that is blank is no slide. */
function switchMode({ mode }: LabPlace): void {
  useStage.setState({ isBlank: false });
  setMode(mode === 'present' ? 'study' : 'present');
}

function moveBy(scene: Scene, by: number): void {
  setPlaying(false);
  moveCursor(scene, scene.cursor + by);
}

/** On to the next step; where the room predicts, to what happens. */
function goOn(scene: Scene): void {
  if (!showAsked(scene)) moveBy(scene, 1);
}

/** The commands of a lab, as far as they are the presenter’s. */
function useRoomCommands(scene: Scene, place: LabPlace): Commands {
  const { isPlaying, speed } = useStage();
  const commands = useMemo(() => {
    const all = labCommands(scene, { isPlaying, speed, mode: place.mode });
    const mine = Object.entries(all).filter(([name]) => name !== 'close' && name !== 'presenter');
    return {
      ...Object.fromEntries(mine),
      next: () => goOn(scene),
      present: () => switchMode(place),
      blank: toggleBlank,
    };
  }, [scene, isPlaying, speed, place]);
  useCommands(commands);
  return commands;
}

/** What comes next, in words; while the room predicts, what it is asked. */
function nextOf({ scenario, run, cursor, asking, pausesBefore }: Scene): string | undefined {
  if (asking?.isHere && !asking.attempt) {
    return `The room predicts: ${asking.prediction.stem} Next shows what happens.`;
  }
  const step = run.trace.steps[cursor];
  if (!step && pausesBefore !== undefined) return 'The room predicts. Next shows what happens.';
  const said = step && narrate(step, scenario);
  return said && `${said.title}. ${said.caption}`;
}

/** The notes to a run. */
export function RunPresenter({
  listed,
  place,
}: {
  readonly listed: Listed;
  readonly place: LabPlace;
}) {
  const scene = useRun(use(readyOf(use(storyOf(listed)))), place);
  // As far as it may be told: notes are read aloud.
  const { scenario, run, cursor } = scene;
  const { trace } = run;
  const { isPlaying, speed } = useStage();
  const other = useOther((room) => room.other);
  const pointing = usePointing();
  const commands = useRoomCommands(scene, place);
  // The room's window plays; without one, this one does.
  usePlayback(scene, isPlaying && !other, speed);
  const step = stepAt(trace, cursor);
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  const isSlide = place.mode === 'present';
  const move = (by: number): void => {
    if (by > 0) goOn(scene);
    else moveBy(scene, by);
  };
  return (
    <>
      <Presenter
        title={scenario.title}
        where={`Step ${cursor} of ${countOf(trace)}`}
        now={step ? narrate(step, scenario).title : 'Before the first step'}
        next={nextOf(scene)}
        notes={[...speakerNotes(scenario, trace, cursor), ...askedNotes(scene.asking)]}
        hasRoom={other !== undefined}
        timer={<PresenterTimer />}
        lesson={isInLesson && <LessonPart />}
        picture={
          isSlide ? (
            <RoomPicture
              size={other ?? USUAL_ROOM}
              isPointing={pointing.isPointing}
              onPoint={pointAt}
            >
              <RoomScreen scene={scene} onLeave={ignore} isPicture>
                {scene.asking?.isHere && <Asked {...scene.asking} />}
              </RoomScreen>
            </RoomPicture>
          ) : (
            <Elsewhere says="The room sees the whole lab." />
          )
        }
        controls={<PresenterControls {...pointing} />}
        onBack={() => move(-1)}
        onNext={() => move(1)}
        onPlay={() => setPlaying(!isPlaying)}
        onGoTo={() => setOverlay('go-to')}
        onSlide={() => switchMode(place)}
        {...{ isPlaying, isSlide }}
      />
      <StepAnnouncer scene={scene} isSilent={isPlaying} />
      <LabOverlay {...{ scene, place, commands }} />
    </>
  );
}

const Asked = ({ prediction, attempt, isCounted }: Asking) => (
  <GatePicture
    question={prediction}
    grade={attempt && grade(prediction, attempt.answer)}
    isCounted={isCounted}
  />
);
