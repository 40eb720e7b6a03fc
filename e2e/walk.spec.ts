import { expect, type Page } from '@playwright/test';
import { expectStep, labOn, openLab, placeIn, type Lab } from './lab.ts';
import { test } from './quiet.ts';

/** The addresses that a list of links leads to. */
const addressesIn = (page: Page, selector: string): Promise<readonly string[]> =>
  page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** Every scenario of every lab, found as a learner finds them. */
async function scenariosOn(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.goto('./');
  const labs = page.getByRole('navigation', { name: 'Main' });
  await expect(labs).toBeVisible();
  for (const lab of await addressesIn(page, 'nav[aria-label=Main] a[href*="#/lab/"]')) {
    await page.goto(`./${lab}`);
    const list = page.getByRole('navigation', { name: 'Scenarios' });
    await expect(list.getByRole('link').first()).toBeVisible();
    found.push(...(await addressesIn(page, 'nav[aria-labelledby=scenarios] a')));
  }
  return found;
}

/** Writes down whatever a live region says from now on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[role=status], [role=alert], [role=log], [aria-live]');
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const heardOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);

/** What AWS says stands in quotes, however many sentences it has. */
const unquoted = (sentence: string): string =>
  sentence.replaceAll(/“[^”]*”/g, (quote) => (/[.!?]”$/.test(quote) ? '“….”' : '“…”'));

/** One sentence after the place: it ends once, and nothing follows. */
const SENTENCE = /^Step \d+ of \d+\. (?:(?!\. |[!?] ).)+[.!?]”?$/;

/** All scenarios are walked, in parts, so that two browsers can go at once and none for long. */
const PARTS = [0, 1, 2, 3];

for (const part of PARTS) {
  test(`it walks the scenarios from the first step to the last by one button: part ${part + 1} of ${PARTS.length}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const scenarios = await scenariosOn(page);
    expect(scenarios.length).toBeGreaterThan(PARTS.length);
    for (const scenario of scenarios.filter((_, index) => index % PARTS.length === part)) {
      await walk(page, scenario);
    }
  });
}

test('it says every step of a scenario of each lab, one sentence at a time', async ({ page }) => {
  test.setTimeout(120_000);
  const scenarios = await scenariosOn(page);
  const labs = [...new Set(scenarios.map((scenario) => scenario.split('/')[2]))];
  expect(labs.length).toBeGreaterThan(1);
  for (const lab of labs) {
    const first = scenarios.find((scenario) => scenario.split('/')[2] === lab) ?? '';
    const { of, heard } = await walk(page, first, { isHeard: true });
    expect(heard.length).toBe(of);
  }
});

/** Waits until a step was said. */
const said = (lab: Lab, step: number, of: number): Promise<void> =>
  expect(lab.announcer).toHaveText(new RegExp(`^Step ${step} of ${of}\\. `));

/** Walks one scenario to its end, as quickly as one can press or as slowly as one can hear; gives what was heard. */
async function walk(
  page: Page,
  scenario: string,
  { isHeard }: { readonly isHeard: boolean } = { isHeard: false },
): Promise<{ readonly of: number; readonly heard: readonly string[] }> {
  const lab = await openLab(page, `${scenario}?v=1&gate=off`);
  const { at, of } = await placeIn(lab);
  expect(at).toBe(0);
  expect(of).toBeGreaterThan(5);
  await listen(page);
  await lab.next.focus();
  for (let step = 1; step <= of; step += 1) {
    await page.keyboard.press('Enter');
    if (isHeard) await said(lab, step, of);
  }
  await expectStep(lab, of);
  await expect(lab.next).toBeFocused();
  const steps = page.getByRole('list', { name: 'Steps so far' }).getByRole('listitem');
  await expect(steps).toHaveCount(of);
  await expect(lab.next).toHaveAttribute('aria-disabled', 'true');
  await expect(lab.next).toHaveJSProperty('disabled', false);
  await page.keyboard.press('Enter');
  await expectStep(lab, of);
  await said(lab, of, of);
  // What is said of safeguards that are off comes once, beside the steps.
  const heard = (await heardOn(page)).filter((sentence) => sentence.startsWith('Step'));
  expect(heard.filter((sentence) => !SENTENCE.test(unquoted(sentence)))).toEqual([]);
  await expect(lab.ending).toContainText(/GRANTED|REFUSED|ATTACK/);
  await expect(page.locator('nav a[aria-current=page]').last()).toContainText('seen to the end');
  return { of, heard };
}

test('it goes back by the way it came, and jumps to both ends', async ({ page }) => {
  await page.goto('./#/lab/presigned/seven-days');
  const lab = labOn(page);
  const back = page.getByRole('button', { name: 'Step back' });
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  const title = lab.inspector.getByRole('heading', { level: 2 });
  await lab.next.click();
  await expectStep(lab, 1);
  await lab.next.click();
  await expectStep(lab, 2);
  const second = await title.innerText();
  await lab.next.click();
  await expectStep(lab, 3);
  await expect(title).not.toHaveText(second);
  await back.click();
  await expectStep(lab, 2);
  await expect(title).toHaveText(second);
  const { of } = await placeIn(lab);
  await page.getByRole('button', { name: 'Last step' }).click();
  await expectStep(lab, of);
  await page.getByRole('button', { name: 'First step' }).click();
  await expectStep(lab, 0);
  await expect(lab.announcer).toBeEmpty();
});

test('it goes to any step from the list of all, and from the steps so far', async ({ page }) => {
  await page.goto('./#/lab/presigned/seven-days');
  const lab = labOn(page);
  await lab.place.click();
  const steps = page.getByRole('dialog', { name: 'Go to a step' }).getByRole('button');
  await steps.filter({ hasText: /^\s*7\s/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectStep(lab, 7);
  await page.getByRole('list', { name: 'Steps so far' }).getByRole('button').first().click();
  await expectStep(lab, 1);
});
