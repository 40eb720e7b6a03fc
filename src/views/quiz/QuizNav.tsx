import { SKILLS, TOPICS } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { SKILL_WORDS } from '#content/skills.ts';
import { trapWords } from '#content/traps.ts';
import type { Progress } from '#study/progress.ts';
import type { ListName, Selection } from '#study/selection.ts';

import { Mark } from '../ui/Mark.tsx';
import type { Tone } from '../ui/Mark.tsx';
import styles from './Quiz.module.css';
import { sayProgress } from './sayGrade.ts';

interface QuizNavProps {
  /** All there are. */
  readonly all: readonly Question[];
  /** The questions of the selection. */
  readonly questions: readonly Question[];
  readonly current: string;
  readonly progress: Progress;
  readonly selection: Selection;
  /** How many questions each list has now. */
  readonly counts: Readonly<Record<ListName, number>>;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
  readonly hrefOf: (question: Question) => string;
  /** The page that shows how far one has come. */
  readonly progressHref: string;
  /** Where an exam begins. */
  readonly examHref: string;
  /** The same questions for a room, voted on by hands. */
  readonly classHref?: string;
  /** The page for those who teach. */
  readonly teachHref: string;
  /** The page that asks about outcomes without end. */
  readonly predictHref: string;
  readonly onSelect: (selection: Selection) => void;
}

const SAID: Readonly<
  Record<'right' | 'missed' | 'open', { readonly tone: Tone; readonly word: string }>
> = {
  right: { tone: 'good', word: 'right' },
  missed: { tone: 'bad', word: 'wrong' },
  open: { tone: 'not-reached', word: 'not answered' },
};

const LIST_WORDS: Readonly<Record<ListName, string>> = {
  due: 'Due for review',
  wrong: 'Wrong last time',
  'sure-and-wrong': 'Sure and wrong',
  open: 'Not answered yet',
};

function stateOf({ id }: Question, { latest }: Progress): keyof typeof SAID {
  const attempt = latest.get(id);
  if (!attempt) return 'open';
  return attempt.isCorrect ? 'right' : 'missed';
}

/** The questions of a selection with what became of them, and how far one has come. */
export function QuizNav(props: QuizNavProps) {
  const { questions, current, progress, isKept, hrefOf } = props;
  const { progressHref, examHref, classHref, teachHref, predictHref } = props;
  return (
    <nav className={styles.nav} aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      <SelectionPicker {...props} />
      <p className={styles.progress}>
        {sayProgress(progress)} <a href={progressHref}>Your progress</a> ·{' '}
        <a href={examHref}>Take an exam</a>
        {classHref !== undefined && (
          <>
            {' · '}
            <a href={classHref}>In class</a>
          </>
        )}{' '}
        · <a href={teachHref}>For instructors</a>
      </p>
      <p className={styles.progress}>
        Or <a href={predictHref}>predict what happens</a>, as often as you like.
      </p>
      {!isKept && (
        <p className={styles.progress}>
          This browser does not keep answers. They end with this page.
        </p>
      )}
      <ol className={styles.list}>
        {questions.map((question, index) => {
          const state = stateOf(question, progress);
          return (
            <li key={question.id}>
              <a
                className={styles.entry}
                href={hrefOf(question)}
                data-state={state}
                aria-current={question.id === current ? 'page' : undefined}
              >
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.title}>{question.title}</span>
                <span className={styles.state}>
                  {SAID[state].word}
                  <Mark tone={SAID[state].tone} />
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const asText = (selection: Selection): string =>
  Object.entries(selection)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/** A selection that came by a link or from the map, not from the list. */
function sayUnlisted({ set, trap, difficulty }: Selection): string {
  if (set !== undefined) return 'A shared set';
  return trap === undefined ? `Difficulty ${difficulty}` : `One trap: ${trapWords(trap)}`;
}

function SelectionPicker({ all: bank, selection, counts, onSelect }: QuizNavProps) {
  const topics = TOPICS.filter((one) => bank.some(({ topic }) => topic === one));
  const skills = SKILLS.filter((one) => bank.some(({ skill }) => skill === one));
  const groups: readonly (readonly [string, readonly (readonly [Selection, string])[]])[] = [
    [
      'From your answers',
      (['due', 'wrong', 'sure-and-wrong', 'open'] as const).map((list) => [
        { list },
        `${LIST_WORDS[list]} (${counts[list]})`,
      ]),
    ],
    ['One topic', topics.map((topic) => [{ topic }, TOPIC_WORDS[topic]])],
    ['One skill', skills.map((skill) => [{ skill }, `Skill ${skill}: ${SKILL_WORDS[skill]}`])],
  ];
  const all: readonly (readonly [Selection, string])[] = [
    [{}, 'Everything, mixed'],
    ...groups.flatMap(([, some]) => some),
  ];
  const current = asText(selection);
  const isListed = all.some(([one]) => asText(one) === current);
  return (
    <label className={styles.picker}>
      <span>Ask</span>
      <select
        className={styles.select}
        value={current}
        onChange={({ target }) =>
          onSelect(all.find(([one]) => asText(one) === target.value)?.[0] ?? {})
        }
      >
        <option value="">Everything, mixed</option>
        {!isListed && <option value={current}>{sayUnlisted(selection)}</option>}
        {groups.map(([label, some]) => (
          <optgroup key={label} label={label}>
            {some.map(([one, text]) => (
              <option key={text} value={asText(one)}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
