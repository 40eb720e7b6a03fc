import { useEffect } from 'react';

import type { Question } from '#content/question.ts';
import { enterFullscreen, leaveFullscreen } from '#platform/fullscreen.ts';
import { clearClass, useClassroom } from '#stores/classroom.ts';
import { endBlank } from '#stores/led.ts';
import { goTo } from '#stores/stage.ts';
import type { Selection } from '#study/selection.ts';
import { ClassChooser } from '#views/classroom/ClassChooser.tsx';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { classPlace, useClassQuestions } from './classPlaces.ts';
import { ClassQuestion } from './ClassQuestion.tsx';
import { formatRoute } from './route.ts';

interface QuizClassProps {
  readonly bank: readonly Question[];
  readonly question: string | undefined;
  readonly selection: Selection;
}

/** A question for a room: chosen from a list, then on the projector. */
export function QuizClass({ bank, question, selection }: QuizClassProps) {
  const runs = useClassroom((classroom) => classroom.runs);
  const { all, questions, inClass } = useClassQuestions(bank, selection);
  if (question === undefined) {
    return (
      <ClassChooser
        others={bank.length - all.length}
        hrefOf={({ id }) => formatRoute({ place: classPlace(selection, id) })}
        quizHref={formatRoute({ place: { page: 'quiz' } })}
        onSelect={(next) => goTo(classPlace(next))}
        onClear={() => clearClass()}
        {...{ all, questions, selection, runs }}
      />
    );
  }
  const current = inClass(question);
  if (!current) return <NotForHands isThere={bank.some(({ id }) => id === question)} />;
  return (
    <OnStage>
      <ClassQuestion key={question} at={current} />
    </OnStage>
  );
}

/** Fills the screen from the first question to the last. */
function OnStage({ children }: { readonly children: React.ReactNode }) {
  useEffect(() => {
    void enterFullscreen();
    return () => {
      void leaveFullscreen();
      endBlank();
    };
  }, []);
  return children;
}

function NotForHands({ isThere }: { readonly isThere: boolean }) {
  return (
    <Message title={isThere ? 'One hand cannot answer this question' : 'There is no such question'}>
      <p>
        {isThere
          ? 'It asks for several answers, an order or pairs. In class, each hand counts for one answer.'
          : 'The link may have lost its end, or come from another version.'}
      </p>
      <p>
        <ButtonLink kind="strong" href={formatRoute({ place: classPlace({}) })}>
          Choose another question
        </ButtonLink>
      </p>
    </Message>
  );
}
