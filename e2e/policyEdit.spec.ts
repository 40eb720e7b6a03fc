import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DEPUTY, openLab, stateOf } from './lab.ts';
import { test } from './quiet.ts';

const DECIDES = `${DEPUTY}/for-mallory.assume-role-allowed`;

test('a trust policy is edited where it is shown: broken, mended, kept by the link, and put back', async ({
  page,
}) => {
  const { inspector } = await openLab(page, DECIDES);
  const tab = inspector.getByRole('tab', { selected: true });
  await expect(tab).toHaveText('CostCheckTrust');
  await expect(inspector).toContainText('AccessDenied');
  const edit = inspector.getByRole('button', { name: 'Edit this policy' });
  await edit.press('Enter');
  const editor = inspector.getByRole('textbox', { name: 'CostCheckTrust' });
  await expect(editor).toBeFocused();
  await expect(inspector.locator('textarea')).toHaveCount(0);
  await expect(editor).toBeFocused();
  const original = (await editor.innerText()).replace(/\n\n/g, '\n');

  await editor.fill(original.replace('"Allow"', '"Alow"'));
  await expect(editor).toHaveAttribute('aria-invalid', 'true');
  await expect(inspector.locator('.problem-place')).toHaveText('"Alow"');
  await expect(inspector.getByRole('status')).toContainText(
    'the run uses the policy it started with',
  );
  await expect(inspector).toContainText('AccessDenied');
  await expectAccessible(page, 'an edited policy');

  await editor.fill(original.replace('bakery-58213', 'florist-90417'));
  await expect(editor).toHaveAttribute('aria-invalid', 'false');
  await expect(inspector).not.toContainText('AccessDenied');
  await expect(tab).toHaveText('CostCheckTrust · edited');
  await inspector.getByText('What changed').press('Enter');
  await expect(inspector.getByText('− removed')).toBeVisible();
  await inspector.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(edit).toBeFocused();
  await expect(inspector.getByRole('tabpanel')).toContainText('florist-90417');
  await expect(page).toHaveURL(/edit-CostCheckTrust=z\..*&tab=policy-2$/);
  await expectNoSidewaysScroll(page, 'an edited policy');

  await expect(page.getByTestId('announcer')).toContainText('PASS');
  const before = await stateOf(page);
  await page.reload();
  await expect.poll(() => stateOf(page)).toEqual(before);

  await page.getByRole('button', { name: 'reset CostCheckTrust' }).press('Enter');
  await expect(inspector).toContainText('AccessDenied');
  await expect(inspector.getByRole('tab', { name: 'CostCheckTrust', exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/edit-/);
});
