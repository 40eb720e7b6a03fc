import { CLASS_PHASES, phaseBeside, roundOf } from '#study/peer.ts';

import desk from '../present/Presenter.module.css';
import { RoomState } from '../present/Presenter.tsx';
import { Button } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import { Mark } from '../ui/Mark.tsx';
import { letterOf } from './classByKey.ts';
import styles from './Classroom.module.css';
import { Options } from './ClassSlide.tsx';
import type { ClassSlideProps } from './ClassSlide.tsx';
import { PHASE_WORDS } from './sayClass.ts';

interface ClassDeskProps extends Omit<ClassSlideProps, 'heading' | 'buttons'> {
  readonly hasRoom: boolean;
  readonly timer: React.ReactNode;
  /** What belongs to a lesson. */
  readonly lesson?: React.ReactNode;
  readonly onBlank: () => void;
}

/** A question in class in the presenter’s window: it leads the room, and knows the answer before the room does. */
export function ClassDesk(props: ClassDeskProps) {
  const { question, run, choices, hasRoom, timer, lesson, onHands, onSet } = props;
  const { name, says } = PHASE_WORDS[run.phase];
  const ahead = phaseBeside(run.phase, 1);
  return (
    <div className={desk.presenter}>
      <header className={desk.head}>
        {timer}
        <RoomState hasRoom={hasRoom} />
      </header>
      <section className={desk.room} aria-label="The room">
        <p>
          <strong>{name}.</strong> {says}
        </p>
        <div className={styles.desk}>
          <Options {...{ choices, run, onHands, onSet }} />
        </div>
        <Moves {...props} />
        {!props.isKept && <p>This browser keeps no votes: reload neither window.</p>}
      </section>
      <main className={desk.words} id="main" tabIndex={-1}>
        <p className={desk.where}>
          A question in class · {name}, {CLASS_PHASES.indexOf(run.phase) + 1} of{' '}
          {CLASS_PHASES.length}
        </p>
        <h1>{question.stem}</h1>
        <p>{question.situation}</p>
        {lesson}
        <Reasons {...props} />
        <section className={desk.next} aria-label="Next">
          <h2>Next</h2>
          <p>
            {props.nextSays}. {ahead && ahead !== 'run' && PHASE_WORDS[ahead].says}
          </p>
        </section>
      </main>
    </div>
  );
}

function Moves(props: ClassDeskProps) {
  const { run, nextSays, isBlank, onBack, onNext, onUndo, onBlank, onLeave } = props;
  return (
    <div className={desk.moves} role="group" aria-label="Phases">
      <Button aria-disabled={run.phase === 'ask'} onClick={onBack} aria-keyshortcuts="PageUp">
        Back
      </Button>
      <Button kind="strong" onClick={onNext} aria-keyshortcuts="PageDown">
        {nextSays} →
      </Button>
      {roundOf(run.phase) && (
        <Button onClick={onUndo} aria-keyshortcuts="U">
          Undo <Key>U</Key>
        </Button>
      )}
      <Button aria-pressed={isBlank} onClick={onBlank} aria-keyshortcuts=".">
        Blank <Key>.</Key>
      </Button>
      <Button onClick={onLeave}>To the list of questions</Button>
    </div>
  );
}

/** What is right, and why each answer is right or wrong: for the presenter alone. */
function Reasons({ choices, answer }: ClassDeskProps) {
  if (!answer) return null;
  return (
    <dl className={desk.notes} aria-label="Only you see this">
      {choices.map(({ id, text }, index) => (
        <div key={id} className={styles.reason}>
          <dt>
            <Mark tone={id === answer.key ? 'good' : 'bad'} />
            {letterOf(index)} is {id === answer.key ? 'right' : 'wrong'}: {text}
          </dt>
          <dd>{answer.whys[id]}</dd>
        </div>
      ))}
    </dl>
  );
}
