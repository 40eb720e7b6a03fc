import { use, useEffect, useRef, useState } from 'react';

import { stepAt } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';
import { wallClock } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import { record } from '#stores/attempts.ts';
import { holdSaid, openActs, runName } from '#stores/opened.ts';
import { moveTo, setGate } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import { doorOf } from '#study/gate/doorOf.ts';
import { attempted, grade } from '#study/grade.ts';
import type { Answer } from '#study/answer.ts';
import { ideasMet } from '#study/predict/ideas.ts';
import { arriving } from '#views/ui/arriving.tsx';
import { GateCard } from '#views/gate/GateCard.tsx';
import { focusMain } from '#views/ui/focusMain.ts';
import { kept } from '#views/ui/kept.ts';

import { moveCursor } from './labActions.ts';
import { formatRoute } from './route.ts';
import { showAsked } from './showAsked.ts';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { useKnock } from './useKnock.ts';
import type { Asking, Scene } from './useRun.ts';

const packing = loadPacking();

const AskedPapers = arriving(
  kept(() => import('./AskedPapers.tsx').then(({ AskedPapers: View }) => View)),
);

const BELOW = 'What you can go by lies below.';
const FURTHER = 'The link leads further. First say what you expect.';

interface LabGateProps {
  readonly scene: Scene;
  readonly place: LabPlace;
}

/** What a run asks where it stands: a prediction that is open, or one that was made. */
export function LabGate({ scene, place }: LabGateProps) {
  const { asking, run, cursor } = scene;
  // A link that leads past a gate stops there, and says so as long as that gate is closed.
  const [stopped] = useState(asking?.isPassed ? asking.prediction.id : undefined);
  const isPassed = asking?.isPassed ?? false;
  useEffect(() => {
    if (isPassed) moveTo(stepAt(run.trace, cursor)?.id);
  }, [isPassed, run.trace, cursor]);
  // As long as something waits, the link says so: then another window waits, too.
  const isUnsaid = run.trace.goesOn === true && place.gate === undefined;
  useEffect(() => {
    if (isUnsaid) setGate('on');
  }, [isUnsaid]);
  if (!asking?.isHere) return null;
  const note = asking.prediction.id === stopped ? FURTHER : undefined;
  return <Asked key={asking.prediction.id} {...{ asking, scene, place, note }} />;
}

interface AskedProps extends LabGateProps {
  readonly asking: Asking;
  readonly note: string | undefined;
}

function Asked({ asking, scene, place, note }: AskedProps) {
  const { prediction, rule, attempt } = asking;
  const [draft, setDraft] = useState<Answer>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = use(packing);
  const answer = attempt?.answer ?? draft;
  const show = (): void => {
    focusMain();
    showAsked(scene);
  };
  const commit = (): void => {
    const name = runName(scene.scenario);
    if (asking.isCounted) {
      const given = { answer, at: wallClock(), mode: 'prediction' } as const;
      void record({
        ...attempted(prediction, given),
        ideas: ideasMet(prediction, answer),
        ...(rule !== undefined && { rule }),
      });
    } else holdSaid(name, prediction.id, answer.join());
    openActs(name, [doorOf(asking)]);
  };
  const answering = {
    question: prediction,
    choices: prediction.options,
    answer,
    onAnswer: setDraft,
    onCommit: answer.length > 0 ? commit : undefined,
  };
  const goOn = (): void => {
    focusMain();
    moveCursor(scene, scene.cursor + 1);
  };
  useAnswerKeys(answering, attempt && goOn);
  useKnock(!attempt, () => {
    if (place.mode === 'present') show();
    else heading.current?.focus();
  });
  const stepHref = (step: StepId): string => formatRoute({ place: { ...place, step } }, loaded);
  return (
    <>
      <GateCard
        grade={attempt && grade(prediction, attempt.answer)}
        situation={asking.situation}
        isCounted={asking.isCounted}
        hint={place.mode === 'present' ? `Next goes on without. ${BELOW}` : BELOW}
        onShow={show}
        onGoOn={goOn}
        refutedHref={({ step }, isMissed) =>
          isMissed && step !== undefined ? stepHref(step) : undefined
        }
        {...{ heading, note }}
        {...answering}
      />
      <AskedPapers mode={place.mode} {...{ scene, asking }} />
    </>
  );
}
