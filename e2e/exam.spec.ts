import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

/** Begins an exam of ten, about one topic. */
async function begun(page: Page): Promise<void> {
  await page.goto('./#/quiz/exam?size=10&topic=presigned');
  await page.getByRole('button', { name: 'Begin: 10 questions, 26 minutes' }).click();
  await expect(page.getByText('Question 1 of 10')).toBeVisible();
  await painted(page);
}

const states = (page: Page, state: string) =>
  page
    .getByRole('navigation', { name: 'Questions of the exam' })
    .getByRole('link')
    .filter({ hasText: state });

/** Answers the question that is shown, whatever its form: there are at most seven things to choose or to put in order. */
async function answered(page: Page, number: number): Promise<void> {
  await painted(page);
  for (const key of '1234567') {
    await page.keyboard.press(key);
    if ((await page.locator('select:focus').count()) > 0) await page.keyboard.press('ArrowDown');
  }
  await page.getByRole('button', { name: /^(?:Next question|To the list)/ }).press('Enter');
  if (number < 10) await expect(page.getByText(`Question ${number + 1} of 10`)).toBeVisible();
}

test('an exam is taken by keys, outlives a reload, and is explained when it is handed in', async ({
  page,
}) => {
  await page.goto('./#/quiz/exam');
  await expect(page.getByRole('heading', { name: 'Take an exam' })).toBeVisible();
  await expectAccessible(page, 'start');
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'start, 320');
  if (size) await page.setViewportSize(size);
  await begun(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page, 'running');
  for (const number of [1, 2, 3]) await answered(page, number);
  await page.getByRole('button', { name: 'Flag for another look' }).press('Enter');
  await expect(states(page, 'flagged')).toHaveCount(1);
  await written(page);
  await page.reload();
  await expect(page.getByText('Question 4 of 10')).toBeVisible();
  await expect(states(page, 'open')).toHaveCount(7);
  await expect(states(page, 'flagged')).toHaveCount(1);
  await expect(page.getByText(/^(?:RIGHT|WRONG)$/)).toHaveCount(0);
  await page.getByRole('link', { name: 'See the list, and hand in' }).press('Enter');
  await page.getByRole('button', { name: 'Hand in…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand in now?' });
  await expect(dialog).toContainText('7 questions have no answer: 4, 5, 6, 7, 8, 9 and 10.');
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  const result = page.getByRole('heading', { name: /^\d+ % right: [0-3] of 10$/ });
  await expect(result).toBeFocused();
  const said = await result.innerText();
  await page.locator('main summary').first().click();
  await expect(page.locator('details[open] fieldset')).toBeVisible();
  await expectAccessible(page, 'result');
  // On paper every question stands open.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('details:not([open]) fieldset').last()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^shortlived-exam-.*\.csv$/);
  await written(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: said })).toBeVisible();
  await page.goto('./#/quiz/progress');
  await expect(page.getByText(/^3 of \d+ answered/)).toBeVisible();
});

test('when the time is over the exam hands itself in, and a page that is closed stops the clock', async ({
  page,
}) => {
  await page.clock.install();
  await begun(page);
  await answered(page, 1);
  await page.clock.runFor('13:00');
  await expect(page.getByTestId('time')).toHaveText('Half of the time is gone.');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor('20:00');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.goto('./#/quiz/exam');
  await expect(page.getByText(/1 of 10 answered\. 1[23] minutes left\.$/)).toBeVisible();
  await page.clock.runFor('20:00');
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect(page.getByRole('timer')).toHaveText(/^1[23]:/);
  await page.clock.runFor('13:00');
  await expect(page.getByRole('heading', { name: /% right: [01] of 10$/ })).toBeVisible();
  await expect(page.getByText(/^Handed in on .* The 26 minutes ran out\./)).toBeVisible();
  await expect(page.getByText('9 questions were left blank and count as wrong.')).toBeVisible();
});

test('two tabs take one exam: each has the other’s answers, and both end with it', async ({
  page,
  context,
}) => {
  await begun(page);
  const other = await context.newPage();
  await other.goto('./#/quiz/exam/2');
  await expect(other.getByText('Question 2 of 10')).toBeVisible();
  await answered(page, 1);
  await expect(states(other, 'open')).toHaveCount(9);
  await answered(other, 2);
  await expect(states(page, 'open')).toHaveCount(8);
  await other.goto('./#/quiz/exam/review');
  await other.getByRole('button', { name: 'Hand in…' }).click();
  await other.getByRole('button', { name: 'Hand in', exact: true }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: /% right: [0-2] of 10$/ })).toBeVisible();
  }
});

test('steps and responses are dragged to where they belong, on a small screen too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.goto('./#/quiz/how-a-url-is-signed');
  const order = page.getByRole('region', { name: 'Your order' });
  const steps = page.locator('ol[data-drop=out] li');
  const placed = order.getByRole('listitem');
  await steps.nth(0).dragTo(order);
  await expect(placed).toHaveCount(1);
  await steps.nth(1).dragTo(order);
  await expect(placed).toHaveCount(2);
  const textsOf = (items: readonly string[]) => items.map((text) => text.split('\n')[1]);
  const [first, second] = textsOf(await placed.allInnerTexts());
  expect(first).toMatch(/\w{3}/);
  await placed.nth(1).dragTo(placed.nth(0));
  await expect.poll(async () => textsOf(await placed.allInnerTexts())).toEqual([second, first]);
  await expectNoSidewaysScroll(page, 'ordering');
  await page.goto('./#/quiz/key-and-its-meaning');
  const list = page.getByRole('combobox').filter({ hasText: 'Choose…' }).first();
  const chip = page.locator('[aria-hidden=true] li').first();
  await chip.dragTo(list);
  await expect(list.locator('option:checked')).toHaveText(await chip.innerText());
});
