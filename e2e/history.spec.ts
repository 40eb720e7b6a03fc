import { expect, type Page } from '@playwright/test';
import { LAB, expectStep, labOn, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

const onStart = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);

test('it leaves the lab by one Back after many steps, and comes back by Forward', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: /^Start: / }).click();
  const lab = labOn(page);
  await expectStep(lab, 0);
  await painted(page);
  for (let step = 1; step <= 12; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expectStep(lab, step);
  }
  const before = (await lab.clock.getAttribute('aria-valuetext')) ?? '';
  await lab.clock.press('ArrowLeft');
  await expect(lab.clock).not.toHaveAttribute('aria-valuetext', before);
  const moment = (await lab.clock.getAttribute('aria-valuetext')) ?? '';
  await expect.poll(() => page.url()).toContain('used=');
  const link = page.url();
  await page.goBack();
  await onStart(page);
  await page.goForward();
  await expectStep(lab, 12);
  await expect(lab.clock).toHaveAttribute('aria-valuetext', moment);
  expect(page.url()).toBe(link);
  await page.goBack();
  await onStart(page);
  const length = await page.evaluate(() => history.length);
  await page.goForward();
  await expectStep(lab, 12);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('it goes through pages by Back and Forward, link by link', async ({ page }) => {
  await page.goto('./#/nothing-here');
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await onStart(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Presigned URLs' }).click();
  const lab = labOn(page);
  await expectStep(lab, 0);
  await painted(page);
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
  await expect.poll(() => page.url()).toContain('.answer');
  await page.getByRole('navigation').getByRole('link', { name: 'Quiz' }).click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.goBack();
  await expect(lab.ending).toBeVisible();
  await page.goBack();
  await onStart(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'There is nothing at this link' })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(lab.ending).toBeVisible();
});

test('it follows an address that is typed over the one there is', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate((hash) => {
    location.hash = `${hash}/sign.work?v=1&theme=dark`;
  }, LAB);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectStep(lab, 10);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goBack();
  await expectStep(lab, 0);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
