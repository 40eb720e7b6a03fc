import { EXAM_FACTS } from '#content/examFacts.ts';
import { SKILLS, TOPICS } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { SKILL_WORDS } from '#content/skills.ts';
import { SOURCES } from '#content/sources.ts';
import { limitFor } from '#study/exam.ts';
import { sayMinutes } from '#study/examClock.ts';
import { EXAM_SIZES } from '#study/examPart.ts';
import type { ExamSize } from '#study/examPart.ts';
import type { Selection } from '#study/selection.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Exam.module.css';

export interface ExamStartProps {
  readonly size: ExamSize;
  readonly selection: Selection;
  /** All questions there are. */
  readonly all: readonly Question[];
  /** Those of the selection. */
  readonly questions: readonly Question[];
  readonly onChoose: (size: ExamSize, selection: Selection) => void;
  /** Undefined while another exam is open. */
  readonly onBegin: (() => void) | undefined;
  /** What stands above and below: the exam that is open, and those that were handed in. */
  readonly waiting: React.ReactNode;
  readonly earlier: React.ReactNode;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
}

/** Where an exam begins: how many questions, about what, and by which rules. */
export function ExamStart(props: ExamStartProps) {
  const { waiting, earlier, isKept, onBegin } = props;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.head}>
        <h1>Take an exam</h1>
        <p>
          Questions against the clock, with no word about your answers until you hand in. Then every
          answer is explained, and your reviews know of it.
        </p>
      </div>
      {waiting}
      {onBegin && <Choice {...props} onBegin={onBegin} />}
      <Rules isKept={isKept} />
      {earlier}
    </main>
  );
}

function Choice({
  size,
  selection,
  all,
  questions,
  onChoose,
  onBegin,
}: ExamStartProps & { readonly onBegin: () => void }) {
  const count = Math.min(size, questions.length);
  return (
    <section className={styles.part} aria-label="Choose an exam">
      <fieldset className={styles.sizes}>
        <legend>How many questions</legend>
        {EXAM_SIZES.map((one) => (
          <span key={one} data-chosen={one === size}>
            <input
              type="radio"
              id={`size.${one}`}
              name="size"
              checked={one === size}
              onChange={() => onChoose(one, selection)}
            />
            <label htmlFor={`size.${one}`}>
              <strong>{one} questions</strong> {sayMinutes(limitFor(one))}
            </label>
          </span>
        ))}
      </fieldset>
      <AboutPicker {...{ size, selection, all, onChoose }} />
      {count < size && (
        <p className={styles.small}>
          There are {count} questions about this. The set has them all, and{' '}
          {sayMinutes(limitFor(count))}.
        </p>
      )}
      <p className={styles.actions}>
        <Button kind="strong" onClick={onBegin}>
          Begin: {count} questions, {sayMinutes(limitFor(count))}
        </Button>
      </p>
    </section>
  );
}

function AboutPicker({
  size,
  selection,
  all,
  onChoose,
}: Pick<ExamStartProps, 'size' | 'selection' | 'all' | 'onChoose'>) {
  const countOf = (is: (question: Question) => boolean): number => all.filter(is).length;
  const topics = TOPICS.map((topic) => ({
    value: `topic=${topic}`,
    selection: { topic } as Selection,
    text: TOPIC_WORDS[topic],
    count: countOf((question) => question.topic === topic),
  })).filter(({ count }) => count > 0);
  const skills = SKILLS.map((skill) => ({
    value: `skill=${skill}`,
    selection: { skill } as Selection,
    text: `Skill ${skill}: ${SKILL_WORDS[skill]}`,
    count: countOf((question) => question.skill === skill),
  }));
  const groups = [
    { label: 'One topic', some: topics },
    { label: 'One skill', some: skills },
  ] as const;
  const value = Object.entries(selection)
    .map(([name, one]) => `${name}=${one}`)
    .join('&');
  const chosen = (text: string): Selection =>
    [...topics, ...skills].find((one) => one.value === text)?.selection ?? {};
  return (
    <label className={styles.about}>
      <span>About</span>
      <select value={value} onChange={({ target }) => onChoose(size, chosen(target.value))}>
        <option value="">Everything, mixed ({all.length})</option>
        {groups.map(({ label, some }) => (
          <optgroup key={label} label={label}>
            {some
              .filter(({ count }) => count > 0)
              .map(({ value: one, text, count }) => (
                <option key={one} value={one}>
                  {text} ({count})
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** The exam's own rules with their sources, and what is ours. */
function Rules({ isKept }: Pick<ExamStartProps, 'isKept'>) {
  const sources = [...new Set(EXAM_FACTS.map(({ source }) => source))].map((id) => SOURCES[id]);
  return (
    <section className={styles.part} aria-labelledby="rules">
      <h2 id="rules">The rules</h2>
      <ul className={styles.rules}>
        {EXAM_FACTS.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      {sources.map(({ url, title, checkedOn }) => (
        <p key={url} className={styles.small}>
          As in the exam:{' '}
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
          , checked on {checkedOn}.
        </p>
      ))}
      <p>And here:</p>
      <ul className={styles.rules}>
        <li>The clock runs only while this page is in front of you. You may pause it.</li>
        <li>
          {isKept
            ? 'Answers are kept in this browser at once. A reload or a closed tab loses none.'
            : 'This browser does not keep answers. They end with this page.'}
        </li>
        <li>When the time is over, what you have is handed in.</li>
        <li>The result is the share that was right. It foretells no score of the exam.</li>
      </ul>
    </section>
  );
}
