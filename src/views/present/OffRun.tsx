import { RoomState } from './Presenter.tsx';
import styles from './Presenter.module.css';

/** Stands where the picture of the room's slide would be. */
export const Elsewhere = ({ says }: { readonly says: string }) => (
  <p className={styles.elsewhere}>{says}</p>
);

interface OffRunProps {
  readonly hasRoom: boolean;
  readonly says: string;
  readonly timer: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** The presenter’s window while the room sees no run. */
export function OffRun({ hasRoom, says, timer, children }: OffRunProps) {
  return (
    <div className={styles.presenter}>
      <header className={styles.head}>
        {timer}
        <RoomState hasRoom={hasRoom} />
      </header>
      <section className={styles.room} aria-label="The room">
        <Elsewhere says={says} />
      </section>
      <main className={styles.words} id="main" tabIndex={-1}>
        <h1>No run is shown</h1>
        <p>Notes stand here as soon as the room sees a run of a lab, or a question in class.</p>
        {children}
      </main>
    </div>
  );
}
