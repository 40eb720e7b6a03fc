import { use, useEffect, useMemo, useRef, useState } from 'react';

import type { PlayedQuestion } from '#content/question.ts';
import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { wallClock } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import { record, useAttempts } from '#stores/attempts.ts';
import { useSettings } from '#stores/settings.ts';
import { goTo, useStage } from '#stores/stage.ts';
import { firstOpen, progressOf } from '#study/progress.ts';
import { answerByKey } from '#views/quiz/answerByKey.ts';
import type { Answering } from '#views/quiz/answerByKey.ts';
import { QuestionCard } from '#views/quiz/QuestionCard.tsx';
import { QuizLayout } from '#views/quiz/QuizLayout.tsx';
import { QuizNav } from '#views/quiz/QuizNav.tsx';
import { sayGrade } from '#views/quiz/sayGrade.ts';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { Announcer } from './Announcer.tsx';
import { loadGrading, useGrading } from './grading.ts';
import { formatRoute } from './route.ts';
import { useAwake } from './useAwake.ts';

/** Loaded with the page: some places in the simulator have policies in their links. */
const packing = loadPacking();

/** A question by id, or the first that is still open. */
export function QuizPage({ question }: { readonly question?: string }) {
  const [start] = useState(() =>
    firstOpen(PLAYED_QUESTIONS, progressOf(PLAYED_QUESTIONS, useAttempts.getState().attempts)),
  );
  const current =
    question === undefined ? start : PLAYED_QUESTIONS.find(({ id }) => id === question);
  useEffect(() => {
    // The address names the question, so that Back and a reload come to the same one.
    if (question === undefined && current) goTo(placeOf(current), useStage.getState().notices);
  }, [question, current]);
  return current ? <AskedQuestion question={current} /> : <NoQuestion />;
}

/** What is chosen and not yet checked. */
interface Draft {
  readonly question: string;
  readonly choice?: string;
}

function AskedQuestion({ question }: { readonly question: PlayedQuestion }) {
  const { attempts, isKept } = useAttempts();
  const [draft, setDraft] = useState<Draft>();
  const [said, setSaid] = useState({ question: '', sentence: '' });
  const heading = useFocusOnChange(question.id);
  const loaded = use(packing);
  const progress = useMemo(() => progressOf(PLAYED_QUESTIONS, attempts), [attempts]);
  const open = draft?.question === question.id ? draft : undefined;
  const attempt = open ? undefined : progress.latest.get(question.id);
  const chosen = open?.choice ?? attempt?.choice;
  const grades = useGrading(useAwake() || attempt !== undefined);
  const graded = useMemo(
    () => attempt && grades?.grade(question, attempt.choice),
    [question, attempt, grades],
  );
  const answering: Answering = {
    question,
    chosen,
    onChoose: (choice) => setDraft({ question: question.id, choice }),
    onCommit: () => {
      if (chosen === undefined) return;
      const commit = ({ attempted, grade }: Awaited<ReturnType<typeof loadGrading>>): void => {
        record(attempted(question, chosen, wallClock()));
        setDraft(undefined);
        setSaid({ question: question.id, sentence: sayGrade(question, grade(question, chosen)) });
      };
      if (grades) commit(grades);
      else void loadGrading().then(commit);
    },
  };
  useKeys(graded ? undefined : answering);
  const index = PLAYED_QUESTIONS.indexOf(question);
  return (
    <>
      <QuizLayout
        card={
          <QuestionCard
            number={index + 1}
            total={PLAYED_QUESTIONS.length}
            grade={graded}
            heading={heading}
            labHref={formatRoute(
              { place: { page: 'lab', ...question.shows, mode: 'study' } },
              loaded,
            )}
            onAgain={() => {
              setDraft({ question: question.id });
              heading.current?.focus();
            }}
            onNext={() =>
              goTo(placeOf(PLAYED_QUESTIONS[(index + 1) % PLAYED_QUESTIONS.length] ?? question))
            }
            {...answering}
          />
        }
        nav={
          <QuizNav
            questions={PLAYED_QUESTIONS}
            current={question.id}
            hrefOf={(other) => formatRoute({ place: placeOf(other) })}
            {...{ progress, isKept }}
          />
        }
      />
      <Announcer sentence={said.question === question.id ? said.sentence : ''} isSilent={false} />
    </>
  );
}

const placeOf = ({ id }: Pick<PlayedQuestion, 'id'>) => ({ page: 'quiz', question: id }) as const;

/** A heading that takes the focus when another question is shown, and not when the page opens. */
function useFocusOnChange(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}

/** Lets the whole page answer by key, where the learner wants single keys at all. */
function useKeys(answering: Answering | undefined): void {
  const isOn = useSettings(({ shortcuts }) => shortcuts === 'all');
  useEffect(() => {
    if (!answering || !isOn) return undefined;
    const listen = (event: KeyboardEvent): void => answerByKey(event, answering);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [answering, isOn]);
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
