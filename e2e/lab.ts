import { expect, type Locator, type Page } from '@playwright/test';

/** The lab as links and a learner know it. */

export const LAB = '#/lab/presigned/seven-days';
export const DECIDES = `${LAB}/open-url.token-alive`;
/** A scenario of the other lab, with a safeguard that can be off. */
export const DEPUTY = '#/lab/sts/confused-deputy';
export const END = `${LAB}/open-url.answer`;

/** Parameters with which the link is used before the session ends. */
export const IN_TIME = 'v=1&used=20260115T124500Z';

/**
 * Whether everything is gone through that `npm test` samples to stay short: each scenario, each reload, each window in each
 * theme. `SHORTLIVED_WHOLE=1 npm run e2e` does.
 */
export const IS_WHOLE = process.env['SHORTLIVED_WHOLE'] === '1';

export interface Lab {
  readonly next: Locator;
  /** Says which step of how many, and leads to any of them. */
  readonly place: Locator;
  readonly announcer: Locator;
  readonly clock: Locator;
  readonly inspector: Locator;
  readonly ending: Locator;
}

/** The parts of the lab that tests use. */
export const labOn = (page: Page): Lab => ({
  next: page.getByRole('button', { name: 'Next step', exact: true }),
  place: page.getByRole('button', { name: /^Step \d+ \/ (?:\d+|\?)\s*: go to a step$/ }),
  announcer: page.getByTestId('announcer'),
  clock: page.getByRole('slider', { name: /^Clock/ }),
  inspector: page.getByRole('region', { name: 'Inspector', exact: true }),
  ending: page.getByRole('region', { name: 'The run ends here' }),
});

/** Opens a link into the lab; a page that is open already only changes its hash. */
export async function openLab(page: Page, hash: string): Promise<Lab> {
  await page.goto(`./${hash}`);
  const lab = labOn(page);
  await expect(lab.next).toBeVisible();
  await stirred(page);
  await painted(page);
  return lab;
}

/** Moves the pointer, as whoever opens a page does: the run is loaded, and the page knows how many steps it has. */
async function stirred(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await expect(labOn(page).place).toBeVisible();
}

/** Waits until a frame is on screen and what follows it is done: from then on a page hears keys. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => setTimeout(done));
        // A browser that draws nothing, because nothing changes, draws no frame.
        setTimeout(done, 1000);
      }),
  );

/** The step one is at, and how many there are. */
export async function placeIn({ place }: Lab): Promise<{ at: number; of: number }> {
  const [at = -1, of = -1] = ((await place.innerText()).match(/\d+/g) ?? []).map(Number);
  return { at, of };
}

/** Expects the lab to stand at a step. */
export const expectStep = ({ place }: Lab, at: number): Promise<void> =>
  expect(place).toHaveText(new RegExp(`^Step ${at} /`));

/** Everything a reload must bring back, once it has come to rest: the bytes of a step follow its words. */
export async function stateOf(page: Page): Promise<Readonly<Record<string, unknown>>> {
  let state = await stateNow(page);
  await expect(async () => {
    const before = state;
    await page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })),
    );
    state = await stateNow(page);
    expect(state).toEqual(before);
    expect(state['isWhole']).toBe(true);
  }).toPass({ intervals: [60] });
  return state;
}

const stateNow = (page: Page): Promise<Readonly<Record<string, unknown>>> =>
  page.evaluate(() => {
    const texts = (selector: string): readonly (string | null)[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);
    return {
      isWhole: !document.body.innerText.includes('Searching…'),
      hash: location.hash,
      theme: document.documentElement.dataset['theme'] ?? 'system',
      // Which lives ended on the way hangs on where one came from.
      said: texts('[data-testid=announcer]').map((text) => text?.replace(/; lifetimes: .*$/, '.')),
      steps: texts('[aria-label="Steps so far"] li'),
      // Sources and the way into the editor are loaded a moment later.
      inspector: texts('[aria-label=Inspector]').map(
        (text) => text?.split(/\s*(?:The rule:|Source:|Edit this policy)/)[0],
      ),
      knobs: texts('fieldset'),
      tab: texts('[role=tab][aria-selected=true]'),
      clock: document.querySelector('[role=slider]')?.getAttribute('aria-valuetext'),
      ending: texts('[aria-labelledby=ending]'),
    };
  });
