import { lazy, use } from 'react';

import type { Question } from '#content/question.ts';
import { loadAttempts } from '#stores/attempts.ts';
import { loadOwn } from '#stores/own.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { EXAM_START } from '#study/examPart.ts';
import type { Selection } from '#study/selection.ts';

import { loadBank, useBank } from './quizBank.ts';
import { QuizPractice } from './QuizPractice.tsx';

const QuizProgress = lazy(() =>
  import('./QuizProgress.tsx').then((module) => ({ default: module.QuizProgress })),
);
const QuizSet = lazy(() => import('./QuizSet.tsx').then((module) => ({ default: module.QuizSet })));
const TeachPage = lazy(() =>
  import('./TeachPage.tsx').then((module) => ({ default: module.TeachPage })),
);

const QuizExam = lazy(() =>
  import('./QuizExam.tsx').then((module) => ({ default: module.QuizExam })),
);

const QuizClass = lazy(() =>
  import('./QuizClass.tsx').then((module) => ({ default: module.QuizClass })),
);

const QuizPredict = lazy(() =>
  import('./QuizPredict.tsx').then((module) => ({ default: module.QuizPredict })),
);

// Asked for with the page, not after it.
void loadBank();
void loadOwn();

/** The quiz: one question at a time, alone or in class, or how far one has come. What was answered is read first. */
export function QuizPage({ place }: { readonly place: QuizPlace }) {
  use(loadAttempts());
  return place.view === 'predict' ? <QuizPredict place={place} /> : <Bank place={place} />;
}

/** The questions that somebody wrote. */
function Bank({ place }: { readonly place: QuizPlace }) {
  const bank = useBank();
  const { question, selection = NONE, view, exam = EXAM_START } = place;
  if (view === 'progress') return <QuizProgress bank={bank} />;
  if (view === 'exam') return <QuizExam bank={bank} part={exam} selection={selection} />;
  if (view === 'teach') return <TeachPage bank={bank} place={place} />;
  const asking = (questions: readonly Question[]) =>
    view === 'class' ? (
      <QuizClass bank={questions} question={question} selection={selection} />
    ) : (
      <QuizPractice bank={questions} question={question} selection={selection} />
    );
  if (selection.set === undefined) return asking(bank);
  return (
    <QuizSet bank={bank} packed={selection.set} hasNote={view !== 'class'}>
      {asking}
    </QuizSet>
  );
}

const NONE: Selection = {};
