import type { MatchingQuestion, Prompt } from '#content/question.ts';
import { matched, responseTo } from '#study/answer.ts';

import type { AnswerFormProps } from './AnswerForm.tsx';
import { controlId } from './answerByKey.ts';
import { Handle } from './Handle.tsx';
import styles from './Quiz.module.css';
import { Said } from './Said.tsx';
import { useDrag } from './useDrag.ts';
import type { Grip } from './useDrag.ts';
import { Why } from './Why.tsx';

type MatchingFormProps = AnswerFormProps & { readonly question: MatchingQuestion };

/** Prompts with a list of responses each; once the answer is in, the right pairs and what was left over. */
export function MatchingForm(props: MatchingFormProps) {
  const { question, answer, grade, onAnswer } = props;
  const { dragged, gripOf } = useDrag((response, prompt) =>
    onAnswer(matched(answer, prompt, response)),
  );
  const used = new Set(question.prompts.map(({ key }) => key));
  const left = question.responses.filter(({ id }) => !used.has(id));
  return (
    <>
      {!grade && <Pool {...props} gripOf={gripOf} />}
      <ol className={styles.options}>
        {question.prompts.map((prompt, index) => (
          <PromptRow
            key={prompt.id}
            {...props}
            prompt={prompt}
            number={index + 1}
            isOver={dragged?.over === prompt.id}
          />
        ))}
      </ol>
      {grade && left.length > 0 && (
        <>
          <h2 className={styles.subhead}>Fits nowhere</h2>
          <ul className={styles.options}>
            {left.map(({ id, text, why = '' }) => (
              <li key={id} className={styles.option} data-state="other">
                <div className={styles.label}>
                  <span className={styles.text}>{text}</span>
                </div>
                <Why entry={{ why }} isMissed={false} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The responses to drag. Whoever does not drag has them in every list, so that they are told but once. */
function Pool({
  choices,
  answer,
  gripOf,
}: MatchingFormProps & { readonly gripOf: (response: string) => Grip }) {
  return (
    <div className={styles.pool} aria-hidden="true">
      <p className={styles.hint}>Drag these to where they belong, or choose in the lists.</p>
      <ul>
        {choices.map(({ id, text }) => (
          <li
            key={id}
            className={styles.chip}
            data-used={answer.some((pair) => pair.endsWith(`=${id}`))}
            data-handle=""
            {...gripOf(id)}
          >
            <Handle />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PromptRow(
  props: MatchingFormProps & {
    readonly prompt: Prompt;
    readonly number: number;
    readonly isOver: boolean;
  },
) {
  const { question, choices, answer, grade, prompt, number, isOver, onAnswer, refutedHref } = props;
  const given = responseTo(answer, prompt.id);
  const id = controlId(question, prompt.id);
  if (grade) return <PairRow {...{ question, prompt, number, given, refutedHref }} />;
  return (
    <li
      className={styles.option}
      data-state="open"
      data-chosen={given !== undefined}
      data-drop={prompt.id}
      data-over={isOver}
    >
      <div className={styles.pair}>
        <span className={styles.letter} aria-hidden="true">
          {number}
        </span>
        <label className={styles.text} htmlFor={id}>
          {prompt.text}
        </label>
        <select
          id={id}
          className={styles.select}
          value={given ?? ''}
          onChange={({ target }) =>
            onAnswer(matched(answer, prompt.id, target.value === '' ? undefined : target.value))
          }
        >
          <option value="">Choose…</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.text}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}

function PairRow({
  question,
  prompt,
  number,
  given,
  refutedHref,
}: Pick<AnswerFormProps, 'refutedHref'> & {
  readonly question: MatchingQuestion;
  readonly prompt: Prompt;
  readonly number: number;
  readonly given: string | undefined;
}) {
  const responseOf = (one: string | undefined) => question.responses.find(({ id }) => id === one);
  const isRight = given === prompt.key;
  const wrong = isRight ? undefined : responseOf(given);
  return (
    <li className={styles.option} data-state={isRight ? 'right' : 'missed'}>
      <div className={styles.label}>
        <span className={styles.letter} aria-hidden="true">
          {number}
        </span>
        <span className={styles.text}>
          {prompt.text} <span aria-hidden="true">→</span>
          <span className="visually-hidden"> belongs to </span> {responseOf(prompt.key)?.text}
        </span>
        <Said tone={isRight ? 'good' : 'bad'}>
          {isRight ? 'Right' : `You: ${wrong?.text ?? 'nothing'}`}
        </Said>
      </div>
      <Why
        entry={{ why: prompt.why, ...(wrong?.belief !== undefined && { belief: wrong.belief }) }}
        isMissed={!isRight}
        href={isRight ? undefined : refutedHref?.(prompt, true)}
        of={prompt.text}
      />
    </li>
  );
}
