import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { Scenario } from '#content/scenario.ts';
import { SOURCES } from '#content/sources.ts';
import type { SourceId } from '#content/sources.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Trace } from '#engine/trace.ts';

import styles from './Ending.module.css';

interface LessonProps {
  readonly scenario: Pick<Scenario, 'about' | 'lesson'>;
  readonly trace: Trace;
}

/** What to take home: what the story is about and, where another rule refused the run, that rule. */
export function Lesson({ scenario: { about, lesson }, trace }: LessonProps) {
  const { statement, source } = RULE_FACTS[about];
  const outcome = outcomeOf(trace);
  const other = outcome.kind === 'refused' && outcome.rule !== about && RULE_FACTS[outcome.rule];
  return (
    <>
      <Taught
        name="What it is about"
        text={lesson?.text ?? statement}
        source={lesson?.source ?? source}
      />
      {other && <Taught name="What refused it here" text={other.statement} source={other.source} />}
    </>
  );
}

interface TaughtProps {
  readonly name: string;
  readonly text: string;
  readonly source: SourceId;
}

function Taught({ name, text, source }: TaughtProps) {
  const { url, title } = SOURCES[source];
  return (
    <p className={styles.lesson}>
      <strong>{name}: </strong>
      {text}{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
    </p>
  );
}
