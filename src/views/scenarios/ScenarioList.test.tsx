import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { CATALOGUE } from '#content/scenarios/catalogue.ts';

import { ScenarioList } from './ScenarioList.tsx';

/** A list is of one lab: its groups are told apart by name. */
const SCENARIOS = CATALOGUE.filter(({ lab }) => lab === CATALOGUE[0]?.lab);
const [first] = SCENARIOS;

/** The list with the first scenario open. */
function listOf(seen: readonly string[]): HTMLElement {
  const markup = renderToStaticMarkup(
    <ScenarioList
      scenarios={SCENARIOS}
      current={first?.id ?? ''}
      seen={new Set(seen)}
      hrefOf={({ lab, id }) => `#/lab/${lab}/${id}`}
    />,
  );
  return new DOMParser().parseFromString(markup, 'text/html').body;
}

test('it links to every scenario, and marks the one that is open', () => {
  const links = [...listOf([]).querySelectorAll('nav a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    SCENARIOS.map(({ lab, id }) => `#/lab/${lab}/${id}`),
  );
  expect(links.map((link) => link.textContent)).toEqual(SCENARIOS.map(({ title }) => title));
  expect(links.filter((link) => link.getAttribute('aria-current') === 'page')).toEqual([links[0]]);
});

test('it says which scenarios were seen to the end, in words too', () => {
  const unseen = [...listOf([]).querySelectorAll('a')];
  expect(unseen.filter(({ textContent }) => textContent.includes('seen to the end'))).toEqual([]);
  expect(listOf([first?.id ?? '']).querySelector('a')?.textContent).toBe(
    `${first?.title} (seen to the end)`,
  );
});
