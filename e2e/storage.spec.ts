import { expect } from '@playwright/test';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

/** What may lie in a browser's storage before this page comes, or stand in its way. */
const STORAGES: Readonly<Record<string, () => void>> = {
  'is full of garbage': () => {
    for (const name of ['settings', 'seen', 'attempts']) {
      localStorage.setItem(`shortlived.${name}`, '{"version":1,"theme":"dark","shor');
    }
  },
  'holds other things under our names': () => {
    const foreign = ['[]', 'null', '7', '{"version":99}', '{"version":1}'];
    for (const [index, name] of ['settings', 'seen', 'attempts'].entries()) {
      localStorage.setItem(`shortlived.${name}`, foreign[index] ?? '"x"');
    }
  },
  'holds values of the wrong kinds': () => {
    localStorage.setItem(
      'shortlived.settings',
      '{"version":1,"theme":"__proto__","motion":{},"shortcuts":["all"]}',
    );
    localStorage.setItem('shortlived.seen', '{"version":1,"scenarios":[1,null,{"a":1}]}');
    localStorage.setItem('shortlived.attempts', '{"version":1,"attempts":{"a":1}}');
  },
  'is blocked': () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
  'does not exist': () => {
    Object.defineProperty(window, 'localStorage', { value: undefined });
  },
  'is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
};

for (const [what, prepare] of Object.entries(STORAGES)) {
  test(`it starts and works when storage ${what}`, async ({ page }) => {
    await page.addInitScript(prepare);
    const lab = await openLab(page, LAB);
    await page.keyboard.press('End');
    await expect(lab.ending).toBeVisible();
    await page.keyboard.press('d');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.goto('./#/quiz/link-and-session');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check the answer' }).click();
    await expect(page.getByText(/^(?:RIGHT|WRONG)$/)).toBeVisible();
  });
}

test('it keeps settings and what was seen, and forgets all of it when told so', async ({
  page,
}) => {
  const lab = await openLab(page, LAB);
  const seen = page.getByRole('link', { name: /seen to the end/ });
  await expect(seen).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem('somebody-else', 'stays'));
  await page.keyboard.press('End');
  await page.keyboard.press('d');
  await expect.poll(() => page.url()).toContain('.answer');
  await expect(seen).toBeVisible();
  await page.keyboard.press('Home');
  await expect.poll(() => page.url()).not.toContain('.answer');
  await page.reload();
  await expect(seen).toBeVisible();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('?');
  await page.getByLabel('Less motion').check();
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await page
    .getByRole('button', { name: 'Forget everything kept in this browser…' })
    .press('Enter');
  await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.getByRole('button', { name: 'Forget it for ever' }).press('Enter');
  await expect(html).not.toHaveAttribute('data-theme');
  await expect(html).not.toHaveAttribute('data-motion');
  await expect(lab.next).toBeVisible();
  await expect(seen).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['somebody-else']);
});
