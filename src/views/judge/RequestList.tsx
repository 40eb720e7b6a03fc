import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Judge.module.css';

/** A request that waits for a judge. */
export interface ListedRequest {
  readonly href: string;
  /** What the story is about, without its end. */
  readonly premise: string;
  /** Whether it was judged before and, if so, without a miss. */
  readonly before?: 'right' | 'missed';
}

interface RequestListProps {
  readonly labs: readonly {
    readonly title: string;
    readonly requests: readonly ListedRequest[];
  }[];
  readonly judged: number;
  readonly faultless: number;
  readonly onMore: () => void;
}

const sayBefore = (before: NonNullable<ListedRequest['before']>): string =>
  before === 'right' ? 'Judged without a miss' : 'Judged with misses';

/** Requests worth judging, some of each lab. */
export function RequestList({ labs, judged, faultless, onMore }: RequestListProps) {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <h1>You are AWS</h1>
      <p className={styles.intro}>
        A request arrives. You have its text, the policies and settings, and your clock. Make every
        check yourself, say what decides it, and answer. Then compare with the simulator, check by
        check.
      </p>
      <p className={styles.hint}>
        {judged === 0
          ? 'Nothing judged yet.'
          : `${judged} ${judged === 1 ? 'request' : 'requests'} judged, ${faultless} without a miss.`}
      </p>
      {labs.map(({ title, requests }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className={styles.requests}>
            {requests.map(({ href, premise, before }) => (
              <li key={href}>
                <p id={href}>{premise}</p>
                <a href={href} aria-describedby={href}>
                  Judge this request
                </a>
                {before && (
                  <p className={styles.worth} data-tone={before === 'right' ? 'good' : 'bad'}>
                    <Mark tone={before === 'right' ? 'good' : 'bad'} /> {sayBefore(before)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <Button onClick={onMore}>Show other requests</Button>
      </p>
    </main>
  );
}
