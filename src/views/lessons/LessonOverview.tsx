import { minutesOf, plannedAt } from '#content/lessons/format.ts';
import type { Lesson } from '#content/lessons/format.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Lessons.module.css';
import { sayMinutes } from './sayMinutes.ts';

interface LessonOverviewProps {
  readonly lesson: Lesson;
  readonly listHref: string;
  readonly hrefOf: (stop: number) => string;
  readonly onSave: () => void;
}

/** A lesson before it is given: every stop with its minutes, its words and its question. */
export function LessonOverview({ lesson, listHref, hrefOf, onSave }: LessonOverviewProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <header className={styles.head}>
        <p>
          <a href={listHref}>All lessons</a>
        </p>
        <h1>{lesson.title}</h1>
        <p>{lesson.about}</p>
        <p>
          <b>{sayMinutes(minutesOf(lesson))}</b>, {lesson.stops.length} stops
        </p>
        <div className={styles.actions}>
          <ButtonLink kind="strong" href={hrefOf(1)}>
            Give it from the start
          </ButtonLink>
          <Button onClick={onSave}>Save as a file</Button>
        </div>
      </header>
      <ol className={styles.stops}>
        {lesson.stops.map((stop, index) => (
          <li key={`${index} ${stop.link}`} className={styles.stop}>
            <h2>
              <a href={hrefOf(index + 1)}>
                {index + 1}. {stop.title}
              </a>
            </h2>
            <p className={styles.about}>
              From minute {plannedAt(lesson, index + 1).from}, for {sayMinutes(stop.minutes)}
            </p>
            <ul className={styles.say}>
              {stop.say.map((thought) => (
                <li key={thought}>{thought}</li>
              ))}
            </ul>
            {stop.ask && <Asked {...stop.ask} />}
          </li>
        ))}
      </ol>
    </main>
  );
}

const Asked = ({ question, options = [] }: NonNullable<Lesson['stops'][number]['ask']>) => (
  <div className={styles.ask}>
    <p>
      <b>Ask:</b> {question}
    </p>
    {options.length > 0 && (
      <ul>
        {options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
    )}
  </div>
);
