import { lazy, use } from 'react';

import { loadAttempts } from '#stores/attempts.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { EXAM_START } from '#study/examPart.ts';

import { loadBank } from './quizBank.ts';
import { QuizPractice } from './QuizPractice.tsx';

const QuizProgress = lazy(() =>
  import('./QuizProgress.tsx').then((module) => ({ default: module.QuizProgress })),
);

const QuizExam = lazy(() =>
  import('./QuizExam.tsx').then((module) => ({ default: module.QuizExam })),
);

const QuizClass = lazy(() =>
  import('./QuizClass.tsx').then((module) => ({ default: module.QuizClass })),
);

// Asked for with the page, not after it.
void loadBank();

/** The quiz: one question at a time, alone or in class, or how far one has come. What was answered is read first. */
export function QuizPage({ place }: { readonly place: QuizPlace }) {
  use(loadAttempts());
  const bank = use(loadBank());
  const { question, selection = NONE, view, exam = EXAM_START } = place;
  if (view === 'progress') return <QuizProgress bank={bank} />;
  if (view === 'exam') return <QuizExam bank={bank} part={exam} selection={selection} />;
  if (view === 'class') return <QuizClass bank={bank} question={question} selection={selection} />;
  return <QuizPractice bank={bank} question={question} selection={selection} />;
}

const NONE = {};
