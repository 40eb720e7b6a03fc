import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { labOn, painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

/** The reasons on screen: what every option is described by. */
const reasonsOn = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('radio')
    .evaluateAll((options) =>
      options.map(
        (option) =>
          document.getElementById(option.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
      ),
    );

test('it is answered by keys: a number chooses, Enter checks and goes on', async ({ page }) => {
  await page.goto('./#/quiz/link-and-session');
  const stem = page.getByRole('heading', { level: 1 });
  const options = page.getByRole('radio');
  await expect(options.first()).toBeVisible();
  await painted(page);
  expect((await reasonsOn(page)).join('')).toBe('');
  const first = await stem.innerText();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await expect(options.nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^(?:RIGHT|WRONG)$/)).toBeVisible();
  const reasons = await reasonsOn(page);
  expect(reasons.length).toBeGreaterThan(1);
  for (const reason of reasons) expect(reason.length).toBeGreaterThan(20);
  expect(new Set(reasons).size).toBe(reasons.length);
  await expect(page.getByTestId('announcer')).not.toBeEmpty();
  // An answer stands until the question is asked again.
  await page.keyboard.press('1');
  await expect(options.nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(stem).not.toHaveText(first);
  await expect(stem).toBeFocused();
});

test('it leads from an answer to the step that shows it, and back', async ({ page }) => {
  await page.goto('./#/quiz/link-and-session');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await painted(page);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  const see = page.getByRole('link', { name: 'See it happen' });
  const href = await see.getAttribute('href');
  await expect.poll(() => page.url()).toMatch(/#\/quiz\/[a-z-]+$/);
  expect(href).toMatch(/^#\/lab\/[a-z-]+\/[a-z-]+\/[a-z-]+\.[a-z-]+/);
  await see.press('Enter');
  const lab = labOn(page);
  await expect(lab.inspector.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('region', { name: /^About this/ })).toHaveCount(0);
  const step = href?.split('/').at(-1)?.split('?')[0] ?? 'no step';
  await expect.poll(() => page.url()).toContain(`/${step}`);
  await expect(lab.announcer).toHaveText(/^Step \d+ of \d+\. /);
  await page.goBack();
  await expect(see).toHaveAttribute('href', href ?? '');
});

test('it remembers answers over a reload, and asks again when told to', async ({ page }) => {
  await page.goto('./#/quiz/link-and-session');
  const options = page.getByRole('radio');
  await options.nth(2).check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  const verdict = page.getByText(/^(?:RIGHT|WRONG)$/);
  const said = await verdict.innerText();
  const stem = await page.getByRole('heading', { level: 1 }).innerText();
  await expect.poll(() => page.url()).toMatch(/#\/quiz\/[a-z-]+$/);
  await written(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem);
  await expect(verdict).toHaveText(said);
  await expect(options.nth(2)).toBeChecked();
  await expect(page.getByRole('link', { name: 'See it happen' })).toBeVisible();
  await page.getByRole('button', { name: 'Try it again' }).click();
  await expect(verdict).toHaveCount(0);
  expect((await reasonsOn(page)).join('')).toBe('');
});

test('every form is answered by keys alone, and each question has its own link', async ({
  page,
}) => {
  await page.goto('./#/quiz');
  const links = page.locator('nav a[href^="#/quiz/"]');
  await expect.poll(() => links.count()).toBeGreaterThanOrEqual(30);
  const verdict = page.getByText(/^(?:RIGHT|WRONG)$/);
  for (const id of ['looked-at-on-use', 'how-a-url-is-signed', 'key-and-its-meaning']) {
    await page.goto(`./#/quiz/${id}`);
    await expect(
      page.getByRole('navigation', { name: 'Questions' }).locator('[aria-current]'),
    ).toHaveAttribute('href', `#/quiz/${id}`);
    await painted(page);
    for (const key of '12345') {
      await page.keyboard.press(key);
      // Of a matching, a number goes to a list; the arrow chooses from it.
      if ((await page.locator('select:focus').count()) > 0) await page.keyboard.press('ArrowDown');
    }
    await page.getByRole('radio', { name: 'Unsure' }).check();
    await page.keyboard.press('Enter');
    await expect(verdict).toBeVisible();
    await written(page);
    await page.reload();
    await expect(verdict).toBeVisible();
  }
});

test('it says so when a link asks for a question that does not exist', async ({ page }) => {
  await page.goto('./#/quiz/no-such-question');
  await expect(page.getByRole('heading', { name: 'There is no such question' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the questions' }).click();
  await expect(page.getByRole('button', { name: 'Check the answer' })).toBeVisible();
});

test('two tabs keep each other’s answers; a file brings them back after everything was deleted', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const answer = async (tab: Page, id: string): Promise<void> => {
    await tab.goto(`./#/quiz/${id}`);
    await tab.getByRole('radio').first().check();
    await tab.getByRole('button', { name: 'Check the answer' }).click();
    await expect(tab.getByText(/^(?:RIGHT|WRONG)$/)).toBeVisible();
  };
  await Promise.all([answer(page, 'link-and-session'), answer(other, 'second-role')]);
  await page.goto('./#/quiz/progress');
  const said = page.getByText(/^2 of \d+ answered/);
  await expect(said).toBeVisible();
  await written(page);
  await page.reload();
  await expect(said).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save them as a file' }).click();
  const file = await (await saving).path();
  await page.getByRole('button', { name: 'Delete all answers…' }).click();
  await page.getByRole('button', { name: 'Delete them for ever' }).click();
  await expect(page.getByText('All answers are deleted.')).toBeVisible();
  await written(page);
  await page.reload();
  await expect(page.getByText(/questions, none answered yet/)).toBeVisible();
  await page.getByLabel('Add answers from a file').setInputFiles(file);
  await expect(page.getByText('2 answers were added.')).toBeVisible();
  await written(page);
  await page.reload();
  await expect(said).toBeVisible();
  await expectAccessible(page, 'progress');
});

test('where no database can be opened it goes on in memory, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await page.goto('./#/quiz/link-and-session');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await expect(page.getByText(/^(?:RIGHT|WRONG)$/)).toBeVisible();
  await expect(page.getByText('This browser does not keep answers.')).toBeVisible();
  await expect(page.getByText(/^1 of \d+ answered/)).toBeVisible();
});
