import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { narrate } from '#content/narrate.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { Diagram } from './Diagram.tsx';

// Runs are drawn at every step.
vi.setConfig({ testTimeout: 30_000 });

// One scenario in all its variations, half of the others as they start: what is drawn hangs on kinds of steps, not on
// stories.
const cases = SCENARIOS.filter((_, index) => index % 2 === 0).flatMap((scenario) =>
  [
    { label: 'as it starts', knobs: {} },
    ...(scenario.id === 'seven-days'
      ? [{ label: 'as it works', knobs: scenario.working }, ...scenario.variations]
      : []),
  ].map(({ label, knobs }) => ({
    name: `${scenario.id}, ${label}`,
    scenario,
    trace: scenario.play(knobs).trace,
  })),
);

const diagram = (scenario: Scenario, trace: Trace, cursor: number, isLarge = false) => (
  <Diagram
    title={scenario.title}
    telling={scenario}
    onStep={vi.fn<() => void>()}
    {...{ trace, cursor, isLarge }}
  />
);

/** The diagram as it is sent and as it is read. */
function drawn(scenario: Scenario, trace: Trace, cursor: number) {
  const markup = renderToStaticMarkup(diagram(scenario, trace, cursor));
  return { cursor, markup, page: new DOMParser().parseFromString(markup, 'text/html').body };
}

const itemsOf = (body: HTMLElement): readonly Element[] => [...body.querySelectorAll('ol > li')];

/** One story is looked at after every step, the others where a picture begins, is under way and ends. */
const cursorsOf = ({ id }: Scenario, { length }: Trace['steps']): readonly number[] =>
  id === 'seven-days'
    ? Array.from({ length: length + 1 }, (_, cursor) => cursor)
    : [0, 1, Math.floor(length / 2), length - 1, length];

describe.each(cases)('the diagram of $name', ({ scenario, trace }) => {
  let pages: readonly ReturnType<typeof drawn>[] = [];
  beforeAll(() => {
    pages = cursorsOf(scenario, trace.steps).map((cursor) => drawn(scenario, trace, cursor));
  });
  // Pages are large, and there are many.
  afterAll(() => {
    pages = [];
  });
  const narrations = trace.steps.map((step) => narrate(step, scenario));
  const labels = narrations.map(({ label }) => label);

  test('it lists the steps so far, in order, each as a button with its verdict and its words', () => {
    const said = narrations.map(({ verdict, label }) =>
      // The words of a row that was not reached say so themselves.
      verdict && verdict.tone !== 'not-reached' ? `${verdict.word}: ${label}` : label,
    );
    for (const { cursor, page } of pages) {
      const buttons = itemsOf(page).map((item) => item.querySelector('button[type=button]'));
      expect(buttons.map((button) => button?.textContent)).toEqual(said.slice(0, cursor));
    }
  });

  test('it marks one step as the current one, and none before the first', () => {
    for (const { cursor, page } of pages) {
      const marked = itemsOf(page).flatMap((item, index) =>
        item.querySelector('[aria-current=step]') ? [index] : [],
      );
      expect(marked).toEqual(cursor === 0 ? [] : [cursor - 1]);
    }
  });

  test('it gives away nothing of the steps to come', () => {
    for (const { cursor, markup, page } of pages) {
      expect(itemsOf(page)).toHaveLength(cursor);
      const told = labels.slice(0, cursor).join('\n');
      for (const label of labels.slice(cursor).filter((one) => !told.includes(one))) {
        expect(markup).not.toContain(label);
      }
      for (const { id } of trace.steps.slice(cursor)) expect(markup).not.toContain(id);
    }
  });

  test('it names itself and its lanes for those who do not see it', () => {
    const label = pages[1]?.page.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? '';
    expect(label).toContain(scenario.title);
    for (const { name, isOffstage } of scenario.parties) {
      expect(label.includes(name)).toBe(isOffstage !== true);
    }
  });

  test('it stands everywhere at a place that is a number', () => {
    for (const { markup } of pages) expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the diagram on a page', () => {
  const host = document.createElement('div');
  const root = createRoot(host);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);

  afterEach(() => complaint.mockClear());

  test('it goes through every run without a complaint from React', () => {
    for (const { scenario, trace } of cases) {
      for (const cursor of [0, 1, 8, trace.steps.length]) {
        act(() => root.render(diagram(scenario, trace, cursor, cursor === 8)));
      }
    }
    expect(complaint.mock.calls).toEqual([]);
  });

  test('it tells which step was chosen', () => {
    const [first] = cases;
    if (!first) throw new Error('there is a scenario');
    const { scenario, trace } = first;
    const onStep = vi.fn<(step: StepId) => void>();
    act(() =>
      root.render(
        <Diagram
          title={scenario.title}
          telling={scenario}
          trace={trace}
          cursor={5}
          onStep={onStep}
        />,
      ),
    );
    host.querySelectorAll('button')[2]?.click();
    expect(onStep.mock.calls).toEqual([[trace.steps[2]?.id]]);
  });

  test('it keeps the focus on a step while later ones come', () => {
    const [first] = cases;
    if (!first) throw new Error('there is a scenario');
    act(() => root.render(diagram(first.scenario, first.trace, 3)));
    const button = host.querySelector('button');
    button?.focus();
    act(() => root.render(diagram(first.scenario, first.trace, 6)));
    expect(document.activeElement).toBe(button);
  });
});
