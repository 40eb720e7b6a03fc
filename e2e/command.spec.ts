import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

test('search leads to a command beside its step, and the tool stays in the link', async ({
  page,
}) => {
  const { inspector } = await openLab(page, LAB);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('aws s3 presign');
  const marked = page.getByRole('dialog').getByRole('option', { selected: true });
  await expect(marked).toContainText('AWS CLI · Seven days asked');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('tab', { name: 'Command', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
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
