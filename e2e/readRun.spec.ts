import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { LAB, openLab, placeIn } from './lab.ts';
import { test } from './quiet.ts';

test('the whole run can be read, copied and printed as a text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, LAB);
  const { of } = await placeIn(lab);
  await page.keyboard.press('t');
  const layer = page.getByRole('dialog', { name: 'The whole run' });
  await expect(layer.getByRole('heading', { level: 3 })).toHaveText([
    /^The build server asks for a session/,
    /^A link is signed/,
    /^The build server gives the link away/,
    /^It is 13:05 now/,
    /^The link holder uses the link/,
  ]);
  await expect(layer.getByRole('listitem')).toHaveCount(of);
  await expectAccessible(page, 'the whole run');
  await layer.getByRole('button', { name: 'Copy the text' }).click();
  await expect(layer.getByRole('status')).toHaveText('Copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n').filter((line) => /^\d+\. /.test(line))).toHaveLength(of);
  await page.emulateMedia({ media: 'print' });
  await expect(lab.next).toBeHidden();
  await expect(layer.getByRole('listitem').last()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'the whole run');
  await page.keyboard.press('Escape');
  await expect(layer).toHaveCount(0);
});
