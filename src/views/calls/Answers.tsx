import { CHOICE_LABELS, CHOICE_OPTIONS, SERVICE_OF } from '#content/calls/choiceWords.ts';
import type { Choices } from '#content/calls/choices.ts';
import type { Fits, Unfit, Verdict } from '#content/calls/fit.ts';
import type { WayOut } from '#content/calls/wayOut.ts';

import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { CallName } from './CallName.tsx';
import styles from './Calls.module.css';
import { FactNote } from './FactNote.tsx';

interface AnswersProps {
  readonly verdicts: readonly Verdict[];
  readonly waysOut: readonly WayOut[];
  readonly onChoose: (choices: Choices) => void;
}

const isFit = (verdict: Verdict): verdict is Fits => verdict.kind === 'fits';
const isRefused = (verdict: Verdict): verdict is Unfit =>
  verdict.kind === 'unfit' && verdict.isMeant;
const isElse = (verdict: Verdict): verdict is Unfit => verdict.kind === 'unfit' && !verdict.isMeant;

/** The calls that fit, those that would be refused, and those that are for something else. */
export function Answers({ verdicts, waysOut, onChoose }: AnswersProps) {
  const fitting = verdicts.filter(isFit);
  const refused = verdicts.filter(isRefused);
  const others = verdicts.filter(isElse);
  return (
    <div className={styles.answers}>
      <section aria-labelledby="fitting">
        <h2 id="fitting">{fitting.length === 0 ? 'Nothing fits' : 'These fit'}</h2>
        {fitting.length === 0 ? (
          <WaysOut ways={waysOut} onChoose={onChoose} />
        ) : (
          <ul className={styles.list}>
            {fitting.map((verdict) => (
              <FitRow key={verdict.call} verdict={verdict} />
            ))}
          </ul>
        )}
      </section>
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">Meant for this, but not in this case</h2>
          <ul className={styles.list}>
            {refused.map((verdict) => (
              <UnfitRow key={verdict.call} verdict={verdict} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="others">
        <h2 id="others">For something else</h2>
        <ul className={styles.list} data-columns>
          {others.map((verdict) => (
            <UnfitRow key={verdict.call} verdict={verdict} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function FitRow({ verdict }: { readonly verdict: Fits }) {
  const { call, says, note, source, basis } = verdict;
  return (
    <li className={styles.answer} data-kind="fits">
      <Mark tone="good" />
      <div>
        <h3>
          <span className={styles.word}>FITS</span> <CallName name={call} /> <Service call={call} />
        </h3>
        <p>{says}</p>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        <FactNote source={source} basis={basis} />
      </div>
    </li>
  );
}

function UnfitRow({ verdict }: { readonly verdict: Unfit }) {
  const { call, says, code, source, basis, isMeant } = verdict;
  return (
    <li className={styles.answer} data-kind={isMeant ? 'refused' : 'else'}>
      <Mark tone={isMeant ? 'bad' : 'not-reached'} />
      <div>
        <h3>
          <span className={styles.word}>{isMeant ? 'DOES NOT FIT' : 'OTHER USE'}</span>{' '}
          <CallName name={call} isStruck /> <Service call={call} />{' '}
          {code !== undefined && <code className={styles.code}>{code}</code>}
        </h3>
        <p>{says}</p>
        <FactNote source={source} basis={basis} />
      </div>
    </li>
  );
}

function Service({ call }: { readonly call: Verdict['call'] }) {
  const service = SERVICE_OF[call];
  return service === undefined ? null : <span className={styles.service}>{service}</span>;
}

function WaysOut({
  ways,
  onChoose,
}: {
  readonly ways: readonly WayOut[];
  readonly onChoose: (choices: Choices) => void;
}) {
  if (ways.length === 0) {
    return <p>No single change helps; the purpose itself asks for another caller and origin.</p>;
  }
  return (
    <>
      <p>One change is enough:</p>
      <ul className={styles.ways}>
        {ways.map(({ name, choices }) => (
          <li key={`${name} ${choices[name]}`}>
            <Button onClick={() => onChoose(choices)}>
              {CHOICE_LABELS[name]}: {optionText(name, choices)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const optionText = (name: keyof Choices, choices: Choices): string => {
  const options: Readonly<Record<string, string>> = CHOICE_OPTIONS[name];
  return options[choices[name]] ?? choices[name];
};
