import { expect } from '@playwright/test';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

test('it asks nobody anything and complains of nothing, whatever one opens', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    // The fixture hears the console.
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`violates ${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.goto('./');
  await page.getByRole('link', { name: /^Start: / }).click();
  const lab = await openLab(page, `${LAB}?v=1&gate=off`);
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(
    await page.getByRole('dialog').getByRole('textbox', { name: 'Link', exact: true }).inputValue(),
  );
  await page.keyboard.press('Escape');
  await page.getByText('Edit the policy').click();
  await page.getByRole('textbox', { name: 'What the signer may do' }).fill('{"Statement":[]}');
  await expect(page.getByText(/^Line \d+, column \d+: /).first()).toBeVisible();
  await expect.poll(() => page.url()).toContain('permissions=');
  await page.reload();
  await expect(lab.ending).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  for (const way of await lab.ending.getByRole('listitem').getByRole('button').allInnerTexts()) {
    await page.keyboard.press('End');
    await lab.ending.getByRole('button', { name: way, exact: true }).click();
  }
  await page.keyboard.press('End');
  await page.getByRole('link', { name: /^Check yourself/ }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await page.getByRole('link', { name: 'See it happen' }).click();
  await expect(lab.next).toBeVisible();
});
