import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { tableOfStep } from '#content/microscope/fromRun.ts';
import { narrate } from '#content/narrate.ts';
import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { RuleId } from '#engine/rules.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import { SOURCES } from '#content/sources.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Trace } from '#engine/trace.ts';

import { artifactsAt } from './artifactsAt.ts';
import { Details } from './Details.tsx';
import { Inspector } from './Inspector.tsx';
import { Provenance } from './Provenance.tsx';

const sevenDays = readyNow(written);

// Runs are looked at step by step.
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

const inspected = (scenario: Scenario, trace: Trace, cursor: number, tab?: string): HTMLElement =>
  new DOMParser().parseFromString(
    renderToStaticMarkup(
      <Inspector onTab={vi.fn<() => void>()} {...{ Details, scenario, trace, cursor, tab }} />,
    ),
    'text/html',
  ).body;

const tabsOf = (page: HTMLElement): readonly string[] =>
  [...page.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent);

describe.each(cases)('the inspector of $name', ({ scenario, trace }) => {
  let pages: readonly HTMLElement[] = [];
  beforeAll(() => {
    pages = Array.from({ length: trace.steps.length + 1 }, (_, cursor) =>
      inspected(scenario, trace, cursor),
    );
  });
  // Pages are large, and there are many.
  afterAll(() => {
    pages = [];
  });

  test('it introduces the scenario before the first step', () => {
    expect(pages[0]?.textContent).toContain(scenario.summary);
    expect(pages[0]?.textContent).toContain('Before the first step');
  });

  test('it says title, caption, cause and verdict of each step', () => {
    for (const [index, step] of trace.steps.entries()) {
      const text = pages[index + 1]?.textContent ?? '';
      const { title, caption, because, verdict } = narrate(step, scenario);
      expect(text).toContain(`Step ${index + 1} of ${trace.steps.length}`);
      for (const said of [title, caption, because, verdict?.word ?? '', verdict?.code ?? '']) {
        expect(text).toContain(said);
      }
    }
  });

  test('it shows the compared values of each check, and the one that failed it', () => {
    for (const [index, step] of trace.steps.entries()) {
      const rows = pages[index + 1]?.querySelectorAll('table tr') ?? [];
      const decisive = pages[index + 1]?.querySelectorAll('table tr[data-decides=true]') ?? [];
      expect(rows.length > 0).toBe(step.row === 'check');
      const isFailed = step.row === 'check' && step.check.result === 'fail';
      expect({ id: step.id, isSaid: !isFailed || decisive.length > 0 }).toEqual({
        id: step.id,
        isSaid: true,
      });
    }
  });

  test('it offers each artifact of the act so far in a tab, the step’s own first', () => {
    for (const [index, step] of trace.steps.entries()) {
      const tabbed = artifactsAt(trace, index + 1);
      expect(tabsOf(pages[index + 1] ?? document.body)).toEqual(tabbed.map(({ title }) => title));
      expect(new Set(tabbed.map(({ id }) => id)).size).toBe(tabbed.length);
      expect(
        new Set(tabbed.slice(0, step.artifacts.length).map(({ artifact }) => artifact)),
      ).toEqual(new Set(step.artifacts));
    }
  });

  test('it shows each artifact to the letter', () => {
    for (const [index, { artifacts }] of trace.steps.entries()) {
      for (const { id, artifact } of artifactsAt(trace, index + 1)) {
        if (artifact.kind === 'url' || !artifacts.includes(artifact)) continue;
        const panel = inspected(scenario, trace, index + 1, id).querySelector('[role=tabpanel]');
        expect(panel?.textContent).toBe(artifact.text);
      }
    }
  });

  test('it gives no step’s place away as something that is no word', () => {
    for (const page of pages) expect(page.textContent).not.toMatch(/NaN|undefined|\[object/);
  });
});

describe('a tab', () => {
  const { trace } = sevenDays.play({});
  const signed = trace.steps.findIndex(({ id }) => id === 'sign.done') + 1;
  const opened = trace.steps.findIndex(({ id }) => id === 'open-url.url-alive') + 1;

  test('it is tied to its panel in both directions, and is the only one the Tab key reaches', () => {
    const page = inspected(sevenDays, trace, signed, 'string-to-sign');
    const tabs = [...page.querySelectorAll('[role=tab]')];
    const panel = page.querySelector('[role=tabpanel]');
    const [chosen, ...others] = tabs.filter((tab) => tab.getAttribute('aria-selected') === 'true');
    expect(others).toEqual([]);
    expect(chosen?.textContent).toBe('String to sign');
    expect(panel?.getAttribute('aria-labelledby')).toBe(chosen?.id);
    expect(tabs.map((tab) => tab.getAttribute('aria-controls'))).toEqual(tabs.map(() => panel?.id));
    expect(tabs.filter((tab) => tab.getAttribute('tabindex') === '0')).toEqual([chosen]);
  });

  test.each(['no-such-tab', '__proto__', 'constructor', ''])(
    'it is the first one when the link names one this step does not have: %j',
    (tab) => {
      const page = inspected(sevenDays, trace, signed, tab);
      expect(page.querySelector('[aria-selected=true]')?.textContent).toBe('URL');
    },
  );

  test('it takes the URL apart and marks what the check looked at', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const page = document.createElement('div');
    await act(async () => {
      createRoot(page).render(
        <Inspector
          Details={Details}
          onTab={vi.fn<() => void>()}
          scenario={sevenDays}
          trace={trace}
          cursor={opened}
          tab="url"
        />,
      );
      // The parts of a URL are loaded when one is looked at.
      await vi.waitFor(() => import('./UrlParts.tsx'));
    });
    const parts = [...page.querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(parts.slice(0, 2)).toEqual(['Host', 'Path']);
    expect(parts).toEqual(
      expect.arrayContaining([
        'X-Amz-Expires',
        'X-Amz-Date',
        'X-Amz-Signature',
        'X-Amz-Security-Token',
      ]),
    );
    const marked = [...page.querySelectorAll('[data-marked=true] dt')].map(
      ({ textContent }) => textContent,
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.every((name) => name.startsWith('X-Amz-'))).toBe(true);
    vi.unstubAllGlobals();
  });

  test('it marks the code in an answer', () => {
    const page = inspected(sevenDays, trace, trace.steps.length, 'response');
    expect(page.querySelector('pre mark')?.textContent).toBe('ExpiredToken');
  });

  test('it tells two policies apart by their names', () => {
    const { trace: revoked } = sevenDays.play({ before: 'revoked', used: '20260115T124500Z' });
    const cursor = revoked.steps.findIndex(({ id }) => id === 'open-url.signer-allowed') + 1;
    expect(tabsOf(inspected(sevenDays, revoked, cursor))).toEqual(
      expect.arrayContaining(['ReportReaderPolicy', 'AWSRevokeOlderSessions']),
    );
  });
});

describe('the tabs by keys', () => {
  const { trace } = sevenDays.play({});
  const cursor = trace.steps.findIndex(({ id }) => id === 'sign.done') + 1;
  const ids = artifactsAt(trace, cursor).map(({ id }) => id);
  const host = document.createElement('div');
  const root = createRoot(host);
  const onTab = vi.fn<(tab: string) => void>();

  const press = (key: string): boolean | undefined =>
    host
      .querySelector('[aria-selected=true]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  const show = (tab: string | undefined): void =>
    act(() =>
      root.render(<Inspector scenario={sevenDays} {...{ Details, trace, cursor, tab, onTab }} />),
    );

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    document.body.append(host);
    onTab.mockImplementation(show);
    onTab.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('they go round in both directions, and the focus goes with them', () => {
    show(undefined);
    for (let count = 0; count <= ids.length; count += 1) press('ArrowRight');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(onTab.mock.calls.map(([tab]) => tab)).toEqual([
      ...ids.slice(1),
      ids[0],
      ids[1],
      ids[0],
      ids.at(-1),
    ]);
    expect(document.activeElement?.getAttribute('role')).toBe('tab');
  });

  test.each(['PageDown', 'Home', 'p', ' '])('they leave %j to others', (key) => {
    show(undefined);
    expect(press(key)).toBe(true);
    expect(onTab).not.toHaveBeenCalled();
  });
});

test('a check leads to the microscope just where the microscope has something to show', () => {
  const onMicroscope = vi.fn<() => void>();
  const shown = SCENARIOS.filter(({ lab }) => lab === 'presigned').flatMap((scenario) => {
    const { trace } = scenario.play(scenario.working);
    return trace.steps.flatMap((step, index) => {
      if (step.row !== 'check' || step.check.rule !== 's3.signature-matches') return [];
      const page = renderToStaticMarkup(
        <Inspector
          onTab={onMicroscope}
          tab={undefined}
          cursor={index + 1}
          {...{ Details, scenario, trace, onMicroscope }}
        />,
      );
      const isOffered = page.includes('Look at both signatures');
      expect([step.id, isOffered]).toEqual([step.id, tableOfStep(trace, step.id) !== undefined]);
      return [isOffered];
    });
  });
  expect(new Set(shown)).toEqual(new Set([true, false]));
});

test('a check of a tool is no check of AWS', () => {
  const page = renderToStaticMarkup(
    <Provenance rule="tool.lifetime-given" wording="documented" act={undefined} />,
  );
  expect(page).not.toContain('documented by AWS');
  expect(page).not.toContain('AWS does not publish');
});

describe.each(Object.entries(RULE_FACTS))('the source of %s', (rule, text) => {
  test('it is linked, dated, and says how sure we are', () => {
    const page = new DOMParser().parseFromString(
      renderToStaticMarkup(<Provenance rule={rule as RuleId} wording="modelled" />),
      'text/html',
    ).body;
    const { url, title, checkedOn } = SOURCES[text.source];
    const link = page.querySelector('a');
    expect([
      link?.getAttribute('href'),
      link?.getAttribute('rel'),
      link?.getAttribute('target'),
    ]).toEqual([url, 'noreferrer', '_blank']);
    for (const said of [text.statement, title, checkedOn]) expect(page.textContent).toContain(said);
    expect(page.textContent).toMatch(
      rule.startsWith('tool.') ? /AWS has no part in it/ : /modelled here, since AWS does not say/,
    );
  });
});
