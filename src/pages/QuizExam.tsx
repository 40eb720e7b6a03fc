import { useEffect } from 'react';

import type { Question } from '#content/question.ts';
import { record, useAttempts } from '#stores/attempts.ts';
import { useTaking } from '#stores/exam.ts';
import { goTo } from '#stores/stage.ts';
import { handedIn, openExam } from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';
import type { ExamPart } from '#study/examPart.ts';
import { ungraded } from '#study/examResult.ts';
import type { Selection } from '#study/selection.ts';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { examHref, examPlace } from './examPlaces.ts';
import { ExamBegin } from './ExamBegin.tsx';
import { ExamOutcome } from './ExamOutcome.tsx';
import { ExamTaking } from './ExamTaking.tsx';
import { loadGrading } from './grading.ts';

interface QuizExamProps {
  readonly bank: readonly Question[];
  readonly part: ExamPart;
  readonly selection: Selection;
}

/** An exam from its beginning to what became of it. */
export function QuizExam({ bank, part, selection }: QuizExamProps) {
  const exams = useAttempts(({ exams }) => exams);
  const taken = useTaking(({ exam }) => exam);
  useGrades(bank, exams);
  switch (part.kind) {
    case 'start':
      return <ExamBegin size={part.size} {...{ bank, selection }} />;
    case 'question':
    case 'review': {
      const exam = openExam(exams);
      if (exam) return <ExamTaking {...{ bank, exam, part }} />;
      const done = exams.find(({ id, submittedAt }) => id === taken && submittedAt !== undefined);
      return done ? <HandedIn exam={done} /> : <NoExam />;
    }
    case 'result': {
      const exam = exams.find(({ id, submittedAt }) => id === part.id && submittedAt !== undefined);
      return exam ? <ExamOutcome key={exam.id} {...{ bank, exam }} /> : <NoExam />;
    }
  }
}

/** Grades what was handed in, once: here, in another page, or before this one was closed too soon. */
function useGrades(bank: readonly Question[], exams: readonly Exam[]): void {
  // An answer to the exam that is open gives nothing to grade.
  const done = handedIn(exams).length;
  useEffect(() => {
    const left = () => {
      const now = useAttempts.getState();
      return ungraded(now.exams, bank, now.attempts);
    };
    if (done === 0 || left().length === 0) return;
    // Another page may have graded them meanwhile; the same answer at the same moment is one attempt.
    void loadGrading().then(({ attempted }) =>
      record(
        ...left().map(({ question, ...given }) => attempted(question, { ...given, mode: 'exam' })),
      ),
    );
  }, [bank, done]);
}

/** Leads from an exam that has just been handed in, here or in another page, to its result. */
function HandedIn({ exam: { id } }: { readonly exam: Exam }) {
  useEffect(() => goTo(examPlace({ kind: 'result', id })), [id]);
  return null;
}

function NoExam() {
  return (
    <Message title="No such exam in this browser">
      <p>Exams stay where they were taken. This one may have been given up, or deleted.</p>
      <p>
        <ButtonLink kind="strong" href={examHref()}>
          Begin an exam
        </ButtonLink>
      </p>
    </Message>
  );
}
