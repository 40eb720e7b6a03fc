import { expect } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openLab, painted } from './lab.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

/** A run of a story that is about whom a role lets in. */
const STORY = '#/lab/sts/both-sides';
const OWN_TITLE = 'Invited next door, held back at home';
const CODE = 'AccessDenied';

test('a run waits for a prediction, tells nothing before it, and shows what was said beside what is so', async ({
  page,
}) => {
  const lab = await openLab(page, `${STORY}/assume-role.answer?v=1&gate=on`);
  const card = page.getByRole('region', { name: 'What does AWS STS decide?', exact: true });
  await expect(card).toContainText('The link leads further');
  await expect(lab.announcer).toHaveText(/Predict before it goes on: What does AWS STS decide\?$/);
  await expect.poll(() => page.url()).toContain('assume-role.request');
  const told = await page.evaluate(() => document.documentElement.textContent);
  for (const telling of [OWN_TITLE, CODE, 'The run ends here']) expect(told).not.toContain(telling);
  await expect(page).not.toHaveTitle(new RegExp(OWN_TITLE));
  await expect(page.getByRole('button', { name: /^Step 1 \/ \? : go to a step$/ })).toBeVisible();
  await expectAccessible(page, 'at the gate');
  await page.keyboard.press('ArrowRight');
  await expect(card.getByRole('heading')).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('You said:');
  await expect(page).toHaveTitle(new RegExp(OWN_TITLE));
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(card.getByRole('radio').first()).toBeChecked();
  await expect.poll(() => page.url()).toContain('assume-role.request');
  await written(page);
  await page.reload();
  await painted(page);
  await expect(card).toContainText('You said:');
  await page.goto('./#/quiz/predict');
  await expect(page.getByText(/1 prediction, [01] right/)).toBeVisible();
});

test('from the second run of a lab on outcomes wait, and one switch lets them be seen', async ({
  page,
}) => {
  const lab = await openLab(page, STORY);
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
  await written(page);
  await page.reload();
  await painted(page);
  await expect(lab.ending).toBeVisible();
  await page.goto('./#/lab/sts/named-user-or-root');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Tom asks for a role of his own account');
  await painted(page);
  await page.keyboard.press('End');
  const card = page.getByRole('region', { name: 'What does AWS STS decide?', exact: true });
  await expect(card).toBeVisible();
  await page.getByRole('button', { name: 'Predict first', exact: true }).click();
  await expect(card).toBeHidden();
  await expect(title).toHaveText('The account is trusted, Tom is not');
  await expect.poll(() => page.url()).toContain('gate=off');
});

test('a room predicts too: the clicker stops at the gate, and the next press shows what happens', async ({
  page,
}) => {
  await page.goto(`./${STORY}?v=1&gate=on&mode=present`);
  const place = page.getByText('Step 1 of ?', { exact: true });
  await expect(page.getByText(/^Step 0 of/)).toBeVisible();
  await painted(page);
  await page.keyboard.press('PageDown');
  await expect(place).toBeVisible();
  const card = page.getByRole('region', { name: 'What does AWS STS decide?', exact: true });
  await expect(card).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(card).toBeHidden();
  await expect(page.getByText(/^Step 2 of \d+$/)).toBeVisible();
});

test('once it is known which check fails, a run waits for the error too, also after a reload', async ({
  page,
}) => {
  const lab = await openLab(page, '#/lab/sts/mfa-after-assume/delete.answer?v=1&gate=on');
  const decides = page.getByRole('region', { name: 'What does Amazon S3 decide?', exact: true });
  await decides.getByRole('radio', { name: /check “permission”/ }).check();
  await page.keyboard.press('Enter');
  await expect(decides).toContainText('You said:');
  await page.keyboard.press('End');
  const answers = page.getByRole('region', { name: 'What does Amazon S3 answer?', exact: true });
  await expect(answers).toContainText('The check “permission” fails.');
  await expect(lab.announcer).toHaveText(/fails\. Predict before it goes on: What does Amazon S3/);
  await expectAccessible(page, 'at the second gate');
  await written(page);
  await page.reload();
  await painted(page);
  await expect(answers.getByRole('radio', { name: /200/ })).toHaveCount(0);
  await answers.getByRole('radio', { name: /403 AccessDenied/ }).check();
  await page.keyboard.press('Enter');
  await expect(answers).toContainText('So it is.');
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
});
