import { expect, type Page } from '@playwright/test';
import { DEPUTY, IS_WHOLE, LAB, openLab, painted, placeIn, stateOf, type Lab } from './lab.ts';
import { test } from './quiet.ts';

const QUICKLY = { intervals: [40] };

/** Goes to a step by one move, and waits until it was said, stands in the link, and its bytes are there. */
async function stepTo(page: Page, lab: Lab, from: number, step: number): Promise<void> {
  const before = page.url();
  if (step === from + 1) {
    await page.keyboard.press('ArrowRight');
  } else {
    await page.keyboard.press('g');
    const steps = page.getByRole('dialog', { name: 'Go to a step' }).getByRole('button');
    await steps.filter({ hasText: new RegExp(`^\\s*${step}\\s`) }).click();
  }
  await expect(lab.announcer).toHaveText(new RegExp(`^Step ${step} of `));
  await expect.poll(() => page.url(), QUICKLY).not.toBe(before);
}

/** Walks a run to its end, and lets each step show itself whole: what is loaded on demand is there from then on. */
async function loadAlong(page: Page, lab: Lab, of: number): Promise<void> {
  for (let step = 1; step <= of; step += 1) {
    await page.keyboard.press('ArrowRight');
    await painted(page);
    await painted(page);
  }
  await expect(lab.ending).toBeVisible();
  await expect(lab.inspector).toContainText('The rule:');
}

/** Goes back to the start, and waits until the link says so. */
async function restart(page: Page, lab: Lab): Promise<void> {
  await page.keyboard.press('Home');
  await expect(lab.announcer).toBeEmpty();
  await expect.poll(() => page.url()).toMatch(/\/lab\/[a-z]+\/[a-z-]+\?/);
}

/** Some steps of a run, evenly apart, and always the last; all of the whole. */
function every(wanted: number, of: number): readonly number[] {
  const apart = IS_WHOLE ? 1 : wanted;
  return Array.from(
    { length: Math.ceil(of / apart) },
    (_, index) => of - index * apart,
  ).toReversed();
}

/** Walks a run and reloads at some of its steps: what was there in a walk without any is there again. */
async function reloadAlong(page: Page, lab: Lab, apart: number): Promise<void> {
  const { of } = await placeIn(lab);
  const stops = every(apart, of);
  await loadAlong(page, lab, of);
  await restart(page, lab);
  const states: unknown[] = [];
  for (const [index, step] of stops.entries()) {
    await stepTo(page, lab, stops[index - 1] ?? 0, step);
    // The end of a run follows its last step.
    if (step === of) await expect(lab.ending).toBeVisible();
    states.push(await stateOf(page));
  }
  await restart(page, lab);
  for (const [index, step] of stops.entries()) {
    await stepTo(page, lab, stops[index - 1] ?? 0, step);
    await page.reload({ waitUntil: 'commit' });
    const message = `step ${step}`;
    await expect.poll(() => stateOf(page), { message, ...QUICKLY }).toEqual(states[index]);
  }
}

test.use({ viewport: { width: 1440, height: 900 } });
test.describe.configure({ timeout: IS_WHOLE ? 400_000 : 120_000 });

test('it is the same after a reload anywhere in a run', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await reloadAlong(page, lab, 5);
});

test('it is the same after a reload in the lab of STS', async ({ page }) => {
  const lab = await openLab(page, DEPUTY);
  await reloadAlong(page, lab, 8);
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
  await reloadAlong(page, lab, 12);
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
