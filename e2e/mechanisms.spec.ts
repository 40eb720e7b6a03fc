import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expectStep, labOn, placeIn } from './lab.ts';
import { test } from './quiet.ts';

const CASE = '#/mechanisms?v=1&who=server&holds=certificate&needs=api';
const PARTS = [CASE, '#/mechanisms/compare'];

test('it answers by clues alone, keeps them in the link, and says what to take back', async ({
  page,
}) => {
  await page.goto('./');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.getByText('Tools').press('Enter');
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('link', { name: 'Mechanisms' })).toBeHidden();
  await page.keyboard.press('Enter');
  await menu.getByRole('link', { name: 'Mechanisms' }).press('Enter');
  await expect(page).toHaveTitle('Which mechanism? · Shortlived');
  const left = page.getByRole('region', { name: 'These are left' });
  await expect(left.getByRole('listitem')).toHaveCount(8);
  await page.getByLabel('Who calls').selectOption('server');
  await page.getByLabel('What the caller holds').selectOption('certificate');
  await page.getByLabel('What is needed').selectOption('api');
  const answer = page.getByRole('region', { name: 'The answer: IAM Roles Anywhere' });
  await expect(answer).toContainText('A trust anchor names the CA');
  await expect(page.getByTestId('announcer')).toHaveText('The answer is IAM Roles Anywhere.');
  await expect.poll(() => page.url()).toContain('who=server&holds=certificate&needs=api');
  await page.reload();
  await expect(answer).toBeVisible();
  await page.getByLabel('The case also says').selectOption('guests');
  const nothing = page.getByRole('region', { name: 'Nothing is left' });
  await nothing.getByRole('button', { name: /^The case also says: not “guests/ }).click();
  await expect(answer).toBeVisible();
});

test('it compares one job in four ways, and leads to the step that shows an outcome, and back', async ({
  page,
}) => {
  await page.goto('./#/mechanisms/compare');
  const table = page.getByRole('table', { name: 'A thief copies the disk at 12:03, in four ways' });
  const june = table.getByRole('row', { name: /On 1 June/ });
  await expect(june.getByText('GETS IN')).toHaveCount(1);
  await expect(june.getByText('STOPPED')).toHaveCount(3);
  await june.getByRole('link', { name: /See it.*IAM Roles Anywhere/ }).click();
  await expect(page).toHaveURL(
    /stolen-disk\/open-again\.certificate-current\?v=1&tries=20260601T120000Z/,
  );
  const lab = labOn(page);
  await expect(lab.inspector).toContainText('the certificate is valid from 1 Jan 00:00');
  const { of } = await placeIn(lab);
  await page.getByRole('button', { name: 'Last step' }).click();
  await expectStep(lab, of);
  await lab.ending.getByRole('link', { name: /Why not SAML/ }).click();
  await expect(june).toBeVisible();
});

test('it has nothing that axe objects to, in any look, and loses nothing on a phone', async ({
  page,
}) => {
  for (const [look, width] of [
    ['light', 1280],
    ['projector', 1024],
    ['dark', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    for (const hash of PARTS) {
      await page.goto(`./${hash}${hash.includes('?') ? '&' : '?'}theme=${look}`);
      await expect(page.getByRole('link', { name: /:|API|Guide/ }).first()).toBeVisible();
      await expectAccessible(page, `${hash} ${look} ${width}`);
      await expectNoSidewaysScroll(page, `${hash} ${look} ${width}`);
    }
  }
});
