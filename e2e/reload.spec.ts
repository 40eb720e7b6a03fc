import { expect, type Page } from '@playwright/test';
import { DEPUTY, LAB, openLab, placeIn, stateOf, type Lab } from './lab.ts';
import { test } from './quiet.ts';

const QUICKLY = { intervals: [40] };

/** Steps forward once and waits until the step was said and stands in the link. */
async function stepTo(page: Page, lab: Lab, step: number): Promise<void> {
  const before = page.url();
  await page.keyboard.press('ArrowRight');
  await expect(lab.announcer).toHaveText(new RegExp(`^Step ${step} of `));
  await expect.poll(() => page.url(), QUICKLY).not.toBe(before);
}

/** Walks a run and notes what there is to see; what is loaded on demand is loaded before. */
async function statesAlong(page: Page, lab: Lab): Promise<readonly unknown[]> {
  const { of } = await placeIn(lab);
  for (let step = 1; step <= of; step += 1) await page.keyboard.press('ArrowRight');
  await expect(lab.ending).toBeVisible();
  await expect(lab.inspector).toContainText('The rule:');
  await page.keyboard.press('Home');
  await expect(lab.announcer).toBeEmpty();
  await expect.poll(() => page.url()).toMatch(/\/lab\/[a-z]+\/[a-z-]+\?/);
  const states: unknown[] = [];
  for (let step = 1; step <= of; step += 1) {
    await stepTo(page, lab, step);
    states.push(await stateOf(page));
  }
  return states;
}

/** Walks a run and reloads at every step: what was there is there again. */
async function reloadAtEveryStep(page: Page, lab: Lab): Promise<void> {
  const states = await statesAlong(page, lab);
  await page.keyboard.press('Home');
  await expect(lab.announcer).toBeEmpty();
  await expect.poll(() => page.url()).toMatch(/\/lab\/[a-z]+\/[a-z-]+\?/);
  for (const [index, state] of states.entries()) {
    await stepTo(page, lab, index + 1);
    await page.reload({ waitUntil: 'commit' });
    const message = `step ${index + 1}`;
    await expect.poll(() => stateOf(page), { message, ...QUICKLY }).toEqual(state);
  }
}

test.use({ viewport: { width: 1440, height: 900 } });
test.describe.configure({ timeout: 120_000 });

test('it is the same after a reload at every step', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await reloadAtEveryStep(page, lab);
});

test('it is the same after a reload at every step in the lab of STS', async ({ page }) => {
  const lab = await openLab(page, DEPUTY);
  await reloadAtEveryStep(page, lab);
});

test('it is the same after a reload with changes, an edited policy, a tab and a theme', async ({
  page,
}) => {
  const lab = await openLab(page, LAB);
  await page.getByRole('radio', { name: 'IAM user' }).check();
  await page.getByRole('slider', { name: 'X-Amz-Expires' }).press('ArrowLeft');
  await page.getByLabel('Just before that').selectOption({ label: 'the object is deleted' });
  await lab.clock.press('ArrowLeft');
  await page.getByText('Edit the policy').click();
  const editor = page.getByRole('textbox', { name: 'What the signer may do' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  const policy = await editor.innerText();
  const denied = policy.replace('"Allow"', '"Deny"');
  expect(denied).not.toBe(policy);
  await editor.fill(denied);
  await page.getByText('Edit the policy').click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await lab.next.click();
  await lab.next.click();
  await page.getByRole('tab').last().click();
  await expect(page.locator('fieldset[data-changed=true]')).toHaveCount(5);
  await page.getByRole('button', { name: 'First step' }).click();
  await expect.poll(() => page.url()).toMatch(/seven-days\?.*permissions=/);
  await reloadAtEveryStep(page, lab);
  await expect(lab.ending).toContainText('REFUSED');
  await page.getByText('Edit the policy').click();
  const compact = (text: string): string => text.replaceAll(/\s/g, '');
  await expect.poll(async () => compact((await editor.textContent()) ?? '')).toBe(compact(denied));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('it is the same when a text is broken: what was typed is never lost', async ({ page }) => {
  await openLab(page, LAB);
  await page.getByText('Edit the policy').click();
  const editor = page.getByRole('textbox', { name: 'What the signer may do' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await editor.fill('{ "Version": "2012-10-17", ');
  await expect(editor).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => page.url()).toContain('permissions=');
  await page.reload();
  await page.getByText('Edit the policy').click();
  await expect(editor).toContainText('{ "Version": "2012-10-17",');
  await expect(page.getByText(/uses the policy it started with/).first()).toBeVisible();
});
