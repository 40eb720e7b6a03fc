import { expect } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

test('a prediction is answered by keys, comes back after a reload, and shows the step that refutes it', async ({
  page,
}) => {
  await page.goto('./#/quiz/predict/presigned/seven-days/open-url.stops?v=1&expires=259200');
  const options = page.getByRole('radio');
  await expect(options.first()).toBeVisible();
  await painted(page);
  await expect(page.getByRole('main')).not.toContainText('13:00');
  await expectAccessible(page, 'an open prediction');
  const grants = page.getByRole('radio', { name: 'It grants the request' });
  await grants.check();
  await page.keyboard.press('Enter');
  await expect(page.getByText('WRONG', { exact: true })).toBeVisible();
  await expect(page.getByText(/^The idea behind it: /)).toBeVisible();
  await expectAccessible(page, 'an answered prediction');
  const address = page.url();
  await written(page);
  await page.reload();
  await expect(page.getByText('WRONG', { exact: true })).toBeVisible();
  await expect(grants).toBeChecked();
  expect(page.url()).toBe(address);
  await page.getByRole('link', { name: 'See the step that refutes it' }).click();
  await expect.poll(() => page.url()).toContain('/seven-days/open-url.token-alive?');
  await expect.poll(() => page.url()).toContain('expires=259200');
});

test('the end of a run leads to predictions of its story, one after the other', async ({
  page,
}) => {
  await page.goto('./#/lab/sts/one-hour-chained/assume-deploy.answer?v=1');
  // The change that flips the run arrives above it and moves it down: a key finds it all the same.
  await page.getByRole('link', { name: 'Predict another setting of this story' }).press('Enter');
  const stem = page.getByRole('heading', { level: 1 });
  await expect(stem).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/predict\/sts\/one-hour-chained\/.*of=sts\./);
  const first = page.url();
  await page.getByRole('radio').first().check();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^1 prediction, [01] right\./)).toBeVisible();
  await page.getByRole('button', { name: 'Next prediction' }).press('Enter');
  await expect.poll(() => page.url()).not.toBe(first);
  await expect.poll(() => page.url()).toMatch(/predict\/sts\/one-hour-chained\//);
  await expect(page.getByRole('button', { name: 'Check the answer' })).toBeVisible();
  await expect(stem).toBeFocused();
});
