import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { gatedTitleOf } from '#content/gatedTitles.ts';
import { narrate } from '#content/narrate.ts';
import { findScenario } from '#content/scenarios/all.ts';
import { CATALOGUE, findListed, nextAfter } from '#content/scenarios/catalogue.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import type { LabId, Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import type { Step } from '#engine/trace.ts';
import { loadPacking } from '#platform/packing.ts';
import { useAttempts } from '#stores/attempts.ts';
import { closeActs, openActs } from '#stores/opened.ts';
import { useSeen } from '#stores/seen.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { goTo, moveTo, setKnobs, setOverlay, useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import { loadKeeper } from './gatekeeper.ts';
import { LabPage } from './LabPage.tsx';
import { formatRoute } from './route.ts';
import { RunPresenter } from './RunPresenter.tsx';

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

const placeOf = (
  { lab, id }: Pick<Scenario, 'lab' | 'id'>,
  more: Partial<LabPlace> = {},
): LabPlace => ({
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

/** Everything in the document, for eyes and for ears; what is asked may name what else could be. */
function written(): readonly string[] {
  const page = document.documentElement.cloneNode(true);
  if (!(page instanceof HTMLElement)) return [];
  page.querySelector('[aria-labelledby=gate] [role=radiogroup]')?.remove();
  return [
    page.textContent,
    ...[...page.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    ),
  ];
}

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

/** Runs that wait a second time, before the answer. */
const ERRORS: readonly (readonly [LabId, string, ActId, readonly string[]])[] = [
  ['presigned', 'seven-days', 'open-url', ['sign', 'open-url.stops']],
  ['presigned', 'photo-form', 'send-form', ['send-form.stops']],
  ['sts', 'mfa-after-assume', 'delete', ['delete.stops']],
  ['rolesanywhere', 'too-long-for-role', 'create-session', ['create-session.stops']],
];

/** The tab that says most of how a call ends. */
const tabOf = (lab: LabId): Partial<LabPlace> =>
  lab === 'rolesanywhere' ? { tab: 'helper' } : { tab: 'command' };

/** What the page, its address, its state and the browser's storage hold. */
const everythingSaid = (): string =>
  [
    ...written(),
    document.title,
    formatRoute({ place: place() }),
    JSON.stringify(useStage.getState()),
    ...stored(),
    said(),
  ].join('\n');

function expectHeldBack(everywhere: string, steps: readonly Step[]): void {
  expect(everywhere).not.toMatch(/The run ends here|flips it/);
  expect(everywhere).not.toMatch(new RegExp(String.raw`Step \d+ of ${steps.length}\b`));
  expect(document.querySelector('[aria-label=Steps]')?.textContent).toContain('/ ?');
  expect(card()?.textContent).toContain('The link leads further');
  expect(document.querySelector('nav [aria-current=page]')?.textContent).toBe(title());
}

/** The answer that refuses an act, its error, and the check that failed. */
function refusalOf(steps: readonly Step[], asked: ActId) {
  const answer = steps.find((step) => step.row === 'answer' && step.act.id === asked);
  if (answer?.row !== 'answer' || answer.outcome.kind !== 'refused') {
    throw new Error('it is refused');
  }
  const { check, error } = answer.outcome;
  const failed = steps.find((step) => step.row === 'check' && step.check === check);
  return { answer, error, failed: failed?.id };
}

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
      const everywhere = everythingSaid();
      for (const telling of [...words, ...refused, scenario.title, scenario.summary]) {
        expect(everywhere).not.toContain(telling);
      }
      expectHeldBack(everywhere, steps);
    },
  );

  test.each(ERRORS)(
    '%s/%s tells nothing of the error of “%s”, though it shows which check fails',
    async (lab, id, asked, opened) => {
      const scenario = scenarioOf(lab, id);
      await doing(() => openActs(`${lab}/${id}`, opened));
      const steps = await openAtEnd(scenario, { gate: 'on', ...tabOf(lab) });
      await settled(() => card() !== null && said() !== '');
      const { answer, error, failed } = refusalOf(steps, asked);
      const { announcement } = narrate(answer, scenario);
      const tellings = [error.code, error.message, answer.id, announcement, scenario.title];
      const atGate = everythingSaid();
      expect(card()?.textContent).toContain(error.code);
      expect(said()).toMatch(/ of \?\. .+ Predict before it goes on: What does .+ answer\?$/);
      expectHeldBack(atGate, steps);
      await doing(() => moveTo(failed));
      await settled(() => document.querySelector('footer') !== null && said().includes('FAIL'));
      const atCheck = everythingSaid();
      expect(atCheck).toContain('The rule: ');
      for (const telling of tellings) {
        expect(atGate).not.toContain(telling);
        expect(atCheck).not.toContain(telling);
      }
    },
  );
});

const listedOf = (lab: LabId, id: string): Listed =>
  findListed(lab, id) ?? expect.fail(`not listed: ${id}`);

/** What the presenter reads of a run while it shows something. */
async function presented({ lab, id }: Scenario, until: string): Promise<string> {
  const listed = listedOf(lab, id);
  const frame = document.createElement('div');
  const notes = createRoot(frame);
  const shown: LabPlace = { ...placeOf({ lab, id }), gate: 'on', mode: 'present' };
  await doing(() =>
    notes.render(
      <Suspense>
        <RunPresenter listed={listed} place={shown} />
      </Suspense>,
    ),
  );
  await settled(() => frame.textContent.includes(until));
  const read = frame.textContent;
  await doing(() => notes.unmount());
  return read;
}

test('the presenter’s notes tell a room that predicts nothing of the end', async () => {
  const scenario = scenarioOf('presigned', 'seven-days');
  const read = await presented(scenario, 'Step 0 of ?');
  expect(read).toContain('A build server signs a download link');
  expect(read).not.toContain(scenario.title);
  expect(read).not.toContain(scenario.summary);
});

test('the credential helper does not tell what it would find in the request', async () => {
  const scenario = scenarioOf('rolesanywhere', 'two-regions');
  await openAtEnd(scenario, { tab: 'helper', gate: 'on' });
  const answer = (): string => document.querySelector('[aria-label=Inspector]')?.textContent ?? '';
  await settled(() => card() !== null && answer().includes('It has printed nothing yet'));
  expect(answer()).toContain('It has printed nothing yet');
  expect(answer()).not.toMatch(/compares the Regions|don't match/);
  await doing(() => openActs('rolesanywhere/two-regions', ['create-session']));
  await settled(() => answer().includes("don't match"));
  expect(answer()).toContain('compares the Regions');
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
    await press('c');
    expect(place().was).toBeUndefined();
    expect(document.body.textContent).not.toContain('Keep this run to compare');
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

  test('of the check is followed by one of its error, and once that is right by none', async () => {
    const scenario = scenarioOf('sts', 'mfa-after-assume');
    const choose = async (telling: RegExp): Promise<void> => {
      const rows = [...document.querySelectorAll('[aria-labelledby=gate] li')];
      await press(`${rows.findIndex(({ textContent }) => telling.test(textContent)) + 1}`);
      await press('Enter');
      await settled(() => /You said:/.test(card()?.textContent ?? ''));
    };
    await openAtEnd(scenario, { gate: 'on' });
    await settled(() => card() !== null);
    await choose(/refuses at the check “permission”/);
    expect(title()).not.toBe(scenario.title);
    await press('End');
    await settled(() => /What does .+ answer/.test(card()?.textContent ?? ''));
    expect(card()?.textContent).not.toContain('The link leads further');
    await choose(/AccessDenied/);
    expect(title()).toBe(scenario.title);
    const { attempts } = useAttempts.getState();
    expect(attempts.map(({ isCorrect, rule }) => [isCorrect, rule])).toEqual([
      [true, undefined],
      [true, 'api.allowed'],
    ]);
    await doing(() => goTo({ page: 'start' }));
    const other = scenarioOf('sts', 'session-policy');
    await doing(() => openActs('sts/session-policy', ['read', 'write.stops']));
    await openAtEnd(other, { gate: 'on' });
    await settled(() => title() === other.title);
    expect(card()).toBeNull();
  });

  test('of what AWS does not document is compared, locked, and counts for nothing', async () => {
    const scenario = scenarioOf('presigned', 'skewed-clock');
    await openAtEnd(scenario, { gate: 'on' });
    await settled(() => card() !== null);
    expect(card()?.textContent).not.toContain('counted');
    await press('1');
    await press('Enter');
    await settled(() => /You said:/.test(card()?.textContent ?? ''));
    const compared = card()?.textContent ?? '';
    expect(compared).toContain('NOT COUNTED');
    expect(compared).toContain('AWS does not document this.');
    expect(compared).toMatch(/The simulator says: .+“future date”/);
    await settled(() => said().startsWith('Not counted'));
    expect(useAttempts.getState().attempts).toEqual([]);
    await press('Home');
    await doing(() => moveTo('open-url.request'));
    await settled(() => /You said:/.test(card()?.textContent ?? ''));
    expect(card()?.textContent).toBe(compared);
  });

  test('opens other settings while knobs are turned, and no longer once the run begins anew', async () => {
    const scenario = scenarioOf('sts', 'both-sides');
    const steps = await openAtEnd(scenario, { gate: 'on' });
    await settled(() => card() !== null);
    await doing(() => openActs('sts/both-sides', ['assume-role']));
    await doing(() => moveTo(steps.at(-1)?.id));
    await doing(() => setKnobs(scenario.working));
    expect(card()).toBeNull();
    await press('Home');
    await press('End');
    await settled(() => card() !== null);
    expect(place().step).toBe('assume-role.request');
    expect(title()).not.toBe(scenario.title);
  });

  test('is compared with the outcome before the run is with another one', async () => {
    const scenario = scenarioOf('sts', 'both-sides');
    const was = { knobs: scenario.working, isEach: false };
    const isCompared = (): boolean => document.body.textContent.includes('two runs compared');
    await openAtEnd(scenario, { gate: 'on', was });
    await settled(() => card() !== null);
    await press('1');
    await press('Enter');
    await settled(() => /You said:/.test(card()?.textContent ?? ''));
    expect(isCompared()).toBe(false);
    await press('ArrowRight');
    await settled(isCompared);
    expect(isCompared()).toBe(true);
    await press('ArrowLeft');
    expect(isCompared()).toBe(true);
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

describe('stories whose end nobody has seen', () => {
  const scenario = scenarioOf('sts', 'both-sides');
  const seen = listedOf('sts', 'mfa-to-assume');
  const next = nextAfter(scenario) ?? expect.fail('another one follows');
  const telling = CATALOGUE.filter(
    (one) =>
      one.lab === 'sts' &&
      ![scenario.id, seen.id].includes(one.id) &&
      gatedTitleOf(one) !== one.title,
  );
  const find = async (query: string): Promise<string> => {
    await doing(() => setOverlay('search'));
    await settled(() => document.querySelector('input[role=combobox]') !== null);
    const field = document.querySelector<HTMLInputElement>('input[role=combobox]');
    await settled(() => document.querySelector('dialog [role=option]') !== null);
    await doing(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, query);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settled(() => /Scenarios/.test(document.querySelector('dialog')?.textContent ?? ''));
    const found = document.querySelector('dialog')?.textContent ?? '';
    await doing(() => setOverlay(undefined));
    return found;
  };

  test('are named by what they are about: in the list, in search, and where one goes on', async () => {
    await doing(() => {
      useSeen.setState({ scenarios: [seen.id] });
      openActs('sts/both-sides', ['assume-role']);
    });
    await openAtEnd(scenario);
    await settled(() => /Or go on to/.test(document.querySelector('main')?.textContent ?? ''));
    const page = document.body.textContent;
    expect(telling.filter(({ title: own }) => page.includes(own))).toEqual([]);
    expect(page).toContain(seen.title);
    const links = [...document.querySelectorAll('main a')].map(({ textContent }) => textContent);
    expect(links).toContain(gatedTitleOf(next));
    const found = await find(next.id);
    expect(found).toContain(gatedTitleOf(next));
    expect(telling.filter(({ title: own }) => found.includes(own))).toEqual([]);
    expect(await find(seen.id)).toContain(seen.title);
  });

  test('have their own titles where nothing waits', async () => {
    changeSettings({ gate: 'off' });
    await openAtEnd(scenario);
    await settled(() => /Or go on to/.test(document.querySelector('main')?.textContent ?? ''));
    expect(document.querySelector('main')?.textContent).toContain(next.title);
    expect(document.querySelector('nav')?.textContent).toContain(next.title);
    expect(await find(next.id)).toContain(next.title);
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
