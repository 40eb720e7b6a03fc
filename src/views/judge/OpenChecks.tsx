import { spokenList } from '#content/words.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Pick as Picked } from '#study/judge/picks.ts';
import { GRANTED, saidOf } from '#study/judge/said.ts';
import type { CheckVerdict, SaidJudgement } from '#study/judge/said.ts';

import { Button } from '../ui/Button.tsx';
import { CheckRow } from './CheckRow.tsx';
import styles from './Judge.module.css';

/** A check to be made, in words that say nothing of how it ends. */
export interface AskedCheck {
  readonly rule: RuleId;
  readonly name: string;
  readonly question: string;
  readonly pick: Picked | undefined;
}

interface OpenChecksProps {
  readonly checks: readonly AskedCheck[];
  readonly codes: readonly string[];
  readonly said: SaidJudgement;
  readonly current: RuleId | undefined;
  readonly onCurrent: (rule: RuleId) => void;
  readonly onVerdict: (rule: RuleId, verdict: CheckVerdict) => void;
  readonly onPick: (rule: RuleId, option: string) => void;
  readonly onRest: () => void;
  readonly onAnswer: (answer: string) => void;
  readonly onHandIn: () => void;
}

/** The id of the list of answers: where the keyboard goes once every check is made. */
export const ANSWER_ID = 'judge.answer';

/** How much is still to be said. */
function sayOpen({ checks, said }: Pick<OpenChecksProps, 'checks' | 'said'>): string {
  const open = checks.filter(({ rule }) => !saidOf(said, rule)).length;
  const choices = checks.filter(({ rule, pick }) => {
    const one = saidOf(said, rule);
    return pick && one && one.verdict !== 'not-reached' && one.pick === undefined;
  }).length;
  const parts = [
    ...(open > 0 ? [`${open} ${open === 1 ? 'check' : 'checks'}`] : []),
    ...(choices > 0 ? [`${choices} ${choices === 1 ? 'choice' : 'choices'}`] : []),
    ...(said.answer === undefined ? ['the answer'] : []),
  ];
  return parts.length === 0 ? '' : `Still open: ${spokenList(parts)}.`;
}

/** The checks to be made, and the answer to be given. */
export function OpenChecks(props: OpenChecksProps) {
  const { checks, codes, said, current, onHandIn } = props;
  const open = sayOpen(props);
  const order = said.checks.filter(({ verdict }) => verdict !== 'not-reached');
  const hasFailed = said.checks.some(({ verdict }) => verdict === 'fail');
  const hasOpen = checks.some(({ rule }) => !saidOf(said, rule));
  return (
    <section className={styles.checks} aria-labelledby="checks">
      <h2 id="checks">Your checks</h2>
      <p className={styles.hint}>
        Make them one by one: keys 1, 2 and 3, then Enter. The first that fails ends the request.
        AWS publishes the order of only a few, so begin with any; the numbers show your order.
      </p>
      <ol className={styles.list}>
        {checks.map(({ rule, name, question, pick }) => {
          const at = order.findIndex((one) => one.rule === rule);
          return (
            <CheckRow
              key={rule}
              id={rule}
              said={saidOf(said, rule)}
              place={at < 0 ? undefined : at + 1}
              isCurrent={rule === current}
              onCurrent={() => props.onCurrent(rule)}
              onVerdict={(verdict) => props.onVerdict(rule, verdict)}
              onPick={(option) => props.onPick(rule, option)}
              {...{ name, question, pick }}
            />
          );
        })}
      </ol>
      {hasFailed && hasOpen && (
        <p>
          <Button onClick={props.onRest}>All the others are not reached</Button>
        </p>
      )}
      <label className={styles.pick} htmlFor={ANSWER_ID}>
        <span>What do you answer?</span>
        <select
          id={ANSWER_ID}
          className={styles.select}
          value={said.answer ?? ''}
          onChange={({ target }) => props.onAnswer(target.value)}
        >
          <option value="" disabled>
            Choose…
          </option>
          <option value={GRANTED}>Granted</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.handIn}>
        <Button
          kind="strong"
          aria-disabled={open !== ''}
          aria-describedby="still-open"
          onClick={() => open === '' && onHandIn()}
        >
          Hand in
        </Button>
        <span id="still-open" className={styles.hint}>
          {open}
        </span>
      </p>
    </section>
  );
}
