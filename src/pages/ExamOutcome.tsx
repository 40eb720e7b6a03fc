import { use, useEffect, useMemo, useRef } from 'react';

import type { Question } from '#content/question.ts';
import { sayWhen } from '#platform/clock.ts';
import { download } from '#platform/download.ts';
import { loadPacking } from '#platform/packing.ts';
import { useAttempts } from '#stores/attempts.ts';
import { useTaking } from '#stores/exam.ts';
import type { Exam } from '#study/exam.ts';
import { examResults } from '#study/examResult.ts';
import { reportAsCsv, reportAsJson } from '#study/examReport.ts';
import { ExamResults } from '#views/exam/ExamResults.tsx';

import { examHref } from './examPlaces.ts';
import { useGrading } from './grading.ts';
import { labHrefOf, refutedHrefOf } from './quizBank.ts';
import { formatRoute } from './route.ts';

const packing = loadPacking();

/** What became of an exam that was handed in. */
export function ExamOutcome({
  bank,
  exam,
}: {
  readonly bank: readonly Question[];
  readonly exam: Exam;
}) {
  const { attempts } = useAttempts();
  const loaded = use(packing);
  const grading = useGrading(true);
  const result = useMemo(() => examResults(bank, attempts)(exam), [exam, bank, attempts]);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasTaken = useTaking((taking) => taking.exam === exam.id);
  const { isGraded } = result;
  useEffect(() => {
    // Who has just handed in hears what became of it; who opens an old result keeps the page’s own focus.
    if (wasTaken && isGraded) heading.current?.focus();
  }, [wasTaken, isGraded]);
  const save = (kind: 'csv' | 'json'): void => {
    if (!grading) return;
    const keyOf = (question: Question) => grading.grade(question, []).key;
    const name = `shortlived-exam-${exam.id.slice(0, 10)}.${kind}`;
    if (kind === 'csv') download(name, reportAsCsv(result, keyOf), 'text/csv');
    else download(name, reportAsJson(exam, result, keyOf));
  };
  return (
    <ExamResults
      when={sayWhen(exam.submittedAt ?? exam.id)}
      explain={
        grading &&
        (({ question, answer }) =>
          question && {
            grade: grading.grade(question, answer),
            labHref: labHrefOf(grading.shownOf(question), loaded),
            refutedHref: refutedHrefOf(question, grading, loaded),
          })
      }
      hrefOf={(selection) => formatRoute({ place: { page: 'quiz', selection } })}
      againHref={examHref()}
      onPrint={() => print()}
      onSave={save}
      {...{ exam, result, heading }}
    />
  );
}
