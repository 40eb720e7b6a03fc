import type { Entry } from '#content/question.ts';
import { chosen } from '#study/answer.ts';
import type { Grade } from '#study/grade.ts';

import { answerByKey, controlId } from './answerByKey.ts';
import type { Answering } from './answerByKey.ts';
import { MatchingForm } from './MatchingForm.tsx';
import { OptionRow } from './OptionRow.tsx';
import { OrderingForm } from './OrderingForm.tsx';
import styles from './Quiz.module.css';

/** The place in the simulator that shows why something is wrong; a pair goes by its prompt. */
export type RefutedHref = (
  entry: Pick<Entry, 'id' | 'step'>,
  isMissed: boolean,
) => string | undefined;

export interface AnswerFormProps extends Answering {
  /** Once the answer is in; undefined while the question is open. */
  readonly grade: Grade | undefined;
  /** The id of what asks, where several questions stand on a page. */
  readonly stemId?: string;
  readonly refutedHref?: RefutedHref | undefined;
}

/** Where a question is answered, whatever its form, and where each part says why once the answer is in. */
export function AnswerForm(props: AnswerFormProps) {
  const { question, grade, stemId = 'stem' } = props;
  return (
    // It hears the keys of the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      role={question.type === 'choice' ? 'radiogroup' : 'group'}
      className={styles.form}
      aria-labelledby={stemId}
      aria-describedby={grade ? undefined : 'hint'}
      onKeyDown={(event) => !grade && answerByKey(event, props)}
    >
      <Form {...props} />
    </fieldset>
  );
}

function Form(props: AnswerFormProps) {
  const { question } = props;
  switch (question.type) {
    case 'choice':
    case 'response':
      return <Options {...props} />;
    case 'ordering':
      return <OrderingForm {...props} question={question} />;
    case 'matching':
      return <MatchingForm {...props} question={question} />;
  }
}

function Options({ question, choices, answer, grade, refutedHref, onAnswer }: AnswerFormProps) {
  return (
    <ol className={styles.options}>
      {choices.map((choice, index) => (
        <OptionRow
          key={choice.id}
          id={controlId(question, choice.id)}
          letter={'ABCDEFGHI'.charAt(index)}
          isChosen={answer.includes(choice.id)}
          onChoose={(option) => onAnswer(chosen(question, answer, option))}
          {...{ question, choice, grade, refutedHref }}
        />
      ))}
    </ol>
  );
}
