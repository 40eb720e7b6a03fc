import { use } from 'react';

import type { Question } from '#content/question.ts';
import { loadAttempts } from '#stores/attempts.ts';
import { useHasOther } from '#stores/other.ts';
import { setOverlay, toggleBlank, useStage } from '#stores/stage.ts';
import type { Selection } from '#study/selection.ts';
import { ClassDesk } from '#views/classroom/ClassDesk.tsx';

import { Announcer } from './Announcer.tsx';
import { useClassQuestions } from './classPlaces.ts';
import type { InClass } from './classPlaces.ts';
import { LessonPart } from './LessonPart.tsx';
import { PresenterTimer } from './PresenterTimer.tsx';
import { useBank } from './quizBank.ts';
import { QuizSet } from './QuizSet.tsx';
import { useClass } from './useClass.ts';
import { useCommands } from './useCommands.ts';

interface ClassPresenterProps {
  readonly question: string;
  readonly selection?: Selection | undefined;
  /** What stands here where the room is asked nothing that hands can answer. */
  readonly otherwise: React.ReactNode;
}

const NONE: Selection = {};

/** A question in class, as the presenter has it. */
export function ClassPresenter({ selection = NONE, ...props }: ClassPresenterProps) {
  use(loadAttempts());
  const bank = useBank();
  if (selection.set === undefined) return <Found {...props} {...{ bank, selection }} />;
  return (
    <QuizSet bank={bank} packed={selection.set} hasNote={false}>
      {(questions) => <Found {...props} bank={questions} selection={selection} />}
    </QuizSet>
  );
}

interface FoundProps extends ClassPresenterProps {
  readonly bank: readonly Question[];
  readonly selection: Selection;
}

function Found({ bank, selection, question, otherwise }: FoundProps) {
  const at = useClassQuestions(bank, selection).inClass(question);
  return at ? <Desk key={question} at={at} /> : otherwise;
}

const COMMON = { search: () => setOverlay('search'), help: () => setOverlay('help') };

function Desk({ at }: { readonly at: InClass }) {
  const { shown, said } = useClass(at, true);
  const hasRoom = useHasOther();
  const isBlank = useStage((stage) => stage.isBlank);
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  useCommands(COMMON);
  return (
    <>
      <ClassDesk
        {...shown}
        {...{ hasRoom, isBlank }}
        timer={<PresenterTimer />}
        lesson={isInLesson && <LessonPart />}
        onBlank={toggleBlank}
      />
      <Announcer sentence={said} />
    </>
  );
}
