import { useEffect, useMemo } from 'react';

import type { Question } from '#content/question.ts';
import { useAttempts } from '#stores/attempts.ts';
import { answer, flag, handIn, pause, takeUp, useTaking } from '#stores/exam.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { goTo } from '#stores/stage.ts';
import { choicesOf } from '#study/answer.ts';
import { answerIn } from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';
import type { ExamPart } from '#study/examPart.ts';
import { ExamCard } from '#views/exam/ExamCard.tsx';
import { ExamClock } from '#views/exam/ExamClock.tsx';
import { ExamGrid } from '#views/exam/ExamGrid.tsx';
import { ExamLayout } from '#views/exam/ExamLayout.tsx';
import { ExamPaused } from '#views/exam/ExamPaused.tsx';
import { ExamReview } from '#views/exam/ExamReview.tsx';
import { askedIn } from '#views/exam/sayExam.ts';
import type { Asked } from '#views/exam/sayExam.ts';

import { examHref, examPlace } from './examPlaces.ts';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { useExamTime } from './useExamTime.ts';
import { useFocusOnChange } from './useFocusOnChange.ts';

type TakingPart = Extract<ExamPart, { kind: 'question' | 'review' }>;

interface ExamTakingProps {
  readonly bank: readonly Question[];
  readonly exam: Exam;
  readonly part: TakingPart;
}

const hrefOf = (number: number): string => examHref({ kind: 'question', number });

/** An exam that is being taken: its clock, one question or the list of all. */
export function ExamTaking({ bank, exam, part }: ExamTakingProps) {
  const isPaused = useTaking((taking) => taking.isPaused);
  useEffect(() => takeUp(exam), [exam]);
  useExamTime();
  const asked = useMemo(() => askedIn(exam, bank), [exam, bank]);
  const shown = asked.find(({ number }) => part.kind === 'question' && number >= part.number);
  const heading = useFocusOnChange(isPaused ? 'paused' : `${shown?.number ?? 'review'}`);
  if (isPaused) return <Paused exam={exam} />;
  return (
    <ExamLayout
      clock={<Clock exam={exam} />}
      card={
        shown ? (
          <AskedNow key={shown.question.id} {...{ exam, asked, shown, heading }} />
        ) : (
          <ExamReview onHandIn={() => void handIn()} {...{ asked, hrefOf, heading }} />
        )
      }
      nav={
        shown && (
          <ExamGrid
            current={shown.number}
            hasTitles={false}
            reviewHref={examHref({ kind: 'review' })}
            {...{ asked, hrefOf }}
          />
        )
      }
    />
  );
}

/** Seconds that are left of an exam: this page may have counted on from what is kept. */
const useLeft = (exam: Exam): number => {
  const spent = useTaking((taking) => (taking.exam === exam.id ? taking.spent : 0));
  return Math.max(0, exam.limit - Math.max(spent, exam.spent));
};

function Clock({ exam }: { readonly exam: Exam }) {
  const isShown = useSettings(({ examClock }) => examClock === 'shown');
  const isKept = useAttempts((answers) => answers.isKept);
  return (
    <ExamClock
      limit={exam.limit}
      left={useLeft(exam)}
      onShow={(show) => changeSettings({ examClock: show ? 'shown' : 'hidden' })}
      onPause={() => void pause(true)}
      {...{ isShown, isKept }}
    />
  );
}

function Paused({ exam }: { readonly exam: Exam }) {
  return <ExamPaused left={useLeft(exam)} onGoOn={() => void pause(false)} />;
}

interface AskedNowProps {
  readonly exam: Exam;
  readonly asked: readonly Asked[];
  readonly shown: Asked;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

function AskedNow({ exam, asked, shown, heading }: AskedNowProps) {
  const { question, number, isFlagged } = shown;
  const choices = useMemo(() => choicesOf(question, exam.id), [question, exam.id]);
  const next = asked.find((one) => one.number > number);
  const before = asked.findLast((one) => one.number < number);
  const go = (part: TakingPart): void => goTo(examPlace(part));
  const onNext = (): void =>
    go(next ? { kind: 'question', number: next.number } : { kind: 'review' });
  const answering = {
    question,
    choices,
    answer: answerIn(exam, question.id),
    onAnswer: (value: readonly string[]) => void answer(question.id, value),
  };
  useAnswerKeys({ ...answering, onCommit: onNext });
  return (
    <ExamCard
      total={exam.questions.length}
      onFlag={() => void flag(question.id, !isFlagged)}
      onBack={before && (() => go({ kind: 'question', number: before.number }))}
      {...{ number, isFlagged, heading, onNext }}
      {...answering}
    />
  );
}
