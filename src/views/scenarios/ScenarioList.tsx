import type { Scenario } from '#content/scenario.ts';

import styles from './ScenarioList.module.css';

interface ScenarioListProps {
  readonly scenarios: readonly Scenario[];
  readonly current: string;
  /** Scenarios whose end the learner has seen. */
  readonly seen: ReadonlySet<string>;
  readonly hrefOf: (scenario: Scenario) => string;
}

/** The scenarios of a lab, with what was seen to the end. */
export function ScenarioList({ scenarios, current, seen, hrefOf }: ScenarioListProps) {
  return (
    <nav aria-labelledby="scenarios">
      <h2 id="scenarios" className={styles.title}>
        Scenarios
      </h2>
      <ul>
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <a
              className={styles.scenario}
              href={hrefOf(scenario)}
              aria-current={scenario.id === current ? 'page' : undefined}
            >
              <i className={styles.dot} data-seen={seen.has(scenario.id)} aria-hidden="true" />
              <span>
                {scenario.title}
                {seen.has(scenario.id) && (
                  <span className="visually-hidden"> (seen to the end)</span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
