import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

const CLASS = './#/quiz/class/second-role';

test('a clicker leads a class from the question through two votes to the run, and Back keeps the hands', async ({
  page,
}) => {
  await page.goto('./#/quiz/class?trap=B3');
  await page.getByRole('link', { name: 'From one role to the next' }).press('Enter');
  const answers = page.getByRole('region', { name: 'Answers' });
  await expect(answers.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await painted(page);
  for (const key of ['PageDown', 'a', 'a', 'b', 'c', 'u']) await page.keyboard.press(key);
  await page.getByLabel('Hands for B').fill('12');
  await expect(page.getByTestId('announcer')).toContainText('hand');
  await written(page);
  await page.reload();
  await expect(page.getByLabel('Hands for B')).toHaveValue('12');
  await expect(page.getByLabel('Hands for A')).toHaveValue('2');
  for (const key of ['PageDown', 'PageDown', 'b', 'b', 'PageDown']) await page.keyboard.press(key);
  await expect(answers).toContainText('12 hands, 86 %');
  await expect(answers).not.toContainText('The right answer');
  await expect(page).toHaveURL(/class\/second-role\?trap=B3$/);
  await expect(page).toHaveTitle('Quiz · Shortlived');
  await page.keyboard.press('PageDown');
  await expect(answers.getByRole('listitem').nth(1)).toContainText('The right answer');
  await expect(page.getByRole('main')).toContainText('Normalised gain (Hake): 1.00');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: /capped at one hour/ })).toBeVisible();
  await page.goBack();
  await expect(answers).toContainText('12 hands, 86 %');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: /capped at one hour/ })).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).press('Enter');
  await expect(
    page.getByRole('button', { name: /^Next question|^Back to the list/ }),
  ).toBeVisible();
});

test('the room can read it: on a projector, on a phone, and with nothing that a machine finds fault with', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(CLASS);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await painted(page);
  await page.keyboard.press('PageDown');
  await expect(page.getByLabel('Hands for A')).toBeVisible();
  await expectAccessible(page, 'vote');
  // D is an answer here, and no shortcut for another theme.
  await page.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  for (const key of ['a', 'b', 'PageDown', 'PageDown', 'b', 'PageDown', 'PageDown']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText('The right answer')).toBeVisible();
  await expectAccessible(page, 'reveal');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'reveal, 320');
  await page.goto('./#/quiz/class');
  await expect(page.getByRole('heading', { name: 'A question for the room' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'list, 320');
  await expectAccessible(page, 'list, 320');
});
