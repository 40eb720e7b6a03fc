import type { Listed } from '#content/scenarios/catalogue.ts';

import styles from './ScenarioList.module.css';

interface ScenarioListProps {
  readonly scenarios: readonly Listed[];
  readonly current: string;
  /** What the open one is called as long as its own title would tell its end. */
  readonly title?: string | undefined;
  /** Scenarios whose end the learner has seen. */
  readonly seen: ReadonlySet<string>;
  readonly hrefOf: (scenario: Listed) => string;
}

/** The scenarios of a lab under their headings, with what was seen to the end. */
export function ScenarioList({ scenarios, current, title, seen, hrefOf }: ScenarioListProps) {
  const groups = [...new Set(scenarios.map(({ group }) => group))];
  return (
    <nav aria-labelledby="scenarios">
      <h2 id="scenarios" className={styles.title}>
        Scenarios
      </h2>
      {groups.map((group) => (
        <Group
          key={group}
          name={groups.length > 1 ? group : undefined}
          scenarios={scenarios.filter((scenario) => scenario.group === group)}
          {...{ current, title, seen, hrefOf }}
        />
      ))}
    </nav>
  );
}

/** One heading's scenarios, folded unless one of them is open; a lab with a single group needs no heading. */
function Group({
  name,
  scenarios,
  current,
  title,
  seen,
  hrefOf,
}: ScenarioListProps & { readonly name: string | undefined }) {
  const list = (
    <ul aria-label={name ?? 'All scenarios'}>
      {scenarios.map((scenario) => (
        <li key={scenario.id}>
          <a
            className={styles.scenario}
            href={hrefOf(scenario)}
            aria-current={scenario.id === current ? 'page' : undefined}
          >
            <i className={styles.dot} data-seen={seen.has(scenario.id)} aria-hidden="true" />
            <span>
              {(scenario.id === current && title) || scenario.title}
              {seen.has(scenario.id) && <span className="visually-hidden"> (seen to the end)</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
  if (name === undefined) return list;
  const done = scenarios.filter(({ id }) => seen.has(id)).length;
  return (
    <details className={styles.group} open={scenarios.some(({ id }) => id === current)}>
      <summary>
        {name}
        <span className={styles.count}>
          {done} of {scenarios.length}
          <span className="visually-hidden"> seen to the end</span>
        </span>
      </summary>
      {list}
    </details>
  );
}
