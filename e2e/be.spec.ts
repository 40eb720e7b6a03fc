import { expect } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { labOn, openLab, painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

test('a request is judged by keys, compared check by check, and still judged after a reload', async ({
  page,
}) => {
  await page.goto('./#/be/sts/confused-deputy/for-anna?v=1');
  await expect(page.getByRole('heading', { name: 'You are AWS STS', level: 1 })).toBeVisible();
  await painted(page);
  await expectAccessible(page, 'a request that waits');
  const checks = page.getByRole('region', { name: 'Your checks' }).getByRole('group');
  const count = await checks.count();
  await checks.first().getByRole('radio', { name: 'Pass' }).focus();
  for (let made = 0; made < count; made += 1) {
    await page.keyboard.press('1');
    await expect(checks.nth(made).getByRole('radio', { name: 'Pass' })).toBeChecked();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByLabel('What do you answer?')).toBeFocused();
  await page.getByLabel('What do you answer?').selectOption('Granted');
  for (const choice of await checks.getByRole('combobox').all()) {
    await choice.selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: 'Hand in' }).press('Enter');
  const score = page.getByRole('heading', { name: /right/, level: 2 });
  await expect(score).toBeFocused();
  await expectAccessible(page, 'a request that was judged');
  const says = await score.innerText();
  await written(page);
  await page.reload();
  await expect(score).toHaveText(says);
  await page.getByRole('link', { name: /^See this step.*trust policy$/ }).click();
  await expect.poll(() => page.url()).toContain('/for-anna.assume-role-allowed');
});

test('a safeguard is switched off at the end of a run, the attack is watched, and one click brings it back', async ({
  page,
}) => {
  const { ending } = await openLab(page, '#/lab/sts/confused-deputy/for-mallory.answer?v=1');
  await expect(ending).toContainText('THE ATTACK WAS STOPPED');
  const banner = page.getByRole('region', { name: 'Safeguards switched off' });
  await expect(banner).toBeHidden();
  await ending
    .getByRole('button', { name: /^Switch this safeguard off and watch/ })
    .first()
    .press('Enter');
  await expect(banner).toContainText('Safeguard off.');
  await expect.poll(() => page.url()).toContain('condition=none');
  await labOn(page).next.focus();
  await page.keyboard.press('End');
  await expect(ending).toContainText('THE ATTACK WENT THROUGH');
  await banner.getByRole('button', { name: 'Switch it on' }).press('Enter');
  await expect(banner).toBeHidden();
  await expect(ending).toContainText('THE ATTACK WAS STOPPED');
});
