import { use, useEffect, useMemo, useRef, useState } from 'react';

import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { wallClock } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import { record, useAttempts } from '#stores/attempts.ts';
import { goTo } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { isComplete } from '#study/answer.ts';
import type { Answer } from '#study/answer.ts';
import type { Asked } from '#study/predict/asked.ts';
import { ideasMet } from '#study/predict/ideas.ts';
import { duePredictions, predicted } from '#study/predict/past.ts';
import { predictionId, predictionPath, readAsked } from '#study/predict/prediction.ts';
import type { Prediction } from '#study/predict/prediction.ts';
import { EVERYTHING, formatScope, parseScope } from '#study/predict/scope.ts';
import type { Scope } from '#study/predict/scope.ts';
import { PredictNav } from '#views/quiz/PredictNav.tsx';
import type { ScopeChoice } from '#views/quiz/PredictNav.tsx';
import { QuestionCard } from '#views/quiz/QuestionCard.tsx';
import { QuizLayout } from '#views/quiz/QuizLayout.tsx';
import { sayGrade } from '#views/quiz/sayGrade.ts';
import { Button, ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { Announcer } from './Announcer.tsx';
import { loadGrading, useGrading } from './grading.ts';
import { LABS } from './labs.ts';
import { nextAsked, remade } from './predictions.ts';
import { formatRoute } from './route.ts';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { NO_ANSWER, useAsking } from './useAsking.ts';
import { useAwake } from './useAwake.ts';
import { useFocusOnChange } from './useFocusOnChange.ts';

const packing = loadPacking();

const placeOf = (scope: Scope, asked?: Asked): QuizPlace => ({
  page: 'quiz',
  view: 'predict',
  ...(asked && { prediction: { path: predictionPath(asked), knobs: asked.knobs } }),
  ...withScope(formatScope(scope)),
});

const withScope = (scope: string | undefined) => (scope === undefined ? {} : { scope });

/** Predictions: the one that the address names, or the next one of a scope, which the address then names. */
export function QuizPredict({ place: { prediction, scope: text } }: { readonly place: QuizPlace }) {
  const scope = useMemo(
    () => (text === undefined ? undefined : parseScope(text)) ?? EVERYTHING,
    [text],
  );
  const asked = useMemo(
    () => prediction && (readAsked(prediction.path, prediction.knobs) ?? 'none'),
    [prediction],
  );
  const found = useFound(asked, scope);
  if (found === 'waiting') return <main id="main">Making a prediction…</main>;
  if (found === 'none') return <NothingToAsk scope={scope} isLink={asked !== undefined} />;
  return <AskedPrediction scope={scope} {...found} />;
}

/** A prediction, and since when answers to it count: those given before it was asked anew do not. */
interface Asking {
  readonly prediction: Prediction;
  readonly since: string;
}

type Found = Asking | 'waiting' | 'none';

/** Makes what is asked, or finds what comes next and goes there. */
function useFound(asked: Asked | 'none' | undefined, scope: Scope): Found {
  const [made, setMade] = useState<{ readonly asked: typeof asked; readonly found: Found }>();
  /** What this page chose to ask: it may have been answered some time ago. */
  const chosen = useRef<string>(undefined);
  useEffect(() => {
    let isShown = true;
    const goOn = (next: Asked | undefined): void => {
      if (!next) return setMade({ asked, found: 'none' });
      chosen.current = predictionId(next);
      return goTo(placeOf(scope, next));
    };
    const show = (prediction: Prediction | undefined): void => {
      const isAnew = prediction?.id === chosen.current || isDue(prediction, scope);
      const since = isAnew ? wallClock() : '';
      chosen.current = undefined;
      setMade({ asked, found: prediction ? { prediction, since } : 'none' });
    };
    const find = async (): Promise<void> => {
      if (asked === undefined) {
        const next = await nextAsked(scope, useAttempts.getState().attempts, wallClock());
        if (isShown) goOn(next);
      } else {
        const prediction = asked === 'none' ? undefined : await remade(asked);
        if (isShown) show(prediction);
      }
    };
    void find();
    return () => {
      isShown = false;
    };
  }, [asked, scope]);
  // The last one stays until the next is there, and the focus goes from one to the other.
  const isThere = made && (made.asked === asked || typeof made.found === 'object');
  return isThere ? made.found : 'waiting';
}

/** Whether a prediction is met among those that are due, and is one of them. */
const isDue = (prediction: Prediction | undefined, scope: Scope): boolean =>
  scope.of === 'due' &&
  duePredictions(useAttempts.getState().attempts, wallClock()).some(
    (asked) => predictionId(asked) === prediction?.id,
  );

function AskedPrediction({ prediction, since, scope }: Asking & { readonly scope: Scope }) {
  const { attempts } = useAttempts();
  const [said, setSaid] = useState({ question: '', sentence: '' });
  const heading = useFocusOnChange(`${prediction.id} ${since}`);
  const loaded = use(packing);
  const latest = useMemo(
    () =>
      new Map(
        attempts.filter(({ at }) => at >= since).map((attempt) => [attempt.questionId, attempt]),
      ),
    [attempts, since],
  );
  const { attempt, answer, certainty, setDraft } = useAsking(prediction, { latest }, attempts);
  const grades = useGrading(useAwake() || attempt !== undefined);
  const graded = useMemo(
    () => attempt && grades?.grade(prediction, attempt.answer),
    [prediction, attempt, grades],
  );
  const commit = ({ attempted, grade }: Awaited<ReturnType<typeof loadGrading>>): void => {
    const mode = scope.of === 'due' ? 'review' : 'practice';
    const given = { answer, at: wallClock(), mode, ...(certainty && { certainty }) } as const;
    void record({ ...attempted(prediction, given), ideas: ideasMet(prediction, answer) });
    setDraft(undefined);
    setSaid({ question: prediction.id, sentence: sayGrade(prediction, grade(prediction, answer)) });
  };
  const answering = {
    question: prediction,
    // In the order they were made in: shuffled there, and numbers ascend.
    choices: prediction.options,
    answer,
    onAnswer: (next: Answer) => setDraft({ answer: next, certainty }),
    onCommit: isComplete(prediction, answer) ? () => void loadGrading().then(commit) : undefined,
  };
  const onNext = (): void => goTo(placeOf(scope));
  useAnswerKeys(answering, graded && onNext);
  const { lab, scenario, knobs } = prediction.asked;
  const stepHref = (step: Prediction['shows']['step']): string =>
    formatRoute(
      { place: { page: 'lab', lab, scenario, knobs, step, mode: 'study', gate: 'off' } },
      loaded,
    );
  return (
    <>
      <QuizLayout
        card={
          <QuestionCard
            number={1}
            total={1}
            place={`Prediction · ${TOPIC_WORDS[prediction.asked.lab]} · skill ${prediction.skill}`}
            grade={graded}
            heading={heading}
            certainty={certainty}
            labHref={stepHref(prediction.shows.step)}
            onCertainty={(next) => setDraft({ answer, certainty: next })}
            onAgain={() => {
              setDraft({ answer: NO_ANSWER });
              heading.current?.focus();
            }}
            {...answering}
            onNext={onNext}
            refutedHref={({ step }, isMissed) =>
              isMissed && step !== undefined ? stepHref(step) : undefined
            }
          />
        }
        nav={<Nav scope={scope} />}
      />
      <Announcer sentence={said.question === prediction.id ? said.sentence : ''} isSilent={false} />
    </>
  );
}

function Nav({ scope }: { readonly scope: Scope }) {
  const { attempts, isKept } = useAttempts();
  const own = predicted(attempts);
  return (
    <PredictNav
      choices={choicesFor(scope, duePredictions(attempts, wallClock()).length)}
      made={own.length}
      right={own.filter(({ isCorrect }) => isCorrect).length}
      questionsHref={formatRoute({ place: { page: 'quiz' } })}
      onScope={(chosen) => goTo(placeOf(chosen))}
      {...{ scope, isKept }}
    />
  );
}

/** What one can choose from: everything, what is due, each lab, and the one story that was asked for. */
function choicesFor(scope: Scope, due: number): readonly ScopeChoice[] {
  // A story has no name here: its title tells how it ends.
  const story = scope.of === 'story' ? LABS.find(({ id }) => id === scope.lab) : undefined;
  return [
    { scope: EVERYTHING, text: 'Everything, mixed' },
    { scope: { of: 'due' }, text: `Due for review (${due})` },
    ...LABS.map(({ id, title }) => ({ scope: { of: 'lab', lab: id } as const, text: title })),
    ...(story ? [{ scope, text: `One story of ${story.title}` }] : []),
  ];
}

function NothingToAsk({ scope, isLink }: { readonly scope: Scope; readonly isLink: boolean }) {
  return (
    <Message title={isLink ? 'Nothing can be predicted here' : 'Nothing here to predict now'}>
      <p>
        {isLink
          ? 'The link may have lost a part, or its settings leave the outcome to something that AWS does not document.'
          : scope.of === 'due'
            ? 'No prediction is due. They come back when it is time.'
            : 'No more predictions were found about this.'}
      </p>
      <p>
        <Button kind="strong" onClick={() => goTo(placeOf(EVERYTHING))}>
          Predict something else
        </Button>{' '}
        <ButtonLink href={formatRoute({ place: { page: 'quiz' } })}>Go to the questions</ButtonLink>
      </p>
    </Message>
  );
}
