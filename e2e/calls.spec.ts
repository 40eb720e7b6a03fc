import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { test } from './quiet.ts';

const fitting = (page: Page) => page.getByRole('region', { name: 'These fit' });
const RUN = '#/calls/behind/github/call.federation-allowed';
const PARTS = ['#/calls', '#/calls?v=1&caller=root', '#/calls/compare', '#/calls/behind', RUN];

test('it answers by keys alone, says how many fit, and keeps the case in the link', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('navigation', { name: 'Main' }).getByText('Tools').press('Enter');
  await page.getByRole('link', { name: 'Which call?', exact: true }).press('Enter');
  await expect(page).toHaveTitle('Which call? · Shortlived');
  await expect(fitting(page)).toContainText('FITS AssumeRole');
  await page.getByLabel('Where the caller comes from').focus();
  await page.keyboard.type('a corporate');
  await page.getByLabel('Who calls').focus();
  await page.keyboard.type('somebody');
  await expect(fitting(page).getByRole('listitem')).toHaveCount(1);
  await expect(fitting(page)).toContainText('FITS AssumeRoleWithSAML');
  await expect(page.getByTestId('announcer')).toHaveText('1 of 13 calls fit: AssumeRoleWithSAML.');
  await expect.poll(() => page.url()).toContain('#/calls?v=1&caller=none&from=saml');
  await page.reload();
  await expect(fitting(page)).toContainText('FITS AssumeRoleWithSAML');
  await page.getByRole('button', { name: 'Back to the first case' }).press('Enter');
  await expect(fitting(page)).toContainText('FITS AssumeRole');
  await expect.poll(() => page.url()).toMatch(/#\/calls$/);
});

test('it says why a call is refused, and one change makes it fit', async ({ page }) => {
  await page.goto('./#/calls?v=1&caller=role&lasts=43200');
  const refused = page.getByRole('region', { name: 'Meant for this, but not in this case' });
  await expect(refused.getByRole('listitem').first()).toContainText(
    'DurationSeconds is 43200; role chaining allows 3600 at most.',
  );
  await page.getByRole('button', { name: 'For how long: 1 hour' }).click();
  await expect(fitting(page)).toContainText('The session lasts the 1 hour asked for.');
});

test('it takes the case along to the comparison, and sorts and filters there', async ({ page }) => {
  await page.goto('./#/calls?v=1&target=own-identity');
  await page.getByRole('link', { name: 'Compare' }).click();
  const rows = page.getByRole('rowheader');
  await expect(rows).toHaveCount(13);
  await page.getByLabel('Order of the calls').selectOption('longest');
  await expect(rows.first()).toContainText('GetSessionToken');
  await page.getByLabel('Only calls that fit my case').check();
  await expect(rows).toHaveCount(1);
  await expect.poll(() => page.url()).toContain('fitting=yes');
  await page.reload();
  await expect(rows).toHaveText([/GetSessionToken.*fits my case/]);
});

test('it steps through what a service does, by button, key and link', async ({ page }) => {
  await page.goto('./#/calls/behind');
  await page.getByRole('link', { name: /^Step through\s*: EC2 instance profile$/ }).click();
  await expect(page.getByText('Step 0 of')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: /gives it the role’s session/ })).toBeVisible();
  await expect(page.getByTestId('announcer')).toContainText('gives the session to the instance');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('behind/ec2/who-am-i.request');
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('16 Jan 00:00');
  await expect.poll(() => page.url()).toContain('onward.answer');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('link', { name: 'All that goes on behind the scenes' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(21);
});

test('it puts a hostile link right and says so', async ({ page }) => {
  await page.goto('./#/calls?caller=__proto__&lasts=1e9');
  await expect(fitting(page)).toContainText('FITS AssumeRole');
  await expect(page.getByRole('region', { name: 'About this link' })).toContainText(
    'The link asks for a choice that does not exist',
  );
});

for (const look of ['light', 'dark', 'projector'] as const) {
  test(`it has nothing that axe objects to: ${look}`, async ({ page }) => {
    if (look === 'dark') await page.emulateMedia({ colorScheme: 'dark' });
    for (const hash of PARTS) {
      const theme = look === 'projector' ? `${hash.includes('?') ? '&' : '?'}theme=projector` : '';
      await page.goto(`./${hash}${theme}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('link', { name: /:|API|Guide/ }).first()).toBeVisible();
      await expectAccessible(page, `${hash} ${look}`);
      await expectNoSidewaysScroll(page, `${hash} ${look}`);
    }
  });
}

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['the smallest phone', { width: 320, height: 568 }],
  ['letters twice as large', { width: 640, height: 360 }],
] as const) {
  test(`it loses nothing on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const hash of PARTS) {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('link', { name: /:|API|Guide/ }).first()).toBeVisible();
      await expectNoSidewaysScroll(page, `${hash} ${name}`);
      await expectAccessible(page, `${hash} ${name}`);
    }
    await page.goto('./#/calls/compare');
    await expect(page.getByRole('rowheader')).toHaveCount(13);
    await expect(page.getByRole('cell', { name: /15\smin · 1\sh · 12\sh/ }).first()).toBeVisible();
  });
}
