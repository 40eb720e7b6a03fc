import { RoomState } from './Presenter.tsx';
import styles from './Presenter.module.css';

/** Stands where the picture of the room's slide would be. */
export const Elsewhere = ({ says }: { readonly says: string }) => (
  <p className={styles.elsewhere}>{says}</p>
);

/** The room’s screen without its page: to point in. */
export const EmptyPicture = ({ says }: { readonly says: string }) => (
  <p className={styles.empty}>{says}</p>
);

interface OffRunProps {
  readonly hasRoom: boolean;
  /** What the room sees, as its link names it. */
  readonly page: string;
  readonly timer: React.ReactNode;
  readonly picture: React.ReactNode;
  readonly controls: React.ReactNode;
  /** What a lesson says to it. */
  readonly children?: React.ReactNode;
}

/** The presenter’s window while the room sees no run. */
export function OffRun({ hasRoom, page, timer, picture, controls, children }: OffRunProps) {
  return (
    <div className={styles.presenter}>
      <header className={styles.head}>
        {timer}
        <RoomState hasRoom={hasRoom} />
      </header>
      <section className={styles.room} aria-label="The room">
        {picture}
        {controls}
      </section>
      <main className={styles.words} id="main" tabIndex={-1}>
        <p className={styles.where}>{page}</p>
        <h1>The room sees another page</h1>
        {children || (
          <p>Notes stand here as soon as the room sees a run of a lab, or a question in class.</p>
        )}
      </main>
    </div>
  );
}
