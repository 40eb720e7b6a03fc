import { minutesOf } from '#content/lessons/format.ts';
import type { Lesson } from '#content/lessons/format.ts';

import { ButtonLink } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import styles from './Lessons.module.css';
import { sayMinutes } from './sayMinutes.ts';

interface LessonListProps {
  readonly lessons: readonly { readonly id: string; readonly lesson: Lesson }[];
  readonly hrefOf: (id: string, stop?: number) => string;
  /** Where one's own lesson is written. */
  readonly children: React.ReactNode;
}

/** The lessons that can be given, and a place for one's own. */
export function LessonList({ lessons, hrefOf, children }: LessonListProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <header className={styles.head}>
        <h1>Lessons</h1>
        <p>
          A lesson is a list of exact states, each with what to say and what to ask. Give it with a
          clicker: Page Down is the next stop. <Key>S</Key> opens a window with your notes.
        </p>
      </header>
      <ul className={styles.cards}>
        {lessons.map(({ id, lesson }) => (
          <li key={id} className={styles.card}>
            <h2>
              <a href={hrefOf(id)}>{lesson.title}</a>
            </h2>
            <p>
              <b>{sayMinutes(minutesOf(lesson))}</b>, {lesson.stops.length}{' '}
              {lesson.stops.length === 1 ? 'stop' : 'stops'}
            </p>
            <p>{lesson.about}</p>
            <ButtonLink kind="strong" href={hrefOf(id, 1)} aria-label={`Give it: ${lesson.title}`}>
              Give it
            </ButtonLink>
          </li>
        ))}
      </ul>
      {children}
    </main>
  );
}
