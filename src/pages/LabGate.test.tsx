import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { narrate } from '#content/narrate.ts';
import { findScenario } from '#content/scenarios/all.ts';
import type { LabId, Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import type { Step } from '#engine/trace.ts';
import { loadPacking } from '#platform/packing.ts';
import { useAttempts } from '#stores/attempts.ts';
import { closeActs, openActs } from '#stores/opened.ts';
import { useSeen } from '#stores/seen.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { goTo, moveTo, setKnobs, useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { loadKeeper } from './gatekeeper.ts';
import { LabPage } from './LabPage.tsx';
import { formatRoute } from './route.ts';

let root: Root;

/** The lab at the place of the stage, as the app shows it. */
function Lab() {
  const place = useStage((stage) => stage.place);
  return place.page === 'lab' ? <LabPage place={place} /> : null;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Does something, and draws what comes of it. */
const doing = (work: () => void): Promise<void> =>
  act(async () => {
    work();
    await pause(0);
  });

/** Lets the page go on until something is so; each turn draws what has come. */
async function settled(until: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !until(); turn += 1) await act(() => pause(10));
}

const scenarioOf = (lab: LabId, id: string): Scenario =>
  findScenario(lab, id) ?? expect.fail(`no scenario ${id}`);

const placeOf = ({ lab, id }: Scenario, more: Partial<LabPlace> = {}): LabPlace => ({
  page: 'lab',
  lab,
  scenario: id,
  knobs: {},
  mode: 'study',
  ...more,
});

const card = (): HTMLElement | null => document.querySelector('[aria-labelledby=gate]');
const title = (): string => document.querySelector('h1')?.textContent ?? '';
const said = (): string => document.querySelector('[data-testid=announcer]')?.textContent ?? '';
const place = (): LabPlace => {
  const { place: now } = useStage.getState();
  return now.page === 'lab' ? now : expect.fail('it is in the lab');
};
const options = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('[aria-labelledby=gate] input'),
];
const press = (key: string) =>
  act(async () => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    await pause(5);
  });

/** Opens a scenario at the end of its run, as somebody who has seen nothing of it. */
async function openAtEnd(
  scenario: Scenario,
  more: Partial<LabPlace> = {},
): Promise<readonly Step[]> {
  const { steps } = scenario.play(more.knobs ?? {}).trace;
  const step = steps.at(-1)?.id;
  await doing(() => goTo(placeOf(scenario, { ...(step !== undefined && { step }), ...more })));
  await settled(() => title() !== '' && document.querySelector('[aria-label=Inspector]') !== null);
  return steps;
}

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // What keeps back is large: it is loaded before a test waits for it.
  await Promise.all([loadPacking(), loadKeeper(), import('./LabGate.tsx')]);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await doing(() => root.render(<Lab />));
});
afterEach(async () => {
  await doing(() => {
    closeActs();
    changeSettings({ gate: 'later' });
    useSeen.setState({ scenarios: [] });
    useAttempts.setState({ attempts: [] });
    goTo({ page: 'start' });
  });
});
afterAll(async () => {
  await doing(() => root.unmount());
  vi.unstubAllGlobals();
});

/** Everything in the document, for eyes and for ears. */
const written = (): readonly string[] => [
  document.documentElement.textContent,
  ...[...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  ),
];

/** Everything in the browser's storage. */
const stored = (): readonly string[] =>
  [localStorage, sessionStorage].flatMap((store) =>
    Array.from({ length: store.length }, (_, index) => store.getItem(store.key(index) ?? '') ?? ''),
  );

/** A run of every lab, and of every kind of act that is asked about, with what was opened before. */
const RUNS: readonly (readonly [LabId, string, ActId, readonly ActId[]])[] = [
  ['presigned', 'seven-days', 'sign', []],
  ['presigned', 'seven-days', 'open-url', ['sign']],
  ['presigned', 'photo-form', 'send-form', []],
  ['sts', 'both-sides', 'assume-role', []],
  ['sts', 'mfa-after-assume', 'delete', []],
  ['rolesanywhere', 'too-long-for-role', 'create-session', []],
];

describe('before a prediction is made', () => {
  test.each(RUNS)(
    '%s/%s tells nothing of “%s”, wherever one looks',
    async (lab, id, asked, opened) => {
      const scenario = scenarioOf(lab, id);
      await doing(() => openActs(`${lab}/${id}`, opened));
      const steps = await openAtEnd(scenario, { gate: 'on' });
      await settled(() => card() !== null);
      const first = steps.findIndex(({ act: { id: act_ } }) => act_ === asked);
      const hidden = steps.slice(steps[first]?.row === 'call' ? first + 1 : first);
      const words = hidden.flatMap((step) => {
        const { announcement } = narrate(step, scenario);
        // What is done alone is told before it is done: the question is what comes of it.
        return step.row === 'work' && step.act.id === asked ? [step.id] : [step.id, announcement];
      });
      const refused = hidden.flatMap((step) =>
        step.row === 'answer' && step.outcome.kind === 'refused' ? step.outcome.error.code : [],
      );
      const everywhere = [
        ...written(),
        document.title,
        formatRoute({ place: place() }),
        JSON.stringify(useStage.getState()),
        ...stored(),
        said(),
      ].join('\n');
      for (const telling of [...words, ...refused, scenario.title, scenario.summary]) {
        expect(everywhere).not.toContain(telling);
      }
      expect(everywhere).not.toMatch(/The run ends here|flips it/);
      expect(everywhere).not.toMatch(new RegExp(String.raw`Step \d+ of ${steps.length}\b`));
      expect(document.querySelector('[aria-label=Steps]')?.textContent).toContain('/ ?');
      expect(card()?.textContent).toContain('The link leads further');
      expect(document.querySelector('nav [aria-current=page]')?.textContent).toBe(title());
    },
  );
});

describe('a prediction', () => {
  test('is made by key, locked, compared with the outcome and counted once', async () => {
    const scenario = scenarioOf('sts', 'both-sides');
    await openAtEnd(scenario, { gate: 'on' });
    await settled(() => card() !== null);
    await settled(() => said() !== '');
    expect(said()).toMatch(/^Step \d+ of \?\. Lena calls .+ Predict before it goes on: What does/);
    await press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('What does AWS STS decide?');
    expect(place().step).toBe('assume-role.request');
    await press('1');
    await press('Enter');
    await settled(() => /You said:/.test(card()?.textContent ?? ''));
    const { attempts } = useAttempts.getState();
    expect(attempts.map(({ mode }) => mode)).toEqual(['prediction']);
    expect(title()).toBe(scenario.title);
    await settled(() => /^(?:Right|Wrong): /.test(said()));
    expect(said()).toMatch(/^(?:Right|Wrong): .+ Step 1 of \d+\./);
    const chosen = options().map(({ checked }) => checked);
    await press('3');
    await press('Enter');
    await doing(() => moveTo(undefined));
    await doing(() => moveTo('assume-role.request'));
    await settled(() => card() !== null);
    expect(options().map(({ checked }) => checked)).toEqual(chosen);
    expect(useAttempts.getState().attempts).toHaveLength(1);
  });

  test('need not be made: what is shown then counts for nothing, and stays while knobs are turned', async () => {
    const scenario = scenarioOf('sts', 'both-sides');
    await openAtEnd(scenario, { gate: 'on' });
    await settled(() => card() !== null);
    await doing(() => {
      [...document.querySelectorAll('button')]
        .find((one) => one.textContent === 'Show me')
        ?.click();
    });
    await settled(() => card() === null);
    expect(useAttempts.getState().attempts).toEqual([]);
    expect(place().step).not.toBe('assume-role.request');
    await doing(() => setKnobs(scenario.working));
    expect(card()).toBeNull();
    await doing(() => closeActs());
    await settled(() => card() !== null);
    expect(title()).not.toBe(scenario.title);
  });
});

describe('outcomes wait', () => {
  const scenario = scenarioOf('sts', 'both-sides');
  const waits = async (more: Partial<LabPlace> = {}): Promise<boolean> => {
    await openAtEnd(scenario, more);
    await settled(() => card() !== null || title() === scenario.title);
    return card() !== null;
  };

  test('not in the first run of a lab, and from then on', async () => {
    expect(await waits()).toBe(false);
    await doing(() => goTo({ page: 'start' }));
    await doing(() => useSeen.setState({ scenarios: ['seven-days'] }));
    expect(await waits()).toBe(false);
    await doing(() => goTo({ page: 'start' }));
    await doing(() => closeActs());
    await doing(() => useSeen.setState({ scenarios: ['confused-deputy'] }));
    expect(await waits()).toBe(true);
  });

  test('as a link says, whatever the settings', async () => {
    changeSettings({ gate: 'on' });
    expect(await waits({ gate: 'off' })).toBe(false);
    await doing(() => goTo({ page: 'start' }));
    await doing(() => closeActs());
    expect(await waits()).toBe(true);
  });

  test('or not, by one switch that keeps what is on screen', async () => {
    await openAtEnd(scenario);
    const button = (): HTMLElement | undefined =>
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Predict first');
    await settled(() => button() !== undefined);
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    await doing(() => button()?.click());
    await settled(() => button()?.getAttribute('aria-pressed') === 'true');
    expect(useSettings.getState().gate).toBe('on');
    expect(card()).toBeNull();
    expect(title()).toBe(scenario.title);
    await doing(() => button()?.click());
    await settled(() => button()?.getAttribute('aria-pressed') === 'false');
    expect(useSettings.getState().gate).toBe('off');
  });
});
