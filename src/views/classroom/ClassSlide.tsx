import type { Ref } from 'react';

import type { Question } from '#content/question.ts';
import type { Choice } from '#study/answer.ts';
import { CLASS_PHASES, gainOf, handsIn, isRevealed, roundOf } from '#study/peer.ts';
import type { ClassPhase, ClassRun } from '#study/peer.ts';

import { Button } from '../ui/Button.tsx';
import { letterOf } from './classByKey.ts';
import { SourceLine } from '../quiz/SourceLine.tsx';
import styles from './Classroom.module.css';
import { ClassOption } from './ClassOption.tsx';
import { PHASE_WORDS, sayGain, sayHands, sayTotals } from './sayClass.ts';

export interface ClassSlideProps {
  readonly question: Question;
  readonly choices: readonly Choice[];
  readonly run: ClassRun;
  /** What is right, and why each is right or wrong; absent until it may be seen. */
  readonly answer?: ClassAnswer | undefined;
  /** What the button to go on says. */
  readonly nextSays: string;
  /** Whether this browser keeps the votes. */
  readonly isKept: boolean;
  readonly isBlank: boolean;
  readonly heading: Ref<HTMLHeadingElement>;
  /** More buttons. */
  readonly buttons?: React.ReactNode;
  readonly onHands: (option: string, by: number) => void;
  readonly onSet: (option: string, hands: number) => void;
  readonly onUndo: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

interface ClassAnswer {
  readonly key: string;
  readonly whys: Readonly<Record<string, string>>;
}

/** A question on the projector: asked, voted on, talked about, voted on again, and answered. */
export function ClassSlide(props: ClassSlideProps) {
  const { question, run, isBlank, heading } = props;
  const { name, says } = PHASE_WORDS[run.phase];
  return (
    <div className={styles.slide} data-length={lengthOf(props)}>
      <main className={styles.stage} id="main" tabIndex={-1}>
        <p className={styles.phase}>
          <strong>{name}.</strong> {says}
        </p>
        <p className={styles.situation} id="situation">
          {question.situation}
        </p>
        <h1
          className={styles.stem}
          id="stem"
          ref={heading}
          tabIndex={-1}
          aria-describedby="situation"
        >
          {question.stem}
        </h1>
        <Found {...props} />
      </main>
      <section className={styles.options} aria-label="Answers">
        <Options {...props} />
      </section>
      <Foot {...props} />
      {isBlank && (
        <div
          className={styles.blank}
          role="img"
          aria-label="The screen is blank; press the full stop to go on"
        />
      )}
    </div>
  );
}

/** Short questions can be larger. */
function lengthOf({ question, choices }: ClassSlideProps): 'short' | 'long' {
  const { situation, stem } = question;
  const texts = [situation, stem, ...choices.map(({ text }) => text)];
  return texts.join('').length < SHORT ? 'short' : 'long';
}

const SHORT = 480;

type OptionsProps = Pick<ClassSlideProps, 'choices' | 'run' | 'answer' | 'onHands' | 'onSet'>;

/** The answers with their letters: hands are counted, then how they moved is shown, then what is right. */
export function Options({ choices, run, answer, onHands, onSet }: OptionsProps) {
  const round = roundOf(run.phase);
  const told = answer && isRevealed(run.phase) ? toldOf(choices, run, answer) : undefined;
  return (
    <ol>
      {choices.map((choice, index) => (
        <ClassOption
          key={choice.id}
          letter={letterOf(index)}
          votes={round && run[round]}
          isRight={told && choice.id === answer?.key}
          why={told?.has(choice.id) === true ? answer?.whys[choice.id] : undefined}
          onHands={(by) => onHands(choice.id, by)}
          onSet={(hands) => onSet(choice.id, hands)}
          {...{ choice, run }}
        />
      ))}
    </ol>
  );
}

/** Of which options the reason is told: the right one, and the wrong one that most hands were for. */
function toldOf(
  choices: readonly Choice[],
  { before, after }: ClassRun,
  { key }: ClassAnswer,
): ReadonlySet<string> {
  const last = handsIn(after) > 0 ? after : before;
  const [wrong] = choices
    .filter(({ id }) => id !== key && (last[id] ?? 0) > 0)
    .toSorted((a, b) => (last[b.id] ?? 0) - (last[a.id] ?? 0));
  return new Set([key, ...(wrong ? [wrong.id] : [])]);
}

/** What the votes came to, and where the answer is written. */
function Found({ question, run, answer }: ClassSlideProps) {
  const { before, after, phase } = run;
  const gain = answer && isRevealed(phase) ? gainOf(before, after, answer.key) : undefined;
  return (
    <div className={styles.found}>
      {(phase === 'shift' || isRevealed(phase)) && <p>{sayTotals(before, after)}</p>}
      {gain && sayGain(gain).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {answer && isRevealed(phase) && (
        <p className={styles.source}>
          <SourceLine question={question} />
        </p>
      )}
    </div>
  );
}

function Foot(props: ClassSlideProps) {
  const { run, nextSays, isKept, buttons, onUndo, onNext, onBack, onLeave } = props;
  const round = roundOf(run.phase);
  return (
    <footer className={styles.foot}>
      <Phases current={run.phase} />
      <p className={styles.said}>
        {round && `${sayHands(handsIn(run[round]))}. `}
        {round && 'A letter counts a hand, with Shift it takes one back, U undoes.'}
        {!isKept && ' This browser keeps no votes: do not reload.'}
      </p>
      <div className={styles.buttons}>
        {buttons}
        <Button onClick={onLeave}>Leave</Button>
        {round && <Button onClick={onUndo}>Undo</Button>}
        <Button aria-disabled={run.phase === 'ask'} onClick={onBack}>
          Back
        </Button>
        <Button kind="strong" onClick={onNext}>
          {nextSays} →
        </Button>
      </div>
    </footer>
  );
}

function Phases({ current }: { readonly current: ClassPhase }) {
  return (
    <ol className={styles.phases} aria-label="Phases">
      {CLASS_PHASES.map((phase) => (
        <li key={phase} aria-current={phase === current ? 'step' : undefined}>
          {PHASE_WORDS[phase].name}
        </li>
      ))}
    </ol>
  );
}
