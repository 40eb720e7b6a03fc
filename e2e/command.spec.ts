import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

test('a step is shown as a command, and the tool stays in the link', async ({ page }) => {
  const { inspector } = await openLab(page, `${LAB}/sign.done`);
  await inspector.getByRole('tab', { name: 'Command', exact: true }).click();
  await expect(inspector.getByLabel('The command: AWS CLI', { exact: true })).toContainText(
    'aws s3 presign',
  );
  await inspector.getByRole('radio', { name: 'openssl' }).check();
  await expect(inspector.getByLabel('The command: openssl', { exact: true })).toContainText(
    'SIGNING_KEY=',
  );
  await expect.poll(() => page.url()).toContain('tab=command-with-openssl');
  await page.setViewportSize({ width: 320, height: 720 });
  await page.reload();
  await expect(inspector.getByRole('radio', { name: 'openssl' })).toBeChecked();
  await expectNoSidewaysScroll(page, 'a command');
  await expectAccessible(page, 'a command');
});
