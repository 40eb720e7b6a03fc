import { use, useEffect, useMemo, useState } from 'react';

import type { Question } from '#content/question.ts';
import { wallClock } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import { record, useAttempts } from '#stores/attempts.ts';
import { goTo, useStage } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { isComplete } from '#study/answer.ts';
import type { Answer } from '#study/answer.ts';
import { firstOpen, progressOf } from '#study/progress.ts';
import { countsOf, selected } from '#study/selected.ts';
import type { Selection } from '#study/selection.ts';
import { QuestionCard } from '#views/quiz/QuestionCard.tsx';
import { QuizLayout } from '#views/quiz/QuizLayout.tsx';
import { QuizNav } from '#views/quiz/QuizNav.tsx';
import { sayGrade } from '#views/quiz/sayGrade.ts';
import { Button, ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { Announcer } from './Announcer.tsx';
import { examHref } from './examPlaces.ts';
import { loadGrading, useGrading } from './grading.ts';
import { labHrefOf, refutedHrefOf } from './quizBank.ts';
import { formatRoute } from './route.ts';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { NO_ANSWER, useAsking } from './useAsking.ts';
import { useAwake } from './useAwake.ts';
import { useFocusOnChange } from './useFocusOnChange.ts';

/** Loaded with the page: some places in the simulator have policies in their links. */
const packing = loadPacking();

interface Place {
  readonly bank: readonly Question[];
  readonly question: string | undefined;
  readonly selection: Selection;
}

const placeOf = (selection: Selection, question?: string): QuizPlace => ({
  page: 'quiz',
  ...(question !== undefined && { question }),
  ...(Object.keys(selection).length > 0 && { selection }),
});

/** One question after the other, each checked at once: the asked one, or the first of a selection still open. */
export function QuizPractice({ bank, question, selection }: Place) {
  // A list changes with every answer; the one that was opened is gone through to its end.
  const [opened, setOpened] = useState(() => open(bank, selection));
  const isStale = JSON.stringify(opened.selection) !== JSON.stringify(selection);
  if (isStale) setOpened(open(bank, selection));
  const current = question === undefined ? opened.first : bank.find(({ id }) => id === question);
  useEffect(() => {
    // The address names the question, so that Back and a reload come to the same one.
    if (question === undefined && current) {
      goTo(placeOf(selection, current.id), useStage.getState().notices);
    }
  }, [question, current, selection]);
  if (current) {
    // Added questions may be read anew meanwhile: the same one is known by its name.
    const questions = opened.questions.some(({ id }) => id === current.id)
      ? opened.questions.map((one) => (one.id === current.id ? current : one))
      : [current, ...opened.questions];
    return (
      <AskedQuestion {...{ bank, questions, selection }} question={current} since={opened.since} />
    );
  }
  return question === undefined ? <NothingLeft /> : <NoQuestion />;
}

/** A selection as it is when it is opened, and where one begins. */
function open(bank: readonly Question[], selection: Selection) {
  const { attempts } = useAttempts.getState();
  const questions = selected(bank, selection, attempts, wallClock());
  const progress = progressOf(questions, attempts);
  const first = selection.list === undefined ? firstOpen(questions, progress) : questions[0];
  // A list asks again what was answered before it was opened.
  return { selection, questions, first, ...(selection.list && { since: wallClock() }) };
}

function AskedQuestion({
  bank,
  question,
  questions,
  selection,
  since = '',
}: {
  readonly bank: readonly Question[];
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly selection: Selection;
  readonly since?: string | undefined;
}) {
  const { attempts, isKept } = useAttempts();
  const [said, setSaid] = useState({ question: '', sentence: '' });
  const heading = useFocusOnChange(question.id);
  const loaded = use(packing);
  const progress = useMemo(
    () =>
      progressOf(
        questions,
        attempts.filter(({ at }) => at >= since),
      ),
    [questions, attempts, since],
  );
  const counts = useMemo(() => countsOf(bank, attempts, wallClock()), [bank, attempts]);
  const { attempt, answer, certainty, choices, setDraft } = useAsking(question, progress, attempts);
  const grades = useGrading(useAwake() || attempt !== undefined);
  const graded = useMemo(
    () => attempt && grades?.grade(question, attempt.answer),
    [question, attempt, grades],
  );
  const commit = ({ attempted, grade }: Awaited<ReturnType<typeof loadGrading>>): void => {
    void record(
      attempted(question, {
        answer,
        at: wallClock(),
        mode: selection.list === undefined ? 'practice' : 'review',
        ...(certainty && { certainty }),
      }),
    );
    setDraft(undefined);
    setSaid({ question: question.id, sentence: sayGrade(question, grade(question, answer)) });
  };
  const answering = {
    question,
    choices,
    answer,
    onAnswer: (next: Answer) => setDraft({ answer: next, certainty }),
    onCommit: isComplete(question, answer)
      ? () => {
          if (grades) commit(grades);
          else void loadGrading().then(commit);
        }
      : undefined,
  };
  const index = questions.indexOf(question);
  const next = questions[(index + 1) % questions.length] ?? question;
  const onNext = (): void => goTo(placeOf(selection, next.id));
  useAnswerKeys(answering, graded && onNext);
  return (
    <>
      <QuizLayout
        card={
          <QuestionCard
            number={index + 1}
            total={questions.length}
            grade={graded}
            heading={heading}
            certainty={certainty}
            labHref={labHrefOf(grades?.shownOf(question), loaded)}
            refutedHref={grades && refutedHrefOf(question, grades, loaded)}
            onCertainty={(next) => setDraft({ answer, certainty: next })}
            onAgain={() => {
              setDraft({ answer: NO_ANSWER });
              heading.current?.focus();
            }}
            {...answering}
            onNext={onNext}
          />
        }
        nav={
          <QuizNav
            all={bank}
            progressHref={formatRoute({ place: { page: 'quiz', view: 'progress' } })}
            examHref={examHref()}
            classHref={formatRoute({ place: { ...placeOf(selection), view: 'class' } })}
            teachHref={formatRoute({ place: { page: 'quiz', view: 'teach' } })}
            predictHref={formatRoute({ place: { page: 'quiz', view: 'predict' } })}
            current={question.id}
            hrefOf={({ id }) => formatRoute({ place: placeOf(selection, id) })}
            onSelect={(chosen) => goTo(placeOf(chosen))}
            {...{ questions, selection, counts, progress, isKept }}
          />
        }
      />
      <Announcer sentence={said.question === question.id ? said.sentence : ''} isSilent={false} />
    </>
  );
}

function NothingLeft() {
  return (
    <Message title="Nothing here to ask now">
      <p>No question belongs to what you chose. Reviews come back when they are due.</p>
      <p>
        <Button kind="strong" onClick={() => goTo({ page: 'quiz' })}>
          Ask everything, mixed
        </Button>
      </p>
    </Message>
  );
}

function NoQuestion() {
  return (
    <Message title="There is no such question">
      <p>The link may have lost its end, or come from another version.</p>
      <p>
        <ButtonLink kind="strong" href={formatRoute({ place: { page: 'quiz' } })}>
          Go to the questions
        </ButtonLink>
      </p>
    </Message>
  );
}
