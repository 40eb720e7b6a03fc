import { useMemo } from 'react';

import type { Shown } from '#content/facts/correction.ts';
import { FACTS_CHOICES } from '#content/facts/choices.ts';
import type { FactsChoices } from '#content/facts/choices.ts';
import { LISTED_RULES, SERVICE_NAMES, findRules } from '#content/ruleSteps/listRules.ts';
import type { ListedRule, RuleService } from '#content/ruleSteps/listRules.ts';
import { stepsOf } from '#content/ruleSteps/ruleSteps.ts';
import { SOURCES } from '#content/sources.ts';
import type { Basis } from '#engine/basis.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Rules.module.css';

type Choices = Pick<FactsChoices, 'service' | 'basis'>;
type LinkTo = (shown: Shown) => { readonly href: string; readonly title: string };

interface RulesProps {
  readonly choices: Choices;
  /** What is looked for; the id of a rule finds it alone. */
  readonly find: string;
  readonly onChoose: (change: Partial<Choices>) => void;
  readonly onFind: (find: string) => void;
  readonly linkTo: LinkTo;
}

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  documented: 'documented',
  observed: 'seen in real answers',
  modelled: 'modelled',
};

const SERVICES = FACTS_CHOICES.service.filter((one) => one !== 'all');

/** Every rule of the simulator: what it says, where that is written, how sure we are, and runs that show it. */
export function Rules({ choices, find, onChoose, onFind, linkTo }: RulesProps) {
  const found = useMemo(() => findRules(choices, find), [choices, find]);
  const services = SERVICES.filter((id) => found.some(({ service }) => service === id));
  return (
    <div className={styles.rules}>
      <p className={styles.lead}>
        The simulator checks {LISTED_RULES.length} rules, one after the other. A link opens a run at
        the check that passes or fails.
      </p>
      <search className={styles.tools}>
        <label className={styles.find}>
          Find a rule
          <input type="search" value={find} onChange={({ target }) => onFind(target.value)} />
        </label>
        <Choice
          label="Who checks it"
          value={choices.service}
          options={FACTS_CHOICES.service.map((id) => [
            id,
            id === 'all' ? 'all' : SERVICE_NAMES[id],
          ])}
          onChange={(service) => onChoose({ service })}
        />
        <Choice
          label="How sure we are"
          value={choices.basis}
          options={FACTS_CHOICES.basis.map((id) => [id, id === 'all' ? 'any' : BASIS_WORDS[id]])}
          onChange={(basis) => onChoose({ basis })}
        />
        <p role="status">
          {found.length === LISTED_RULES.length
            ? ''
            : `${found.length} of ${LISTED_RULES.length} rules.`}
        </p>
      </search>
      {services.map((id) => (
        <Group
          key={id}
          id={id}
          rules={found.filter(({ service }) => service === id)}
          linkTo={linkTo}
        />
      ))}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([id]) => id === target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([id, says]) => (
          <option key={id} value={id}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}

interface GroupProps {
  readonly id: RuleService;
  readonly rules: readonly ListedRule[];
  readonly linkTo: LinkTo;
}

function Group({ id, rules, linkTo }: GroupProps) {
  return (
    <section className={styles.group} aria-labelledby={`rules-${id}`}>
      <h2 id={`rules-${id}`}>{SERVICE_NAMES[id]}</h2>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} linkTo={linkTo} />
        ))}
      </ul>
    </section>
  );
}

function Rule({ rule, linkTo }: { readonly rule: ListedRule; readonly linkTo: LinkTo }) {
  const { id, name, statement, source, basis, wordings } = rule;
  const { url, title, checkedOn } = SOURCES[source];
  return (
    <li className={styles.rule}>
      <div className={styles.says}>
        <h3>
          {name} <code>{id}</code>
        </h3>
        <p>{statement}</p>
        <p className={styles.source}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
          , checked on <span className={styles.day}>{checkedOn}</span>
        </p>
        <dl className={styles.sure}>
          <Sure what="Verdict" bases={[basis.verdict]} />
          <Sure what="Place in the order" bases={[basis.order]} />
          <Sure what="Wording of the error" bases={wordings} />
        </dl>
      </div>
      <div className={styles.seen}>
        <Seen rule={rule} result="pass" linkTo={linkTo} />
        <Seen rule={rule} result="fail" linkTo={linkTo} />
      </div>
    </li>
  );
}

function Sure({ what, bases }: { readonly what: string; readonly bases: readonly Basis[] }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd data-basis={bases.at(-1)}>
        {bases.length === 0 ? 'none' : bases.map((basis) => BASIS_WORDS[basis]).join(', ')}
      </dd>
    </div>
  );
}

interface SeenProps {
  readonly rule: ListedRule;
  readonly result: 'pass' | 'fail';
  readonly linkTo: LinkTo;
}

/** The runs in which a rule passes, or fails. */
function Seen({ rule, result, linkTo }: SeenProps) {
  const steps = stepsOf(rule.id, result);
  const word = result === 'pass' ? 'Passes' : 'Fails';
  return (
    <div>
      <p className={styles.result} data-result={result}>
        <Mark tone={result === 'pass' ? 'good' : 'bad'} /> {word} in
      </p>
      <StepLinks
        label={`${rule.name} ${word.toLowerCase()} in`}
        steps={steps.slice(0, SHOWN_AT_ONCE)}
        linkTo={linkTo}
      />
      {steps.length > SHOWN_AT_ONCE && (
        <details className={styles.more}>
          <summary>and in {steps.length - SHOWN_AT_ONCE} more</summary>
          <StepLinks
            label={`${rule.name} also ${word.toLowerCase()} in`}
            steps={steps.slice(SHOWN_AT_ONCE)}
            linkTo={linkTo}
          />
        </details>
      )}
    </div>
  );
}

/** Some scenarios are enough to follow a rule; the others stand behind their number. */
const SHOWN_AT_ONCE = 3;

interface StepLinksProps {
  readonly label: string;
  readonly steps: readonly Shown[];
  readonly linkTo: LinkTo;
}

const StepLinks = ({ label, steps, linkTo }: StepLinksProps) => (
  <ul aria-label={label}>
    {steps.map((step) => {
      const { href, title } = linkTo(step);
      return (
        <li key={href}>
          <a href={href}>{title}</a>
        </li>
      );
    })}
  </ul>
);
