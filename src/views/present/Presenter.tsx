import type { Note } from '#content/speakerNotes.ts';

import { Button } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import { Notes } from './Notes.tsx';
import styles from './Presenter.module.css';

interface PresenterProps {
  /** What the room is shown, by its title. */
  readonly title: string;
  /** Where in it: `Step 3 of 24`. */
  readonly where: string;
  /** The step that is shown, and the one after it; absent before the first and after the last. */
  readonly now: string;
  readonly next: string | undefined;
  readonly notes: readonly Note[];
  /** Whether the room's window is there. */
  readonly hasRoom: boolean;
  readonly isPlaying: boolean;
  readonly isSlide: boolean;
  readonly timer: React.ReactNode;
  readonly picture: React.ReactNode;
  readonly controls: React.ReactNode;
  /** What belongs to a lesson. */
  readonly lesson?: React.ReactNode;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly onPlay: () => void;
  readonly onGoTo: () => void;
  readonly onSlide: () => void;
}

/** The presenter's window: what the room sees, what comes next, what to say, and the time. */
export function Presenter(props: PresenterProps) {
  const { title, where, now, next, notes, hasRoom, timer, picture, controls, lesson } = props;
  return (
    <div className={styles.presenter}>
      <header className={styles.head}>
        {timer}
        <RoomState hasRoom={hasRoom} />
      </header>
      <section className={styles.room} aria-label="The room">
        {picture}
        <Moves {...props} />
        {controls}
      </section>
      <main className={styles.words} id="main" tabIndex={-1}>
        <p className={styles.where}>
          {title} · {where}
        </p>
        <h1>{now}</h1>
        {lesson}
        <Notes notes={notes} label="Notes for this step" />
        <section className={styles.next} aria-label="Next">
          <h2>Next</h2>
          <p>{next ?? 'The run ends here.'}</p>
        </section>
      </main>
    </div>
  );
}

/** Whether the room's window is there, and what to do if not. */
export const RoomState = ({ hasRoom }: { readonly hasRoom: boolean }) => (
  <p className={styles.state} role="status" data-there={hasRoom}>
    {hasRoom
      ? 'The room’s window follows.'
      : 'The room’s window is not there. Open the lab in another window and press S.'}
  </p>
);

function Moves(props: PresenterProps) {
  const { isPlaying, isSlide, onBack, onNext, onPlay, onGoTo, onSlide } = props;
  return (
    <div className={styles.moves} role="group" aria-label="Steps">
      <Button onClick={onBack} aria-keyshortcuts="ArrowLeft">
        Back
      </Button>
      <Button kind="strong" onClick={onNext} aria-keyshortcuts="ArrowRight">
        Next →
      </Button>
      <Button onClick={onPlay} aria-keyshortcuts="P">
        {isPlaying ? 'Pause the run' : 'Play the run'}
      </Button>
      <Button onClick={onGoTo} aria-keyshortcuts="G">
        Go to… <Key>G</Key>
      </Button>
      <Button onClick={onSlide} aria-keyshortcuts="F">
        {isSlide ? 'Show the whole lab' : 'Show the slide'} <Key>F</Key>
      </Button>
    </div>
  );
}
