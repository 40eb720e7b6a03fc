import { useMemo } from 'react';

import type { Question } from '#content/question.ts';
import { sayWhen, wallClock } from '#platform/clock.ts';
import { useAttempts } from '#stores/attempts.ts';
import { begin, giveUp } from '#stores/exam.ts';
import { goTo } from '#stores/stage.ts';
import { handedIn, leftIn, openExam } from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';
import { sayMinutes } from '#study/examClock.ts';
import type { ExamSize } from '#study/examPart.ts';
import { examResults, percentOf } from '#study/examResult.ts';
import type { ExamResult } from '#study/examResult.ts';
import { selected } from '#study/selected.ts';
import type { Selection } from '#study/selection.ts';
import { EarlierExams } from '#views/exam/EarlierExams.tsx';
import type { Earlier } from '#views/exam/EarlierExams.tsx';
import { ExamStart } from '#views/exam/ExamStart.tsx';
import { askedIn, sayAbout, sayTaken } from '#views/exam/sayExam.ts';
import { WaitingExam } from '#views/exam/WaitingExam.tsx';

import { examHref, examPlace } from './examPlaces.ts';

interface ExamBeginProps {
  readonly bank: readonly Question[];
  readonly size: ExamSize;
  readonly selection: Selection;
}

/** Where an exam begins, goes on, or is looked at again. */
export function ExamBegin({ bank, size, selection }: ExamBeginProps) {
  const { exams, attempts, isKept } = useAttempts();
  const open = openExam(exams);
  const questions = useMemo(() => selected(bank, selection, [], wallClock()), [bank, selection]);
  const earlier = useMemo(() => {
    const resultOf = examResults(bank, attempts);
    return handedIn(exams).map((exam) => earlierOf(exam, resultOf(exam)));
  }, [exams, bank, attempts]);
  return (
    <ExamStart
      all={bank}
      onChoose={(next, about) => goTo(examPlace({ kind: 'start', size: next }, about))}
      onBegin={
        open
          ? undefined
          : () => {
              void begin(questions, size);
              goTo(examPlace(FIRST));
            }
      }
      waiting={open && <Waiting exam={open} bank={bank} />}
      earlier={<EarlierExams all={earlier} />}
      {...{ size, selection, questions, isKept }}
    />
  );
}

const FIRST = { kind: 'question', number: 1 } as const;

function Waiting({ exam, bank }: { readonly exam: Exam; readonly bank: readonly Question[] }) {
  return (
    <WaitingExam
      says={`${sayTaken(askedIn(exam, bank))} ${sayMinutes(leftIn(exam))} left.`}
      begun={sayWhen(exam.id)}
      href={examHref(FIRST)}
      onGiveUp={() => void giveUp()}
    />
  );
}

const earlierOf = (exam: Exam, result: ExamResult): Earlier => ({
  id: exam.id,
  href: examHref({ kind: 'result', id: exam.id }),
  when: sayWhen(exam.submittedAt ?? exam.id),
  about: sayAbout(result),
  result: `${percentOf(result)} %`,
});
