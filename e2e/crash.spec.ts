import { expect, type Page } from '@playwright/test';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

test.use({ provoked: /provoked|ERR_FAILED|dynamically imported module/ });

const broken = (page: Page) =>
  page.getByRole('heading', { name: 'Something broke, and it is our fault' });

/** Makes a part of the browser fail that a page needs once it shows the end of a run. */
const breakTheEnd = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    // Only once: after a reload everything works again.
    if (sessionStorage.getItem('broken') !== null) return;
    sessionStorage.setItem('broken', 'once');
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      if (query.includes('width <')) return real(query);
      throw new Error('provoked');
    };
  });

test('it shows what broke instead of a blank page, and the report can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await breakTheEnd(page);
  const { next } = await openLab(page, `${LAB}?v=1&signer=user`);
  await page.keyboard.press('End');
  await expect(broken(page)).toBeVisible();
  await expect(next).toHaveCount(0);
  const report = await page.getByRole('textbox', { name: 'Report' }).inputValue();
  expect(report).toContain('Error: provoked');
  expect(report).toMatch(/Page: #\/lab\/presigned\/seven-days/);
  // What a learner changed or typed stands after the question mark.
  expect(report).not.toContain('signer');
  await page.getByRole('button', { name: 'Copy the report' }).click();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(report);
});

test('it works again after Reload, where it was', async ({ page }) => {
  await breakTheEnd(page);
  const lab = await openLab(page, `${LAB}?v=1&signer=user`);
  await page.keyboard.press('d');
  await page.keyboard.press('End');
  await expect(broken(page)).toBeVisible();
  await expect.poll(() => page.url()).toContain('.answer');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(lab.ending).toBeVisible();
  await expect(page.getByRole('radio', { name: 'IAM user' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

/** Answers a question, adds one of one's own, and breaks the lab. */
async function breakWithAnswers(page: Page): Promise<void> {
  await breakTheEnd(page);
  await page.goto('./#/quiz/link-and-session');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check the answer' }).press('Enter');
  await expect(page.getByText(/^(?:RIGHT|WRONG)$/)).toBeVisible();
  await page.goto('./#/quiz/teach');
  await page.getByRole('button', { name: 'Begin with the example' }).press('Enter');
  await page.getByRole('button', { name: /^Add \d/ }).press('Enter');
  await expect.poll(() => rowsIn(page)).toEqual([1, 4]);
  await openLab(page, `${LAB}?v=1&signer=user`);
  await page.keyboard.press('d');
  await page.evaluate(() => localStorage.setItem('somebody-else', 'stays'));
  await page.keyboard.press('End');
  await expect(broken(page)).toBeVisible();
}

/** How many answers and questions of one's own the browser keeps. */
const rowsIn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const countIn = (name: string, table: string): Promise<number> =>
      new Promise((done) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => {
          const { result } = opening;
          const counting = result.transaction(table).objectStore(table).count();
          counting.addEventListener('success', () => {
            result.close();
            done(counting.result);
          });
        });
      });
    return Promise.all([
      countIn('shortlived', 'attempts'),
      countIn('shortlived-questions', 'added'),
    ]);
  });

test('a reset begins anew without settings, and keeps answers and questions', async ({ page }) => {
  await breakWithAnswers(page);
  await page.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect.poll(() => page.url()).toMatch(/#\/$/);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['somebody-else']);
  expect(await rowsIn(page)).toEqual([1, 4]);
});

test('answers and questions are forgotten only when that is asked for, twice', async ({ page }) => {
  await breakWithAnswers(page);
  await page.getByRole('button', { name: 'Forget everything…' }).press('Enter');
  expect(await rowsIn(page)).toEqual([1, 4]);
  await page.getByRole('button', { name: 'Forget it for ever' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);
  expect(await rowsIn(page)).toEqual([0, 0]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['somebody-else']);
});

test('it says so too when a part of it cannot be loaded', async ({ page, request }) => {
  const index = await (await request.get('./')).text();
  const isFirst = (url: string): boolean => index.includes(url.split('/').at(-1) ?? url);
  await page.route(/\.js$/, (route) =>
    isFirst(route.request().url()) ? route.continue() : route.abort(),
  );
  // The last needs a part of the app even to be read.
  for (const hash of [
    '',
    LAB,
    '#/quiz',
    `${LAB}?v=1&permissions=z.q1bKTFGyUjI0VNJRyslPTsxRslKCiAIA`,
  ]) {
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect(broken(page)).toBeVisible();
  }
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('button', { name: 'Next step', exact: true })).toBeVisible();
});
