import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, expectStep, openLab } from './lab.ts';
import { test } from './quiet.ts';

/** The palette as a learner knows it. */
const paletteOn = (page: Page) => ({
  dialog: page.getByRole('dialog', { name: 'Search everything' }),
  field: page.getByRole('combobox', { name: 'Search' }),
  marked: page.getByRole('dialog').getByRole('option', { selected: true }),
});

test('search leads by keys alone to a rule, to a step and to a deed, and gives the focus back', async ({
  page,
}) => {
  const lab = await openLab(page, DECIDES);
  const { dialog, field, marked } = paletteOn(page);
  await lab.next.focus();
  await page.keyboard.press('Control+k');
  await field.fill('expiredtoken');
  await expect(marked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(lab.next).toBeFocused();

  await page.keyboard.press('Control+k');
  await field.fill('theme');
  await expect(marked).toContainText('Next theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  await page.keyboard.press('Control+k');
  await field.fill('1 ·');
  await expect(page.getByRole('group', { name: 'Steps of this run' })).toBeVisible();
  await page.getByRole('group', { name: 'Steps of this run' }).getByRole('option').first().click();
  await expectStep(lab, 1);

  await page.keyboard.press('Control+k');
  await field.fill('s3 token-alive');
  await expect(marked).toContainText('Amazon S3');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/facts\/rules\?find=s3\.token-alive$/);
  await page.goBack();
  await expectStep(lab, 1);
});

test('a word that is explained opens where it stands, and can be switched off', async ({
  page,
}) => {
  const lab = await openLab(page, '#/lab/presigned/seven-days/assume-role.assume-role-allowed?v=1');
  const word = lab.inspector.getByRole('button', { name: 'trust policy', exact: true });
  await expect(word).toHaveCount(1);
  await expect(lab.inspector).toContainText('What decided:');
  const before = await lab.inspector.innerText();
  await word.press('Enter');
  const note = page.getByRole('note', { name: 'trust policy' });
  await expect(note).toContainText('who may assume it');
  await expectAccessible(page, 'an open word');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(word).toBeFocused();
  expect(await lab.inspector.innerText()).toBe(before);
  await page.getByRole('button', { name: 'Keyboard and settings' }).click();
  await page.getByLabel('Explain words where they stand').uncheck();
  await page.keyboard.press('Escape');
  await expect(word).toHaveCount(0);
  await page.reload();
  await expect(lab.inspector).toContainText('The rule:');
  await expect(word).toHaveCount(0);
});

test('a check leads to its rule, and the rule to a run in which it passes', async ({ page }) => {
  const lab = await openLab(page, DECIDES);
  await lab.inspector.getByRole('link', { name: 'Other runs that show this rule' }).click();
  const rules = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
  await expect(rules).toHaveCount(1);
  await page.getByLabel('Find a rule').fill('');
  await page.getByLabel('Who checks it').selectOption('AWS STS');
  await page.getByLabel('How sure we are').selectOption('seen in real answers');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of \d+ rules\.$/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Amazon S3' })).toHaveCount(0);
  await page.getByLabel('Find a rule').fill('s3.token-alive');
  await page.getByLabel('Who checks it').selectOption('all');
  await page.getByLabel('How sure we are').selectOption('any');
  await page
    .getByRole('list', { name: / passes in$/ })
    .getByRole('link')
    .first()
    .click();
  await expect(lab.inspector).toContainText('PASS');
});

test('search, rules and words are whole on a phone and without fault', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const hash of ['#/facts/rules?find=trust', '#/facts/glossary?find=policy']) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of/);
    await expectNoSidewaysScroll(page, hash);
    await expectAccessible(page, hash);
  }
  await page.getByRole('navigation', { name: 'Main' }).locator('summary').click();
  await page.getByRole('button', { name: 'Search' }).click();
  const { dialog, field, marked } = paletteOn(page);
  await expect(marked).toBeVisible();
  await field.fill('session policy');
  await expect(marked).toContainText('session policy');
  await expectNoSidewaysScroll(page, 'search');
  await expectAccessible(page, 'search');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});
