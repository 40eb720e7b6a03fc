import { useEffect } from 'react';

import type { Question } from '#content/question.ts';
import { wallClock } from '#platform/clock.ts';
import { enterFullscreen, leaveFullscreen } from '#platform/fullscreen.ts';
import { useAttempts } from '#stores/attempts.ts';
import { clearClass, useClassroom } from '#stores/classroom.ts';
import { goTo, useStage } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { selected } from '#study/selected.ts';
import type { Selection } from '#study/selection.ts';
import { ClassChooser } from '#views/classroom/ClassChooser.tsx';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { ClassQuestion } from './ClassQuestion.tsx';
import { formatRoute } from './route.ts';

interface QuizClassProps {
  readonly bank: readonly Question[];
  readonly question: string | undefined;
  readonly selection: Selection;
}

const placeOf = (selection: Selection, question?: string): QuizPlace => ({
  page: 'quiz',
  view: 'class',
  ...(question !== undefined && { question }),
  ...(Object.keys(selection).length > 0 && { selection }),
});

/** Class mode can ask what one hand can answer. */
const isForHands = ({ type }: Question): boolean => type === 'choice';

/** A question for a room: chosen from a list, then on the projector. */
export function QuizClass({ bank, question, selection }: QuizClassProps) {
  const runs = useClassroom((classroom) => classroom.runs);
  const { attempts } = useAttempts();
  const all = bank.filter(isForHands);
  const questions = selected(all, selection, attempts, wallClock());
  if (question === undefined) {
    return (
      <ClassChooser
        others={bank.length - all.length}
        hrefOf={({ id }) => formatRoute({ place: placeOf(selection, id) })}
        quizHref={formatRoute({ place: { page: 'quiz' } })}
        onSelect={(next) => goTo(placeOf(next))}
        onClear={() => clearClass()}
        {...{ all, questions, selection, runs }}
      />
    );
  }
  const current = bank.find(({ id }) => id === question);
  if (!current || !isForHands(current)) return <NotForHands isThere={current !== undefined} />;
  const next = questions[questions.indexOf(current) + 1];
  return (
    <OnStage>
      <ClassQuestion
        key={current.id}
        question={current}
        place={placeOf(selection, current.id)}
        next={placeOf(selection, next?.id)}
        hasNext={next !== undefined}
        chooser={placeOf(selection)}
      />
    </OnStage>
  );
}

/** Fills the screen from the first question to the last. */
function OnStage({ children }: { readonly children: React.ReactNode }) {
  useEffect(() => {
    void enterFullscreen();
    return () => {
      void leaveFullscreen();
      useStage.setState({ isBlank: false });
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
        <ButtonLink kind="strong" href={formatRoute({ place: placeOf({}) })}>
          Choose another question
        </ButtonLink>
      </p>
    </Message>
  );
}
