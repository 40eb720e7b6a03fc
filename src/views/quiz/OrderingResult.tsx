import type { Entry, OrderingQuestion } from '#content/question.ts';
import type { Answer } from '#study/answer.ts';

import type { AnswerFormProps } from './AnswerForm.tsx';
import styles from './Quiz.module.css';
import { Said } from './Said.tsx';
import { Why } from './Why.tsx';

interface OrderingResultProps extends Pick<AnswerFormProps, 'refutedHref'> {
  readonly question: OrderingQuestion;
  readonly answer: Answer;
}

/** The right order, each step with where it was put, and then what does not belong there. */
export function OrderingResult({ question, answer, refutedHref }: OrderingResultProps) {
  const { steps, others = [] } = question;
  return (
    <>
      <h2 className={styles.subhead}>The right order</h2>
      <ol className={styles.options}>
        {steps.map((step, place) => (
          <StepRow key={step.id} {...{ step, place }} isRight={answer[place] === step.id}>
            {answer.includes(step.id)
              ? `You: step ${answer.indexOf(step.id) + 1}`
              : 'You: left out'}
          </StepRow>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h2 className={styles.subhead}>Not part of it</h2>
          <ul className={styles.options}>
            {others.map((step) => (
              <StepRow
                key={step.id}
                step={step}
                isRight={!answer.includes(step.id)}
                href={answer.includes(step.id) ? refutedHref?.(step, true) : undefined}
              >
                {answer.includes(step.id)
                  ? `You: step ${answer.indexOf(step.id) + 1}`
                  : 'You: left out'}
              </StepRow>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StepRow({
  step,
  place,
  isRight,
  href,
  children,
}: {
  readonly step: Entry;
  readonly place?: number;
  readonly isRight: boolean;
  readonly href?: string | undefined;
  readonly children: string;
}) {
  const isForeign = place === undefined;
  const state = isRight ? (isForeign ? 'other' : 'right') : 'missed';
  return (
    <li className={styles.option} data-state={state}>
      <div className={styles.label}>
        <span className={styles.letter}>{isForeign ? '–' : place + 1}</span>
        <span className={styles.text}>{step.text}</span>
        <Said tone={isRight ? 'good' : 'bad'}>{children}</Said>
      </div>
      <Why entry={step} isMissed={isForeign && !isRight} href={href} of={step.text} />
    </li>
  );
}
