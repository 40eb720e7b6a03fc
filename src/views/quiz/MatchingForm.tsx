import type { MatchingQuestion, Prompt } from '#content/question.ts';
import { matched, responseTo } from '#study/answer.ts';

import type { AnswerFormProps } from './AnswerForm.tsx';
import { controlId } from './answerByKey.ts';
import styles from './Quiz.module.css';
import { Said } from './Said.tsx';
import { Why } from './Why.tsx';

type MatchingFormProps = AnswerFormProps & { readonly question: MatchingQuestion };

/** Prompts with a list of responses each; once the answer is in, the right pairs and what was left over. */
export function MatchingForm(props: MatchingFormProps) {
  const { question, grade } = props;
  const used = new Set(question.prompts.map(({ key }) => key));
  const left = question.responses.filter(({ id }) => !used.has(id));
  return (
    <>
      <ol className={styles.options}>
        {question.prompts.map((prompt, index) => (
          <PromptRow key={prompt.id} {...props} prompt={prompt} number={index + 1} />
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

function PromptRow(
  props: MatchingFormProps & { readonly prompt: Prompt; readonly number: number },
) {
  const { question, choices, answer, grade, prompt, number, onAnswer } = props;
  const given = responseTo(answer, prompt.id);
  const id = controlId(question, prompt.id);
  if (grade) return <PairRow {...{ question, prompt, number, given }} />;
  return (
    <li className={styles.option} data-state="open" data-chosen={given !== undefined}>
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
}: {
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
      />
    </li>
  );
}
