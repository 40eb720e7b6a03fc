import { SKILLS, TOPICS } from '#content/question.ts';
import type { Question, Topic } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { trapWords } from '#content/traps.ts';
import { chosen } from '#study/chosen.ts';
import { DIFFICULTIES } from '#study/selection.ts';
import type { Difficulty, Selection } from '#study/selection.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Teach.module.css';

interface PickQuestionsProps {
  readonly all: readonly Question[];
  /** Those the filters leave. */
  readonly shown: readonly Question[];
  readonly selection: Selection;
  readonly taken: ReadonlySet<string>;
  readonly onFilter: (selection: Selection) => void;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}

/** Which questions to take: by what they are about, or one by one. */
export function PickQuestions(props: PickQuestionsProps) {
  const { shown, taken, onTake } = props;
  const ids = shown.map(({ id }) => id);
  const more = ids.filter((id) => !taken.has(id)).length;
  const fewer = ids.length - more;
  return (
    <section className={styles.part} aria-labelledby="pick">
      <h2 id="pick">1. Take questions</h2>
      <Filters {...props} />
      <div className={styles.actions}>
        <Button
          kind={taken.size === 0 ? 'strong' : 'plain'}
          aria-disabled={more === 0}
          onClick={() => onTake(new Set([...taken, ...ids]))}
        >
          Take all {shown.length} shown
        </Button>
        <Button
          aria-disabled={fewer === 0}
          onClick={() => onTake(new Set([...taken].filter((id) => !ids.includes(id))))}
        >
          Put the shown ones back
        </Button>
        <strong role="status">
          {taken.size} of {props.all.length} taken
        </strong>
      </div>
      <ul className={styles.list} aria-label="Questions">
        {shown.map((question) => (
          <Row
            key={question.id}
            question={question}
            isTaken={taken.has(question.id)}
            onToggle={() => onTake(toggled(taken, question.id))}
          />
        ))}
        {shown.length === 0 && <li>No question is like that.</li>}
      </ul>
    </section>
  );
}

const toggled = (taken: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  taken.has(id) ? new Set([...taken].filter((one) => one !== id)) : new Set([...taken, id]);

const FORMS: Readonly<Record<Question['type'], string>> = {
  choice: 'one answer',
  response: 'several answers',
  ordering: 'ordering',
  matching: 'matching',
};

function Row({
  question,
  isTaken,
  onToggle,
}: {
  readonly question: Question;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}) {
  const { title, type, skill, difficulty, topic } = question;
  const about = [
    TOPIC_WORDS[topic],
    FORMS[type],
    ...(skill === undefined ? [] : [`skill ${skill}`]),
    `difficulty ${difficulty}`,
  ];
  return (
    <li>
      <label className={styles.row}>
        <input type="checkbox" checked={isTaken} onChange={onToggle} />
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>{about.join(' · ')}</span>
      </label>
    </li>
  );
}

/** What questions can be filtered by, one thing after another. */
const topicsIn = (all: readonly Question[]): readonly Topic[] =>
  TOPICS.filter((one) => all.some(({ topic }) => topic === one));

const trapsIn = (all: readonly Question[]): readonly string[] =>
  [...new Set(all.flatMap(({ traps }) => traps))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );

const HARD: Readonly<Record<Difficulty, string>> = { 1: '1, easy', 2: '2', 3: '3, hard' };

function Filters({ all, selection, onFilter }: PickQuestionsProps) {
  const filter = <Name extends 'topic' | 'skill' | 'trap' | 'difficulty'>(
    name: Name,
    choices: readonly NonNullable<Selection[Name]>[],
  ) => ({
    value: selection[name],
    choices,
    onChoose: (value: Selection[Name] | undefined) => onFilter(chosen(selection, name, value)),
  });
  return (
    <div className={styles.filters} role="group" aria-label="Show questions">
      <Filter label="Topic" say={(one) => TOPIC_WORDS[one]} {...filter('topic', topicsIn(all))} />
      <Filter label="Skill" say={(one) => one} {...filter('skill', SKILLS)} />
      <Filter
        label="Trap"
        say={(one) => `${one}: ${trapWords(one)}`}
        {...filter('trap', trapsIn(all))}
      />
      <Filter label="Difficulty" say={(one) => HARD[one]} {...filter('difficulty', DIFFICULTIES)} />
    </div>
  );
}

function Filter<Value extends string | number>({
  label,
  value,
  choices,
  say,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly Value[];
  readonly say: (value: Value) => string;
  readonly onChoose: (value: Value | undefined) => void;
}) {
  return (
    <label className={styles.filter}>
      <span>{label}</span>
      <select
        className={styles.select}
        value={value ?? ''}
        onChange={({ target }) => onChoose(choices.find((one) => `${one}` === target.value))}
      >
        <option value="">all</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
