import type { Ref } from 'react';

import { factsFor } from '#content/checkFacts.ts';
import { ruleName, sayCheck } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';
import type { Act } from '#engine/act.ts';
import type { StepId } from '#engine/trace.ts';
import type {
  GradedCheck,
  GradedJudgement,
  GradedPick,
  Worth,
} from '#study/judge/gradeJudgement.ts';

import { SourceLink } from '../inspector/SourceLink.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Judge.module.css';
import {
  capital,
  PICK_WORDS,
  sayAnswer,
  sayScore,
  VERDICT_WORDS,
  WORTH_WORDS,
} from './sayJudge.ts';

interface GradedChecksProps {
  readonly graded: GradedJudgement;
  readonly act: Act;
  readonly telling: Telling;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly stepHref: (step: StepId) => string;
  readonly listHref: string;
  readonly onAgain: () => void;
}

/** A judgement beside the engine's own: what was said, what is so, and why. */
export function GradedChecks(props: GradedChecksProps) {
  const { graded, act, telling, heading, stepHref, listHref, onAgain } = props;
  const { answer, broken } = graded;
  return (
    <section className={styles.checks} aria-labelledby="checks">
      <h2 id="checks" ref={heading} tabIndex={-1}>
        {sayScore(graded)}
      </h2>
      <article className={styles.graded} data-worth={answer.worth}>
        <h3>
          <WorthMark worth={answer.worth} /> The answer
        </h3>
        <Compared said={sayAnswer(answer.said)} is={sayAnswer(answer.is)} worth={answer.worth} />
        <p>
          <a href={stepHref(answer.step)}>See the answer in the lab</a>
        </p>
      </article>
      {broken && (
        <article className={styles.graded} data-worth="miss">
          <h3>
            <WorthMark worth="miss" /> The order
          </h3>
          <p>
            You made “{ruleName(broken.second, telling)}” before “{ruleName(broken.first, telling)}
            ”. {broken.says}
          </p>
          <SourceLink id={broken.source} />
        </article>
      )}
      <ol className={styles.list}>
        {graded.checks.map((check) => (
          <GradedRow key={check.heard.rule} {...{ check, act, telling, stepHref }} />
        ))}
      </ol>
      <p className={styles.handIn}>
        <ButtonLink kind="strong" href={listHref}>
          Judge another request
        </ButtonLink>
        <Button onClick={onAgain}>Judge this one again</Button>
      </p>
    </section>
  );
}

/** A mark with the word that says the same. */
const WorthMark = ({ worth }: { readonly worth: Worth }) => (
  <span className={styles.worth} data-tone={WORTH_WORDS[worth].tone}>
    <Mark tone={WORTH_WORDS[worth].tone} /> {WORTH_WORDS[worth].word}
  </span>
);

/** What was said and, where that is not it, what is so. */
const Compared = ({
  said,
  is,
  worth,
}: {
  readonly said: string;
  readonly is: string;
  readonly worth: Worth;
}) => (
  <p className={styles.compared}>
    You said <strong>{said}</strong>
    {worth === 'right' ? '.' : ', and it is '}
    {worth !== 'right' && <strong>{is}</strong>}
    {worth !== 'right' && '.'}
  </p>
);

/** Why a check ends as it does: its own evidence, or why nobody got to it. */
function whyOf({ heard, is }: GradedCheck, telling: Telling): string {
  if (is !== 'not-reached') return heard.check ? sayCheck(heard.check, telling).because : '';
  return heard.check
    ? 'A check before it fails, and that ends the request.'
    : 'It needs what a check that failed would have found, so nobody can make it here.';
}

function GradedRow({
  check,
  act,
  telling,
  stepHref,
}: Pick<GradedChecksProps, 'act' | 'telling' | 'stepHref'> & { readonly check: GradedCheck }) {
  const { heard, said, is, worth, picked, step } = check;
  const { statement, source, basis } = factsFor(heard.rule, act);
  return (
    <li className={styles.graded} data-worth={worth}>
      <h3>
        <WorthMark worth={worth} /> {capital(ruleName(heard.rule, telling))}
      </h3>
      <Compared
        said={said === undefined ? 'nothing' : VERDICT_WORDS[said]}
        is={VERDICT_WORDS[is]}
        worth={worth}
      />
      {picked && <PickedLine picked={picked} />}
      <p>{whyOf(check, telling)}</p>
      <div className={styles.foot}>
        <details>
          <summary>The rule</summary>
          <p>
            {statement}
            {basis.verdict !== 'documented' && <em> {basis.verdict}</em>}
          </p>
          <SourceLink id={source} />
        </details>
        <a href={stepHref(step)}>
          See this step<span className="visually-hidden">: {ruleName(heard.rule, telling)}</span>
        </a>
      </div>
    </li>
  );
}

function PickedLine({ picked: { pick, said, worth } }: { readonly picked: GradedPick }) {
  const textOf = (id: string): string =>
    pick.options.find((option) => option.id === id)?.text ?? 'nothing';
  const right = (pick.accepted ?? []).map(textOf).join(', or ');
  return (
    <p className={styles.picked}>
      {PICK_WORDS[pick.asks]} <WorthMark worth={worth} />{' '}
      {worth === 'right' ? textOf(said ?? '') : `You picked ${textOf(said ?? '')}. It is ${right}.`}
    </p>
  );
}
