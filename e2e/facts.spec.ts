import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { test } from './quiet.ts';

test('a corrected belief leads to the step that shows it, by keys alone', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Facts', exact: true }).press('Enter');
  await expect(page).toHaveTitle('Facts · Shortlived');
  const row = page.getByRole('row', { name: /15 minutes when a role does/ });
  await row.getByRole('link', { name: /only 15 minutes/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The tool chose the lifetime' })).toBeVisible();
});

test('the credentials do not move a default, the tool does', async ({ page }) => {
  await page.goto('./#/facts/tools');
  const knobs = page.getByRole('region', { name: 'Tool and credentials' });
  await expect(knobs).toContainText('X-Amz-Expires=900');
  await page.getByLabel('Credentials', { exact: true }).selectOption('a role’s session');
  await expect(knobs).toContainText('X-Amz-Expires=900');
  await page.getByLabel('Tool', { exact: true }).selectOption('AWS CLI · aws s3 presign');
  await expect(knobs).toContainText('X-Amz-Expires=3600');
  await expect(page.getByRole('heading', { name: 'What AWS CLI made here' })).toBeVisible();
  await expect.poll(() => page.url()).toContain('tool=cli&tried=role');
  await page.reload();
  await expect(knobs).toContainText('X-Amz-Expires=3600');
});

test('the lives follow what is asked for', async ({ page }) => {
  await page.goto('./#/facts/lives');
  const role = page.getByRole('row', { name: /^AssumeRole/ });
  await expect(role).toContainText('after 1 hour');
  await page.getByLabel('Session duration asked for').selectOption('4 hours');
  await expect(role).toContainText('after 4 hours');
  await page.getByLabel('The role’s maximum').selectOption('2 hours');
  await expect(role).toContainText('no session, no URL');
  await expect(page.getByTestId('announcer')).toContainText('no session, no URL');
});

test('nothing is cut off or without a name, on a screen and on a phone', async ({ page }) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    // The sheet of limits is long, and one look at it costs as much as at all the others.
    const limits = width === 390 ? ['#/facts/limits'] : [];
    for (const hash of ['#/facts', '#/facts/lives', '#/facts/tools', ...limits]) {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await expectNoSidewaysScroll(page, `${hash} ${width}`);
      await expectAccessible(page, `${hash} ${width}`);
    }
  }
});

test('the limits are one page on paper, and on screen each number opens the run that shows it', async ({
  page,
}) => {
  await page.goto('./#/facts/limits');
  await expect(page.getByRole('row', { name: /^ExternalId/ })).toBeVisible();
  for (const format of ['A4', 'Letter']) {
    const paper = (await page.pdf({ format })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await page.getByLabel('Find a limit').fill('chaining');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 of \d+ fit/);
  await page.reload();
  await expect(page.getByRole('row', { name: /^ExternalId/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'at most 1 h' }).first().press('Enter');
  await expect(page).toHaveURL(/one-hour-chained\/assume-deploy\.duration-when-chained/);
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('one hour');
});
